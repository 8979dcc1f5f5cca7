import { Engine as RulesEngine } from 'json-rules-engine'
import type { NestedCondition } from 'json-rules-engine'
import { fold } from '../src/logic/condition.ts'
import type { Cases, Condition, Limit } from '../src/logic/condition.ts'
import type { Definition } from '../src/logic/definition.ts'
import type { QuantityFact } from '../src/logic/fact.ts'
import type { Comparison } from '../src/logic/interval.ts'
import { applies } from '../src/logic/statement.ts'
import type { Engine } from '../test/agreement/engine.ts'
import { inputsOf, partsOf } from './engines-inputs.ts'

/** When it is true, and when it is false. Neither: unknown. */
interface Pair {
  readonly yes: NestedCondition
  readonly no: NestedCondition
}

const every = (of: readonly NestedCondition[]): NestedCondition => ({ all: [...of] })
const some = (of: readonly NestedCondition[]): NestedCondition => ({ any: [...of] })
const isTrue = (fact: string): NestedCondition => ({ fact, operator: 'equal', value: true })
const isFalse = (fact: string): NestedCondition => ({ fact, operator: 'equal', value: false })

const number = (fact: string, operator: string, value: unknown): NestedCondition => ({
  fact,
  operator,
  value,
})

const compared = (fact: QuantityFact, by: Comparison, at: unknown): Pair => {
  const { low, high, lowOpen, highOpen } = partsOf(fact)
  const below = some([
    number(high, 'lessThan', at),
    every([number(high, 'equal', at), isTrue(highOpen)]),
  ])
  const above = some([
    number(low, 'greaterThan', at),
    every([number(low, 'equal', at), isTrue(lowOpen)]),
  ])
  const [yes, no] = {
    '<': [below, number(low, 'greaterThanInclusive', at)],
    '<=': [number(high, 'lessThanInclusive', at), above],
    '>': [above, number(high, 'lessThanInclusive', at)],
    '>=': [number(low, 'greaterThanInclusive', at), below],
  }[by] as [NestedCondition, NestedCondition]
  return { yes, no }
}

/** With the limit of the laboratory where the result carries one, else with the usual. */
const against = (fact: QuantityFact, by: Comparison, limit: Limit): Pair => {
  const usual = compared(fact, by, limit.value)
  const { own, hasOwn, known } = partsOf(fact)
  const within = (of: NestedCondition, more: readonly NestedCondition[]): NestedCondition =>
    every([isTrue(known), ...more, of])
  if (limit.ownFirst !== true) return { yes: within(usual.yes, []), no: within(usual.no, []) }
  const its = compared(fact, by, { fact: own })
  const either = (part: 'yes' | 'no'): NestedCondition =>
    some([within(its[part], [isTrue(hasOwn)]), within(usual[part], [isFalse(hasOwn)])])
  return { yes: either('yes'), no: either('no') }
}

/**
 * json-rules-engine knows true and false only: what is missing makes every operator false, and so its
 * `not` true. Three values need two rules for each statement, one for true and one for false.
 */
export const jsonRules = (definition: Definition): Engine => {
  const rules = new RulesEngine([], { allowUndefinedFacts: true })
  const shared = (name: string, pair: Pair): Pair => {
    rules.setCondition(`${name} yes`, { all: [pair.yes] })
    rules.setCondition(`${name} no`, { all: [pair.no] })
    return { yes: { condition: `${name} yes` }, no: { condition: `${name} no` } }
  }
  const group =
    (op: 'all' | 'any') =>
    (parts: readonly Pair[], name?: string): Pair => {
      const [yes, no] = [parts.map((part) => part.yes), parts.map((part) => part.no)]
      const pair =
        op === 'all' ? { yes: every(yes), no: some(no) } : { yes: some(yes), no: every(no) }
      return name === undefined ? pair : shared(name, pair)
    }
  const cases: Cases<Pair> = {
    is: ({ id }) => ({ yes: isTrue(id), no: isFalse(id) }),
    compare: against,
    known: (fact) => {
      const known = fact.kind === 'quantity' ? partsOf(fact).known : undefined
      return known === undefined
        ? { yes: some([isTrue(fact.id), isFalse(fact.id)]), no: number(fact.id, 'equal', null) }
        : { yes: isTrue(known), no: isFalse(known) }
    },
    all: group('all'),
    any: group('any'),
    not: ({ yes, no }) => ({ yes: no, no: yes }),
  }
  const made = new Map<Condition, Pair>()
  definition.statements.forEach((statement, index) => {
    const { yes, no } = fold(applies(statement), cases, made)
    const rule = (condition: NestedCondition, type: string): void => {
      rules.addRule({
        conditions: { all: [condition] },
        event: { type, params: { index } },
      })
    }
    rule(yes, 'true')
    rule(no, 'false')
  })
  const inputs = inputsOf(definition, 0)
  return {
    name: 'json-rules-engine',
    ask: async (patients) => {
      const answers = []
      for (const patient of patients) {
        const truths = definition.statements.map((): 'true' | 'false' | 'unknown' => 'unknown')
        const { events } = await rules.run(inputs(patient))
        for (const { type, params } of events) {
          truths[(params as { readonly index: number }).index] = type as 'true' | 'false'
        }
        answers.push(truths)
      }
      return answers
    },
  }
}
