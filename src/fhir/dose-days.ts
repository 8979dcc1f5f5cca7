import type { Interval } from '../logic/interval.ts'
import type { Moment } from './day.ts'
import type { Order } from './drug-total.ts'
import { objectOf, textOf } from './json.ts'
import { typeAndIdIn } from './reference.ts'

/** The days at the present dose, or why they are not known. */
export type DaysAtDose =
  { readonly days: Interval; readonly from: Order } | { readonly why: string }

/** Of a partial date the last day counts: the days come out too few rather than too many. */
const beginOf = ({ since, dose }: Order): Moment | undefined => {
  const part = 'mg' in dose ? dose.since : undefined
  return since !== undefined && part !== undefined && part.last > since.last ? part : since
}

/** Days from a moment to the day of the assessment, at least. */
const daysFrom = ({ last }: Moment, on: Moment): number => Math.max(0, on.day - last)

/** What is needed to tell since when a dose holds. */
export interface History {
  readonly current: readonly Order[]
  readonly past: readonly Order[]
  /** The present dose. */
  readonly mg: Interval
  /** Days between two changes of dose. */
  readonly wait: number
  /** An order is the renewal of one that is at most so many days older. */
  readonly supplyDays: number
}

/** The days since the dose last changed, at least (R06). */
export const daysAtDose = (history: History, on: Moment): DaysAtDose => {
  const { current, past, wait } = history
  const starts = current.map((order) => ({ order, moment: beginOf(order) }))
  let newest: { readonly order: Order; readonly moment: Moment } | undefined
  for (const { order, moment } of starts) {
    if (moment === undefined) return { why: 'an active order has no date' }
    if (newest === undefined || moment.last > newest.moment.last) newest = { order, moment }
  }
  if (newest === undefined) return { why: 'no order is active' }
  const { order, moment } = newest
  if (past.some(({ since }) => since === undefined || since.last > moment.last)) {
    return {
      why: 'an order that has ended is newer than the active ones: when the dose last changed is not known',
    }
  }
  const days = daysFrom(moment, on)
  if (days >= wait) return { days: { low: days, high: Infinity }, from: order }
  // Fewer days: a renewal at the same dose does not begin them anew.
  const began = current.length === 1 ? renewedSince(order, history) : undefined
  if (began === undefined) {
    return {
      why: `the newest order is ${String(days)} days old and may be a renewal at the same dose`,
    }
  }
  return began === order
    ? { days: { low: days, high: on.day - moment.day }, from: order }
    : { days: { low: daysFrom(beginOf(began) as Moment, on), high: Infinity }, from: order }
}

/**
 * The earliest order of an unbroken row at the present dose: the order itself where the one before
 * gave another dose; undefined where that is not known.
 */
const renewedSince = (order: Order, { past, mg, supplyDays }: History): Order | undefined => {
  const backwards = [...past].sort(
    (one, other) => (other.since?.last ?? 0) - (one.since?.last ?? 0),
  )
  const [before] = backwards
  if (before === undefined || 'unreadable' in before.dose) return undefined
  let first = order
  for (const earlier of backwards) {
    if ('unreadable' in earlier.dose) break
    if (earlier.dose.mg.low !== mg.low || earlier.dose.mg.high !== mg.high) {
      return first
    }
    if (!renews(first, earlier, supplyDays)) break
    first = earlier
  }
  return first === order ? undefined : first
}

/** Whether an order goes on where an earlier one ended: it says so, or that one ran its course not long ago. */
const renews = (order: Order, earlier: Order, supplyDays: number): boolean => {
  const prior = textOf(objectOf(order.placed.resource['priorPrescription'])?.['reference'])
  if (prior !== undefined && typeAndIdIn(prior) === earlier.placed.at) return true
  const [began, before] = [beginOf(order), beginOf(earlier)]
  return (
    earlier.placed.resource['status'] === 'completed' &&
    began !== undefined &&
    before !== undefined &&
    began.day - before.last <= supplyDays
  )
}
