import type { Action } from '../logic/action.ts'

/** How many days lie between the steps of an action, where it has steps of its own. */
export const daysApart = (action: Action): number | undefined =>
  action.kind === 'wait' ? action.days : action.kind === 'titrate' ? action.everyDays : undefined

/** The dose in mg/day that an action leads to from the present one, where it leads to one. */
export const nextDose = (action: Action, present: number): number | undefined =>
  action.kind === 'reduce'
    ? action.to.value
    : action.kind === 'titrate'
      ? Math.min(present + action.step.value, action.ceiling.value)
      : undefined
