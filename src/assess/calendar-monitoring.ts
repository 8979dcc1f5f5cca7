import type { MonitoringCalendar } from '../plan/calendar.ts'
import { monitoring } from '../plan/monitoring.ts'
import { optionReader } from '../plan/options.ts'
import type { PlanRefusal } from '../plan/refusal.ts'
import type { Assessment } from './assess.ts'
import { holding, numberIn, originOf, readStart, textsIn, whyNot } from './calendar.ts'

/** What a monitoring calendar needs besides an assessment. */
export interface MonitoringOptions {
  /** The day of the change of dose, `YYYY-MM-DD`. */
  readonly start: string
  /** Days of further changes, such as the steps of a titration. */
  readonly changes?: readonly string[]
}

const firstMonth = ['monitor-first-month']

/** The days for the blood tests that an assessment asks for, or every reason why there are none. */
export const monitoringCalendar = (
  assessment: Assessment,
  options: MonitoringOptions,
): MonitoringCalendar | PlanRefusal => {
  const reader = optionReader(options)
  const start = readStart(reader, assessment)
  const changes = reader.dates('changes')
  if (changes.some((change) => change < start)) {
    reader.refuse(
      'changes',
      `A further change comes after the first, ${start}.`,
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
