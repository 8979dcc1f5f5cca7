import { olderAdult, olderAdultCeiling } from '../guideline/limits.ts'
import type { TitrationCalendar } from '../plan/calendar.ts'
import { optionReader } from '../plan/options.ts'
import { notAllowed } from '../plan/refusal.ts'
import type { PlanRefusal } from '../plan/refusal.ts'
import { titration } from '../plan/titration.ts'
import type { Assessment } from './assess.ts'
import {
  holding,
  knownUntil,
  numberIn,
  originOf,
  readStart,
  readTablets,
  splitNote,
  testNotes,
  textsIn,
  whyNot,
} from './calendar.ts'
import type { TabletOptions } from './calendar.ts'

/** What a titration calendar needs besides an assessment. */
export interface TitrationOptions extends TabletOptions {
  /** The first day at the next dose, `YYYY-MM-DD`. */
  readonly start: string
  /** A clinician has made the checks that `review-before-exceeding-15-mg` names, and decided to go on. */
  readonly reviewed?: boolean
}

const increases = [
  'increase-baclofen',
  'increase-baclofen-older-adult',
  'review-before-exceeding-15-mg',
]

/** The increases that age and dose leave open, so that a refusal speaks of those only. */
const increasesFor = ({ facts }: Assessment): readonly string[] => {
  const age = facts['age']?.value
  const dose = facts['baclofenDose']?.value
  if (typeof age !== 'number' || typeof dose !== 'number') return increases
  if (age < olderAdult.value) return increases.slice(0, 1)
  return dose < olderAdultCeiling.value ? increases.slice(1, 2) : increases.slice(2)
}

/** The calendar of the increase that an assessment advises, or every reason why there is none. */
export const titrationCalendar = (
  assessment: Assessment,
  options: TitrationOptions,
): TitrationCalendar | PlanRefusal => {
  const reader = optionReader(options)
  const start = readStart(reader, assessment)
  const tablets = readTablets(reader, assessment)
  const reviewed = reader.flag('reviewed')
  if (reader.problems.length > 0) return { problems: reader.problems }
  const allowing = holding(assessment, increases)
  if (allowing === undefined)
    return notYet(assessment) ?? whyNot(assessment, increasesFor(assessment))
  const { statement, action } = allowing
  const checks = textsIn(action, 'afterReview')
  if (checks.length > 0 && !reviewed) {
    return notAllowed(
      statement.id,
      `Going on from here is a clinician's decision after checking ${checks.join(', ')} (R05).`,
      'When that was done and decided, say so: "reviewed" (--reviewed).',
    )
  }
  if (typeof action['from'] !== 'number') {
    return notAllowed(
      statement.id,
      'A step starts from an exact dose, and only a range is known.',
      'Establish the dose in mg/day that is taken now.',
    )
  }
  const everyDays = numberIn(action, 'everyDays')
  return titration(
    originOf(assessment, allowing, [...reviewNotes(checks), ...testNotes(assessment), splitNote]),
    {
      from: action['from'],
      step: numberIn(action, 'step'),
      everyDays,
      ceiling: numberIn(action, 'ceiling'),
      // An increase holds only after the full days at the dose, so the day of the assessment will do.
      earliest: assessment.on,
      kidneysKnownUntil: knownUntil(assessment, 'eGfr'),
      watch: watchFor(assessment),
    },
    start,
    tablets,
  )
}

const reviewNotes = (checks: readonly string[]): readonly string[] =>
  checks.length === 0
    ? []
    : [
        `A clinician has checked ${checks.join(', ')} and decided to go above 15 mg per day. Repeat the checks before each step (S41, R05).`,
      ]

const watchFor = (assessment: Assessment): readonly string[] =>
  ['monitor-side-effects', 'monitor-older-adult'].flatMap((id) => {
    const monitor = holding(assessment, [id])
    return monitor === undefined ? [] : textsIn(monitor.action, 'what')
  })

const notYet = (assessment: Assessment): PlanRefusal | undefined => {
  const wait = holding(assessment, ['wait-before-next-increase'])
  if (wait === undefined) return undefined
  const earliest = String(wait.action['earliest'])
  return notAllowed(
    wait.statement.id,
    'Seven full days at the present dose come first (R06).',
    `Assess again on ${earliest} or later, and plan then.`,
  )
}
