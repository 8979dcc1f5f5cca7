import { fold } from '../../logic/condition.ts'
import type { Condition, Limit } from '../../logic/condition.ts'
import type { Fact } from '../../logic/fact.ts'
import type { Comparison } from '../../logic/interval.ts'
import { formatNumber, units } from '../../logic/quantity.ts'
import type { Section } from '../../logic/pathway.ts'
import type { Statement } from '../../logic/statement.ts'

/** One cell's worth of a condition: what is asked of one fact, or of one idea. */
export interface Literal {
  readonly column: string
  readonly says: 'yes' | 'no' | 'known' | 'not known' | Bound
  /** The question itself, as it is evaluated. */
  readonly condition: Condition
}

interface Bound {
  readonly by: Comparison
  readonly limit: Limit
}

/** A row: the statement holds where every literal does, and none of the statements that defeat it. */
export interface Rule {
  readonly statement: Statement
  readonly literals: readonly Literal[]
}

/** The statements of a section as rows, and the columns that they ask. */
export interface DecisionTable {
  readonly section: Section
  readonly columns: readonly string[]
  readonly rules: readonly Rule[]
}

type Rows = readonly (readonly Literal[])[]

interface Faces {
  readonly yes: Rows
  readonly no: Rows
  readonly condition: Condition
}

const opposite: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
}

const either = (parts: readonly Rows[]): Rows => parts.flat()

const together = (parts: readonly Rows[]): Rows =>
  parts.reduce<Rows>(
    (made, part) => made.flatMap((row) => part.map((more) => [...row, ...more])),
    [[]],
  )

const columnOf = (fact: Fact): string =>
  fact.kind === 'presence' ? fact.words : `${fact.words} (${units[fact.unit].words})`

/** The rows of a condition: it holds where all of at least one row does. Ideas are not spelled out. */
const rowsOf = (condition: Condition): Rows => {
  const literal = (column: string, says: Literal['says'], of: Condition): Rows => [
    [{ column, says, condition: of }],
  ]
  const joined =
    (op: 'all' | 'any') =>
    (parts: readonly Faces[], name?: string): Faces => {
      const of: Condition = {
        op,
        of: parts.map((part) => part.condition),
        ...(name === undefined ? {} : { name }),
      }
      if (name !== undefined) {
        return {
          yes: literal(name, 'yes', of),
          no: literal(name, 'no', { op: 'not', of }),
          condition: of,
        }
      }
      const yes = parts.map((part) => part.yes)
      const no = parts.map((part) => part.no)
      return op === 'all'
        ? { yes: together(yes), no: either(no), condition: of }
        : { yes: either(yes), no: together(no), condition: of }
    }
  return fold<Faces>(condition, {
    is: (fact) => {
      const of: Condition = { op: 'is', fact }
      const column = columnOf(fact)
      return {
        yes: literal(column, 'yes', of),
        no: literal(column, 'no', { op: 'not', of }),
        condition: of,
      }
    },
    compare: (fact, by, limit) => {
      const of: Condition = { op: 'compare', fact, by, limit }
      const column = columnOf(fact)
      return {
        yes: literal(column, { by, limit }, of),
        no: literal(column, { by: opposite[by], limit }, { op: 'not', of }),
        condition: of,
      }
    },
    known: (fact) => {
      const of: Condition = { op: 'known', fact }
      const column = columnOf(fact)
      return {
        yes: literal(column, 'known', of),
        no: literal(column, 'not known', { op: 'not', of }),
        condition: of,
      }
    },
    all: joined('all'),
    any: joined('any'),
    not: ({ yes, no, condition: of }) => ({ yes: no, no: yes, condition: { op: 'not', of } }),
  }).yes
}

/** A section as a decision table. */
export const decisionTable = (section: Section): DecisionTable => {
  const rules = section.statements.flatMap((statement) =>
    rowsOf(statement.when).map((literals): Rule => ({ statement, literals })),
  )
  const columns = new Set(rules.flatMap(({ literals }) => literals.map(({ column }) => column)))
  return { section, columns: [...columns], rules }
}

const signs: Readonly<Record<Comparison, string>> = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' }

const boundText = ({ by, limit }: Bound): string =>
  `${signs[by]} ${limit.ownFirst === true ? 'own limit, else ' : ''}${formatNumber(limit.value)}`

/** What a rule asks in one column: "yes", "≥ 30, ≤ 60", or nothing. */
export const cellOf = ({ literals }: Rule, column: string): string =>
  [
    ...new Set(
      literals
        .filter((literal) => literal.column === column)
        .map(({ says }) => (typeof says === 'string' ? says : boundText(says))),
    ),
  ].join(', ')
