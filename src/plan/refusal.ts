import type { Problem, ProblemKind } from '../logic/given.ts'

/** Why there is no calendar: an option that cannot be used, or an assessment that does not allow it. */
export interface PlanProblem extends Omit<Problem, 'kind'> {
  /** `not-allowed`: the assessment says no; `where` is then a statement. Else `where` is an option. */
  readonly kind: ProblemKind | 'not-allowed'
}

/** A calendar that was refused: every reason at once, each with its remedy. */
export interface PlanRefusal {
  readonly problems: readonly PlanProblem[]
}

/** A refusal for one reason that lies in the assessment. */
export const notAllowed = (where: string, message: string, remedy: string): PlanRefusal => ({
  problems: [{ kind: 'not-allowed', where, message, remedy }],
})

/** Whether it is the assessment that says no, and not an option that is wrong. */
export const isNotAllowed = ({ problems }: PlanRefusal): boolean =>
  problems.every(({ kind }) => kind === 'not-allowed')
