import { numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** How often in a day, at least and at most; or why that cannot be told. */
export type TimesPerDay = readonly [low: number, high: number] | string

const hoursIn: Readonly<Record<string, number>> = {
  min: 1 / 60,
  h: 1,
  d: 24,
  wk: 168,
}

/** Timing codes of HL7's GTS abbreviations, as times a day. */
const abbreviations: Readonly<Record<string, number>> = {
  QD: 1,
  DAILY: 1,
  AM: 1,
  PM: 1,
  BED: 1,
  BID: 2,
  TID: 3,
  QID: 4,
  Q4H: 6,
  Q6H: 4,
  Q8H: 3,
  Q12H: 2,
  Q24H: 1,
  QOD: 0.5,
  WK: 1 / 7,
}

const fromCode = (timing: Json): number | undefined => {
  for (const coding of objectsOf(objectOf(timing['code'])?.['coding'])) {
    const code = textOf(coding['code'])
    const times = code === undefined ? undefined : abbreviations[code]
    if (times !== undefined) return times
  }
  return undefined
}

const listed = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** Reads a Timing. Without one the amount of a day is not known: once a day is never assumed. */
export const timesPerDay = (value: unknown): TimesPerDay => {
  const timing = objectOf(value)
  if (timing === undefined) return 'it does not say how often'
  const repeat = objectOf(timing['repeat'])
  if (repeat === undefined) {
    const times = fromCode(timing)
    return times === undefined ? 'it does not say how often' : [times, times]
  }
  if (listed(repeat['dayOfWeek']) > 0) return 'it is for some days of the week only'
  const period = numberOf(repeat['period'])
  const frequency = numberOf(repeat['frequency'])
  if (period === undefined) {
    const moments = Math.max(listed(repeat['when']), listed(repeat['timeOfDay']))
    if (moments > 0 && frequency === undefined) return [moments, moments]
    const times = fromCode(timing)
    return times === undefined ? 'it does not say in what period' : [times, times]
  }
  const hours = hoursIn[textOf(repeat['periodUnit']) ?? '']
  if (hours === undefined) return 'it does not say in what unit its period is'
  const longest = numberOf(repeat['periodMax']) ?? period
  // A period without a frequency: FHIR takes it as once in the period.
  const fewest = frequency ?? 1
  const most = numberOf(repeat['frequencyMax']) ?? fewest
  if (period <= 0 || longest < period || fewest <= 0 || most < fewest) {
    return 'its timing contradicts itself'
  }
  // Moments of the day that do not agree with the frequency: either may be meant.
  const moments = Math.max(listed(repeat['when']), listed(repeat['timeOfDay']))
  const least = moments === 0 ? fewest : Math.min(fewest, moments)
  const greatest = Math.max(most, moments)
  return [(least * 24) / (longest * hours), (greatest * 24) / (period * hours)]
}

/** Whether an instruction holds on a day, by the period that bounds it; undefined where that cannot be told. */
export const holdsOn = (
  value: unknown,
  on: number,
  dayOf: (value: unknown) => number | undefined,
): boolean | undefined => {
  const repeat = objectOf(objectOf(value)?.['repeat'])
  if (repeat === undefined) return true
  if (repeat['boundsDuration'] !== undefined || repeat['boundsRange'] !== undefined) {
    return undefined
  }
  const bounds = objectOf(repeat['boundsPeriod'])
  if (bounds === undefined) return true
  const start = dayOf(bounds['start'])
  const end = dayOf(bounds['end'])
  return !((start !== undefined && start > on) || (end !== undefined && end < on))
}
