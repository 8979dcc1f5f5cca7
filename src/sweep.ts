/**
 * The screen of a population, with the guideline, the reading of records and the SQL put in.
 *
 * @module
 */
import { any, is } from './logic/condition.ts'
import { populationColumns } from './assess/population.ts'
import { intents, requestStatus, statementStatus } from './fhir/taken.ts'
import { recordRules } from './guideline/codes/index.ts'
import { intrathecalBaclofen, takesBaclofen } from './guideline/facts.ts'
import { guideline } from './guideline/index.ts'
import { duckdb, spark } from './outputs/sql-dialect.ts'
import { quantityColumns, snakeCase } from './outputs/sql-facts.ts'
import { statementsSql } from './outputs/sql.ts'
import type { SweepParts } from './sweep/parts.ts'
import type { SparkParts } from './sweep/spark/parts.ts'

/** The names in a table of statuses that show that an entry is part of the list. */
const known = (statuses: ReadonlyMap<string | undefined, string>): readonly string[] =>
  [...statuses].flatMap(([status, taken]) =>
    status === undefined || taken === 'no' ? [] : [status],
  )

const isSource = import.meta.url.endsWith('.ts')

/** Everything that the screen needs to know of this guideline. */
export const sweepParts: SweepParts = {
  definition: guideline,
  rules: recordRules,
  concerns: any(is(takesBaclofen), is(intrathecalBaclofen)),
  listed: {
    statuses: {
      MedicationRequest: known(requestStatus),
      MedicationStatement: known(statementStatus),
    },
    intents: known(intents),
  },
  columns: populationColumns,
  columnOf: ({ id }) => snakeCase(id),
  quantityColumns,
  statementsSql: (definition, table) =>
    statementsSql(definition, duckdb, table, { missing: true, type: 'outcome' }),
  worker: new URL(isSource ? './sweep-worker.ts' : './sweep-worker.js', import.meta.url),
}

/** The same with the statements as Spark writes them. */
export const sparkParts: SparkParts = {
  ...sweepParts,
  statementsSql: (definition, table) => statementsSql(definition, spark, table, { missing: true }),
}
