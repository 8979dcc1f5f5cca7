import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import { compile } from '../logic/program.ts'
import type { Together } from '../logic/promise.ts'
import { applies } from '../logic/statement.ts'
import type { Truth } from '../logic/truth.ts'
import { complete } from './concrete.ts'
import type { Stated } from './concrete.ts'
import { deadParts } from './dead.ts'
import type { Prover } from './prover.ts'
import type { Example, Silence, Survey } from './result.ts'
import { exampleOf } from './words.ts'

/** Told when a piece of work is done, for who waits. */
export type Progress = (done: string) => void

/** The truths of conditions for a patient, by plain evaluation; none where the facts contradict. */
const evaluator = (
  definition: Definition,
  conditions: readonly Condition[],
): ((patient: Stated | undefined) => readonly Truth[]) => {
  const program = compile(conditions)
  return (patient) => {
    const findings = patient === undefined ? undefined : complete(definition, patient)
    return findings === undefined ? [] : program(findings)
  }
}

const find = async (
  prover: Prover,
  condition: Condition,
  truth: Truth,
): Promise<Example | undefined> => {
  const evaluate = evaluator(prover.definition, [condition])
  const found = await prover.find(condition, truth, ([patient]) => evaluate(patient)[0] === truth)
  return found === undefined ? undefined : exampleOf(prover.definition.facts, found)
}

/** A patient for whom nothing holds but what is told for information, and what that is. */
const uninvolved = async (prover: Prover): Promise<Silence['noAdvice']> => {
  const { statements, facts } = prover.definition
  const advising = statements.filter(({ kind }) => kind !== 'scope' && kind !== 'information')
  const advice: Condition = { op: 'any', of: advising.map(applies) }
  const evaluate = evaluator(prover.definition, [advice, ...statements.map(applies)])
  const found = await prover.find(advice, 'false', ([patient]) => evaluate(patient)[0] === 'false')
  if (found === undefined) return undefined
  const [, ...truths] = evaluate(found)
  const hears = statements.filter((_statement, at) => truths[at] === 'true').map(({ id }) => id)
  return { ...exampleOf(facts, found), hears }
}

const silence = async (prover: Prover): Promise<Silence> => {
  const some: Condition = { op: 'any', of: prover.definition.statements.map(applies) }
  const total = await find(prover, some, 'false')
  const asking = await find(prover, some, 'unknown')
  const noAdvice = await uninvolved(prover)
  return {
    ...(total === undefined ? {} : { total }),
    ...(asking === undefined ? {} : { asking }),
    ...(noAdvice === undefined ? {} : { noAdvice }),
  }
}

const standing = async (
  prover: Prover,
  pairs: readonly Together[],
): Promise<Survey['together']> => {
  const found: Survey['together'][number][] = []
  for (const { one, other, why } of pairs) {
    const both: Condition = { op: 'all', of: [applies(one), applies(other)] }
    const example = await find(prover, both, 'true')
    found.push({
      one: one.id,
      other: other.id,
      why,
      ...(example === undefined ? {} : { example }),
    })
  }
  return found
}

/** What the solver finds beside the promises: what is idle, what stands together, who hears nothing. */
export const survey = async (
  prover: Prover,
  together: readonly Together[],
  progress: Progress,
): Promise<Survey> => {
  const statements: Survey['statements'][number][] = []
  for (const statement of prover.definition.statements) {
    const { id, title } = statement
    const holds = await find(prover, applies(statement), 'true')
    statements.push({ id, title, ...(holds === undefined ? {} : { holds }) })
  }
  progress('a patient for every statement')
  const dead = await deadParts(prover)
  progress('parts that are never true')
  const pairs = await standing(prover, together)
  progress('statements that hold together')
  const quiet = await silence(prover)
  progress('who gets no advice')
  return { statements, dead, together: pairs, silence: quiet }
}
