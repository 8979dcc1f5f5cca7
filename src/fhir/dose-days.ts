import { exactly } from '../logic/interval.ts'
import type { Interval } from '../logic/interval.ts'
import type { Moment } from './day.ts'
import type { Order } from './drug.ts'

/** The day since when the dose has not changed, or why that is not known. */
export const changed = (
  current: readonly Order[],
  past: readonly Order[],
  mg: Interval,
  on: Moment,
  wait: number,
): { readonly days: Interval; readonly from: Order } | { readonly why: string } => {
  const starts = current.map((order) => {
    const part = 'mg' in order.dose ? order.dose.since : undefined
    const { since } = order
    if (since === undefined) return undefined
    return { order, moment: part !== undefined && part.day > since.day ? part : since }
  })
  const known = starts.filter((start) => start !== undefined)
  const [first] = known
  if (first === undefined || known.length < starts.length) {
    return { why: 'an active order has no date' }
  }
  const newest = known.reduce(
    (one, other) => (other.moment.day > one.moment.day ? other : one),
    first,
  )
  if (past.some(({ since }) => since === undefined || since.day > newest.moment.day)) {
    return {
      why: 'an order that has ended is newer than the active ones: when the dose last changed is not known',
    }
  }
  const days = on.day - newest.moment.day
  if (days >= wait) return { days: { low: days, high: Infinity }, from: newest.order }
  // Fewer days: a renewal at the same dose does not begin them anew.
  const renewed = renewals(past, mg)
  if (renewed === undefined) {
    return {
      why: `the newest order is ${String(days)} days old and may be a renewal at the same dose`,
    }
  }
  return renewed.since === undefined
    ? { days: exactly(days), from: newest.order }
    : { days: { low: on.day - renewed.since.day, high: Infinity }, from: newest.order }
}

/** The earliest order that gave the present dose without a break; `since` is left out where the last one gave another. */
const renewals = (
  past: readonly Order[],
  mg: Interval,
): { readonly since?: Moment } | undefined => {
  const backwards = [...past].sort((one, other) => (other.since?.day ?? 0) - (one.since?.day ?? 0))
  let since: Moment | undefined
  for (const { dose, since: began } of backwards) {
    if ('unreadable' in dose) return since === undefined ? undefined : { since }
    if (dose.mg.low !== mg.low || dose.mg.high !== mg.high) break
    since = began
  }
  if (backwards.length === 0) return undefined
  return since === undefined ? {} : { since }
}
