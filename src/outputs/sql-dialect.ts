/** What one SQL engine writes otherwise than the next. Everything else is the same text. */
export interface SqlDialect {
  readonly name: string
  /** The type of a column of text. */
  readonly text: string
  /** The type of a number in double precision. */
  readonly double: string
  /** A name that may hold spaces and signs. */
  readonly quoted: (name: string) => string
  /** A number that the engine takes as a double and never as a decimal. */
  readonly number: (value: number) => string
}

const enclosed =
  (mark: string) =>
  (name: string): string =>
    `${mark}${name.replaceAll(mark, mark + mark)}${mark}`

/** DuckDB, embedded or by its shell. */
export const duckdb: SqlDialect = {
  name: 'DuckDB',
  text: 'VARCHAR',
  double: 'DOUBLE',
  quoted: enclosed('"'),
  number: (value) => `${String(value)}::DOUBLE`,
}

/** Spark SQL, and what runs it: Databricks, EMR, Fabric, Synapse. */
export const spark: SqlDialect = {
  name: 'Spark',
  text: 'STRING',
  double: 'DOUBLE',
  quoted: enclosed('`'),
  number: (value) => `${String(value)}D`,
}
