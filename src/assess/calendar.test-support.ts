import { expect } from 'vitest'
import { isNotAllowed } from '../plan/refusal.ts'
import type { PlanRefusal } from '../plan/refusal.ts'
import { assess } from './assess.ts'
import type { Assessment } from './assess.ts'
import type { FactsInput } from './input.ts'
import type { Policy } from './policy.ts'

/** The first day of a calendar: five days after the assessment. */
export const start = '2026-11-30'

const typical: FactsInput = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  baclofenSideEffects: false,
  crampsPersist: true,
  potassium: 4.1,
  magnesium: 0.82,
  waterAndSodiumDepletion: false,
}

/** Someone for whom the next step is advised, but for what is changed; assessed on 25 November 2026. */
export const assessed = (change: FactsInput = {}, policy?: Policy): Assessment => {
  const how = { on: '2026-11-25', ...(policy === undefined ? {} : { policy }) }
  const assessment = assess({ ...typical, ...change }, how)
  if (!('statements' in assessment)) throw new Error(assessment.problems[0]?.message)
  return assessment
}

/** "made", or who refuses: the statement that says no, or the option that is wrong. */
export const outcome = (calendar: object | PlanRefusal): string => {
  if (!('problems' in calendar)) return 'made'
  for (const { message, remedy } of calendar.problems) {
    expect(message).toMatch(/\.$/)
    expect(remedy).toMatch(/\.$/)
  }
  const places = calendar.problems.map(({ where }) => where).join(' ')
  return `${isNotAllowed(calendar) ? 'not allowed' : 'bad option'}: ${places}`
}

/** An eGFR with the date of its result. */
export const dated = (value: number, date: string) => ({ value, unit: 'mL/min/{1.73_m2}', date })
