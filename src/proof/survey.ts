import type { Condition } from '../logic/condition.ts'
import { fold } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import { compile } from '../logic/program.ts'
import { applies } from '../logic/statement.ts'
import type { Truth } from '../logic/truth.ts'
import { complete } from './concrete.ts'
import { effectOf } from './difference.ts'
import type { Shows } from './evaluated.ts'
import type { Prover } from './prover.ts'
import type { Example, Survey } from './result.ts'
import { weakenings } from './weaken.ts'
import { conditionWords } from './words.ts'

const truth = (definition: Definition, condition: Condition, expected: Truth): Shows => {
  const program = compile([condition])
  return ([patient]) => {
    const findings = patient === undefined ? undefined : complete(definition, patient)
    return findings !== undefined && program(findings)[0] === expected
  }
}

const anyOf = (definition: Definition): Condition => ({
  op: 'any',
  of: definition.statements.map(applies),
})

/** A patient for whom no statement holds, none of them being open, and one with something open. */
const silence = async (prover: Prover, definition: Definition): Promise<Survey['silence']> => {
  const some = anyOf(definition)
  const total = await prover.find(some, 'false', truth(definition, some, 'false'))
  const asking = await prover.find(some, 'unknown', truth(definition, some, 'unknown'))
  return {
    ...(total === undefined ? {} : { total }),
    ...(asking === undefined ? {} : { asking }),
  }
}

const examples = async (prover: Prover, definition: Definition): Promise<Survey['statements']> => {
  const found: { id: string; holds?: Example; fails?: Example }[] = []
  for (const statement of definition.statements) {
    const condition = applies(statement)
    const holds = await prover.find(condition, 'true', truth(definition, condition, 'true'))
    const fails = await prover.find(condition, 'false', truth(definition, condition, 'false'))
    found.push({
      id: statement.id,
      ...(holds === undefined ? {} : { holds }),
      ...(fails === undefined ? {} : { fails }),
    })
  }
  return found
}

/** Every part of a condition, itself among them. */
const partsOf = (condition: Condition): readonly Condition[] => {
  const parts = new Map<Condition, readonly Condition[]>()
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
    parts,
  )
}

const deadParts = async (prover: Prover, definition: Definition): Promise<readonly string[]> => {
  const dead: string[] = []
  for (const { id, when } of definition.statements) {
    for (const part of partsOf(when)) {
      for (const never of ['true', 'false'] as const) {
        if (await prover.isPossible(part, never)) continue
        dead.push(`${id}: ${conditionWords(part)} is never ${never}`)
      }
    }
  }
  return [...new Set(dead)]
}

const redundantParts = async (
  prover: Prover,
  definition: Definition,
): Promise<readonly string[]> => {
  const redundant: string[] = []
  for (const weakened of weakenings(definition)) {
    const after = prover.against(weakened.definition)
    if ((await effectOf(prover, after, weakened.changed)) === 'none') redundant.push(weakened.id)
  }
  return redundant
}

/** What the solver finds beside the promises: what is idle, what is said twice, and who hears nothing. */
export const survey = async (prover: Prover, definition: Definition): Promise<Survey> => ({
  statements: await examples(prover, definition),
  dead: await deadParts(prover, definition),
  redundant: await redundantParts(prover, definition),
  silence: await silence(prover, definition),
})
