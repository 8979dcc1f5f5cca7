import type { OralProduct, RecordRules } from '../logic/record-rules.ts'
import { allObjectsOf, isThere, numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { milligramsIn } from './units.ts'

/** An amount in mg, at least and at most; or why it cannot be told. */
export type Amounts = readonly [low: number, high: number] | string

/** What amounts of an order are read with. */
export interface Measure {
  readonly product: OralProduct | undefined
  readonly rules: RecordRules
}

/** Milligrams in one dose unit: of mass by UCUM, of tablets or mL by the strength of the product. */
const milligramsPer = (unit: string | undefined, { product, rules }: Measure): number | string => {
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

const quantityAmount = (quantity: Json, measure: Measure): number | string => {
  const value = numberOf(quantity['value'])
  if (value === undefined || value <= 0) return 'its amount is not a number above zero'
  if (isThere(quantity['comparator'])) return 'its amount is only a bound'
  const mg = milligramsPer(unitOf(quantity), measure)
  if (typeof mg === 'string') return mg
  const words = textOf(quantity['unit'])?.trim()
  const other = words === undefined ? undefined : milligramsPer(words, measure)
  return typeof other === 'number' && other !== mg
    ? `its unit is ${String(words)} in words and ${String(quantity['code'])} as a code`
    : value * mg
}

const rangeAmounts = (range: Json, measure: Measure): Amounts => {
  const low = objectOf(range['low'])
  const high = objectOf(range['high'])
  if (!isThere(low?.['value']) || !isThere(high?.['value'])) {
    return 'its range of amounts has only one end'
  }
  // The unit of one end is that of the other where that has none.
  const from = quantityAmount({ ...unitIn(high), ...low }, measure)
  const to = quantityAmount({ ...unitIn(low), ...high }, measure)
  if (typeof from === 'string') return from
  if (typeof to === 'string') return to
  return from <= to ? [from, to] : 'its range of amounts is upside down'
}

const unitIn = (end: Json | undefined): Json =>
  end === undefined ? {} : { unit: end['unit'], code: end['code'] }

/** The amount that an instruction, or an entry of its doses, names; undefined where it names none. */
const amountsIn = (holder: Json, measure: Measure): Amounts | undefined => {
  const { doseQuantity, doseRange } = holder
  if (isThere(doseQuantity)) {
    const quantity = objectOf(doseQuantity)
    if (quantity === undefined) return 'its amount cannot be read'
    const amount = quantityAmount(quantity, measure)
    return typeof amount === 'string' ? amount : [amount, amount]
  }
  if (!isThere(doseRange)) return undefined
  const range = objectOf(doseRange)
  return range === undefined ? 'its amount cannot be read' : rangeAmounts(range, measure)
}

/**
 * One dose. R4 lists doses, older senders give one, or write it in the instruction itself: all the
 * same dose said in several ways, so they must agree or are a range.
 */
export const oneDose = (instruction: Json, measure: Measure): Amounts => {
  const doses = allObjectsOf(instruction['doseAndRate'])
  if (doses === undefined) return 'its amount cannot be read'
  let said: readonly [number, number] | undefined
  for (const holder of [...doses, instruction]) {
    const amounts = amountsIn(holder, measure)
    if (typeof amounts === 'string') return amounts
    if (amounts === undefined) continue
    const [low, high] = amounts
    said = said === undefined ? amounts : [Math.min(said[0], low), Math.max(said[1], high)]
  }
  if (said !== undefined) return said
  return textOf(instruction['text']) === undefined
    ? 'it names no amount'
    : 'its amount stands in free text only'
}

const daysIn: ReadonlyMap<string | undefined, number> = new Map<string | undefined, number>([
  ['d', 1],
  ['h', 1 / 24],
])

/** The most of a day that an instruction allows, where it says so in mass or tablets. */
export const mostPerDay = (instruction: Json, measure: Measure): number | undefined => {
  const ratio = objectsOf(instruction['maxDosePerPeriod'])[0]
  const numerator = objectOf(ratio?.['numerator'])
  const denominator = objectOf(ratio?.['denominator'])
  if (numerator === undefined || denominator === undefined) return undefined
  const amount = quantityAmount(numerator, measure)
  const days = daysIn.get(unitOf(denominator))
  const per = numberOf(denominator['value'])
  if (typeof amount === 'string' || days === undefined || per === undefined || per <= 0) {
    return undefined
  }
  return amount / (per * days)
}
