import { DuckDBInstance } from '@duckdb/node-api'

export { name, text, texts } from './quoted.ts'

/** A value as DuckDB gives it to JavaScript, JSON-like: whole numbers above 2^53 come as text. */
export type Cell = string | number | boolean | null

/** An embedded DuckDB, in memory up to a limit and in a folder beyond it. */
export interface Database {
  readonly run: (sql: string) => Promise<void>
  /** The rows of a query, each by column name. */
  readonly rows: (sql: string) => Promise<readonly Readonly<Record<string, Cell>>[]>
  readonly version: string
  readonly close: () => void
}

/** How much of the machine it may use. */
export interface Resources {
  /** As DuckDB reads it: "700MB". */
  readonly memory: string
  readonly threads: number
  /** Where it puts what does not fit in memory. */
  readonly spill: string
}

/** Opens an empty database. */
export const openDatabase = async (resources: Resources): Promise<Database> => {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: resources.memory,
    threads: String(resources.threads),
    temp_directory: resources.spill,
    // Nothing hangs on the order of rows, but the numbers of lines: see `faultsIn`.
    preserve_insertion_order: 'false',
    autoinstall_known_extensions: 'false',
    allow_community_extensions: 'false',
  })
  const connection = await instance.connect()
  const rows: Database['rows'] = async (sql) => {
    const read = await connection.runAndReadAll(sql)
    return read.getRowObjectsJson() as readonly Readonly<Record<string, Cell>>[]
  }
  // Of the three words of an outcome one byte is kept.
  await connection.run("CREATE TYPE outcome AS ENUM ('true', 'false', 'unknown')")
  const [first] = await rows('SELECT version() AS version')
  return {
    run: async (sql) => {
      await connection.run(sql)
    },
    rows,
    version: String(first?.['version']),
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}
