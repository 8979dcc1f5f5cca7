import { evaluate } from 'feelin'
import { fold } from '../src/logic/condition.ts'
import type { Cases, Condition, Limit } from '../src/logic/condition.ts'
import type { Definition } from '../src/logic/definition.ts'
import type { QuantityFact } from '../src/logic/fact.ts'
import type { Comparison } from '../src/logic/interval.ts'
import { applies } from '../src/logic/statement.ts'
import { truthOfNullable } from '../test/agreement/engine.ts'
import type { Engine } from '../test/agreement/engine.ts'
import { inputsOf, partsOf } from './engines-inputs.ts'

const compared = (fact: QuantityFact, by: Comparison, limit: Limit): string => {
  const { low, high, lowOpen, highOpen, own } = partsOf(fact)
  const value = String(limit.value)
  const at = limit.ownFirst === true ? `(if ${own} != null then ${own} else ${value})` : value
  const below = `${high} < ${at} or (${high} = ${at} and ${highOpen})`
  const above = `${low} > ${at} or (${low} = ${at} and ${lowOpen})`
  const [yes, no] = {
    '<': [below, `${low} >= ${at}`],
    '<=': [`${high} <= ${at}`, above],
    '>': [above, `${high} <= ${at}`],
    '>=': [`${low} >= ${at}`, below],
  }[by] as [string, string]
  return `(if ${yes} then true else if ${no} then false else null)`
}

/** FEEL has three values of its own. Each evaluation reads the text again: there is no compiled form. */
export const feel = (definition: Definition): Engine => {
  const entries: string[] = []
  const shared = (value: string): string => {
    const key = `e${String(entries.length)}`
    entries.push(`${key}: ${value}`)
    return key
  }
  const group =
    (op: 'and' | 'or') =>
    (parts: readonly string[], name?: string): string => {
      const text = parts.length === 0 ? String(op === 'and') : `(${parts.join(` ${op} `)})`
      return name === undefined ? text : shared(text)
    }
  const cases: Cases<string> = {
    is: ({ id }) => id,
    compare: compared,
    known: (fact) => (fact.kind === 'quantity' ? partsOf(fact).known : `(${fact.id} != null)`),
    all: group('and'),
    any: group('or'),
    not: (part) => `not(${part})`,
  }
  const made = new Map<Condition, string>()
  const roots = definition.statements.map((statement) => fold(applies(statement), cases, made))
  const text = `{ ${entries.join(', ')} }`
  const inputs = inputsOf(definition, null)
  return {
    name: 'feelin',
    ask: (patients) =>
      Promise.resolve(
        patients.map((patient) => {
          const result = evaluate(text, inputs(patient)).value as Readonly<Record<string, unknown>>
          return roots.map((root) => truthOfNullable(result[root]))
        }),
      ),
  }
}
