import type { Definition } from '../logic/definition.ts'
import { concerns, withQuestions } from './asked.ts'
import { name, text, texts } from './database.ts'
import { isTrue, namesOfNumbers, numbers, urgency, worst } from './decided.ts'
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

/** Every statement decided for every person: one row a person, and the numbers that actions need. */
export const outcomesSql = ({ parts, definition, facts, on }: Deciding): string => {
  const { dose, days } = parts.rules.drug
  const ofDose = parts.quantityColumns(dose)
  const { low: daysLow } = parts.quantityColumns(days)
  const lacks = definition.statements.map(({ id }) => name(`${id} lacks`))
  return `CREATE OR REPLACE TABLE outcomes AS
WITH stated AS MATERIALIZED (
${parts.statementsSql(withQuestions(definition, parts.concerns), facts)})
SELECT stated.*, ${worst(engineOn(on), definition)} AS worst, ${lacks.join(' | ')} AS lacks,
  CASE WHEN ${ofDose.low} = ${ofDose.high} THEN ${ofDose.low} END AS dose, ${daysLow} AS days
FROM stated JOIN (SELECT patient, ${ofDose.low}, ${ofDose.high}, ${daysLow} FROM ${facts}) USING (patient)`
}

/** Everybody who takes the drug, or may. */
export const isConcerned = `${name(concerns)} <> 'false'`

/** What holds, or cannot be decided, for each person: the worst first. What is false is left out. */
export const resultsSql = (deciding: Deciding): string => {
  const { definition } = deciding
  const engine = engineOn(deciding.on)
  const rows = definition.statements.map((statement, index) => {
    const holds = isTrue(engine, statement)
    const columns = numbers(engine, statement, deciding.numbers).map(
      (value, place) => `${value} AS ${String(namesOfNumbers[place])}`,
    )
    return `SELECT patient, worst, ${String(index)} AS place, ${text(statement.id)} AS statement,
  ${name(statement.id)} AS outcome, ${urgency(engine, statement)} AS urgency, ${name(`${statement.id} lacks`)} AS lacks,
  CASE WHEN ${holds} THEN ${text(statement.action.kind)} END AS action, ${columns.join(', ')}
FROM outcomes WHERE ${isConcerned} AND ${name(statement.id)} <> 'false'`
  })
  return `CREATE OR REPLACE VIEW stated AS ${rows.join('\nUNION ALL\n')}`
}

/** The facts that bits stand for, in words: for each combination that occurs. */
export const lackingSql = ({ facts }: Definition): string =>
  `CREATE OR REPLACE TABLE lacking AS
SELECT lacks, array_to_string(list_filter(${texts(facts.map(({ id }) => id))}, lambda id, place: (lacks >> (place - 1)::BIGINT) & 1 = 1), ' ') AS missing
FROM (SELECT DISTINCT lacks FROM stated)`

/** The results as they are written. */
export const writtenResults = `SELECT patient, statement, outcome,
  ['emergency', 'urgent', 'routine'][urgency + 1] AS urgency,
  missing, action, ${namesOfNumbers.join(', ')}
FROM stated JOIN lacking USING (lacks)
ORDER BY worst, patient, (outcome <> 'true'), stated.urgency, place`
