import { join } from 'node:path'
import { guarded } from './csv.ts'
import { text } from './database.ts'
import type { Database } from './database.ts'
import { lackingSql, outcomesSql, resultsSql, writtenResults } from './results.ts'
import type { Deciding } from './results.ts'
import { findingsOf } from './summary.ts'
import type { Findings } from './summary.ts'

/** Decides every statement for every person. */
export const decide = async (database: Database, deciding: Deciding): Promise<void> => {
  await database.run(outcomesSql(deciding))
}

/** Writes what holds and what is open, worst first, as Parquet and as CSV; answers with what was found. */
export const writeResults = async (
  database: Database,
  deciding: Deciding,
  folder: string,
  heading?: string,
): Promise<Findings> => {
  for (const sql of resultsSql(deciding)) await database.run(sql)
  await database.run(lackingSql(deciding.definition))
  const parquet = text(join(folder, 'results.parquet'))
  const csv = text(join(folder, 'results.csv'))
  const headed = heading === undefined ? '*' : `${text(heading)} AS note, *`
  // The results lie in their order, and are written in it.
  await database.run('SET preserve_insertion_order = true')
  await database.run(
    `COPY (SELECT ${headed} FROM (${writtenResults(deciding)})) TO ${parquet} (FORMAT parquet, COMPRESSION zstd)`,
  )
  await database.run(
    `COPY (SELECT * REPLACE (${guarded('patient')}) FROM read_parquet(${parquet})) TO ${csv} (FORMAT csv, HEADER)`,
  )
  await database.run('SET preserve_insertion_order = false')
  return findingsOf(database, deciding.definition)
}
