import type { Condition } from '../logic/condition.ts'
import { fold } from '../logic/condition.ts'
import { applies } from '../logic/statement.ts'
import { partsOf } from './parts.ts'
import type { Prover } from './prover.ts'
import { conditionWords } from './words.ts'

/** Every part of a condition, itself first. */
const within = (condition: Condition): readonly Condition[] => {
  const joined =
    (op: 'all' | 'any') =>
    (of: readonly (readonly Condition[])[], name?: string): readonly Condition[] => [
      { op, of: of.map((part) => part[0] as Condition), ...(name === undefined ? {} : { name }) },
      ...of.flat(),
    ]
  return fold<readonly Condition[]>(
    condition,
    {
      is: (fact) => [{ op: 'is', fact }],
      compare: (fact, by, limit) => [{ op: 'compare', fact, by, limit }],
      known: (fact) => [{ op: 'known', fact }],
      all: joined('all'),
      any: joined('any'),
      not: (of) => [{ op: 'not', of: of[0] as Condition }, ...of],
    },
    new Map(),
  )
}

/** Parts of statements that are never true or never false, and sentences that nobody is ever told. */
export const deadParts = async ({
  definition,
  terms,
  patient,
  isPossible,
  canBe,
}: Prover): Promise<readonly string[]> => {
  const dead = new Set<string>()
  for (const statement of definition.statements) {
    for (const part of within(statement.when)) {
      for (const never of ['true', 'false'] as const) {
        if (await isPossible(part, never)) continue
        dead.add(`${statement.id}: ${conditionWords(part)} is never ${never}.`)
      }
    }
    for (const { words, condition } of partsOf(statement)) {
      const told = terms.And(
        patient.truths(applies(statement)).yes,
        terms.Not(patient.truths(condition).no),
      )
      if (!(await canBe(told))) dead.add(`${statement.id}: never ${words}.`)
    }
  }
  return [...dead]
}
