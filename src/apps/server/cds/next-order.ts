import { recordRules } from '../../../guideline/codes/index.ts'
import { objectOf, objectsOf, textOf } from '../../../fhir/json.ts'
import type { Json } from '../../../fhir/json.ts'
import type { OralProduct } from '../../../logic/record-rules.ts'
import { formatNumber } from '../../../logic/quantity.ts'

/** An instruction of a day's dose: exact where the product makes it, else in words only. */
export interface Instruction {
  readonly text: string
  readonly timing?: object
  readonly doseAndRate?: readonly object[]
}

const products = new Map(recordRules.drug.oral.map((product) => [product.code, product]))

/** The oral product of an order, where its codes name exactly one. */
const productOf = (order: Json): OralProduct | undefined => {
  const codings = objectsOf(objectOf(order['medicationCodeableConcept'])?.['coding'])
  const found = codings.flatMap(({ system, code }) => {
    const product = products.get(textOf(code) ?? '')
    return product !== undefined && isSystem(product, system) ? [product] : []
  })
  return new Set(found).size === 1 ? found[0] : undefined
}

const isSystem = (product: OralProduct, system: unknown): boolean =>
  system === product.system ||
  (typeof system === 'string' && recordRules.systems[system] === product.system)

/** How often a day, where the order has one instruction that says so in whole times. */
const timesOf = (order: Json): number | undefined => {
  const instructions = objectsOf(order['dosageInstruction'])
  const [only, another] = instructions
  if (only === undefined || another !== undefined) return undefined
  const repeat = objectOf(objectOf(only['timing'])?.['repeat'])
  const { frequency, period, periodUnit, frequencyMax, periodMax } = repeat ?? {}
  if (frequencyMax !== undefined || periodMax !== undefined) return undefined
  if (typeof frequency !== 'number' || typeof period !== 'number' || period <= 0) return undefined
  const hours = { d: 24, h: 1 }[textOf(periodUnit) ?? '']
  const times = hours === undefined ? 0 : (frequency * 24) / (period * hours)
  return Number.isInteger(times) && times >= 1 && times <= 4 ? times : undefined
}

/** Tablets come in halves, but for those that fall apart in the mouth; a liquid in tenths of a mL. */
const isMade = (product: OralProduct, amount: number): boolean => {
  const parts = product.per === 'mL' ? 10 : product.means.includes('disintegrating') ? 1 : 2
  return amount > 0 && Math.abs(amount * parts - Math.round(amount * parts)) < 1e-9
}

const unitOf = ({ per }: OralProduct, amount: number): { unit: string; code: string } =>
  per === 'mL'
    ? { unit: 'mL', code: 'mL' }
    : { unit: amount === 1 ? 'tablet' : 'tablets', code: '{tbl}' }

/** How a daily dose is taken with the product and the times of an order; nothing is ever rounded. */
export const instructionFor = (order: Json, mgPerDay: number): Instruction => {
  const product = productOf(order)
  const times = timesOf(order)
  const total = `${formatNumber(mgPerDay)} mg/day by mouth`
  const inWords: Instruction = {
    text: `${total} in all; the prescriber sets how it is divided and of which tablets`,
  }
  if (product === undefined || times === undefined) return inWords
  const amount = mgPerDay / times / product.mg
  if (!isMade(product, amount)) return inWords
  const { unit, code } = unitOf(product, amount)
  return {
    text: `${formatNumber(amount)} ${unit} ${times === 1 ? 'once' : `${String(times)} times`} a day by mouth (${total})`,
    timing: { repeat: { frequency: times, period: 1, periodUnit: 'd' } },
    doseAndRate: [
      {
        doseQuantity: {
          value: Number(formatNumber(amount)),
          unit,
          system: 'http://unitsofmeasure.org',
          code,
        },
      },
    ],
  }
}

/** The product of an order in its own words and codes, and no more than that. */
export const medicationOf = (order: Json): object => {
  const concept = objectOf(order['medicationCodeableConcept'])
  const reference = textOf(objectOf(order['medicationReference'])?.['reference'])
  if (concept === undefined && reference !== undefined && !reference.startsWith('#')) {
    return { medicationReference: { reference } }
  }
  const coding = objectsOf(concept?.['coding']).flatMap((one) => {
    const system = textOf(one['system'])
    const code = textOf(one['code'])
    const display = textOf(one['display'])
    if (system === undefined || code === undefined || /\s/.test(system) || code !== code.trim())
      return []
    return [{ system, code, ...(display === undefined ? {} : { display }) }]
  })
  const text =
    textOf(concept?.['text']) ?? coding[0]?.display ?? productOf(order)?.means ?? 'baclofen'
  return {
    medicationCodeableConcept: { ...(coding.length === 0 ? {} : { coding }), text },
  }
}
