import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import { allObjectsOf, isThere, numberOf, objectOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** Days in a unit of time, by its UCUM code or as a word; of a month and a year the most. */
const daysIn: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['day', 1],
  ['days', 1],
  ['wk', 7],
  ['week', 7],
  ['weeks', 7],
  ['mo', 31],
  ['month', 31],
  ['months', 31],
  ['a', 366],
  ['year', 366],
  ['years', 366],
])

const civil = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** The days that a supply lasts; not a number where that cannot be told. */
const daysOf = (value: unknown): number => {
  const duration = objectOf(value)
  const days = daysIn.get(textOf(duration?.['code']) ?? textOf(duration?.['unit']) ?? '')
  const amount = numberOf(duration?.['value'])
  return days === undefined || amount === undefined || amount < 0 ? NaN : amount * days
}

/** The last day of a supply that began on a day, as a note once it is over. */
const ranOut = (days: number, from: Moment | undefined, on: Moment): string | undefined => {
  if (Number.isNaN(days) || from === undefined) return 'how long its supply lasts cannot be read'
  const last = from.last + Math.ceil(days)
  return last < on.day ? `its supply ran out on ${civil(last)}` : undefined
}

/** Why an order that is called active may be over: its validity, its supply or all its instructions. */
export const lapsedOrder = (
  order: Json,
  since: Moment | undefined,
  on: Moment,
): string | undefined => {
  const dispense = objectOf(order['dispenseRequest'])
  const validity = objectOf(dispense?.['validityPeriod'])
  const end = momentOf(validity?.['end'])
  if (isThere(validity?.['end']) && (end === undefined || end.last < on.day)) {
    return end === undefined
      ? 'the end of its validity cannot be read'
      : `its validity ended on ${end.date}`
  }
  const supply = dispense?.['expectedSupplyDuration']
  if (isThere(supply)) {
    const repeats = dispense?.['numberOfRepeatsAllowed']
    const times = isThere(repeats) ? (numberOf(repeats) ?? NaN) + 1 : 1
    const begun = momentOf(validity?.['start'])
    const from = begun !== undefined && begun.last > (since?.last ?? -Infinity) ? begun : since
    const over = ranOut(daysOf(supply) * times, from, on)
    if (over !== undefined) return over
  }
  return instructionsOver(order, on)
}

const instructionsOver = (order: Json, on: Moment): string | undefined => {
  const instructions = allObjectsOf(order['dosageInstruction'] ?? order['dosage']) ?? []
  for (const { timing } of instructions) {
    const repeat = objectOf(objectOf(timing)?.['repeat'])
    const end = momentOf(objectOf(repeat?.['boundsPeriod'])?.['end'])
    if (end === undefined || end.last >= on.day) return undefined
  }
  return instructions.length === 0 ? undefined : 'the time of all its instructions has ended'
}

/** Something dispensed: when, and why it may be used up; undefined where that is not said. */
export const usedUp = (
  supply: Json,
  on: Moment,
):
  | { readonly moment: Moment; readonly last: number; readonly why: string | undefined }
  | undefined => {
  const moment = momentOf(supply['whenHandedOver'] ?? supply['whenPrepared'])
  const days = daysOf(supply['daysSupply'])
  if (moment === undefined || Number.isNaN(days)) return undefined
  return { moment, last: moment.last + Math.ceil(days), why: ranOut(days, moment, on) }
}
