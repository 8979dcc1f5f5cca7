import { fold } from '../src/logic/condition.ts'
import type { Cases, Condition, Limit } from '../src/logic/condition.ts'
import type { Definition } from '../src/logic/definition.ts'
import type { QuantityFact } from '../src/logic/fact.ts'
import type { Comparison } from '../src/logic/interval.ts'
import { applies } from '../src/logic/statement.ts'
import type { Engine } from '../test/agreement/engine.ts'
import { inputsOf, partsOf } from './engines-inputs.ts'

/** The part of the engine that is used here. */
interface ZenModule {
  readonly ZenEngine: new () => {
    readonly createDecision: (content: object) => {
      readonly evaluate: (context: object) => Promise<unknown>
    }
  }
}

/**
 * The engine where somebody has installed it. It is no dependency: the binaries of its other
 * platforms are missing from the lockfile, and `npm ci` would fail.
 */
const installed = async (): Promise<ZenModule | undefined> => {
  const name = '@gorules/zen-engine'
  try {
    return (await import(name)) as ZenModule
  } catch {
    return undefined
  }
}

interface Pair {
  readonly yes: string
  readonly no: string
}

const joined = (word: string, parts: readonly string[], none: string): string =>
  parts.length === 0 ? none : `(${parts.join(` ${word} `)})`

const compared = (fact: QuantityFact, by: Comparison, limit: Limit): Pair => {
  const { known, low, high, lowOpen, highOpen, own, hasOwn } = partsOf(fact)
  const at =
    limit.ownFirst === true ? `(${hasOwn} ? ${own} : ${String(limit.value)})` : String(limit.value)
  const below = `(${high} < ${at} or (${high} == ${at} and ${highOpen}))`
  const above = `(${low} > ${at} or (${low} == ${at} and ${lowOpen}))`
  const [yes, no] = {
    '<': [below, `${low} >= ${at}`],
    '<=': [`${high} <= ${at}`, above],
    '>': [above, `${high} <= ${at}`],
    '>=': [`${low} >= ${at}`, below],
  }[by] as [string, string]
  return { yes: `(${known} and ${yes})`, no: `(${known} and ${no})` }
}

/** zen raises an error where null is compared: three values are two expressions, true and false. */
export const zen = async (definition: Definition): Promise<Engine | undefined> => {
  const module = await installed()
  if (module === undefined) return undefined
  const expressions: { readonly id: string; readonly key: string; readonly value: string }[] = []
  const shared = (value: string): string => {
    const key = `e${String(expressions.length)}`
    expressions.push({ id: key, key, value })
    return `$.${key}`
  }
  const group =
    (op: 'and' | 'or') =>
    (parts: readonly Pair[], name?: string): Pair => {
      const other = op === 'and' ? 'or' : 'and'
      const none = { and: 'true', or: 'false' }
      const pair = {
        yes: joined(
          op,
          parts.map(({ yes }) => yes),
          none[op],
        ),
        no: joined(
          other,
          parts.map(({ no }) => no),
          none[other],
        ),
      }
      return name === undefined ? pair : { yes: shared(pair.yes), no: shared(pair.no) }
    }
  const cases: Cases<Pair> = {
    is: ({ id }) => ({ yes: `${id}_yes`, no: `${id}_no` }),
    compare: compared,
    known: (fact) => {
      const known =
        fact.kind === 'quantity' ? partsOf(fact).known : `(${fact.id}_yes or ${fact.id}_no)`
      return { yes: known, no: `(not ${known})` }
    },
    all: group('and'),
    any: group('or'),
    not: ({ yes, no }) => ({ yes: no, no: yes }),
  }
  const made = new Map<Condition, Pair>()
  const roots = definition.statements.map((statement) => fold(applies(statement), cases, made))
  const place = (to: string): number => Number(to.replace('$.e', ''))
  const node = (id: string, type: string, content: unknown) => ({
    id,
    type,
    name: id,
    position: { x: 0, y: 0 },
    content,
  })
  const decision = new module.ZenEngine().createDecision({
    nodes: [
      node('in', 'inputNode', {}),
      node('all', 'expressionNode', { expressions }),
      node('out', 'outputNode', {}),
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'all', type: 'edge' },
      { id: 'b', sourceId: 'all', targetId: 'out', type: 'edge' },
    ],
  })
  const inputs = inputsOf(definition, 0)
  return {
    name: '@gorules/zen-engine',
    ask: async (patients) => {
      const answers = []
      for (const patient of patients) {
        const { result } = (await decision.evaluate(inputs(patient))) as {
          readonly result: Readonly<Record<string, boolean>>
        }
        answers.push(
          roots.map(({ yes, no }) =>
            result[`e${String(place(yes))}`] === true
              ? ('true' as const)
              : result[`e${String(place(no))}`] === true
                ? ('false' as const)
                : ('unknown' as const),
          ),
        )
      }
      return answers
    },
  }
}
