import type { Interval } from '../logic/interval.ts'
import type { OralProduct, RecordRules } from '../logic/record-rules.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import { numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { holdsOn, timesPerDay } from './timing.ts'
import { milligramsIn } from './units.ts'

/** What a day of an order amounts to, in mg; or why that cannot be told. */
export type DailyDose =
  | {
      readonly mg: Interval
      readonly asNeeded: boolean
      /** The first day of a part of the order that holds now: the dose changed then. */
      readonly since?: Moment
    }
  | { readonly unreadable: string }

type Amounts = readonly [low: number, high: number] | string

const dayOf = (value: unknown): number | undefined => momentOf(value)?.day

/** Milligrams in one dose unit: of mass by UCUM, of tablets or mL by the strength of the product. */
const milligramsPer = (
  unit: string | undefined,
  product: OralProduct | undefined,
  rules: RecordRules,
): number | string => {
  if (unit === undefined) return 'its amount has no unit: it may be milligrams or tablets'
  const per = rules.tablets.includes(unit) ? 'tablet' : /^m[lL]$/.test(unit) ? 'mL' : undefined
  if (per === undefined) return milligramsIn(unit) ?? `"${unit}" is no unit of an amount`
  if (product === undefined) return 'the strength of its product is not known'
  return product.per === per ? product.mg : `its product does not come in ${unit}`
}

const unitOf = (quantity: Json): string | undefined => {
  const code = textOf(quantity['code'])?.trim()
  const text = textOf(quantity['unit'])?.trim()
  // "1" is UCUM for a bare number: what is counted stands in the words, if anywhere.
  return code === undefined || code === '1' ? text : code
}

const quantityAmounts = (
  quantity: Json,
  product: OralProduct | undefined,
  rules: RecordRules,
): Amounts => {
  const value = numberOf(quantity['value'])
  if (value === undefined || value < 0) return 'its amount is not a number'
  if (quantity['comparator'] !== undefined) return 'its amount is only a bound'
  const mg = milligramsPer(unitOf(quantity), product, rules)
  return typeof mg === 'string' ? mg : [value * mg, value * mg]
}

const doseAmounts = (
  holder: Json,
  product: OralProduct | undefined,
  rules: RecordRules,
): Amounts | undefined => {
  const quantity = objectOf(holder['doseQuantity'])
  if (quantity !== undefined) return quantityAmounts(quantity, product, rules)
  const range = objectOf(holder['doseRange'])
  if (range === undefined) return undefined
  const low = objectOf(range['low'])
  const high = objectOf(range['high'])
  if (low === undefined || high === undefined) return 'its range of amounts has only one end'
  const from = quantityAmounts({ ...high, ...low }, product, rules)
  const to = quantityAmounts({ ...low, ...high }, product, rules)
  if (typeof from === 'string') return from
  if (typeof to === 'string') return to
  return from[0] <= to[1] ? [from[0], to[1]] : 'its range of amounts is upside down'
}

/** One dose: several entries are the same dose said in several ways, so they must agree or are a range. */
const oneDose = (
  instruction: Json,
  product: OralProduct | undefined,
  rules: RecordRules,
): Amounts => {
  const holders = [...objectsOf(instruction['doseAndRate']), instruction]
  const amounts = holders.flatMap((holder): readonly Amounts[] => {
    const found = doseAmounts(holder, product, rules)
    return found === undefined ? [] : [found]
  })
  const reason = amounts.find((one) => typeof one === 'string')
  if (reason !== undefined) return reason
  const pairs = amounts as readonly (readonly [number, number])[]
  if (pairs.length === 0) {
    return textOf(instruction['text']) === undefined
      ? 'it names no amount'
      : 'its amount stands in free text only'
  }
  return [Math.min(...pairs.map(([low]) => low)), Math.max(...pairs.map(([, high]) => high))]
}

const isAsNeeded = (instruction: Json): boolean =>
  instruction['asNeededBoolean'] === true ||
  objectOf(instruction['asNeededCodeableConcept']) !== undefined

/** The most of a day that an instruction allows, where it says so in mass or tablets. */
const mostPerDay = (
  instruction: Json,
  product: OralProduct | undefined,
  rules: RecordRules,
): number | undefined => {
  const ratio = objectsOf(instruction['maxDosePerPeriod'])[0]
  const numerator = objectOf(ratio?.['numerator'])
  const denominator = objectOf(ratio?.['denominator'])
  if (numerator === undefined || denominator === undefined) return undefined
  const days = { d: 1, h: 1 / 24 }[unitOf(denominator) ?? '']
  const amounts = quantityAmounts(numerator, product, rules)
  const per = numberOf(denominator['value'])
  if (typeof amounts === 'string' || days === undefined || (per !== undefined && per <= 0))
    return undefined
  return amounts[1] / ((per ?? 1) * days)
}

const instructionDose = (
  instruction: Json,
  product: OralProduct | undefined,
  rules: RecordRules,
): DailyDose => {
  const asNeeded = isAsNeeded(instruction)
  const most = mostPerDay(instruction, product, rules)
  const dose = oneDose(instruction, product, rules)
  const times = timesPerDay(instruction['timing'])
  if (typeof dose === 'string' || typeof times === 'string') {
    if (asNeeded && most !== undefined) return { mg: { low: 0, high: most }, asNeeded }
    return { unreadable: typeof dose === 'string' ? dose : (times as string) }
  }
  const high = Math.min(dose[1] * times[1], most ?? Infinity)
  const low = asNeeded ? 0 : Math.min(dose[0] * times[0], high)
  const start = momentOf(
    objectOf(objectOf(objectOf(instruction['timing'])?.['repeat'])?.['boundsPeriod'])?.['start'],
  )
  return { mg: { low, high }, asNeeded, ...(start === undefined ? {} : { since: start }) }
}

/** Adds up the instructions of one order that hold on a day. */
export const orderDose = (
  order: Json,
  product: OralProduct | undefined,
  rules: RecordRules,
  on: Moment,
): DailyDose => {
  const instructions = objectsOf(order['dosageInstruction'] ?? order['dosage'])
  if (instructions.length === 0) return { unreadable: 'it has no dosage instruction' }
  let low = 0
  let high = 0
  let asNeeded = false
  let counted = 0
  let since: Moment | undefined
  for (const instruction of instructions) {
    const holds = holdsOn(instruction['timing'], on.day, dayOf)
    if (holds === undefined)
      return {
        unreadable: 'an instruction holds for a while only, and when that began is not said',
      }
    if (!holds) continue
    const dose = instructionDose(instruction, product, rules)
    if ('unreadable' in dose) return dose
    counted++
    low += dose.mg.low
    high += dose.mg.high
    asNeeded ||= dose.asNeeded
    if (dose.since !== undefined && (since === undefined || dose.since.day > since.day))
      since = dose.since
  }
  if (counted === 0) return { unreadable: `none of its instructions holds on ${on.date}` }
  return { mg: { low, high }, asNeeded, ...(since === undefined ? {} : { since }) }
}
