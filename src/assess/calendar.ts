import { staleAfterDays } from '../guideline/limits.ts'
import { notAllowed } from '../plan/refusal.ts'
import type { PlanRefusal } from '../plan/refusal.ts'
import type { Origin } from '../plan/calendar.ts'
import type { DosesPerDay } from '../plan/split.ts'
import type { OptionReader } from '../plan/options.ts'
import type { TabletsAtHand } from '../plan/dose-steps.ts'
import type { ComputedAction } from './action.ts'
import type { AssessedStatement, Assessment } from './assess.ts'
import { addDays, daysBetween, isCivilDate } from './dates.ts'
import { outOfDate } from './status.ts'

/** A statement that holds, with its action. */
export interface Allowing {
  readonly statement: AssessedStatement
  readonly action: ComputedAction
}

/** The first of these statements that holds; undefined when none does. */
export const holding = (assessment: Assessment, ids: readonly string[]): Allowing | undefined => {
  for (const id of ids) {
    const statement = assessment.statements.find((one) => one.id === id)
    if (statement?.holds === 'true' && statement.action !== undefined) {
      return { statement, action: statement.action }
    }
  }
  return undefined
}

/** Why none of these statements holds: what is missing, what defeats it, or what is not so. */
export const whyNot = (
  assessment: Assessment,
  ids: readonly string[],
  remedy = 'Assess again when this has changed.',
): PlanRefusal => ({
  problems: assessment.statements
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, holds, missing, defeatedBy, because }) => {
      const { problems } =
        holds === 'unknown'
          ? notAllowed(
              id,
              `It cannot be decided. ${because}`,
              `Find out: ${missing.join(', ')}; then assess again.`,
            )
          : notAllowed(
              id,
              `It does not hold. ${because}`,
              defeatedBy.length === 0 ? remedy : `Act on this first: ${defeatedBy.join(', ')}.`,
            )
      return problems
    }),
})

/** Where a calendar comes from, for its reader. */
export const originOf = (
  assessment: Assessment,
  { statement }: Allowing,
  notes: readonly string[],
): Origin => {
  const { guideline, on, policy, problems, assumed } = assessment
  const { id, version, status, reviewBy } = guideline
  const old = outOfDate(on, reviewBy)
  return {
    assessedOn: on,
    guideline: { id, version, status, ...(old === undefined ? {} : { outOfDate: old }) },
    ...(policy === undefined ? {} : { policy: policy.name }),
    allowedBy: {
      statement: statement.id,
      implements: statement.implements,
      basis: statement.basis,
    },
    notes: [
      ...notes,
      ...problems.map(({ where, message, remedy }) => `Check ${where}: ${message} ${remedy}`),
      ...(assumed.length === 0
        ? []
        : [
            `The assessment took ${String(assumed.length)} things to be absent that nobody was asked about: confirm them there.`,
          ]),
    ],
  }
}

/** A number that an action of an assessment carries. */
export const numberIn = (action: ComputedAction, name: string): number => {
  const value = action[name]
  if (typeof value !== 'number') throw new Error(`The action ${action.kind} carries no ${name}.`)
  return value
}

/** Texts that an action of an assessment carries; none when it carries no list of that name. */
export const textsIn = (action: ComputedAction, name: string): readonly string[] => {
  const value = action[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** How many days a result counts as known: the guideline's constant, or the site's shorter one. */
const knownDays = (assessment: Assessment): number =>
  assessment.policy?.staleAfterDays ?? staleAfterDays

/**
 * The last day on which a fact of the assessment still counts as known. A value typed without a date
 * is of the day of the assessment; one whose date cannot be read counts for that day only.
 */
export const knownUntil = (assessment: Assessment, fact: string): string => {
  const { on, facts } = assessment
  const date = facts[fact]?.date ?? on
  if (!isCivilDate(date)) return on
  return addDays(date < on ? date : on, knownDays(assessment))
}

/**
 * Reads the first day: from the day of the assessment on (or so many days earlier), while what was
 * assessed still counts.
 */
export const readStart = (
  reader: OptionReader,
  assessment: Assessment,
  earlierDays = 0,
): string => {
  const { on } = assessment
  const start = reader.date('start', 'Give the first day as YYYY-MM-DD.')
  if (start === '') return start
  const after = daysBetween(on, start)
  if (after < -earlierDays) {
    const earliest = addDays(on, -earlierDays)
    reader.refuse(
      'start',
      earlierDays === 0
        ? `${start} is before the day of the assessment, ${on}.`
        : `${start} is more than ${String(earlierDays)} days before the assessment of ${on}.`,
      `Start on ${earliest} or later.`,
    )
  }
  if (after > knownDays(assessment)) {
    reader.refuse(
      'start',
      `${start} is more than ${String(knownDays(assessment))} days after the assessment of ${on} (R04).`,
      'Assess nearer to the start.',
    )
  }
  return start
}

/** The tablets at hand, and how often a day they are taken. */
export interface TabletOptions {
  /** Strengths in mg, multiples of 0.5 up to 30; the policy's when left out. */
  readonly strengths?: readonly number[]
  /** 1 to 3; 3 when left out. */
  readonly dosesPerDay?: number
  /** The tablets may not be cut. */
  readonly wholeTabletsOnly?: boolean
}

/** Reads the tablets at hand from options, else from the policy of the assessment. */
export const readTablets = (reader: OptionReader, { policy }: Assessment): TabletsAtHand => ({
  mgPerTablet: reader.strengths('strengths', policy?.tabletStrengths),
  wholeTabletsOnly: reader.flag('wholeTabletsOnly'),
  dosesPerDay: (reader.number('dosesPerDay', {
    least: 1,
    most: 3,
    unit: 'doses a day',
    whole: true,
  }) ?? 3) as DosesPerDay,
})

/** How the day is split is in no source, and the prescriber should know. */
export const splitNote =
  'The source does not say how a day is split. Here the largest dose is at bedtime; the prescriber may change that.'

/** A sentence about blood tests that go with a change of dose, when the assessment asks for them (S32). */
export const testNotes = (assessment: Assessment): readonly string[] => {
  const monitoring = holding(assessment, ['monitor-first-month'])
  return monitoring === undefined
    ? []
    : [
        `Blood tests (${textsIn(monitoring.action, 'what').join(', ')}) go with every change of dose: see the monitoring calendar (S32).`,
      ]
}
