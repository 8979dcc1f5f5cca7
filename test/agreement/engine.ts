import { evaluatorOf } from '../../src/assess/evaluator.ts'
import type { Definition } from '../../src/logic/definition.ts'
import { applies } from '../../src/logic/statement.ts'
import type { Truth } from '../../src/logic/truth.ts'
import { complete } from '../../src/proof/concrete.ts'
import type { Stated } from '../../src/proof/concrete.ts'

/** The truths of all statements for one patient, in the order of the definition. */
export type Truths = readonly Truth[]

/** Something that can tell the truths of all statements for patients as they are stated. */
export interface Engine {
  readonly name: string
  readonly ask: (patients: readonly Stated[]) => Promise<readonly Truths[]>
}

/** What every other engine is held against: the evaluation that explains itself. */
export const traced = (definition: Definition, patient: Stated): Truths => {
  const findings = complete(definition, patient)
  if (findings === undefined) throw new Error('The patient contradicts itself')
  const trace = evaluatorOf(definition).tracer(findings)
  return definition.statements.map((statement) => trace(applies(statement)).truth)
}

/** The truth that a nullable boolean stands for. */
export const truthOfNullable = (value: unknown): Truth => {
  if (value === null || value === undefined) return 'unknown'
  if (typeof value !== 'boolean') throw new Error(`${typeof value} is not a truth`)
  return value ? 'true' : 'false'
}
