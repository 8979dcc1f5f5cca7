import type { Definition } from '../logic/definition.ts'
import { concerns, withQuestions } from './asked.ts'
import { name, text, texts } from './database.ts'
import { numberColumns, numbersOf, urgency, worst } from './decided.ts'
import type { Engine } from './decided.ts'
import type { SweepParts } from './parts.ts'

/** What the results of a run are made from. */
export interface Deciding {
  readonly parts: SweepParts
  readonly definition: Definition
  /** The day of the assessments. */
  readonly on: string
  /** Where the facts are read from: a table, or a call that reads a file. */
  readonly facts: string
  /** Whether actions are given with their numbers: not where a limit was changed. */
  readonly numbers: boolean
}

const engineOn = (on: string): Engine => ({
  name,
  daysOn: (days) => `(DATE ${text(on)} + ${days}::INTEGER)::VARCHAR`,
  double: 'DOUBLE',
  integer: 'INTEGER',
  text: 'VARCHAR',
})

/**
 * Every statement decided for every person: one row a person, and the numbers that actions need. They
 * travel with the key of the person, so that nothing has to be joined.
 */
export const outcomesSql = ({ parts, definition, facts, on }: Deciding): string => {
  const { dose, days } = parts.rules.drug
  const ofDose = parts.quantityColumns(dose)
  const { low: daysLow } = parts.quantityColumns(days)
  const lacks = definition.statements.map(({ id }) => name(`${id} lacks`))
  const keyed = `(SELECT * REPLACE ({key: patient, dose: CASE WHEN ${ofDose.low} = ${ofDose.high} THEN ${ofDose.low} END, days: ${daysLow}} AS patient) FROM ${facts})`
  return `CREATE OR REPLACE TABLE outcomes AS
SELECT patient.key AS patient, * EXCLUDE (patient), patient.dose AS dose, patient.days AS days,
  ${worst(engineOn(on), definition)} AS worst, ${lacks.join(' | ')} AS lacks
FROM (
${parts.statementsSql(withQuestions(definition, parts.concerns), keyed)})`
}

/** Everybody who takes the drug, or may. */
export const isConcerned = `${name(concerns)} <> 'false'`

/** What each statement is, by its place. */
const statementsOf = ({ definition }: Deciding): string => {
  const rows = definition.statements.map(
    ({ id, action }, place) => `(${String(place)}, ${text(id)}, ${text(action.kind)})`,
  )
  return `(VALUES ${rows.join(', ')}) AS statements(place, statement, action)`
}

/** Places of statements have so many bits, of the sum by which results are put in order. */
const placeBits = 10

/**
 * What holds, or cannot be decided, for each person: the worst first. What is false is left out. Who
 * goes before whom, and within a person what is true before what is open, the urgent, and the place
 * of the statement, is one number: results are sorted by it alone, and named afterwards.
 */
export const resultsSql = (deciding: Deciding): readonly string[] => {
  const engine = engineOn(deciding.on)
  const rows = deciding.definition.statements.map(
    (statement, place) => `SELECT rowid AS person, ${name(`${statement.id} lacks`)} AS lacks,
  (((${name(statement.id)} <> 'true')::INTEGER * 4 + ${urgency(engine, statement)}) << ${String(placeBits)}) + ${String(place)} AS within
FROM outcomes WHERE ${isConcerned} AND ${name(statement.id)} <> 'false'`,
  )
  return [
    `CREATE OR REPLACE TABLE people AS
SELECT row_number() OVER (ORDER BY worst, patient) AS rank, rowid AS person, patient, worst, dose, days
FROM outcomes WHERE ${isConcerned}`,
    `CREATE OR REPLACE TABLE stated AS
SELECT (rank << ${String(placeBits + 3)}) + within AS place, lacks
FROM (${rows.join('\nUNION ALL\n')}) JOIN people USING (person) ORDER BY place`,
  ]
}

/** The results with the parts of their order: of whom, of which statement, with which outcome. */
export const statedSql = `(SELECT place AS sorted, place >> ${String(placeBits + 3)} AS rank, place & ${String(2 ** placeBits - 1)} AS place,
  (place >> ${String(placeBits + 2)}) & 1 = 0 AS holds, (place >> ${String(placeBits)}) & 3 AS urgency, lacks FROM stated)`

/** The facts that bits stand for, in words: for each combination that occurs. */
export const lackingSql = ({ facts }: Definition): string =>
  `CREATE OR REPLACE TABLE lacking AS
SELECT lacks, array_to_string(list_filter(${texts(facts.map(({ id }) => id))}, lambda id, place: (lacks >> (place - 1)::BIGINT) & 1 = 1), ' ') AS missing
FROM (SELECT DISTINCT lacks FROM stated)`

/**
 * The results as they are written. They are sorted once more: a join of several threads hands on what lay
 * in order in another one.
 */
export const writtenResults = (deciding: Deciding): string => {
  const engine = engineOn(deciding.on)
  const ofActions = Object.entries(numberColumns).map(([column, type]) => {
    const cases = deciding.definition.statements.flatMap((statement, place) => {
      const value = deciding.numbers ? numbersOf(engine, statement)[column] : undefined
      return value === undefined ? [] : [`WHEN place = ${String(place)} THEN ${value}`]
    })
    const value =
      cases.length === 0 ? 'NULL' : `CASE WHEN holds THEN CASE ${cases.join(' ')} END END`
    return `(${value})::${engine[type]} AS ${column}`
  })
  return `SELECT patient, statement, CASE WHEN holds THEN 'true' ELSE 'unknown' END AS outcome,
  CASE urgency WHEN 0 THEN 'emergency' WHEN 1 THEN 'urgent' ELSE 'routine' END AS urgency,
  missing, CASE WHEN holds THEN action END AS action, ${ofActions.join(', ')}
FROM ${statedSql} JOIN people USING (rank) JOIN ${statementsOf(deciding)} USING (place) JOIN lacking USING (lacks)
ORDER BY sorted`
}
