import type { Given, Problem } from '../logic/given.ts'
import type { Interval } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import type { LaboratoryRule } from '../logic/record-rules.ts'
import type { Moment } from './day.ts'
import { inOrder } from './in-order.ts'
import type { Result } from './laboratory.ts'
import type { ReadValue } from './result-value.ts'
import type { Writable } from '../logic/writable.ts'

/** The chosen result, and what is to be said of it; or why none can be used, and of what day that is. */
export type Chosen =
  | { readonly given: Given; readonly problem?: Problem }
  | { readonly why: string; readonly date?: string }

type Dated = Result & { readonly moment: Moment }
type Readable = Dated & { readonly value: Extract<ReadValue, { interval: Interval }> }

const isDated = (result: Result): result is Dated => result.moment !== undefined

const isReadable = (result: Dated): result is Readable => 'interval' in result.value

/** Negative where the first is the lower: by what it may be at most, then at least. */
const compare = (one: Interval, other: Interval): number => {
  if (one.high !== other.high) return one.high - other.high
  return one.low === other.low ? 0 : one.low - other.low
}

/** Those in which a number is the highest; all of them where there is one only. */
const withHighest = <R>(results: readonly R[], of: (result: R) => number): readonly R[] => {
  if (results.length < 2) return results
  const highest = results.reduce((most, one) => Math.max(most, of(one)), -Infinity)
  return results.filter((one) => of(one) === highest)
}

const dayOf = ({ moment }: Dated): number => moment.day
const instantOf = ({ moment }: Dated): number => moment.instant ?? -Infinity
const precedenceOf = ({ code }: Dated): number => -code.rank
const hasInstant = ({ moment }: Dated): boolean => moment.instant !== undefined

const ofNewestTime = (results: readonly Dated[]): readonly Dated[] =>
  results.every(hasInstant) ? withHighest(results, instantOf) : results

/** Those of the newest time, where all have one, wherever on earth that was; else of the newest day. */
const newestOf = (results: readonly Dated[]): readonly Dated[] => {
  const ofTime = ofNewestTime(results)
  return ofTime === results ? ofNewestTime(withHighest(results, dayOf)) : ofTime
}

const lower = (one: Readable, other: Readable): Readable =>
  compare(other.value.interval, one.value.interval) < 0 ? other : one

const isLowerOfPair = ({ code }: Dated): boolean => code.stratified === 'lower'

/** The best of results taken at the same time: the better method, and of equals the lower value. */
const bestOf = (results: readonly Dated[]): Dated | undefined => {
  const best = withHighest(results, precedenceOf)
  if (!best.every(isReadable)) return best.find((one) => !isReadable(one))
  const [first, ...others] = best
  if (first === undefined) return undefined
  const lowest = others.reduce(lower, first)
  return lowest.code.stratified === 'higher' && !best.some(isLowerOfPair) ? asBound(lowest) : lowest
}

/** The higher of a pair without its other half: the true value is no more than this. */
const asBound = (result: Readable): Readable => ({
  ...result,
  value: {
    ...result.value,
    interval: { ...result.value.interval, low: -Infinity },
    note: 'only the higher of a pair by race is in the record: read as at most this',
  },
})

const givenOf = ({ value, moment, at }: Readable, note?: string): Given => {
  const given: Writable<Given> = { finding: value.interval, date: moment.date, from: at }
  if (value.original !== undefined) given.original = value.original
  const words =
    value.note === undefined || note === undefined ? (value.note ?? note) : `${value.note}; ${note}`
  if (words !== undefined) given.note = words
  return given
}

/** A result that may be the newer one, as its date is partial or missing, and would say less of safety. */
const rivalOf = (results: readonly Result[], chosen: Readable): Result | undefined =>
  results.find((one) => {
    if (one.moment !== undefined) {
      if (one.moment.day >= chosen.moment.day || one.moment.last < chosen.moment.day) return false
      return !('interval' in one.value) || compare(one.value.interval, chosen.value.interval) < 0
    }
    return 'interval' in one.value && compare(one.value.interval, chosen.value.interval) < 0
  })

/**
 * The newest result decides. Where it cannot be read the fact is not known: an older result would
 * hide what the newer may say.
 */
export const choose = (
  rule: LaboratoryRule,
  found: readonly Result[],
  isCurrent: (moment: Moment) => boolean,
): Chosen => {
  if (found.length === 0) return { why: 'no result in the record' }
  const results = inOrder(found, ({ at }) => at)
  const dated = results.every(isDated) ? results : results.filter(isDated)
  const newest = bestOf(newestOf(dated))
  if (newest === undefined) {
    return { why: `${String(results[0]?.at)} has no date that can be read, and counts as old` }
  }
  if (!isReadable(newest)) {
    const reason = 'unreadable' in newest.value ? newest.value.unreadable : ''
    return {
      why: `the newest result, ${newest.at} of ${newest.moment.date}, cannot be used: ${reason}`,
      date: newest.moment.date,
    }
  }
  const rival = rivalOf(results, newest)
  if (rival !== undefined) {
    return {
      why: `${rival.at} may be newer than ${newest.at} and says otherwise: its date does not tell`,
      date: newest.moment.date,
    }
  }
  if (newest.code.stratified === undefined) return loweredBy(rule, dated, newest)
  const plain = dated.filter(
    ({ code, moment }) => code.stratified === undefined && isCurrent(moment),
  )
  const better = bestOf(newestOf(plain))
  const note = `one of a pair by race; the lower ${rule.fact.words} is used`
  const used = better !== undefined && isReadable(better) ? lower(better, newest) : newest
  return { given: givenOf(used, note) }
}

/** Which of the sides of a rule a value lies on at most, counted from the lowest. */
const sideOf = ({ sides = [] }: LaboratoryRule, { high, highOpen }: Interval): number =>
  sides.filter(
    ({ by, limit }) => high > limit || (by === '<' && high === limit && highOpen !== true),
  ).length

/**
 * The chosen result. Where results of the same day lie on different sides of a limit it is the
 * lowest of them, whatever its time and method: what is safe must not hang on which one is right.
 */
const loweredBy = (rule: LaboratoryRule, results: readonly Dated[], chosen: Readable): Chosen => {
  if (results.length === 1 || rule.sides === undefined) return { given: givenOf(chosen) }
  const ofDay = results.filter(
    (one): one is Readable =>
      isReadable(one) && one.code.stratified === undefined && one.moment.day === chosen.moment.day,
  )
  const lowest = ofDay.reduce(lower, chosen)
  const side = sideOf(rule, lowest.value.interval)
  const other = ofDay.find(({ value }) => sideOf(rule, value.interval) !== side)
  if (other === undefined) return { given: givenOf(chosen) }
  return {
    given: givenOf(lowest, `the lower of two results of one day: ${wordsOf(other)} too`),
    problem: {
      kind: 'set-aside',
      where: lowest.at,
      message: `Two results of ${rule.fact.words} of ${chosen.moment.date} are at odds: ${wordsOf(lowest)} and ${wordsOf(other)}. The lower is used.`,
      remedy: 'Measure again before anything rests on it.',
    },
  }
}

const wordsOf = ({ value: { interval, original }, at }: Readable): string =>
  `${original ?? boundWords(interval)} (${at})`

const boundWords = ({ low, high, lowOpen, highOpen }: Interval): string =>
  low === high
    ? formatNumber(low)
    : high === Infinity
      ? `${lowOpen === true ? '>' : '>='}${formatNumber(low)}`
      : `${highOpen === true ? '<' : '<='}${formatNumber(high)}`
