import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, Findings, QuantityFact } from '../logic/fact.ts'
import { units } from '../logic/quantity.ts'
import { applies } from '../logic/statement.ts'
import type { SqlDialect } from './sql-dialect.ts'

/** One column of the facts table. */
export interface FactsColumn {
  readonly name: string
  readonly type: 'text' | 'boolean' | 'double'
  /** The fact it tells of; left out for the patient's own key. */
  readonly fact?: Fact
}

/** A value of one cell: NULL where nothing is known. */
export type Cell = string | number | boolean | null

/** A patient as a row of the facts table, by column. */
export type FactsRow = Readonly<Record<string, Cell>>

/** A name as SQL likes it: `baclofenDose` becomes `baclofen_dose`. */
export const snakeCase = (id: string): string =>
  id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The columns of a quantity: each number carries its unit in its name. */
export const quantityColumns = (
  fact: QuantityFact,
): { readonly [Part in 'low' | 'high' | 'lowOpen' | 'highOpen' | 'lowerLimit']: string } => {
  const name = snakeCase(fact.id)
  const { suffix } = units[fact.unit]
  return {
    low: `${name}_low_${suffix}`,
    high: `${name}_high_${suffix}`,
    lowOpen: `${name}_low_open`,
    highOpen: `${name}_high_open`,
    lowerLimit: `${name}_lower_limit_${suffix}`,
  }
}

/** Every condition that a definition asks: of its implications, then of its statements. */
export const conditionsOf = (definition: Definition): readonly Condition[] => [
  ...definition.implications.map(({ when }) => when),
  ...definition.statements.map(applies),
]

const factsWithOwnLimit = (definition: Definition): ReadonlySet<string> => {
  const found = new Set<string>()
  const nothing = (): void => undefined
  const made = new Map<Condition, void>()
  for (const condition of conditionsOf(definition)) {
    fold<void>(
      condition,
      {
        is: nothing,
        compare: (fact, _by, limit) => {
          if (limit.ownFirst === true) found.add(fact.id)
        },
        known: nothing,
        all: nothing,
        any: nothing,
        not: nothing,
      },
      made,
    )
  }
  return found
}

/** The columns of the facts table, the patient's key first. */
export const factsColumns = (definition: Definition): readonly FactsColumn[] => {
  const own = factsWithOwnLimit(definition)
  const columnsOf = (fact: Fact): readonly FactsColumn[] => {
    if (fact.kind === 'presence') return [{ name: snakeCase(fact.id), type: 'boolean', fact }]
    const { low, high, lowOpen, highOpen, lowerLimit } = quantityColumns(fact)
    return [
      { name: low, type: 'double', fact },
      { name: high, type: 'double', fact },
      { name: lowOpen, type: 'boolean', fact },
      { name: highOpen, type: 'boolean', fact },
      ...(own.has(fact.id) ? [{ name: lowerLimit, type: 'double', fact } as const] : []),
    ]
  }
  return [{ name: 'patient', type: 'text' }, ...definition.facts.flatMap(columnsOf)]
}

const meaning = ({ name, fact }: FactsColumn): string => {
  if (fact === undefined) return 'one row a patient'
  if (fact.kind === 'presence') {
    return fact.absent === 'assumed-no'
      ? `${fact.words}; left unsaid it is FALSE, asked and not known it is NULL`
      : `${fact.words}; NULL when not known`
  }
  const columns = quantityColumns(fact)
  if (name === columns.low)
    return `${fact.words}: not less than this; both ends NULL when not known`
  if (name === columns.high) return `${fact.words}: not more than this`
  if (name === columns.lowerLimit)
    return `${fact.words}: the laboratory's own lower limit, if given`
  return `${fact.words}: the ${name === columns.lowOpen ? 'low' : 'high'} end itself is left out`
}

/** Makes the facts table. An exact value has both ends equal; one end NULL has no limit on that side. */
export const factsTableSql = (
  definition: Definition,
  dialect: SqlDialect,
  table = 'facts',
): string => {
  const types = { text: dialect.text, boolean: 'BOOLEAN', double: dialect.double }
  const columns = factsColumns(definition)
  const lines = columns.map((column, index) => {
    const comma = index === columns.length - 1 ? '' : ','
    return `  ${column.name} ${types[column.type]}${comma} -- ${meaning(column)}`
  })
  return [`CREATE TABLE ${table} (`, ...lines, ')'].join('\n')
}

const presenceCell = (finding: Finding | undefined): Cell =>
  finding === 'true' ? true : finding === 'false' ? false : null

/** One end; an infinite end is NULL, unless both are, which would read as not known. */
const end = (value: number, other: number): Cell =>
  Number.isFinite(value) || !Number.isFinite(other) ? value : null

/** The cells of one fact, in the order of its columns. */
export const findingCells = (
  fact: Fact,
  finding: Finding | undefined,
  carriesLimit: boolean,
): readonly Cell[] => {
  if (fact.kind === 'presence') return [presenceCell(finding)]
  if (typeof finding !== 'object') return carriesLimit ? nothingOf5 : nothingOf4
  const { low, high, lowOpen, highOpen, lowerLimit } = finding
  const cells = [end(low, high), end(high, low), lowOpen === true, highOpen === true]
  return carriesLimit ? [...cells, lowerLimit ?? null] : cells
}

const nothingOf4: readonly Cell[] = [null, null, null, null]
const nothingOf5: readonly Cell[] = [...nothingOf4, null]

/** Findings, their assumptions made, as a row of the facts table. */
export const factsRow = (definition: Definition, patient: string, findings: Findings): FactsRow => {
  const own = factsWithOwnLimit(definition)
  const cells = definition.facts.flatMap((fact) =>
    findingCells(fact, findings[fact.id], own.has(fact.id)),
  )
  const columns = factsColumns(definition)
  return Object.fromEntries(
    columns.map(({ name }, index) => [name, index === 0 ? patient : (cells[index - 1] ?? null)]),
  )
}
