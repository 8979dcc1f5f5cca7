import type { Truth } from './truth.ts'

/**
 * What is known of a quantity: every value from `low` to `high`. An exact value has `low` equal to
 * `high`; a laboratory's ">60" is open at 60 and without an upper end. Unbounded ends are infinite.
 */
export interface Interval {
  readonly low: number
  readonly high: number
  /** `low` itself is not among the values. */
  readonly lowOpen?: boolean
  /** `high` itself is not among the values. */
  readonly highOpen?: boolean
  /** The laboratory's own lower limit, when this very result carries one. */
  readonly lowerLimit?: number
}

/** How a quantity may be compared with a limit. */
export type Comparison = '<' | '<=' | '>' | '>='

/** The comparison that holds exactly where the given one does not. */
export const opposite: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

/** The interval that holds one value only. */
export const exactly = (value: number): Interval => ({ low: value, high: value })

/** The interval of all values that stand in a comparison to a bound: `bounded('>', 60)`. */
export const bounded = (by: Comparison, bound: number): Interval => {
  switch (by) {
    case '<':
      return { low: -Infinity, high: bound, highOpen: true }
    case '<=':
      return { low: -Infinity, high: bound }
    case '>':
      return { low: bound, high: Infinity, lowOpen: true }
    case '>=':
      return { low: bound, high: Infinity }
  }
}

/** The one value an interval holds, or undefined when it holds more than one. */
export const exactValue = (interval: Interval): number | undefined =>
  interval.low === interval.high ? interval.low : undefined

const allBelow = (interval: Interval, limit: number): boolean =>
  interval.high < limit || (interval.high === limit && interval.highOpen === true)

const allAbove = (interval: Interval, limit: number): boolean =>
  interval.low > limit || (interval.low === limit && interval.lowOpen === true)

/** True or false where every value of the interval agrees; else unknown (R26). */
export const compareInterval = (interval: Interval, by: Comparison, limit: number): Truth => {
  switch (by) {
    case '<':
      return allBelow(interval, limit) ? 'true' : interval.low >= limit ? 'false' : 'unknown'
    case '<=':
      return interval.high <= limit ? 'true' : allAbove(interval, limit) ? 'false' : 'unknown'
    case '>':
      return allAbove(interval, limit) ? 'true' : interval.high <= limit ? 'false' : 'unknown'
    case '>=':
      return interval.low >= limit ? 'true' : allBelow(interval, limit) ? 'false' : 'unknown'
  }
}
