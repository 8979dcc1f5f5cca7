import type { LaboratoryCode, LaboratoryRule } from '../logic/record-rules.ts'
import { meaningsOf } from './code-index.ts'
import type { Found } from './code-index.ts'
import type { Context, Gathered, Reader } from './context.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import { isThere, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { valueOf } from './result-value.ts'
import type { ReadValue } from './result-value.ts'

/** A result that bears on a fact. */
export interface Result {
  readonly at: string
  readonly code: Pick<LaboratoryCode, 'rank' | 'stratified'>
  /** Left out where it has no date that can be read. */
  readonly moment: Moment | undefined
  readonly value: ReadValue
}

const final: readonly unknown[] = ['final', 'amended', 'corrected']
/** There is no result, or it was taken back. */
const none: readonly unknown[] = ['registered', 'cancelled', 'entered-in-error']

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

/** Reads the laboratory results of an Observation: its own, and those of its components. */
export const readObservation: Reader = (placed, into, context) => {
  const { resource } = placed
  readCoded(placed, resource, placed.at, into, context)
  if (isThere(resource['valueCodeableConcept'])) readState(placed, into, context)
  if (!isThere(resource['component'])) return
  objectsOf(resource['component']).forEach((component, index) => {
    const at = `${placed.at}.component[${String(index)}]`
    readCoded(placed, component, at, into, context)
  })
}

/** For so many days what an observation found is asked for. */
const stateDays = 365

/** Reads an observation whose value is a problem of ours, such as "pregnant": it must be asked. */
const readState = ({ resource, at }: Placed, into: Gathered, { index, on }: Context): void => {
  const moment = momentOf(whenOf(resource))
  if (none.includes(resource['status']) || moment === undefined) return
  if (moment.day > on.day || on.day - moment.day > stateDays) return
  for (const { meaning } of meaningsOf(index, resource['valueCodeableConcept'])) {
    if (meaning.is !== 'problem') continue
    const note = `an observation of ${moment.date} found it: ask whether it is so`
    const given = { finding: 'unknown', from: at, date: moment.date, note } as const
    into.said.push({ fact: meaning.rule.fact, given })
  }
}

/** Reads the results that a report holds within itself; they are of the day of the report, unless they say otherwise. */
export const readReport: Reader = (placed, into, context) => {
  const { effectiveDateTime, issued, contained } = placed.resource
  for (const one of objectsOf(contained)) {
    if (one['resourceType'] !== 'Observation') continue
    const resource = { effectiveDateTime, issued, ...one }
    const at = `${placed.at}#${textOf(one['id']) ?? ''}`
    readObservation({ ...placed, resource, at }, into, context)
  }
}

/** Reads what a coded part of an Observation says. */
const readCoded = (
  placed: Placed,
  part: Json,
  at: string,
  into: Gathered,
  context: Context,
): void => {
  const found = meaningsOf(context.index, part['code'])
  if (found.length === 0) return
  let rules: readonly LaboratoryRule[] = []
  for (const { meaning } of found) {
    if (meaning.is === 'computed-from') readSource(meaning.rule, placed, at, into, context)
    if (meaning.is !== 'result' || rules.includes(meaning.rule)) continue
    rules = rules.length === 0 ? [meaning.rule] : [...rules, meaning.rule]
  }
  for (const rule of rules) {
    const result = resultOf(rule, found, placed, part, at, rules.length > 1, context)
    if (result === undefined) continue
    const results = into.results.get(rule)
    if (results === undefined) into.results.set(rule, [result])
    else results.push(result)
  }
}

/** Notes of what day a result is that another is computed from; its value does not matter. */
const readSource = (
  rule: LaboratoryRule,
  { resource }: Placed,
  at: string,
  into: Gathered,
  { on }: Context,
): void => {
  const moment = momentOf(whenOf(resource))
  if (none.includes(resource['status']) || moment === undefined || moment.day > on.day) return
  into.sources.push({ rule, at, moment })
}

/** One result; undefined where it does not count, with a problem where that is news. */
const resultOf = (
  rule: LaboratoryRule,
  found: readonly Found[],
  { resource, doubt }: Placed,
  part: Json,
  at: string,
  mixed: boolean,
  { on, problems }: Context,
): Result | undefined => {
  const status = resource['status']
  if (none.includes(status)) return undefined
  const moment = momentOf(whenOf(resource))
  if (moment === undefined || moment.day > on.day) {
    problems.push({
      kind: 'set-aside',
      where: `${at}.effectiveDateTime`,
      message:
        moment === undefined
          ? `This ${rule.fact.words} has no date that can be read, and counts as old.`
          : `${moment.date} is after the day of the assessment, ${on.date}.`,
      remedy:
        moment === undefined
          ? 'Give the date of the specimen as YYYY-MM-DD.'
          : 'Correct the date, or assess on a later day.',
    })
    if (moment !== undefined) return undefined
  }
  const code = codeOf(rule, found)
  const reason =
    doubt ??
    (final.includes(status) ? undefined : `it is ${textOf(status) ?? 'of no status'}, not final`) ??
    (mixed || typeof code === 'string' ? 'its codes contradict each other' : undefined)
  return {
    at,
    code: typeof code === 'string' ? { rank: 0 } : code,
    moment,
    value:
      reason !== undefined || typeof code === 'string'
        ? { unreadable: reason ?? '' }
        : valueOf(rule, code, part),
  }
}

/** The code of a result: of several the worst in rank; none where they do not mean the same. */
const codeOf = (
  rule: LaboratoryRule,
  found: readonly Found[],
): LaboratoryCode | 'contradictory' => {
  let worst: LaboratoryCode | undefined
  for (const { meaning } of found) {
    if (meaning.is === 'never-result') return 'contradictory'
    if (meaning.is !== 'result' || meaning.rule !== rule) continue
    const { code } = meaning
    if (worst !== undefined && code.measures !== worst.measures) return 'contradictory'
    if (worst === undefined || code.rank > worst.rank) worst = code
  }
  return worst ?? 'contradictory'
}
