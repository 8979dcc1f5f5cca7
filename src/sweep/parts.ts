import type { Definition } from '../logic/definition.ts'
import type { Fact, QuantityFact } from '../logic/fact.ts'
import type { RecordRules } from '../logic/record-rules.ts'
import type { Condition } from '../logic/condition.ts'

/** One column of the facts. */
export interface Column {
  readonly name: string
  readonly type: 'text' | 'boolean' | 'double'
  readonly fact?: Fact
}

/** What the screen is given: the medicine, how a record is read, and the statements as SQL. */
export interface SweepParts {
  readonly definition: Definition
  readonly rules: RecordRules
  /** Whose results are shown: those for whom this is true, or not known. */
  readonly concerns: Condition
  /** Entries with one of these statuses and intents, or no intent, show that a list was supplied. */
  readonly listed: {
    readonly statuses: Readonly<Record<string, readonly string[] | undefined>>
    readonly intents: readonly string[]
  }
  /** The columns of the facts, the patient first. */
  readonly columns: readonly Column[]
  readonly columnOf: (fact: Fact) => string
  readonly quantityColumns: (
    fact: QuantityFact,
  ) => Readonly<Record<'low' | 'high' | 'lowOpen' | 'highOpen', string>>
  /** The statements over a table of facts: a column for each, and one of the facts that it lacks. */
  readonly statementsSql: (definition: Definition, table: string) => string
  /** The file that reads people in a worker. */
  readonly worker: URL
}
