import { expect, test } from 'vitest'
import type { Finding, Findings } from '../logic/fact.ts'
import { close } from '../logic/implication.ts'
import { exactly } from '../logic/interval.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import { evaluate } from '../logic/trace.ts'
import type { Truth } from '../logic/truth.ts'
import { facts } from './facts.ts'
import type { FactId } from './facts.ts'
import { implications } from './implications.ts'

/** What a row of a test says of a patient: a number is an exact value; undefined takes a fact away. */
export type Situation = Partial<Record<FactId, boolean | number | Finding | undefined>>

const findingOf = (value: boolean | number | Finding | undefined): Finding | undefined =>
  typeof value === 'boolean'
    ? value
      ? 'true'
      : 'false'
    : typeof value === 'number'
      ? exactly(value)
      : value

/** The first worked example: 58 years, 20 mg/day for 14 days, eGFR 78, cramps, no side effects. */
export const typical: Situation = {
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

/** The same at 30 mg/day with physical measures tried: the gate to the second line is open. */
export const gateOpen: Situation = { ...typical, baclofenDose: 30, physicalMeasuresTried: true }

/** Findings for a situation, with what is assumed and what follows. */
export const findingsFor = (situation: Situation): Findings => {
  const assumed = facts.flatMap(({ id, absent }) =>
    absent === 'assumed-no' ? [[id, 'false']] : [],
  )
  const given = Object.entries(situation).map(([id, value]) => [id, findingOf(value)])
  return close(Object.fromEntries([...assumed, ...given]) as Findings, implications).findings
}

/** The truth of a statement in a situation. */
export const holds = (statement: Statement, situation: Situation): Truth =>
  evaluate(applies(statement), findingsFor(situation))

declare module 'vitest' {
  interface TaskMeta {
    /** The statement of a row, and the truth that it must have: counted for docs/quality.md. */
    row?: { readonly statement: string; readonly expected: Truth }
  }
}

/** One test a row: the sentence, what is changed in the base situation, and the truth expected. */
export const situations = (
  statement: Statement,
  base: Situation,
  rows: readonly (readonly [sentence: string, change: Situation, expected: Truth])[],
): void => {
  test.for(rows)(`${statement.id}: %s`, ([, change, expected], { task }) => {
    task.meta.row = { statement: statement.id, expected }
    expect(holds(statement, { ...base, ...change })).toBe(expected)
  })
}
