import {
  createReadStream,
  createWriteStream,
  readFileSync,
  statSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { text } from './quoted.ts'
import type { Database } from './database.ts'
import type { Source } from './inputs.ts'
import { bytesAt, longestLine } from './part-of-file.ts'
import type { Pool } from './pool.ts'
import { parsed, reasonOf } from './rejected.ts'
import type { Rejected } from './rejected.ts'
import type { ScanTask, Scanned } from './work-of-reader.ts'

/** A file as NDJSON on this machine: itself, or what was made from it. */
export interface Readable {
  readonly source: Source
  readonly path: string
  readonly size: number
}

/** Bytes of one part of a file: small enough to share out evenly and to hold in memory. */
const partBytes = 4 * 1024 * 1024

/** The lines of a file that DuckDB reads, as a table of one column. */
const linesIn = (path: string): string =>
  `read_csv(${text(path)}, columns = {line: 'VARCHAR'}, delim = '\x01', quote = '', escape = '', header = false, auto_detect = false, strict_mode = false, max_line_size = ${String(longestLine)}, buffer_size = ${String(2 * longestLine)})`

const toLines = `(FORMAT csv, HEADER false, DELIMITER '\x01', QUOTE '', ESCAPE '')`

/** The rows of a Parquet file as resources; one that has no types has that of its name. */
const rowsIn = async (database: Database, { path, type }: Source): Promise<string> => {
  const rows = await database.rows(`DESCRIBE SELECT * FROM read_parquet(${text(path)})`)
  const hasType = rows.some((row) => row['column_name'] === 'resourceType')
  const columns = hasType || type === undefined ? '*' : `${text(type)} AS "resourceType", *`
  return `SELECT ${columns} FROM read_parquet(${text(path)})`
}

/**
 * Makes NDJSON of what is none: DuckDB does of Parquet, Zstandard and what is at an address. It lies
 * in the folder of the run as long as that goes on.
 */
export const readableOf = async (
  database: Database,
  source: Source,
  folder: string,
  file: number,
): Promise<Readable> => {
  const { format, packed, remote, path } = source
  if (format === 'ndjson' && packed === 'no' && !remote) return { source, path, size: source.size }
  const made = join(folder, `input-${String(file)}.ndjson`)
  if (format === 'ndjson' && packed === 'gzip' && !remote) {
    // Of a file that grows, what was there at first.
    const raw = createReadStream(path, { end: source.size - 1, highWaterMark: 1024 * 1024 })
    await pipeline(raw, createGunzip({ chunkSize: 1024 * 1024 }), createWriteStream(made))
  } else if (format === 'parquet') {
    await database.run(`COPY (${await rowsIn(database, source)}) TO ${text(made)} (FORMAT json)`)
  } else {
    await database.run('SET preserve_insertion_order = true')
    await database.run(`COPY (SELECT line FROM ${linesIn(path)}) TO ${text(made)} ${toLines}`)
    await database.run('SET preserve_insertion_order = false')
  }
  return { source, path: made, size: statSync(made).size }
}

const partsOf = ({ path, size }: Readable, file: number): readonly ScanTask[] =>
  Array.from({ length: Math.ceil(size / partBytes) }, (_one, part): ScanTask => {
    const from = part * partBytes
    return { do: 'scan', file, path, from, to: Math.min(size, from + partBytes), size }
  })

/** What was read: all lines, those that are plainly written, and those that could not be used. */
export interface Collected {
  readonly all: number
  readonly plain: number
  readonly rejected: readonly Rejected[]
}

/** Reads all files into records of people. */
export const collect = async (
  pool: Pool,
  files: readonly Readable[],
  progress: (done: number, what: string) => void,
): Promise<Collected> => {
  const tasks = files.flatMap(partsOf)
  const scanned = await pool.scan(tasks, (done) => {
    const next = tasks[Math.min(tasks.length - 1, Math.floor(done * tasks.length))]
    progress(done, `reading ${files[next?.file ?? 0]?.source.name ?? ''}`)
  })
  const rejected: Rejected[] = []
  let [file, lines] = [-1, 0]
  tasks.forEach((task, at) => {
    if (task.file !== file) [file, lines] = [task.file, 0]
    const source = files[file]?.source
    const part = scanned[at]
    if (source === undefined || part === undefined) return
    for (const { offset, line, reason } of part.faults) {
      const place = source.format === 'parquet' ? null : offset
      rejected.push({ file: source.name, offset: place, line: lines + line, reason })
    }
    lines += part.lines
  })
  const total = (count: (part: Scanned) => number): number =>
    scanned.reduce((sum, part) => sum + count(part), 0)
  return { all: total((part) => part.lines), plain: total((part) => part.plain), rejected }
}

/** Whether the first resources of the export all carry the label of test data. */
export const isSynthetic = (files: readonly Readable[]): boolean => {
  const [first] = files
  if (first === undefined) return false
  const begin = bytesAt(first.path, 0, Math.min(first.size, partBytes)).toString('utf8')
  const resources = begin.split('\n', 1000).map(parsed).filter(isResource)
  return (
    resources.length > 0 &&
    resources.every(({ meta }) => JSON.stringify(meta ?? null).includes('"HTEST"'))
  )
}

const isResource = (value: unknown): value is { readonly meta?: unknown } =>
  reasonOf(value, false) === undefined

/** Puts what was set aside, and who was not assessed, into one file. */
export const joinNotes = (notes: readonly string[], file: string): void => {
  writeFileSync(file, '')
  for (const note of notes) {
    try {
      appendFileSync(file, readFileSync(note))
    } catch (error) {
      if ((error as { readonly code?: string }).code !== 'ENOENT') throw error
    }
  }
}
