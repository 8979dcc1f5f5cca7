import type { Engine } from '../decided.ts'

/** A text as Spark writes it. */
export const text = (value: string): string =>
  `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t')}'`

/** A name, or an address of files, as Spark writes it. */
export const name = (value: string): string => `\`${value.replaceAll('`', '``')}\``

/** How Spark writes what is decided, as of a day. */
export const sparkOn = (on: string): Engine => ({
  name,
  daysOn: (days) => `CAST(date_add(DATE ${text(on)}, CAST(${days} AS INT)) AS STRING)`,
  double: 'DOUBLE',
  integer: 'INT',
  text: 'STRING',
})

const byTabs = "ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\t'"

/** Rows put through a command on the workers, as text with tabs between; all its columns are text. */
export const throughCommand = (
  input: readonly string[],
  command: string,
  output: readonly string[],
  from: string,
): string =>
  `SELECT TRANSFORM (${input.join(', ')}) ${byTabs}
  USING ${text(command)}
  AS (${output.map((column) => `${name(column)} STRING`).join(', ')}) ${byTabs}
FROM ${from}`

/** A folder of files of Spark, below another. */
export const below = (folder: string, entry: string): string =>
  `${folder.replace(/\/+$/, '')}/${entry}`

/** Writes rows into a folder, whole or not at all, in place of what was there. */
export const written = (folder: string, format: 'parquet' | 'text', rows: string): string =>
  `INSERT OVERWRITE DIRECTORY ${text(folder)} USING ${format}\n${rows}`

/** A folder of Parquet as a view. */
export const viewOf = (view: string, folder: string): string =>
  `CREATE OR REPLACE TEMPORARY VIEW ${view} USING parquet OPTIONS (path ${text(folder)})`
