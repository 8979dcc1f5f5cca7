import { formatNumber } from '../logic/quantity.ts'
import type { Origin, TaperCalendar } from './calendar.ts'
import { doseSteps } from './dose-steps.ts'
import type { TabletsAtHand } from './dose-steps.ts'
import { notAllowed } from './refusal.ts'
import type { PlanProblem, PlanRefusal } from './refusal.ts'

/** The terms of a taper, from the action of the statement that asks for it. */
export interface TaperTerms {
  /** The exact dose taken now, in mg/day. */
  readonly from: number
  /** Withdrawal or neurotoxicity is suspected, or not ruled out: no step down. */
  readonly onHold: boolean
  /** The dose at which the taper may end: 0 for a withdrawal, else the most that is left. */
  readonly end: number
  readonly commonStep: readonly [number, number]
  readonly commonEveryDays: number
}

/** What the prescriber sets. The source gives no schedule (R10), so nothing here has a default. */
export interface TaperChoice {
  readonly start: string
  readonly step: number
  readonly everyDays: number
  readonly to: number
}

/** The most steps that a calendar has. */
const mostSteps = 200

/** The daily doses from the present one down to the last, each one step less and the last one smaller. */
export const taperDoses = (from: number, step: number, to: number): readonly number[] => {
  const doses: number[] = []
  for (let count = 1; doses.length <= mostSteps; count++) {
    // From the first dose each time, so that no rounding of decimals adds up.
    const dose = Math.round((from - count * step) * 1e6) / 1e6
    doses.push(Math.max(dose, to))
    if (dose <= to) break
  }
  return doses
}

/** A taper calendar, by the steps that the prescriber set; never one step to nothing. */
export const taper = (
  origin: Origin,
  terms: TaperTerms,
  choice: TaperChoice,
  tablets: TabletsAtHand,
): TaperCalendar | PlanRefusal => {
  const { from, onHold, commonStep, commonEveryDays } = terms
  const { start, step, everyDays, to } = choice
  if (onHold) {
    return notAllowed(
      origin.allowedBy.statement,
      'No step down while withdrawal or neurotoxicity is suspected or not ruled out.',
      'Assess that first, as an emergency; then plan the taper.',
    )
  }
  const problems = choiceProblems(terms, choice)
  if (problems.length > 0) return { problems }
  return {
    kind: 'taper',
    medicine: 'baclofen',
    presentMgPerDay: from,
    stepMgPerDay: step,
    everyDays,
    endMgPerDay: to,
    common: {
      stepMgPerDay: commonStep,
      everyDays: commonEveryDays,
      differs: differences(terms, choice),
    },
    ...tablets,
    ...doseSteps(from, taperDoses(from, step, to), start, everyDays, tablets, () => []),
    ...origin,
  }
}

const choiceProblems = ({ from, end }: TaperTerms, choice: TaperChoice): readonly PlanProblem[] => {
  const { step, to } = choice
  const problem = (where: string, message: string, remedy: string): readonly PlanProblem[] => [
    { kind: 'impossible', where, message, remedy },
  ]
  const mg = (value: number): string => `${formatNumber(value)} mg/day`
  if (to >= from) {
    return problem('to', `${mg(to)} is not below the present dose, ${mg(from)}.`, 'End lower.')
  }
  if (end > 0 && to > end) {
    return problem('to', `The reduction leads to ${mg(end)} or less.`, `Give ${mg(end)} or less.`)
  }
  if (end > 0 && to === 0) {
    return problem(
      'to',
      'A reduction is not a withdrawal: it does not end at 0.',
      'If baclofen is to be withdrawn, assess with "stoppingBaclofen": true.',
    )
  }
  if (to === 0 && step >= from) {
    return problem(
      'step',
      `One step of ${mg(step)} from ${mg(from)} to nothing is a sudden stop (S38).`,
      `Give a step below ${mg(from)}.`,
    )
  }
  const steps = taperDoses(from, step, to).length
  return steps > mostSteps
    ? problem('step', `That would be more than ${String(mostSteps)} steps.`, 'Give a larger step.')
    : []
}

/** How a taper differs from what is commonly printed elsewhere; empty when it does not. */
const differences = (terms: TaperTerms, { step, everyDays }: TaperChoice): readonly string[] => {
  const [low, high] = terms.commonStep
  const common = terms.commonEveryDays
  const range = `${formatNumber(low)} to ${formatNumber(high)} mg per day`
  return [
    ...(step > high
      ? [`The step of ${formatNumber(step)} mg per day is larger than ${range}.`]
      : []),
    ...(step < low
      ? [`The step of ${formatNumber(step)} mg per day is smaller than ${range}.`]
      : []),
    ...(everyDays < common
      ? [`The steps are ${daysWords(everyDays)} apart, sooner than ${daysWords(common)}.`]
      : []),
    ...(everyDays > common
      ? [`The steps are ${daysWords(everyDays)} apart, later than ${daysWords(common)}.`]
      : []),
  ]
}

const daysWords = (days: number): string => (days === 1 ? '1 day' : `${String(days)} days`)
