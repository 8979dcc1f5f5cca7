import type { Code, LaboratoryCode, LaboratoryRule } from '../../logic/record-rules.ts'
import {
  conceptOf,
  encounterOf,
  hl7,
  identifierOf,
  metaOf,
  quantityOf,
  subjectOf,
  timeOf,
} from './elements.ts'
import { otherResults } from './fillers.ts'
import { resourceId } from './identifiers.ts'
import type { Person } from './person.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { rateOf } from './rates.ts'
import type { GeneratorCodes, GeneratorSettings } from './settings.ts'

interface Result {
  readonly code: Code
  /** Days ago. */
  readonly taken: number
  /** `"valueQuantity":…` and what stands beside it. */
  readonly value: string
}

const laboratory = hl7('observation-category', 'laboratory', 'Laboratory')

const line = (person: Person, number: number, result: Result, random: Random): string => {
  const date = person.before(result.taken)
  const time = timeOf(date, random)
  return `{"resourceType":"Observation","id":"${resourceId(person.key, 3, number)}",${metaOf('us-core-observation-lab', date, random)},${identifierOf(9, random)},"status":"final","category":[${laboratory}],"code":${conceptOf(result.code, random)},${subjectOf(person)},${encounterOf(person, random)},"effectiveDateTime":"${time}","issued":"${time}","performer":[{"reference":"Organization/lab-${String(random.below(20))}","display":"Synthetic laboratory"}],${result.value},"specimen":{"reference":"Specimen/sp-${String(random.below(1_000_000))}"}}`
}

const amount = (value: string, unit: string): string => `"valueQuantity":${quantityOf(value, unit)}`

const between = (low: number, high: number, random: Random): number =>
  low + random.next() * (high - low)

/** A result of today up to 90 days ago, or an older one. */
const takenAgo = (isOld: boolean, random: Random): number =>
  isOld ? 91 + random.below(900) : random.below(91)

const codeOf = (codes: readonly LaboratoryCode[], random: Random): LaboratoryCode =>
  random.chance(0.6) ? (codes[0] as LaboratoryCode) : random.pick(codes)

const eGfrs = ({ codes, fact, lookalike }: LaboratoryRule, random: Random): readonly Result[] => {
  if (random.chance(rateOf('eGFR never measured'))) return []
  const old = rateOf('eGFR older than 90 days') / (1 - rateOf('eGFR never measured'))
  const newest = takenAgo(random.chance(old), random)
  const results = 1 + random.below(3)
  const unit = (): string =>
    lookalike !== undefined && random.chance(0.03) ? (lookalike.units[0] ?? fact.unit) : fact.unit
  return Array.from({ length: results }, (_none, number): Result => {
    const draw = random.next()
    const below = rateOf('eGFR below 30')
    const moderate = below + rateOf('eGFR 30 to 60')
    const taken = newest + number * (20 + random.below(100))
    const code = codeOf(codes, random)
    if (draw >= moderate && random.chance(rateOf('eGFR reported as ">60" or ">90"'))) {
      const bound = random.chance(0.5) ? '60' : '90'
      const value = random.chance(0.7)
        ? `"valueQuantity":{"value":${bound},"comparator":">","unit":"${fact.unit}","system":"http://unitsofmeasure.org","code":"${fact.unit}"}`
        : `"valueString":">${bound}"`
      return { code, taken, value }
    }
    const value =
      draw < below
        ? between(6, 30, random)
        : draw < moderate
          ? between(30, 60.5, random)
          : between(60.5, 118, random)
    return { code, taken, value: amount(value.toFixed(random.chance(0.5) ? 0 : 1), unit()) }
  })
}

/** The limits of a low value, from the worst up: `[rate, low, high]`; what is left is normal. */
type Bands = readonly (readonly [rate: number, low: number, high: number])[]

const inBands = (bands: Bands, normalRange: readonly [number, number], random: Random): number => {
  let draw = random.next()
  for (const [rate, low, high] of bands) {
    if (draw < rate) return between(low, high, random)
    draw -= rate
  }
  return between(...normalRange, random)
}

const potassiumBands: Bands = [
  [rateOf('potassium critical (below 2.5 mmol/L)'), 1.9, 2.45],
  [rateOf('potassium urgent (2.5 to 2.9 mmol/L)'), 2.5, 2.95],
  [rateOf('potassium low (3.0 to 3.4 mmol/L)'), 3, 3.45],
]

const magnesiumBands: Bands = [
  [rateOf('magnesium urgent (below 0.50 mmol/L)'), 0.25, 0.49],
  [rateOf('magnesium low (0.50 to 0.69 mmol/L)'), 0.5, 0.69],
]

const range = (low: string, high: string, unit: string): string =>
  `,"referenceRange":[{"low":${quantityOf(low, unit)},"high":${quantityOf(high, unit)},"text":"${low} - ${high} ${unit}"}]`

const absent = (rate: number, random: Random): 'never' | 'old' | 'no' => {
  const draw = random.next()
  return draw < rate * 0.6 ? 'never' : draw < rate ? 'old' : 'no'
}

const potassiums = ({ codes }: LaboratoryRule, random: Random): readonly Result[] => {
  const missing = absent(rateOf('potassium not measured or old'), random)
  if (missing === 'never') return []
  const newest = takenAgo(missing === 'old', random)
  return Array.from({ length: 1 + random.below(2) }, (_none, number): Result => {
    const unit = random.chance(0.8) ? 'mmol/L' : 'meq/L'
    const value = inBands(potassiumBands, [3.55, 5.2], random).toFixed(1)
    const limits = random.chance(0.5) ? range('3.5', '5.1', unit) : ''
    const taken = newest + number * (15 + random.below(90))
    return { code: codeOf(codes, random), taken, value: amount(value, unit) + limits }
  })
}

const magnesiums = (rule: LaboratoryRule, random: Random): readonly Result[] => {
  const missing = absent(rateOf('magnesium not measured or old'), random)
  if (missing === 'never') return []
  const value = inBands(magnesiumBands, [0.71, 1.05], random)
  const code = random.pick(rule.codes)
  const taken = takenAgo(missing === 'old', random)
  if (code.measures === 'mass') {
    const limits = random.chance(0.5) ? range('1.7', '2.6', 'mg/dL') : ''
    const mass = ((value * (rule.molarMass ?? 1)) / 10).toFixed(2)
    return [{ code, taken, value: amount(mass, 'mg/dL') + limits }]
  }
  const limits = random.chance(0.5) ? range('0.70', '1.05', 'mmol/L') : ''
  return [{ code, taken, value: amount(value.toFixed(2), 'mmol/L') + limits }]
}

const filler = (random: Random): Result => {
  const { code, unit, value, spread, decimals } = random.pick(otherResults)
  const drawn = (value + (random.next() - 0.5) * spread).toFixed(decimals)
  return { code, taken: random.below(1200), value: amount(drawn, unit) }
}

const panels: Readonly<
  Record<string, (rule: LaboratoryRule, random: Random) => readonly Result[]>
> = { eGfr: eGfrs, potassium: potassiums, magnesium: magnesiums }

/** The Observations of a person. */
export const observationLines = (
  codes: GeneratorCodes,
  settings: GeneratorSettings,
  person: Person,
): readonly string[] => {
  const random = randomFrom(settings.seed, person.index, 4)
  const results: Result[] = []
  for (const rule of codes.laboratory) {
    results.push(...(panels[rule.fact.id]?.(rule, random) ?? []))
  }
  for (let count = 2 + random.below(5); count > 0; count -= 1) results.push(filler(random))
  return results.map((result, number) => line(person, number, result, random))
}
