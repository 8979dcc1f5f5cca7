import type { MonitoringCalendar } from '../plan/calendar.ts'
import { monitoring } from '../plan/monitoring.ts'
import { optionReader } from '../plan/options.ts'
import type { PlanRefusal } from '../plan/refusal.ts'
import type { Assessment } from './assess.ts'
import { holding, numberIn, originOf, readStart, textsIn, whyNot } from './calendar.ts'
import { daysBetween } from './dates.ts'

/** What a monitoring calendar needs besides an assessment. */
export interface MonitoringOptions {
  /** The day of the change of dose, `YYYY-MM-DD`; it may be up to four weeks ago. */
  readonly start: string
  /** Days of further changes, such as the steps of a titration. */
  readonly changes?: readonly string[]
}

const firstMonth = ['monitor-first-month']

/** A change further back has no test left to come. */
const daysBack = 28

/** The days for the blood tests that an assessment asks for, or every reason why there are none. */
export const monitoringCalendar = (
  assessment: Assessment,
  options: MonitoringOptions,
): MonitoringCalendar | PlanRefusal => {
  const reader = optionReader(options)
  const start = readStart(reader, assessment, daysBack)
  const changes = reader.dates('changes')
  if (
    start !== '' &&
    changes.some((change) => change < start || daysBetween(start, change) > 366)
  ) {
    reader.refuse(
      'changes',
      `A further change comes after the first, ${start}, and within a year.`,
      'Give later days.',
    )
  }
  if (reader.problems.length > 0) return { problems: reader.problems }
  const allowing = holding(assessment, firstMonth)
  if (allowing === undefined) return whyNot(assessment, firstMonth)
  const { action } = allowing
  return monitoring(
    originOf(assessment, allowing, [
      'The source names the tests and the first month; every week is outside evidence (R25).',
    ]),
    {
      what: textsIn(action, 'what'),
      everyDays: numberIn(action, 'everyDays'),
      forDays: numberIn(action, 'forDays'),
    },
    [start, ...changes],
  )
}
