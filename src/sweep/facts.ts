import { name, text, texts } from './database.ts'
import type { Database } from './database.ts'
import type { Column, SweepParts } from './parts.ts'

const types = { text: 'VARCHAR', boolean: 'BOOLEAN', double: 'DOUBLE' } as const

const typeOf = ({ type }: Column): string => types[type]

/** What a file of facts says of itself. */
export interface FactsNote {
  readonly guideline: string
  readonly version: string
  /** The day of the assessments. */
  readonly on: string
}

/** Writes the facts of all people who were read into one Parquet file: a row a person. */
export const writeFacts = async (
  database: Database,
  { columns }: SweepParts,
  rows: readonly string[],
  file: string,
  note: FactsNote,
): Promise<void> => {
  const typed = columns.map((column) => `${name(column.name)}: ${text(typeOf(column))}`)
  const empty = columns.map((column) => `NULL::${typeOf(column)} AS ${name(column.name)}`)
  const from =
    rows.length === 0
      ? `(SELECT ${empty.join(', ')} WHERE FALSE)`
      : `read_csv(${texts(rows)}, columns = {${typed.join(', ')}}, delim = '\t', quote = '', escape = '', header = false, auto_detect = false, strict_mode = false, nullstr = '', max_line_size = 1000000)`
  const notes = Object.entries(note).map(([key, value]) => `${name(key)}: ${text(String(value))}`)
  await database.run(
    `COPY (SELECT * FROM ${from}) TO ${text(file)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {crampwise: 'facts/1', ${notes.join(', ')}})`,
  )
}

/** Where facts are read from that were written before. */
export const factsIn = (file: string): string => `read_parquet(${text(file)})`

/** What a file of facts says of itself; undefined where it is none. */
export const noteOf = async (database: Database, file: string): Promise<FactsNote | undefined> => {
  const rows = await database.rows(
    `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(${text(file)})`,
  )
  const said = new Map(rows.map((row) => [String(row['key']), String(row['value'])]))
  const [guideline, version, on] = ['guideline', 'version', 'on'].map((key) => said.get(key))
  if (said.get('crampwise') !== 'facts/1') return undefined
  return guideline === undefined || version === undefined || on === undefined
    ? undefined
    : { guideline, version, on }
}
