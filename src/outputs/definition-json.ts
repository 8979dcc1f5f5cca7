import type { Action } from '../logic/action.ts'
import { fold } from '../logic/condition.ts'
import type { Condition, Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact } from '../logic/fact.ts'
import type { Comparison } from '../logic/interval.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'

/** What tells an exported definition apart from any other JSON, and from later forms of itself. */
const definitionFormat = 'crampwise-definition/1'

/** A condition as plain JSON: facts by id, limits, ideas and statements by name. */
export type ConditionJson =
  | { readonly op: 'is' | 'known'; readonly fact: string }
  | {
      readonly op: 'compare'
      readonly fact: string
      readonly by: Comparison
      readonly limit: string
    }
  | { readonly op: 'all' | 'any'; readonly of: readonly ConditionJson[] }
  | { readonly op: 'not'; readonly of: ConditionJson }
  /** One of the ideas that stand once, by their name. */
  | { readonly op: 'idea'; readonly idea: string }
  /** Whether another statement holds, what defeats it taken in. */
  | { readonly op: 'statement'; readonly statement: string }

/** An action as plain JSON: as it is, with every condition in it as JSON. */
export type ActionJson = Readonly<Record<string, unknown>> & { readonly kind: Action['kind'] }

/** A statement as plain JSON; what defeats it, by id. */
export interface StatementJson extends Omit<
  Statement,
  'when' | 'unless' | 'urgentUnlessFalse' | 'action'
> {
  readonly when: ConditionJson
  readonly unless?: readonly string[]
  readonly urgentUnlessFalse?: ConditionJson
  readonly action: ActionJson
}

/** A whole guideline as plain JSON: everything that decides, and every word of it. */
export interface DefinitionJson {
  readonly format: typeof definitionFormat
  readonly id: string
  readonly version: string
  readonly title: string
  readonly reviewBy: string
  readonly facts: readonly Fact[]
  readonly limits: readonly Limit[]
  /** Conditions that stand for an idea and are used by name. */
  readonly ideas: Readonly<Record<string, ConditionJson>>
  readonly implications: readonly {
    readonly when: ConditionJson
    readonly fact: string
    readonly is: 'true' | 'false'
  }[]
  readonly statements: readonly StatementJson[]
}

/** Writes conditions of a definition; what has a name is written once, and referred to by it. */
const writer = (
  definition: Definition,
): {
  readonly write: (condition: Condition) => ConditionJson
  readonly ideas: Map<string, ConditionJson>
} => {
  const statements = new Map(definition.statements.map((one) => [one.id, one]))
  const limits = new Map(definition.limits.map((limit) => [limit.name, limit]))
  const ideas = new Map<string, ConditionJson>()
  /** What each name was found to stand for: a name may stand for one thing only. */
  const meant = new Map<string, string>()
  const ofStatement = new Map<string, string>()

  const same = (name: string, text: string, known: Map<string, string>): void => {
    const before = known.get(name)
    if (before !== undefined && before !== text) {
      throw new Error(`"${name}" stands for two different conditions`)
    }
    known.set(name, text)
  }
  const limitNamed = (limit: Limit): string => {
    if (JSON.stringify(limits.get(limit.name)) !== JSON.stringify(limit)) {
      throw new Error(`The limit "${limit.name}" is not among the limits of the definition`)
    }
    return limit.name
  }
  const joined =
    (op: 'all' | 'any') =>
    (of: readonly ConditionJson[], name?: string): ConditionJson => {
      const plain: ConditionJson = { op, of }
      if (name === undefined) return plain
      const text = JSON.stringify(plain)
      if (statements.has(name)) {
        same(name, text, ofStatement)
        return { op: 'statement', statement: name }
      }
      same(name, text, meant)
      ideas.set(name, plain)
      return { op: 'idea', idea: name }
    }
  const made = new Map<Condition, ConditionJson>()
  const write = (condition: Condition): ConditionJson =>
    fold<ConditionJson>(
      condition,
      {
        is: ({ id }) => ({ op: 'is', fact: id }),
        compare: ({ id }, by, limit) => ({
          op: 'compare',
          fact: id,
          by,
          limit: limitNamed(limit),
        }),
        known: ({ id }) => ({ op: 'known', fact: id }),
        all: joined('all'),
        any: joined('any'),
        not: (of) => ({ op: 'not', of }),
      },
      made,
    )
  // Each statement's own condition goes first, so that a part that merely bears its name is noticed.
  for (const statement of definition.statements) write(applies(statement))
  return { write, ideas }
}

const writeAction = (
  action: Action,
  write: (condition: Condition) => ConditionJson,
): ActionJson => ({
  ...action,
  ...(action.kind === 'taper' ? { notWhile: write(action.notWhile) } : {}),
  ...(action.kind === 'refer'
    ? {
        to: action.to.map(({ specialty, when }) => ({
          specialty,
          ...(when === undefined ? {} : { when: write(when) }),
        })),
      }
    : {}),
  ...(action.also === undefined
    ? {}
    : { also: action.also.map(({ when, words }) => ({ when: write(when), words })) }),
})

/**
 * A definition as plain JSON, for another program or a later comparison: `readDefinition` gives the
 * same definition back. Throws where a name stands for two things, or a limit is not listed.
 */
export const definitionJson = (definition: Definition): DefinitionJson => {
  const { id, version, title, reviewBy, facts, limits } = definition
  const { write, ideas } = writer(definition)
  const statements = definition.statements.map(
    ({ when, unless, urgentUnlessFalse, action, ...rest }): StatementJson => ({
      ...rest,
      when: write(when),
      ...(unless === undefined ? {} : { unless: unless.map((defeat) => defeat.id) }),
      ...(urgentUnlessFalse === undefined ? {} : { urgentUnlessFalse: write(urgentUnlessFalse) }),
      action: writeAction(action, write),
    }),
  )
  const implications = definition.implications.map(({ when, fact, is }) => ({
    when: write(when),
    fact: fact.id,
    is,
  }))
  return {
    format: definitionFormat,
    id,
    version,
    title,
    reviewBy,
    facts,
    limits,
    ideas: Object.fromEntries(ideas),
    implications,
    statements,
  }
}
