import type { Action } from '../logic/action.ts'
import { named } from '../logic/condition.ts'
import type { Condition, Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, PresenceFact } from '../logic/fact.ts'
import type { Problem } from '../logic/given.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import type { WrittenCondition, WrittenDefinition } from './definition-schema.ts'
import { nearest } from './input.ts'
import { quoted } from './json.ts'

const duplicates = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, place) => names.indexOf(name) !== place)),
]

/** Looks up every name: of facts, limits, ideas and statements, these in any order but not in a circle. */
export const resolved = (
  written: WrittenDefinition,
): Definition | { readonly problems: readonly Problem[] } => {
  const problems: Problem[] = []
  const facts = written.facts as readonly Fact[]
  const limits = written.limits as readonly Limit[]
  const factById = new Map(facts.map((fact) => [fact.id, fact]))
  const limitByName = new Map(limits.map((limit) => [limit.name, limit]))
  const writtenById = new Map(written.statements.map((one) => [one.id, one]))
  const ideas = new Map<string, Condition>()
  const statements = new Map<string, Statement>()
  /** What is being looked up, to notice a circle. */
  const underway: string[] = []
  const nothing: Condition = { op: 'any', of: [] }

  const unknown = (where: string, what: string, name: string, names: Iterable<string>): void => {
    const near = nearest(name, [...names])
    problems.push({
      kind: 'unknown-name',
      where,
      message: `There is no ${what} ${quoted(name)}.`,
      remedy:
        near === undefined
          ? `List it under the ${what}s of the file.`
          : `Did you mean ${quoted(near)}?`,
    })
  }
  const wrong = (where: string, message: string, remedy: string): void => {
    problems.push({ kind: 'wrong-shape', where, message, remedy })
  }
  const once = <T>(where: string, name: string, nowhere: T, look: () => T): T => {
    if (underway.includes(name)) {
      wrong(where, `${[...underway, name].join(' → ')} goes in a circle.`, 'Break the circle.')
      return nowhere
    }
    underway.push(name)
    const found = look()
    underway.pop()
    return found
  }

  const presence = (where: string, id: string): PresenceFact | undefined => {
    const fact = factById.get(id)
    if (fact?.kind === 'presence') return fact
    if (fact === undefined) unknown(where, 'fact', id, factById.keys())
    else wrong(where, `${quoted(id)} is a quantity.`, 'Compare it with a limit.')
    return undefined
  }

  const comparison = (
    where: string,
    { fact: id, by, limit: name }: Extract<WrittenCondition, { op: 'compare' }>,
  ): Condition => {
    const fact = factById.get(id)
    const limit = limitByName.get(name)
    if (fact === undefined) unknown(where, 'fact', id, factById.keys())
    if (limit === undefined) unknown(where, 'limit', name, limitByName.keys())
    if (fact === undefined || limit === undefined) return nothing
    if (fact.kind === 'presence') {
      wrong(where, `${quoted(id)} has no number to compare.`, 'Ask with "is".')
      return nothing
    }
    if (fact.unit !== limit.unit) {
      wrong(
        where,
        `${quoted(id)} is in ${fact.unit}, the limit ${quoted(name)} in ${limit.unit}.`,
        'Compare with a limit of the same unit.',
      )
    }
    return { op: 'compare', fact, by, limit }
  }

  const idea = (where: string, name: string): Condition => {
    const known = ideas.get(name)
    if (known !== undefined) return known
    const own = Object.hasOwn(written.ideas, name) ? written.ideas[name] : undefined
    if (own === undefined) {
      unknown(where, 'idea', name, Object.keys(written.ideas))
      return nothing
    }
    const made = once(where, `idea "${name}"`, nothing, () =>
      named(name, condition(`ideas.${name}`, own)),
    )
    ideas.set(name, made)
    return made
  }

  const condition = (where: string, of: WrittenCondition): Condition => {
    switch (of.op) {
      case 'is': {
        const fact = presence(where, of.fact)
        return fact === undefined ? nothing : { op: 'is', fact }
      }
      case 'known': {
        const fact = factById.get(of.fact)
        if (fact === undefined) unknown(where, 'fact', of.fact, factById.keys())
        return fact === undefined ? nothing : { op: 'known', fact }
      }
      case 'compare':
        return comparison(where, of)
      case 'all':
      case 'any':
        return {
          op: of.op,
          of: of.of.map((part, place) => condition(`${where}.of[${String(place)}]`, part)),
        }
      case 'not':
        return { op: 'not', of: condition(`${where}.of`, of.of) }
      case 'idea':
        return idea(where, of.idea)
      case 'statement': {
        const found = statement(where, of.statement)
        return found === undefined ? nothing : applies(found)
      }
    }
  }

  const action = (where: string, of: WrittenDefinition['statements'][number]['action']): Action =>
    ({
      ...of,
      ...(of.kind === 'taper' ? { notWhile: condition(`${where}.notWhile`, of.notWhile) } : {}),
      ...(of.kind === 'refer'
        ? {
            to: of.to.map(({ specialty, when }, place) => ({
              specialty,
              ...(when === undefined
                ? {}
                : { when: condition(`${where}.to[${String(place)}].when`, when) }),
            })),
          }
        : {}),
      ...(of.also === undefined
        ? {}
        : {
            also: of.also.map(({ when, words }, place) => ({
              when: condition(`${where}.also[${String(place)}].when`, when),
              words,
            })),
          }),
    }) as Action

  const statement = (where: string, id: string): Statement | undefined => {
    const known = statements.get(id)
    if (known !== undefined) return known
    const own = writtenById.get(id)
    if (own === undefined) {
      unknown(where, 'statement', id, writtenById.keys())
      return undefined
    }
    return once(where, `statement "${id}"`, undefined, () => {
      const place = `statements (${id})`
      const { when, unless, urgentUnlessFalse, action: what, ...rest } = own
      const made = {
        ...rest,
        when: condition(`${place}.when`, when),
        ...(unless === undefined
          ? {}
          : { unless: unless.flatMap((defeat) => statement(`${place}.unless`, defeat) ?? []) }),
        ...(urgentUnlessFalse === undefined
          ? {}
          : { urgentUnlessFalse: condition(`${place}.urgentUnlessFalse`, urgentUnlessFalse) }),
        action: action(`${place}.action`, what),
      } as Statement
      statements.set(id, made)
      return made
    })
  }

  const twice: readonly (readonly [string, readonly string[]])[] = [
    ['facts', facts.map(({ id }) => id)],
    ['limits', limits.map(({ name }) => name)],
    ['statements', written.statements.map(({ id }) => id)],
  ]
  for (const name of Object.keys(written.ideas)) {
    if (writtenById.has(name)) {
      wrong(`ideas.${name}`, 'A statement has the same name.', 'Give the idea its own name.')
    }
  }
  for (const [where, names] of twice) {
    for (const name of duplicates(names)) {
      wrong(where, `${quoted(name)} stands there twice.`, 'Give each its own name.')
    }
  }
  const implications = written.implications.flatMap(({ when, fact: id, is }, place) => {
    const where = `implications[${String(place)}]`
    const fact = presence(`${where}.fact`, id)
    const condition_ = condition(`${where}.when`, when)
    return fact === undefined ? [] : [{ when: condition_, fact, is }]
  })
  const all = written.statements.flatMap(({ id }) => statement('statements', id) ?? [])
  if (problems.length > 0) return { problems }
  const { id, version, title, reviewBy } = written
  return { id, version, title, reviewBy, facts, implications, limits, statements: all }
}
