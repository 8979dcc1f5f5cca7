import type { Given, Problem } from '../logic/given.ts'
import type { Interval } from '../logic/interval.ts'
import type { LaboratoryCode, LaboratoryRule } from '../logic/record-rules.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import { objectOf } from './json.ts'
import type { Json } from './json.ts'
import { valueOf } from './result-value.ts'
import type { ReadValue } from './result-value.ts'

/** A result that bears on a fact. */
export interface Result {
  readonly at: string
  readonly code: Pick<LaboratoryCode, 'rank' | 'stratified'>
  readonly moment: Moment
  readonly value: ReadValue
}

const final: readonly unknown[] = ['final', 'amended', 'corrected']

/** When a result was: of its specimen, else when it was issued. */
const whenOf = (observation: Json): unknown => {
  const period = objectOf(observation['effectivePeriod'])
  return (
    observation['effectiveDateTime'] ??
    observation['effectiveInstant'] ??
    period?.['end'] ??
    period?.['start'] ??
    observation['issued']
  )
}

/** Reads one laboratory observation; undefined where it does not count, with a problem where that is news. */
export const resultOf = (
  rule: LaboratoryRule,
  code: LaboratoryCode,
  { resource, at }: Placed,
  on: Moment,
  problems: Problem[],
): Result | undefined => {
  if (!final.includes(resource['status'])) return undefined
  const moment = momentOf(whenOf(resource))
  if (moment === undefined) {
    problems.push({
      kind: 'set-aside',
      where: `${at}.effectiveDateTime`,
      message: `This ${rule.fact.words} has no date that can be read, and counts as old.`,
      remedy: 'Give the date of the specimen as YYYY-MM-DD.',
    })
    return undefined
  }
  if (moment.day > on.day) {
    problems.push({
      kind: 'set-aside',
      where: `${at}.effectiveDateTime`,
      message: `${moment.date} is after the day of the assessment, ${on.date}.`,
      remedy: 'Correct the date, or assess on a later day.',
    })
    return undefined
  }
  return { at, code, moment, value: valueOf(rule, code, resource) }
}

/** The chosen result, and what is to be said of it. */
export type Chosen = { readonly given: Given } | { readonly why: string }

/** Negative where the first is the lower: by what it may be at most, then at least. */
const compare = (one: Interval, other: Interval): number =>
  one.high - other.high || one.low - other.low

const readable = (
  result: Result,
): result is Result & { readonly value: Extract<ReadValue, { interval: Interval }> } =>
  'interval' in result.value

const givenOf = (result: Result, note?: string): Given | undefined => {
  const { value, moment, at } = result
  if (!('interval' in value)) return undefined
  const notes = [value.note, note].filter((one) => one !== undefined)
  return {
    finding: value.interval,
    date: moment.date,
    from: at,
    ...(value.original === undefined ? {} : { original: value.original }),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  }
}

/** Those of the newest day; where all of them have a time, of the newest time. */
const newestOf = (results: readonly Result[]): readonly Result[] => {
  const day = Math.max(...results.map(({ moment }) => moment.day))
  const ofDay = results.filter(({ moment }) => moment.day === day)
  const instants = ofDay.map(({ moment }) => moment.instant ?? Number.NaN)
  const last = Math.max(...instants)
  return Number.isNaN(last) ? ofDay : ofDay.filter(({ moment }) => moment.instant === last)
}

/** The best of results taken at the same time: the better method, and of equals the lower value. */
const bestOf = (results: readonly Result[]): Result | undefined => {
  const rank = Math.min(...results.map(({ code }) => code.rank))
  const best = results.filter(({ code }) => code.rank === rank)
  if (!best.every(readable)) return best.find((one) => !readable(one))
  return best.reduce((one, other) =>
    compare(other.value.interval, one.value.interval) < 0 ? other : one,
  )
}

/**
 * The newest result decides. Where it cannot be read the fact is not known: an older result would
 * hide what the newer may say.
 */
export const choose = (
  rule: LaboratoryRule,
  results: readonly Result[],
  isCurrent: (moment: Moment) => boolean,
): Chosen => {
  const chosen = bestOf(newestOf(results))
  if (chosen === undefined) return { why: 'no result in the record' }
  if ('unreadable' in chosen.value) {
    return {
      why: `the newest result, ${chosen.at} of ${chosen.moment.date}, cannot be used: ${chosen.value.unreadable}`,
    }
  }
  const given = givenOf(chosen)
  if (given === undefined) return { why: 'no result in the record' }
  if (chosen.code.stratified !== true || !readable(chosen)) return { given }
  const plain = results.filter(({ code, moment }) => code.stratified !== true && isCurrent(moment))
  const note = `one of a pair by race; the lower ${rule.fact.words} is used`
  const better = plain.length === 0 ? undefined : bestOf(newestOf(plain))
  const lower =
    better !== undefined &&
    readable(better) &&
    compare(better.value.interval, chosen.value.interval) <= 0
      ? better
      : chosen
  return { given: givenOf(lower, note) ?? given }
}
