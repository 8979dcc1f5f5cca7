import { fold } from '../logic/condition.ts'
import type { Cases, Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact } from '../logic/fact.ts'
import { applies } from '../logic/statement.ts'
import {
  askedMark,
  comparisonFunction,
  comparisonName,
  contradictionName,
  holdsName,
} from './cql-names.ts'
import { atom, decimal, identifier, joined, negated, text } from './cql-text.ts'
import type { CqlDefine, CqlExpression } from './cql-text.ts'

/** A definition as CQL defines, in the order in which they build on each other. */
export interface Decisions {
  /** What every value that a result leaves open agrees on. */
  readonly compared: readonly CqlDefine[]
  /** What is known of each presence, once assumptions are made and implications drawn. */
  readonly presences: readonly CqlDefine[]
  /** The named ideas that statements share. */
  readonly ideas: readonly CqlDefine[]
  /** When each statement holds, by its id. */
  readonly holds: ReadonlyMap<string, CqlDefine>
  /** Any other condition, in the names of the defines; its ideas join the others. */
  readonly express: (condition: Condition) => CqlExpression
}

const reference = (name: string): CqlExpression => atom(identifier(name))

/** Defines by name; a second expression of the same name gets a number. */
const registry = () => {
  const taken = new Map<string, CqlDefine>()
  const place = (into: CqlDefine[], made: CqlDefine): string => {
    for (let number = 1; ; number++) {
      const name = number === 1 ? made.name : `${made.name} (${String(number)})`
      const there = taken.get(name)
      if (there === undefined) {
        const placed = { ...made, name }
        taken.set(name, placed)
        into.push(placed)
        return name
      }
      if (JSON.stringify(there.expression) === JSON.stringify(made.expression)) return name
    }
  }
  return place
}

/** Turns every condition of a definition into defines that are each written once. */
export const decide = (definition: Definition): Decisions => {
  const compared: CqlDefine[] = []
  const presences: CqlDefine[] = []
  const ideas: CqlDefine[] = []
  const holds = new Map<string, CqlDefine>()
  const titles = new Map(definition.statements.map((of) => [of.id, holdsName(of)]))
  const nameOf = new Map<string, string>()
  const place = registry()

  const presence = (fact: Fact): string => identifier(nameOf.get(fact.id) ?? fact.id)

  /** Ideas become defines of their own only where `shares`; before the implications they may not. */
  const cases = (shares: boolean): Cases<CqlExpression> => {
    const group =
      (op: 'and' | 'or') =>
      (parts: readonly CqlExpression[], name?: string): CqlExpression => {
        const expression = joined(op, parts)
        if (name === undefined || !shares) return expression
        const title = titles.get(name)
        if (title === undefined) return reference(place(ideas, { name, expression }))
        holds.set(name, { name: title, expression })
        return reference(title)
      }
    return {
      is: (fact) => atom(presence(fact)),
      compare: (fact, by, limit) => {
        const known = identifier(fact.id)
        const fixed = decimal(limit.value)
        const at = limit.ownFirst === true ? `Coalesce(${known}.lowerLimit, ${fixed})` : fixed
        return reference(
          place(compared, {
            name: comparisonName(fact, by, limit),
            expression: atom(`${identifier(comparisonFunction(by))}(${known}, ${at})`),
            aside: limit.basis,
          }),
        )
      },
      known: (fact) => ({
        op: 'known',
        name: fact.kind === 'presence' ? presence(fact) : identifier(fact.id),
      }),
      all: group('and'),
      any: group('or'),
      not: negated,
    }
  }

  const lastRule = new Map(definition.implications.map(({ fact }, index) => [fact.id, index]))
  for (const fact of definition.facts) {
    if (fact.kind === 'quantity') continue
    const said = identifier(fact.id)
    const expression =
      fact.absent === 'ask' ? said : `"Absent unless said"(${said}, ${text(askedMark(fact))})`
    const name = lastRule.has(fact.id) ? `${fact.words}, as stated` : fact.words
    nameOf.set(fact.id, place(presences, { name, expression: atom(expression) }))
  }
  const contradictions = definition.implications.map(({ when, fact, is }, index) => {
    const before = presence(fact)
    const follows = fold(when, cases(false))
    const after = lastRule.get(fact.id) === index ? '' : `, rule ${String(index + 1)} drawn`
    const drawn = place(presences, {
      name: `${fact.words}${after}`,
      expression: { op: 'drawn', stated: before, when: follows, is },
    })
    nameOf.set(fact.id, drawn)
    return joined('and', [follows, is === 'true' ? negated(atom(before)) : atom(before)])
  })
  place(presences, {
    name: contradictionName,
    expression: joined('or', contradictions),
    comment: 'Where this is true nothing else in this library may be relied on.',
  })

  const made = new Map<Condition, CqlExpression>()
  const express = (condition: Condition): CqlExpression => fold(condition, cases(true), made)
  for (const statement of definition.statements) express(applies(statement))
  return { compared, presences, ideas, holds, express }
}
