import { formatNumber } from '../logic/quantity.ts'
import type { Origin, TitrationCalendar } from './calendar.ts'
import { daysBetween, longDate } from './dates.ts'
import { doseSteps } from './dose-steps.ts'
import type { TabletsAtHand } from './dose-steps.ts'
import { nextDose } from './next-dose.ts'
import { notAllowed } from './refusal.ts'
import type { PlanRefusal } from './refusal.ts'

/** The terms of a titration, from the action of the statement that allows it. */
export interface TitrationTerms {
  /** The exact dose taken now, in mg/day. */
  readonly from: number
  readonly step: number
  readonly everyDays: number
  readonly ceiling: number
  /** The first day that is seven full days after the last change. */
  readonly earliest: string
  /** The last day on which the eGFR still counts as known (R04). */
  readonly kidneysKnownUntil: string
  readonly watch: readonly string[]
}

/** The daily doses from the present one to the ceiling, each one step up the last one smaller. */
export const titrationDoses = (from: number, step: number, ceiling: number): readonly number[] => {
  const doses: number[] = []
  if (!(from > 0) || !(step > 0)) return doses
  for (let dose = from; dose < ceiling;) {
    dose = Math.round(nextDose(dose, step, ceiling) * 1e6) / 1e6
    doses.push(dose)
  }
  return doses
}

/** A titration calendar: from an exact dose, by the step and the interval of the terms, to the ceiling. */
export const titration = (
  origin: Origin,
  terms: TitrationTerms,
  start: string,
  tablets: TabletsAtHand,
): TitrationCalendar | PlanRefusal => {
  const { from, step, everyDays, ceiling, earliest, kidneysKnownUntil, watch } = terms
  const { statement } = origin.allowedBy
  if (daysBetween(start, earliest) > 0) {
    return {
      problems: [
        {
          kind: 'impossible',
          where: 'start',
          message: `${start} is too early: a step comes after ${String(everyDays)} full days at the present dose, and not before the day of the assessment.`,
          remedy: `Start on ${earliest} or later.`,
        },
      ],
    }
  }
  if (daysBetween(kidneysKnownUntil, start) > 0) {
    return notAllowed(
      statement,
      `On ${start} the eGFR is too old to be relied on (R04): it counts until ${kidneysKnownUntil}.`,
      'Measure the eGFR and assess again, or start earlier.',
    )
  }
  const doses = titrationDoses(from, step, ceiling)
  if (doses.length === 0) {
    return notAllowed(
      statement,
      `From ${formatNumber(from)} mg/day no step leads up to ${formatNumber(ceiling)} mg/day.`,
      'Assess the present dose again.',
    )
  }
  return {
    kind: 'titration',
    medicine: 'baclofen',
    presentMgPerDay: from,
    stepMgPerDay: step,
    everyDays,
    ceilingMgPerDay: ceiling,
    watch,
    ...tablets,
    ...doseSteps(from, doses, start, everyDays, tablets, (day) =>
      daysBetween(kidneysKnownUntil, day) > 0
        ? [
            `Measure the eGFR before this step: the last result counts only until ${longDate(kidneysKnownUntil)}.`,
          ]
        : [],
    ),
    ...origin,
  }
}
