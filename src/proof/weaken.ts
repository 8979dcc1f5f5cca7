import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import { cutsOf } from './cuts.ts'
import { partsOf, withParts } from './parts.ts'
import { rebuild } from './restate.ts'
import { conditionWords } from './words.ts'

/** A guideline with one condition or one exception taken out. */
export interface Weakened {
  /** "increase-baclofen without not baclofenSideEffects". */
  readonly id: string
  /** The statement or shared idea that lost something, by its name; none where an implication did. */
  readonly changed?: string
  readonly definition: Definition
}

/** Changes statements one by one and rebuilds all that refer to them. */
const rewritten = (
  definition: Definition,
  change: (statement: Statement) => Statement,
  put: (name: string) => Condition | undefined = () => undefined,
): Definition => {
  const made = new Map<string, Statement>()
  const originals = new Map(definition.statements.map((statement) => [statement.id, statement]))
  const make = (statement: Statement): Statement => {
    const known = made.get(statement.id)
    if (known !== undefined) return known
    const changed = change(statement)
    const { unless, ...rest } = withParts(changed, condition)
    const result: Statement = {
      ...rest,
      when: condition(changed.when),
      ...(unless === undefined ? {} : { unless: unless.map(make) }),
    }
    made.set(statement.id, result)
    return result
  }
  const condition = rebuild((name) => {
    const statement = originals.get(name)
    return statement === undefined ? put(name) : applies(make(statement))
  })
  return { ...definition, statements: definition.statements.map(make) }
}

const withoutWhens = (definition: Definition, ids: ReadonlySet<string>): readonly Weakened[] =>
  definition.statements.flatMap((statement) =>
    cutsOf(statement.when, ids).map(({ without, condition }) => ({
      id: `${statement.id} without ${without}`,
      changed: statement.id,
      definition: rewritten(definition, (other) =>
        other.id === statement.id ? { ...other, when: condition } : other,
      ),
    })),
  )

const withoutUnlesses = (definition: Definition): readonly Weakened[] =>
  definition.statements.flatMap((statement) =>
    (statement.unless ?? []).map((defeat) => ({
      id: `${statement.id} without its exception ${defeat.id}`,
      changed: statement.id,
      definition: rewritten(definition, (other) =>
        other.id === statement.id
          ? { ...other, unless: (other.unless ?? []).filter(({ id }) => id !== defeat.id) }
          : other,
      ),
    })),
  )

const withoutParts = (definition: Definition, ids: ReadonlySet<string>): readonly Weakened[] =>
  definition.statements.flatMap((statement) =>
    partsOf(statement).flatMap(({ words, own }, place): readonly Weakened[] => {
      const put = (condition: Condition | undefined): Definition =>
        rewritten(definition, (other) =>
          other.id === statement.id
            ? withParts(other, (kept, at) => (at === place ? condition : kept))
            : other,
        )
      return [
        {
          id: `${statement.id} never ${words}`,
          changed: statement.id,
          definition: put(undefined),
        },
        ...cutsOf(own, ids).map(({ without, condition }) => ({
          id: `${statement.id} ${words} without ${without}`,
          changed: statement.id,
          definition: put(condition),
        })),
      ]
    }),
  )

/** The ideas that statements share by name, each with its condition. */
const sharedIdeas = (
  definition: Definition,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, Condition> => {
  const ideas = new Map<string, Condition>()
  const seen = new Map<Condition, Condition>()
  const joined =
    (op: 'all' | 'any') =>
    (of: readonly Condition[], name?: string): Condition => {
      if (name === undefined) return { op, of }
      if (!ids.has(name)) ideas.set(name, { op, of, name })
      return { op, of, name }
    }
  const conditions = definition.statements.flatMap((statement) => [
    statement.when,
    ...partsOf(statement).map(({ own }) => own),
  ])
  for (const condition of conditions) {
    fold<Condition>(
      condition,
      {
        is: (fact) => ({ op: 'is', fact }),
        compare: (fact, by, limit) => ({ op: 'compare', fact, by, limit }),
        known: (fact) => ({ op: 'known', fact }),
        all: joined('all'),
        any: joined('any'),
        not: (of) => ({ op: 'not', of }),
      },
      seen,
    )
  }
  return ideas
}

const withoutIdeas = (definition: Definition, ids: ReadonlySet<string>): readonly Weakened[] => {
  const ideas = sharedIdeas(definition, ids)
  return [...ideas].flatMap(([name, idea]) => {
    const others = new Set([...ids, ...ideas.keys()])
    others.delete(name)
    return cutsOf(idea, others).map(({ without, condition }) => ({
      id: `"${name}" everywhere without ${without}`,
      changed: name,
      definition: rewritten(
        definition,
        (statement) => statement,
        (other) => (other === name ? condition : undefined),
      ),
    }))
  })
}

const withoutImplications = (definition: Definition): readonly Weakened[] =>
  definition.implications.map((implication) => ({
    id: `facts without ${conditionWords(implication.when)} → ${implication.fact.id} ${implication.is}`,
    definition: {
      ...definition,
      implications: definition.implications.filter((other) => other !== implication),
    },
  }))

/**
 * Every guideline that is this one with a single condition, alternative, exception, implication,
 * urgency or added sentence taken out: in one statement, or in an idea that statements share. A
 * promise that guards patients must notice.
 */
export const weakenings = (definition: Definition): readonly Weakened[] => {
  const ids = new Set(definition.statements.map(({ id }) => id))
  return [
    ...withoutWhens(definition, ids),
    ...withoutUnlesses(definition),
    ...withoutParts(definition, ids),
    ...withoutIdeas(definition, ids),
    ...withoutImplications(definition),
  ]
}
