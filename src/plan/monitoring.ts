import type { MonitoringCalendar, Origin } from './calendar.ts'
import { addDays } from './dates.ts'

/** The terms of monitoring, from the action of the statement that asks for it. */
export interface MonitoringTerms {
  readonly what: readonly string[]
  readonly everyDays: number
  readonly forDays: number
}

/** The days after a change on which to test: at each interval, and always on the last day. */
export const daysAfter = (everyDays: number, forDays: number): readonly number[] => {
  const days: number[] = []
  for (let day = everyDays; day < forDays; day += everyDays) days.push(day)
  return [...days, forDays]
}

/**
 * Days for blood tests: a baseline before each change, then at the interval for as long as the terms
 * say (S32, R25). Days that two changes share are one test.
 */
export const monitoring = (
  origin: Origin,
  terms: MonitoringTerms,
  changes: readonly string[],
): MonitoringCalendar => {
  const because = new Map<string, string[]>()
  const add = (on: string, why: string): void => {
    because.set(on, [...(because.get(on) ?? []), why])
  }
  const dates = [...new Set(changes)].sort()
  for (const [index, change] of dates.entries()) {
    const which = dates.length === 1 ? 'the change' : `change ${String(index + 1)}`
    add(change, `baseline, before ${which}`)
    for (const days of daysAfter(terms.everyDays, terms.forDays)) {
      add(addDays(change, days), `${String(days)} days after ${which}`)
    }
  }
  const tests = [...because.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, why], index) => ({ number: index + 1, on, because: why }))
  return { kind: 'monitoring', ...terms, changes: dates, tests, ...origin }
}
