import type { OralProduct } from '../../logic/record-rules.ts'
import { quantityOf } from './elements.ts'
import type { Random } from './random.ts'
import { rateOf } from './rates.ts'
import type { GeneratorCodes } from './settings.ts'

/** Tablets or mL each time, and times a day, for a daily dose of up to 30 mg. */
const usual: readonly (readonly [mg: number, amount: number, times: number])[] = [
  [5, 1, 1],
  [5, 1, 2],
  [5, 1, 3],
  [5, 2, 2],
  [10, 1, 1],
  [10, 0.5, 3],
  [10, 1, 2],
  [10, 1, 2],
  [10, 1, 3],
  [10, 1, 3],
  [10, 1, 3],
  [20, 0.5, 3],
  [20, 0.5, 2],
  [20, 1, 1],
  [25, 1, 1],
  [15, 1, 2],
  [15, 1, 1],
  [1, 5, 3],
  [2, 5, 3],
]

/** The same for daily doses above 30 mg: given for spasticity, and outside the guideline. */
const high: typeof usual = [
  [10, 2, 3],
  [20, 1, 2],
  [20, 1, 3],
  [20, 1, 4],
  [10, 1, 4],
]

/** A product and how it is taken. */
export interface Regimen {
  readonly product: OralProduct
  readonly amount: number
  readonly times: number
}

const byStrength = new WeakMap<
  readonly OralProduct[],
  ReadonlyMap<number, readonly OralProduct[]>
>()

const strengths = (oral: readonly OralProduct[]): ReadonlyMap<number, readonly OralProduct[]> => {
  const known = byStrength.get(oral)
  if (known !== undefined) return known
  const grouped = new Map<number, OralProduct[]>()
  for (const product of oral) {
    const same = grouped.get(product.mg)
    if (same === undefined) grouped.set(product.mg, [product])
    else same.push(product)
  }
  byStrength.set(oral, grouped)
  return grouped
}

/** How one order of the drug is taken. */
export const regimenOf = ({ drug }: GeneratorCodes, random: Random): Regimen => {
  const above = random.chance(rateOf('baclofen above 30 mg/day'))
  const [mg, amount, times] = random.pick(above ? high : usual)
  const products = strengths(drug.oral).get(mg) ?? drug.oral
  return { product: random.pick(products), amount, times }
}

const latin = ['', 'QD', 'BID', 'TID', 'QID']
const spelled = ['', 'once a day', 'twice a day', 'three times a day', 'four times a day']
const clock = ['08:00:00', '14:00:00', '20:00:00', '23:00:00']

const timing = (times: number, random: Random): string => {
  const how = random.next()
  if (how < 0.1 && times > 1) {
    return `{"repeat":{"frequency":1,"period":${String(24 / times)},"periodUnit":"h"}}`
  }
  if (how < 0.2) {
    return `{"code":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-GTSAbbreviation","code":"${String(latin[times])}"}],"text":"${String(latin[times])}"}}`
  }
  if (how < 0.25) {
    const moments = clock.slice(0, times).map((time) => `"${time}"`)
    return `{"repeat":{"timeOfDay":[${moments.join(',')}]}}`
  }
  return `{"repeat":{"frequency":${String(times)},"period":1,"periodUnit":"d"},"code":{"text":"${String(spelled[times])}"}}`
}

/** The instruction of an order or a statement. */
export const instructionOf = (
  { tablets }: GeneratorCodes,
  { product, amount, times }: Regimen,
  random: Random,
  asNeeded = false,
): string => {
  const inMass = random.chance(0.4)
  const unit = product.per === 'mL' ? 'mL' : random.pick(tablets)
  const dose = inMass ? quantityOf(amount * product.mg, 'mg') : quantityOf(amount, unit)
  const words = `Take ${String(amount)} ${product.per === 'mL' ? 'mL' : 'tablet(s)'} by mouth ${String(spelled[times])}`
  return `{"sequence":1,"text":"${words}","timing":${timing(times, random)},"asNeededBoolean":${String(asNeeded)},"route":{"coding":[{"system":"http://snomed.info/sct","code":"26643006","display":"Oral route"}],"text":"Oral"},"doseAndRate":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/dose-rate-type","code":"ordered","display":"Ordered"}]},"doseQuantity":${dose}}]}`
}
