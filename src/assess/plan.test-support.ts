import { assess } from './assess.ts'
import type { Assessment } from './assess.ts'
import type { FactsInput } from './input.ts'

/** The first worked example as typed facts. */
export const typical: FactsInput = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  potassium: 4.1,
  magnesium: 0.82,
  crampsPersist: true,
  baclofenSideEffects: false,
  liverDisease: false,
}

/** Facts of which some were never mentioned. */
export const without = (facts: FactsInput, ...names: readonly (keyof FactsInput)[]): FactsInput =>
  Object.fromEntries(
    Object.entries(facts).filter(([name]) => !names.includes(name as keyof FactsInput)),
  )

/** The assessment of facts that are not refused. */
export const planFor = (facts: FactsInput, on = '2026-11-23'): Assessment => {
  const assessment = assess(facts, { on })
  if (!('statements' in assessment)) throw new Error(JSON.stringify(assessment.problems))
  return assessment
}

/** The statements that hold, by id. */
export const held = (plan: Assessment): readonly string[] =>
  plan.statements.filter(({ holds }) => holds === 'true').map(({ id }) => id)

/** One statement of an assessment. */
export const statement = (plan: Assessment, id: string) => {
  const found = plan.statements.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no statement ${id}`)
  return found
}
