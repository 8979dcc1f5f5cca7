import { evaluatorOf } from '../../../assess/evaluator.ts'
import { factsOf } from '../../../logic/condition.ts'
import type { Definition } from '../../../logic/definition.ts'
import type { Fact, Finding, Findings } from '../../../logic/fact.ts'
import { close } from '../../../logic/implication.ts'
import { exactly } from '../../../logic/interval.ts'
import { applies } from '../../../logic/statement.ts'
import type { Truth } from '../../../logic/truth.ts'
import { definitionChanges, statementChanges } from '../../../proof/diff-texts.ts'
import { satisfy } from './satisfy.ts'

/** How a statement turned: it holds, does not hold, cannot be decided, or is not in that definition. */
export type Turn = Truth | 'absent'

/** A statement that turns for some of the people tried. */
export interface Turned {
  readonly id: string
  readonly title: string
  readonly turns: readonly {
    readonly from: Turn
    readonly to: Turn
    readonly people: number
    /** One of them. */
    readonly example: Findings
  }[]
}

/** How two definitions differ for a panel of made-up people, and in their texts. */
export interface Comparison {
  readonly people: number
  readonly changed: number
  readonly turned: readonly Turned[]
  readonly texts: readonly { readonly where: string; readonly what: readonly string[] }[]
}

const assumedOf = (definition: Definition): Findings =>
  Object.fromEntries(
    definition.facts.flatMap(({ id, absent }) =>
      absent === 'assumed-no' ? [[id, 'false'] as const] : [],
    ),
  )

/** Both sides of every limit that either definition sets, and the middle of every band. */
const findingsOf = (fact: Fact, definitions: readonly Definition[]): readonly Finding[] => {
  if (fact.kind === 'presence') return ['true', 'false', 'unknown']
  const limits = new Set(
    definitions.flatMap((one) => [...(evaluatorOf(one).limits.get(fact.id) ?? [])]),
  )
  const [least, most] = fact.possible
  const cuts = [least, ...[...limits].sort((one, other) => one - other), most]
  const values = cuts.flatMap((cut, at) => [
    cut - fact.resolution,
    cut,
    cut + fact.resolution,
    (cut + (cuts[at + 1] ?? cut)) / 2,
  ])
  return [...new Set(values.map((value) => Number(value.toFixed(4))))]
    .filter((value) => value >= least && value <= most)
    .map(exactly)
}

/** For every statement of either somebody for whom it holds; and each of those with one thing otherwise. */
const panelOf = (definitions: readonly Definition[]): readonly Findings[] => {
  const people = new Map<string, Findings>()
  const add = (one: Findings): void => {
    people.set(JSON.stringify(one), one)
  }
  const facts = new Map(definitions.flatMap((one) => one.facts).map((fact) => [fact.id, fact]))
  const tried = new Map([...facts.values()].map((fact) => [fact, findingsOf(fact, definitions)]))
  for (const definition of definitions) {
    for (const statement of definition.statements) {
      const found = satisfy(definition, applies(statement))
      if (found === undefined) continue
      const person = { ...assumedOf(definition), ...found }
      add(person)
      for (const { id } of factsOf(applies(statement))) {
        const fact = facts.get(id)
        if (fact === undefined) continue
        const { [id]: _gone, ...without } = person
        add(without)
        for (const finding of tried.get(fact) ?? []) add({ ...person, [id]: finding })
      }
    }
  }
  return [...people.values()]
}

const planOf = (
  definition: Definition,
  person: Findings,
): ReadonlyMap<string, Truth> | undefined => {
  const { findings, contradictions } = close(person, definition.implications)
  if (contradictions.length > 0) return undefined
  const truths = evaluatorOf(definition).truths(findings)
  return new Map(definition.statements.map(({ id }, at) => [id, truths[at] as Truth]))
}

const changeWords = ({
  what,
  before,
  after,
}: {
  readonly what: string
  readonly before?: string
  readonly after?: string
}): string => `${what}: ${before ?? '—'} → ${after ?? '—'}`

const textsOf = (before: Definition, after: Definition): Comparison['texts'] => {
  const was = new Map(before.statements.map((one) => [one.id, one]))
  const own = definitionChanges(before, after).map(changeWords)
  return [
    ...(own.length > 0 ? [{ where: after.id, what: own }] : []),
    ...after.statements.flatMap((statement) => {
      const old = was.get(statement.id)
      const what = old === undefined ? [] : statementChanges(old, statement).map(changeWords)
      return what.length === 0 ? [] : [{ where: statement.id, what }]
    }),
  ]
}

interface CountedTurn {
  readonly from: Turn
  readonly to: Turn
  people: number
  readonly example: Findings
}

const weight = ({ from, to }: { readonly from: Turn; readonly to: Turn }): number =>
  (from === 'unknown' ? 1 : 0) + (to === 'unknown' ? 1 : 0)

/** What was decided and is decided is told before what is open. */
const decidedFirst = (one: Parameters<typeof weight>[0], other: Parameters<typeof weight>[0]) =>
  weight(one) - weight(other)

/**
 * Compares what two definitions say of many made-up people. It is a search and no proof: who finds
 * nothing here has not shown that there is nothing.
 */
export const compareDefinitions = (before: Definition, after: Definition): Comparison => {
  const panel = panelOf([before, after])
  const titles = new Map(
    [...before.statements, ...after.statements].map(({ id, title }) => [id, title]),
  )
  const found = new Map<string, Map<string, CountedTurn>>()
  let people = 0
  let changed = 0
  for (const person of panel) {
    const [was, is] = [planOf(before, person), planOf(after, person)]
    if (was === undefined || is === undefined) continue
    people++
    let isOther = false
    for (const id of titles.keys()) {
      const from = was.get(id) ?? 'absent'
      const to = is.get(id) ?? 'absent'
      if (from === to || (from === 'absent' && to === 'false')) continue
      if (from === 'false' && to === 'absent') continue
      isOther = true
      const turns = found.get(id) ?? new Map<string, CountedTurn>()
      found.set(id, turns)
      const key = `${from} ${to}`
      const turn = turns.get(key)
      if (turn === undefined) turns.set(key, { from, to, people: 1, example: person })
      else turn.people++
    }
    if (isOther) changed++
  }
  return {
    people,
    changed,
    turned: [...titles].flatMap(([id, title]) => {
      const turns = found.get(id)
      return turns === undefined
        ? []
        : [{ id, title, turns: [...turns.values()].sort(decidedFirst) }]
    }),
    texts: textsOf(before, after),
  }
}
