import { all, named, not } from './condition.ts'
import type { Condition } from './condition.ts'
import type { Action } from './action.ts'

/** A statement of the source (S01 to S53), or a reading of what it leaves open (R01 to R27). */
export type Number = `S${string}` | `R${string}`

/** Said by the source, our reading of what it leaves open, or brought in from outside it. */
export type Basis = 'source' | 'reading' | 'outside'

/** What a statement does for its reader, in the terms of clinical guidelines. */
export type Kind =
  | 'emergency'
  | 'urgent'
  | 'scope'
  | 'contraindication'
  | 'precaution'
  | 'recommendation'
  | 'consider'
  | 'monitoring'
  | 'information'

/** How soon a statement that holds must be acted on. */
export type Urgency = 'routine' | 'urgent' | 'emergency'

/** One piece of the guideline, made computable. */
export interface Statement {
  /** Stable and public: the name of the statement in JSON, cards, CQL and SQL. */
  readonly id: string
  readonly kind: Kind
  /** A few words for a heading: "Increase baclofen". */
  readonly title: string
  /** What the guideline says, in our own words. Shown on screen and in every export. */
  readonly says: string
  /** The numbers of the source statements and readings it carries out. */
  readonly implements: readonly Number[]
  readonly basis: readonly Basis[]
  /** Citation numbers of the source. */
  readonly references: readonly number[]
  /** Keys of outside references; empty unless the basis names the outside. */
  readonly outside: readonly string[]
  readonly when: Condition
  /** Statements that make this one false wherever they hold. */
  readonly unless?: readonly Statement[]
  /** Urgent unless this is known to be false. Left out: the kind alone decides. */
  readonly urgentUnlessFalse?: Condition
  readonly action: Action
}

const appliesOf = new WeakMap<Statement, Condition>()

/**
 * When a statement holds, the statements that defeat it taken in. Everything that evaluates,
 * exports or proves reads this and never `when`: nothing else needs to know of exceptions.
 */
export const applies = (statement: Statement): Condition => {
  const made = appliesOf.get(statement)
  if (made !== undefined) return made
  const defeats = (statement.unless ?? []).map((defeat) => not(applies(defeat)))
  const condition = named(statement.id, all(statement.when, ...defeats))
  appliesOf.set(statement, condition)
  return condition
}
