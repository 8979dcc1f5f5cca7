import type { Calendar } from './calendar.ts'
import { readTablet } from './magnesium-tablet.ts'
import { magnesium } from './magnesium.ts'
import { monitoring } from './monitoring.ts'
import { origin, tabletsOf } from './plan.test-support.ts'
import type { PlanRefusal } from './refusal.ts'
import { taper } from './taper.ts'
import { titration } from './titration.ts'

const ready = <T extends Calendar>(calendar: T | PlanRefusal): T => {
  if ('problems' in calendar) throw new Error(calendar.problems[0]?.message)
  return calendar
}

const taperTerms = {
  from: 30,
  onHold: false,
  end: 0,
  commonStep: [5, 10],
  commonEveryDays: 7,
} as const

/** From 15 mg/day after the review, over the end of the year, with the tablets named. */
export const titrated = (...strengths: readonly number[]) =>
  ready(
    titration(
      { ...origin, notes: ['A clinician has checked.'] },
      {
        from: 15,
        step: 5,
        everyDays: 7,
        ceiling: 30,
        earliest: '2026-12-28',
        kidneysKnownUntil: '2027-01-10',
        watch: ['dizziness', 'somnolence', 'weakness', 'urinary function'],
      },
      '2026-12-28',
      { ...tabletsOf(...strengths), dosesPerDay: 2 },
    ),
  )

/** Off 30 mg/day by so much every ten days. */
export const tapered = (step: number) =>
  ready(
    taper(origin, taperTerms, { start: '2026-12-14', step, everyDays: 10, to: 0 }, tabletsOf(10)),
  )

/** Ten nights over the end of the year, of a tablet. */
export const magnesiumNights = (label: string) => {
  const tablet = readTablet(label)
  if ('message' in tablet) throw new Error(tablet.message)
  return ready(
    magnesium(
      origin,
      { mmolPerDay: 12, mmolPerDayAtMost: 24, knownUntil: '2027-02-23' },
      { start: '2026-12-28', nights: 10, tablet },
    ),
  )
}

/** Tests around two changes of dose. */
export const monitored = () =>
  monitoring(origin, { what: ['creatinine', 'sodium', 'potassium'], everyDays: 7, forDays: 28 }, [
    '2026-12-14',
    '2026-12-21',
  ])

/** One calendar of each kind, and two that are not ready. */
export const everyCalendar = (): readonly (readonly [string, Calendar])[] => [
  ['titration', titrated(5, 10)],
  ['titration that tablets do not make', titrated(15)],
  ['taper', tapered(10)],
  ['taper that tablets do not make', tapered(12)],
  ['magnesium', magnesiumNights('97.2 mg elemental')],
  ['magnesium that tablets do not make', magnesiumNights('400 mg oxide')],
  ['monitoring', monitored()],
]
