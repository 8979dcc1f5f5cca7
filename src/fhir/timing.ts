import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import { isThere, numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** How often in a day, at least and at most; or why that cannot be told. */
export type TimesPerDay = readonly [low: number, high: number] | string

const hoursIn: ReadonlyMap<string | undefined, number> = new Map<string | undefined, number>([
  ['min', 1 / 60],
  ['h', 1],
  ['d', 24],
  ['wk', 168],
])

/** Timing codes of HL7's GTS abbreviations, as times a day. */
const abbreviations: ReadonlyMap<string | undefined, number> = new Map<string | undefined, number>([
  ['QD', 1],
  ['DAILY', 1],
  ['AM', 1],
  ['PM', 1],
  ['BED', 1],
  ['BID', 2],
  ['TID', 3],
  ['QID', 4],
  ['Q4H', 6],
  ['Q6H', 4],
  ['Q8H', 3],
  ['Q12H', 2],
  ['Q24H', 1],
  ['QOD', 0.5],
  ['WK', 1 / 7],
])

const fromCode = (timing: Json): number | undefined => {
  for (const coding of objectsOf(objectOf(timing['code'])?.['coding'])) {
    const times = abbreviations.get(textOf(coding['code']))
    if (times !== undefined) return times
  }
  return undefined
}

/** How many are listed; not a number where it is no list. */
const listed = (value: unknown): number =>
  Array.isArray(value) ? value.length : isThere(value) ? NaN : 0

/** A number that is left out is `otherwise`; one that cannot be read is not a number. */
const numberOr = (value: unknown, otherwise: number): number =>
  isThere(value) ? (numberOf(value) ?? NaN) : otherwise

/** Reads a Timing. Without one the amount of a day is not known: once a day is never assumed. */
export const timesPerDay = (value: unknown): TimesPerDay => {
  const timing = objectOf(value)
  if (timing === undefined) return 'it does not say how often'
  const coded = fromCode(timing)
  if (!isThere(timing['repeat'])) {
    return coded === undefined ? 'it does not say how often' : [coded, coded]
  }
  const repeat = objectOf(timing['repeat'])
  if (repeat === undefined) return 'its timing cannot be read'
  if (listed(repeat['dayOfWeek']) !== 0) return 'it is for some days of the week only'
  const said = [
    ...fromPeriod(repeat),
    ...fromMoments(repeat),
    ...(coded === undefined ? [] : [coded]),
  ]
  if (said.some(Number.isNaN)) return 'its timing cannot be read, or contradicts itself'
  if (said.length === 0) return 'it does not say how often'
  // The period, the moments of the day and the code are the same said in several ways: where they
  // do not agree, any may be meant.
  return [Math.min(...said), Math.max(...said)]
}

/** Times a day by frequency and period, at least and at most; none where the period is left out. */
const fromPeriod = (repeat: Json): readonly number[] => {
  const { period, periodMax, periodUnit, frequency, frequencyMax } = repeat
  if (!isThere(period)) return isThere(frequency) || isThere(frequencyMax) ? [NaN] : []
  const hours = hoursIn.get(textOf(periodUnit)) ?? NaN
  const shortest = numberOr(period, NaN)
  const longest = numberOr(periodMax, shortest)
  // A period without a frequency: FHIR takes it as once in the period.
  const fewest = numberOr(frequency, 1)
  const most = numberOr(frequencyMax, fewest)
  const sound = shortest > 0 && longest >= shortest && fewest > 0 && most >= fewest
  return sound ? [(fewest * 24) / (longest * hours), (most * 24) / (shortest * hours)] : [NaN]
}

/** Times a day by the moments of a day that are listed. */
const fromMoments = (repeat: Json): readonly number[] => {
  const moments = Math.max(listed(repeat['when']), listed(repeat['timeOfDay']))
  return moments === 0 ? [] : [moments]
}

/** Whether an instruction holds on a day: since when, or until when it did; undefined where that cannot be told. */
export type Holding =
  | { readonly holds: true; readonly since?: Moment }
  | { readonly holds: false; readonly until?: Moment }
  | undefined

/** Reads the period that bounds an instruction. */
export const holdingOn = (timing: unknown, on: Moment): Holding => {
  const repeat = objectOf(objectOf(timing)?.['repeat'])
  if (repeat === undefined) return { holds: true }
  const limited = ['boundsDuration', 'boundsRange', 'count', 'countMax']
  if (limited.some((name) => isThere(repeat[name]))) return undefined
  const given = repeat['boundsPeriod']
  if (!isThere(given)) return { holds: true }
  const bounds = objectOf(given)
  if (bounds === undefined) return undefined
  const start = momentOf(bounds['start'])
  const end = momentOf(bounds['end'])
  if (isThere(bounds['start']) && start === undefined) return undefined
  if (isThere(bounds['end']) && end === undefined) return undefined
  if (start !== undefined && start.day > on.day) return { holds: false }
  if (end !== undefined && end.last < on.day) return { holds: false, until: end }
  // A partial date that the day of the assessment lies in does not tell.
  if ((start?.last ?? on.day) > on.day || (end?.day ?? on.day) < on.day) return undefined
  return { holds: true, ...(start === undefined ? {} : { since: start }) }
}
