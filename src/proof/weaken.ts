import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import { rebuild } from './restate.ts'
import { conditionWords } from './words.ts'

/** A guideline with one condition or one exception taken out. */
export interface Weakened {
  /** "increase-baclofen without not baclofenSideEffects". */
  readonly id: string
  /** The statement that lost something; none where a shared idea or an implication did. */
  readonly statement?: string
  readonly definition: Definition
}

interface Cut {
  readonly without: string
  readonly condition: Condition
}

interface Cuttable {
  readonly self: Condition
  readonly cuts: readonly Cut[]
}

/** Every way to take one part out of a condition. Parts named in `whole` stay as they are. */
export const cutsOf = (condition: Condition, whole: ReadonlySet<string>): readonly Cut[] => {
  const joined =
    (op: 'all' | 'any') =>
    (of: readonly Cuttable[], name?: string): Cuttable => {
      const label = name === undefined ? {} : { name }
      const parts = of.map(({ self }) => self)
      const self: Condition = { op, of: parts, ...label }
      if (name !== undefined && whole.has(name)) return { self, cuts: [] }
      const cuts = of.flatMap((part, index): readonly Cut[] => [
        {
          without: conditionWords(part.self),
          condition: { op, of: parts.filter((_part, at) => at !== index), ...label },
        },
        ...part.cuts.map((cut) => ({
          without: name === undefined ? cut.without : `${cut.without} in ${name}`,
          condition: {
            op,
            of: parts.map((kept, at) => (at === index ? cut.condition : kept)),
            ...label,
          },
        })),
      ])
      return { self, cuts }
    }
  const leaf = (self: Condition): Cuttable => ({ self, cuts: [] })
  const root: Condition =
    condition.op === 'all' && condition.name === undefined
      ? condition
      : { op: 'all', of: [condition] }
  return fold<Cuttable>(root, {
    is: (fact) => leaf({ op: 'is', fact }),
    compare: (fact, by, limit) => leaf({ op: 'compare', fact, by, limit }),
    known: (fact) => leaf({ op: 'known', fact }),
    all: joined('all'),
    any: joined('any'),
    not: ({ self, cuts }) => ({
      self: { op: 'not', of: self },
      cuts: cuts.map(({ without, condition: of }) => ({ without, condition: { op: 'not', of } })),
    }),
  }).cuts
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
    const { unless, ...rest } = changed
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
      statement: statement.id,
      definition: rewritten(definition, (other) =>
        other.id === statement.id ? { ...other, when: condition } : other,
      ),
    })),
  )

const withoutUnlesses = (definition: Definition): readonly Weakened[] =>
  definition.statements.flatMap((statement) =>
    (statement.unless ?? []).map((defeat) => ({
      id: `${statement.id} without its exception ${defeat.id}`,
      statement: statement.id,
      definition: rewritten(definition, (other) =>
        other.id === statement.id
          ? { ...other, unless: (other.unless ?? []).filter(({ id }) => id !== defeat.id) }
          : other,
      ),
    })),
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
  for (const { when } of definition.statements) {
    fold<Condition>(
      when,
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
 * Every guideline that is this one with a single condition, alternative, exception or implication
 * taken out: in one statement, or in an idea that statements share. A promise that guards patients
 * must notice.
 */
export const weakenings = (definition: Definition): readonly Weakened[] => {
  const ids = new Set(definition.statements.map(({ id }) => id))
  return [
    ...withoutWhens(definition, ids),
    ...withoutUnlesses(definition),
    ...withoutIdeas(definition, ids),
    ...withoutImplications(definition),
  ]
}
