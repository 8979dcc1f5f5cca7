import type { Definition } from '../logic/definition.ts'
import type { Findings } from '../logic/fact.ts'
import { close } from '../logic/implication.ts'
import { compile } from '../logic/program.ts'
import { applies } from '../logic/statement.ts'
import type { Truth } from '../logic/truth.ts'
import { limitsOf } from './bands.ts'

/** A definition made ready to be asked many times. */
export interface Evaluator {
  readonly limits: ReadonlyMap<string, readonly number[]>
  /** The truths of all statements for findings already closed under the implications. */
  readonly truths: (findings: Findings) => readonly Truth[]
  /** The same for findings before implications; undefined when they contradict each other. */
  readonly tryOut: (ground: Findings) => readonly Truth[] | undefined
}

const made = new WeakMap<Definition, Evaluator>()

/** The evaluator of a definition, made once. */
export const evaluatorOf = (definition: Definition): Evaluator => {
  const known = made.get(definition)
  if (known !== undefined) return known
  const truths = compile(definition.statements.map(applies))
  const evaluator: Evaluator = {
    limits: limitsOf(definition),
    truths,
    tryOut: (ground) => {
      const { findings, contradictions } = close(ground, definition.implications)
      return contradictions.length === 0 ? truths(findings) : undefined
    },
  }
  made.set(definition, evaluator)
  return evaluator
}
