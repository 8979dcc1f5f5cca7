import { copyFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { text } from './database.ts'
import type { Database } from './database.ts'
import { isReadType, medicineTypes } from './elements.ts'
import type { Source } from './inputs.ts'
import type { SweepParts } from './parts.ts'
import { addReadable } from './lines.ts'
import { faultsIn, joinedIn } from './rejected.ts'
import type { Rejected } from './rejected.ts'
import { linesTable, scanSql } from './scan.ts'

/** What a run works with. */
export interface Work {
  readonly database: Database
  readonly parts: SweepParts
  /** The day of the assessments, `YYYY-MM-DD`. */
  readonly on: string
  /** A folder of its own, on the disk of the output. */
  readonly folder: string
  /** Says how far the work is, from 0 to 1, and what is done. */
  readonly progress: (done: number, what: string) => void
}

/** A file as it was read, with the columns of a Parquet file. */
export interface Scanned {
  readonly source: Source
  readonly columns: ReadonlySet<string>
  readonly rejected: readonly Rejected[]
}

const columnsOf = async (database: Database, source: Source): Promise<ReadonlySet<string>> => {
  if (source.format !== 'parquet') return new Set()
  const rows = await database.rows(`DESCRIBE SELECT * FROM read_parquet(${text(source.path)})`)
  return new Set(rows.map((row) => String(row['column_name'])))
}

const isMedicine = ({ type }: Source): boolean =>
  type !== undefined && (medicineTypes as readonly string[]).includes(type)

const sizeNow = (source: Source): number => (source.remote ? 0 : statSync(source.path).size)

/** A copy of as much of a growing file as there was when the run began. */
const asItWas = (source: Source, folder: string, file: number): Source => {
  const path = join(folder, `grown-${String(file)}`)
  copyFileSync(source.path, path)
  truncateSync(path, source.size)
  return { ...source, path }
}

/** Reads one file; answers with what in it could not be used. */
const scanOne = async (
  { database, parts, on }: Work,
  source: Source,
  columns: ReadonlySet<string>,
  file: number,
  among: string | undefined,
): Promise<readonly Rejected[]> => {
  const options = { file, on, columns, ...(among === undefined ? {} : { among }) }
  const type = source.type !== undefined && isReadType(source.type) ? source.type : undefined
  const joined = joinedIn(source)
  await database.run(scanSql(source, parts, { ...options, type, first: true }))
  const odd = await database.rows(
    `SELECT DISTINCT type, fault FROM lines WHERE file = ${String(file)} AND key IS NULL`,
  )
  if (odd.length === 0) return joined
  await database.run(`DELETE FROM lines WHERE file = ${String(file)} AND key IS NULL`)
  const others = odd.filter(({ fault }) => fault === null).map((row) => String(row['type']))
  for (const other of others.filter(isReadType)) {
    if (other === type) continue
    await database.run(scanSql(source, parts, { ...options, type: other, first: false }))
  }
  if (others.length === odd.length) return joined
  const { rejected, readable } = await faultsIn(database, source, columns)
  await addReadable(database, file, readable)
  return [...rejected, ...(await joined)]
}

/** Reads one file; one that grew meanwhile is read again, as far as it went at first. */
const scan = async (
  work: Work,
  given: Source,
  file: number,
  among: string | undefined,
): Promise<Scanned> => {
  const columns = await columnsOf(work.database, given)
  const rejected = await scanOne(work, given, columns, file, among)
  if (given.remote || sizeNow(given) <= given.size) return { source: given, columns, rejected }
  const source = asItWas(given, work.folder, file)
  await work.database.run(`DELETE FROM lines WHERE file = ${String(file)}`)
  return { source, columns, rejected: await scanOne(work, source, columns, file, among) }
}

const candidatesSql = `CREATE OR REPLACE TABLE candidates AS
SELECT DISTINCT person FROM lines WHERE mentions`

const countOf = async ({ database }: Work): Promise<number> => {
  const [row] = await database.rows('SELECT count(*) AS count FROM candidates')
  return Number(row?.['count'])
}

/**
 * Reads all files into the table of lines: first those of medicines, which say who may take the
 * drug, then the others, of which only what is of those people is kept.
 */
export const collect = async (
  work: Work,
  sources: readonly Source[],
): Promise<readonly Scanned[]> => {
  const { database } = work
  await database.run(linesTable)
  const scanned: Scanned[] = []
  const total = sources.reduce((sum, { size }) => sum + size, 0)
  let bytes = 0
  const read = async (of: readonly Source[], among?: string): Promise<void> => {
    for (const source of of) {
      work.progress(bytes / Math.max(total, 1), `reading ${source.name}`)
      const file = sources.indexOf(source)
      scanned[file] = await scan(work, source, file, among)
      bytes += source.size
    }
  }
  const others = sources.filter((source) => !isMedicine(source))
  await read(sources.filter(isMedicine))
  await database.run(candidatesSql)
  const known = await countOf(work)
  await read(others, 'candidates')
  // A file that holds several types may name people who take it only now: then it is read again.
  await database.run(candidatesSql)
  if ((await countOf(work)) > known) {
    const files = others.map((source) => String(sources.indexOf(source)))
    await database.run(`DELETE FROM lines WHERE file IN (${files.join(', ')})`)
    bytes = total - others.reduce((sum, { size }) => sum + size, 0)
    await read(others, 'candidates')
  }
  return scanned
}
