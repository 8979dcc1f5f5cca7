import type { Definition } from '../logic/definition.ts'
import type { Fact } from '../logic/fact.ts'
import { formatQuantity } from '../logic/quantity.ts'
import type { Quantity } from '../logic/quantity.ts'
import type { Statement } from '../logic/statement.ts'
import type { TextChange } from './diff-result.ts'
import { conditionWords } from './words.ts'

type Texts = ReadonlyMap<string, string>

const isQuantity = (value: unknown): value is Quantity =>
  typeof value === 'object' && value !== null && 'value' in value && 'unit' in value

/** A value as a reader wants it. */
const shown = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join(', ')
  return isQuantity(value) ? formatQuantity(value) : JSON.stringify(value)
}

/** Every text and number of something, by its name; conditions are left to the solver. */
const textsOf = (of: object, conditional: readonly string[], prefix = ''): Texts =>
  new Map(
    Object.entries(of)
      .filter(([name, value]) => !conditional.includes(name) && value !== undefined)
      .map(([name, value]) => [`${prefix}${name}`, shown(value)]),
  )

const changes = (before: Texts, after: Texts): readonly TextChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((what): TextChange[] => {
    const old = before.get(what)
    const now = after.get(what)
    if (old === now) return []
    return [
      {
        what,
        ...(old === undefined ? {} : { before: old }),
        ...(now === undefined ? {} : { after: now }),
      },
    ]
  })

const statementTexts = ({ action, ...rest }: Statement): Texts => {
  const to = action.kind === 'refer' ? action.to.map(({ specialty }) => specialty) : undefined
  return new Map([
    ...textsOf(rest, ['id', 'when', 'unless', 'urgentUnlessFalse']),
    ...textsOf(action, ['also', 'notWhile', 'to'], 'action '),
    ...textsOf({ ...(action.kind === 'reduce' ? { to: action.to } : { to }) }, [], 'action '),
    ...(action.also ?? []).map(({ words }): [string, string] => [`sentence "${words}"`, words]),
  ])
}

/** What reads differently in a statement: words, sources and numbers. */
export const statementChanges = (before: Statement, after: Statement): readonly TextChange[] =>
  changes(statementTexts(before), statementTexts(after)).map((change) =>
    change.what.startsWith('sentence ') ? { ...change, what: 'added sentence' } : change,
  )

const factTexts = (facts: readonly Fact[]): Texts =>
  new Map(facts.flatMap((fact) => [...textsOf(fact, ['id', 'kind'], `${fact.id}: `)]))

/** What reads differently in a definition beside its statements. */
export const definitionChanges = (before: Definition, after: Definition): readonly TextChange[] => {
  const own = ({ id, version, title, reviewBy }: Definition): Texts =>
    textsOf({ id, version, title, 'review by': reviewBy }, [])
  const limits = (definition: Definition): Texts =>
    new Map(
      definition.limits.flatMap((limit): [string, string][] => {
        const own = limit.ownFirst === true ? ' or the laboratory’s own' : ''
        return [
          [`limit ${limit.name}`, `${formatQuantity(limit)}${own}`],
          [`basis of the limit ${limit.name}`, limit.basis],
        ]
      }),
    )
  const implications = (definition: Definition): Texts =>
    new Map(
      definition.implications.map(({ when, fact, is }) => {
        const words = `${conditionWords(when)} means that ${fact.id} is ${is}`
        return [`implication ${words}`, words]
      }),
    )
  const both = (facts: readonly Fact[], others: readonly Fact[]): readonly Fact[] =>
    facts.filter(({ id }) => others.some((other) => other.id === id))
  return [
    ...changes(own(before), own(after)),
    ...changes(limits(before), limits(after)),
    ...changes(
      factTexts(both(before.facts, after.facts)),
      factTexts(both(after.facts, before.facts)),
    ),
    ...changes(implications(before), implications(after)),
  ]
}

/** The ids that stand elsewhere among those that both lists have: the fewest that had to move. */
export const moved = (before: readonly string[], after: readonly string[]): readonly string[] => {
  const kept = after.filter((id) => before.includes(id))
  const places = kept.map((id) => before.indexOf(id))
  // The longest run of statements that kept their order, by the length of the run up to each.
  const lengths: number[] = []
  const previous: number[] = []
  places.forEach((place, at) => {
    let best = -1
    for (let other = 0; other < at; other++) {
      const longer = best === -1 || (lengths[other] ?? 0) > (lengths[best] ?? 0)
      if ((places[other] ?? 0) < place && longer) best = other
    }
    lengths.push(best === -1 ? 1 : (lengths[best] ?? 0) + 1)
    previous.push(best)
  })
  const staying = new Set<number>()
  for (let at = lengths.indexOf(Math.max(0, ...lengths)); at >= 0; at = previous[at] ?? -1) {
    staying.add(at)
  }
  return kept.filter((_id, at) => !staying.has(at))
}
