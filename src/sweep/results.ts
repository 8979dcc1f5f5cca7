import type { Definition } from '../logic/definition.ts'
import type { Statement } from '../logic/statement.ts'
import { concerns, urgencyOf, withQuestions } from './asked.ts'
import { name, text, texts } from './database.ts'
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

/** How urgent a statement is for a person, in SQL: 0 an emergency, 1 urgent, 2 routine. */
const urgency = (statement: Statement): string => {
  if (statement.kind === 'emergency') return '0'
  if (statement.kind === 'urgent') return '1'
  return statement.urgentUnlessFalse === undefined
    ? '2'
    : `CASE WHEN ${name(urgencyOf(statement))} <> 'false' THEN 1 ELSE 2 END`
}

const isTrue = (statement: Statement): string => `${name(statement.id)} = 'true'`

const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'FALSE' : `(${conditions.join(' OR ')})`

/** The most urgent of the statements that hold for a person. */
const worst = ({ statements }: Definition): string => {
  const emergencies = statements.filter(({ kind }) => kind === 'emergency')
  const urgent = statements.filter((statement) => !['0', '2'].includes(urgency(statement)))
  const holds = urgent.map((statement) => `(${isTrue(statement)} AND ${urgency(statement)} = 1)`)
  return `CASE WHEN ${anyOf(emergencies.map(isTrue))} THEN 0 WHEN ${anyOf(holds)} THEN 1 ELSE 2 END`
}

/** Every statement decided for every person: one row a person, and the numbers that actions need. */
export const outcomesSql = ({ parts, definition, facts }: Deciding): string => {
  const { dose, days } = parts.rules.drug
  const ofDose = parts.quantityColumns(dose)
  const { low: daysLow } = parts.quantityColumns(days)
  const lacks = definition.statements.map(({ id }) => name(`${id} lacks`))
  return `CREATE OR REPLACE TABLE outcomes AS
WITH stated AS MATERIALIZED (
${parts.statementsSql(withQuestions(definition, parts.concerns), facts)})
SELECT stated.*, ${worst(definition)} AS worst, ${lacks.join(' | ')} AS lacks,
  CASE WHEN ${ofDose.low} = ${ofDose.high} THEN ${ofDose.low} END AS dose, ${daysLow} AS days
FROM stated JOIN (SELECT patient, ${ofDose.low}, ${ofDose.high}, ${daysLow} FROM ${facts}) USING (patient)`
}

/** Numbers of an action, by the columns of the results. */
const numbersOf = ({ action }: Statement, on: string): Readonly<Record<string, string>> => {
  switch (action.kind) {
    case 'titrate':
      return {
        from_mg_per_day: 'dose',
        to_mg_per_day: `least(dose + ${String(action.step.value)}, ${String(action.ceiling.value)})`,
        step_mg_per_day: String(action.step.value),
        every_days: String(action.everyDays),
      }
    case 'reduce':
      return { from_mg_per_day: 'dose', to_mg_per_day: String(action.to.value) }
    case 'taper':
      return { from_mg_per_day: 'dose', to_mg_per_day: '0' }
    case 'wait':
      return {
        earliest: `(DATE ${text(on)} + ceil(${String(action.days)} - coalesce(days, 0))::INTEGER)::VARCHAR`,
      }
    case 'supplement':
      return { mmol_per_day: String(action.mmolPerDay) }
    default:
      return {}
  }
}

const numberColumns = {
  from_mg_per_day: 'DOUBLE',
  to_mg_per_day: 'DOUBLE',
  step_mg_per_day: 'DOUBLE',
  every_days: 'INTEGER',
  mmol_per_day: 'DOUBLE',
  earliest: 'VARCHAR',
} as const

/** Everybody who takes the drug, or may. */
export const isConcerned = `${name(concerns)} <> 'false'`

/** What holds, or cannot be decided, for each person: the worst first. What is false is left out. */
export const resultsSql = (deciding: Deciding): string => {
  const { definition, on, numbers } = deciding
  const rows = definition.statements.map((statement, index) => {
    const values = numbers ? numbersOf(statement, on) : {}
    const columns = Object.entries(numberColumns).map(([column, type]) => {
      const value = values[column]
      const holds =
        value === undefined ? 'NULL' : `CASE WHEN ${isTrue(statement)} THEN ${value} END`
      return `${holds}::${type} AS ${column}`
    })
    return `SELECT patient, worst, ${String(index)} AS place, ${text(statement.id)} AS statement,
  ${name(statement.id)} AS outcome, ${urgency(statement)} AS urgency, ${name(`${statement.id} lacks`)} AS lacks,
  CASE WHEN ${isTrue(statement)} THEN ${text(statement.action.kind)} END AS action, ${columns.join(', ')}
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
  missing, action, ${Object.keys(numberColumns).join(', ')}
FROM stated JOIN lacking USING (lacks)
ORDER BY worst, patient, (outcome <> 'true'), stated.urgency, place`
