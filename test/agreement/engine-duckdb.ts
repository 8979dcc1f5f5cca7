import { BOOLEAN, DOUBLE, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Definition } from '../../src/logic/definition.ts'
import type { Truth } from '../../src/logic/truth.ts'
import { duckdb } from '../../src/outputs/sql-dialect.ts'
import { factsColumns, factsRow, factsTableSql } from '../../src/outputs/sql-facts.ts'
import { statementsSql } from '../../src/outputs/sql.ts'
import type { Stated } from '../../src/proof/concrete.ts'
import type { Engine } from './engine.ts'

/** As many rows as one chunk of DuckDB holds. */
const chunkRows = 2048

/** The assumptions are made before the facts table; the implications are drawn in the query. */
const withAssumptions = (definition: Definition, patient: Stated): Stated => ({
  ...Object.fromEntries(
    definition.facts.flatMap(({ id, absent }) => (absent === 'ask' ? [] : [[id, 'false']])),
  ),
  ...patient,
})

const load = async (
  connection: DuckDBConnection,
  definition: Definition,
  patients: readonly Stated[],
): Promise<void> => {
  await connection.run(`DROP TABLE IF EXISTS facts; ${factsTableSql(definition, duckdb)}`)
  const columns = factsColumns(definition)
  const types = columns.map(
    ({ type }) => ({ text: VARCHAR, boolean: BOOLEAN, double: DOUBLE })[type],
  )
  const appender = await connection.createAppender('facts')
  for (let start = 0; start < patients.length; start += chunkRows) {
    const rows = patients.slice(start, start + chunkRows).map((patient, index) => {
      const key = String(start + index).padStart(8, '0')
      const row = factsRow(definition, key, withAssumptions(definition, patient))
      return columns.map(({ name }) => row[name] ?? null)
    })
    const chunk = DuckDBDataChunk.create(types, rows.length)
    chunk.setRows(rows)
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

/** DuckDB in memory, on the SELECT over a facts table. */
export const duckDb = async (
  definition: Definition,
  plant: (sql: string) => string = (sql) => sql,
): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  const query = plant(statementsSql(definition, duckdb))
  return {
    name: 'DuckDB',
    ask: async (patients) => {
      await load(connection, definition, patients)
      const reader = await connection.runAndReadAll(`SELECT * FROM (${query}\n) ORDER BY patient`)
      return reader.getRows().map(([, ...truths]) => truths as Truth[])
    },
  }
}
