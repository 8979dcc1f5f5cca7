import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readTypes } from '../elements.ts'
import { findSources } from '../inputs.ts'
import { stop } from '../trouble.ts'
import { name, text } from './sql.ts'

/** Something that Spark reads an export from. */
export type SparkInput =
  | {
      readonly kind: 'lines'
      readonly path: string
      /** Whether other files may be there, too. */
      readonly isFolder: boolean
    }
  | {
      /** As Spark's SQL names it after FROM. */
      readonly kind: 'rows'
      readonly from: string
      /** The type of the resources, where they do not tell it themselves; empty where it is not told. */
      readonly type: string
    }

const isAddress = (path: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(path)

/** A path of this machine as Spark must be told it, or else it looks in its own store. */
export const addressOf = (path: string): string =>
  isAddress(path) ? path : decodeURI(pathToFileURL(resolve(path)).href)

/** The type that a table, a folder or a file is named after. */
const typeNamed = (path: string): string => {
  const last = path
    .replace(/\/+$/, '')
    .split(/[/.]/)
    .filter((part) => !/^(parquet|delta)$/i.test(part))
  const word = /^\d*[._-]?([a-z]+)/i.exec(last.at(-1) ?? '')?.[1]?.toLowerCase()
  return readTypes.find((type) => type.toLowerCase() === word) ?? ''
}

const rows = (format: 'parquet' | 'delta', path: string): SparkInput => ({
  kind: 'rows',
  from: `${format}.${name(addressOf(path))}`,
  type: typeNamed(path),
})

const isNdjson = (path: string): boolean => /\.(ndjson|jsonl|json)(\.gz)?$/i.test(path)

const remote = (path: string): SparkInput =>
  /\.parquet\/?$/i.test(path)
    ? rows('parquet', path)
    : { kind: 'lines', path, isFolder: !isNdjson(path) && !/[*?{[]/.test(path) }

/** The folder of a table that Spark wrote, or the file itself where it is of none. */
const tableOf = (path: string): string => /^(.*?\.parquet)\/.*$/i.exec(path)?.[1] ?? path

/** The files of this machine: those of lines at once, those of Parquet one by one. */
const local = (input: string): readonly SparkInput[] => {
  if (/\.parquet\/?$/i.test(input)) return [rows('parquet', input)]
  const sources = findSources([input])
  const odd = sources.find(({ path, packed }) => packed === 'zstd' || /\.gzip$/i.test(path))
  if (odd !== undefined) {
    throw stop(
      odd.name,
      'Spark reads no file that is packed so.',
      'Pack it as .gz, leave it unpacked, or screen it without --engine spark.',
    )
  }
  const lines = sources.filter(({ format }) => format === 'ndjson')
  const tables = sources.filter(({ format }) => format === 'parquet')
  const isFolder = lines.some(({ path }) => path !== input) && !/[*?[]/.test(input)
  return [
    ...(lines.length === 0 ? [] : [{ kind: 'lines', path: addressOf(input), isFolder } as const]),
    ...[...new Set(tables.map(({ path }) => tableOf(path)))].map((path) => rows('parquet', path)),
  ]
}

/**
 * What Spark reads: NDJSON by a file, a folder or a pattern; Parquet by a path that ends in
 * `.parquet`; a Delta table as `delta:PATH`; a table of the catalog as `table:NAME`.
 */
export const sparkInputs = (inputs: readonly string[]): readonly SparkInput[] =>
  inputs.flatMap((input): readonly SparkInput[] => {
    const [scheme, rest = ''] = /^(delta|table):(.+)$/.exec(input)?.slice(1) ?? []
    if (scheme === 'delta') return [rows('delta', rest)]
    if (scheme === 'table') {
      const from = rest.split('.').map(name).join('.')
      return [{ kind: 'rows', from, type: typeNamed(rest) }]
    }
    return isAddress(input) ? [remote(input)] : local(input)
  })

/** Names of files of NDJSON in a folder that may hold others. */
const endings = ['ndjson', 'jsonl', 'json'].flatMap((ending) => [ending, `${ending}.gz`])

/** An input as a view, where it needs one. */
export const viewOfInput = (input: SparkInput, view: string): string | undefined => {
  if (input.kind === 'rows') return undefined
  const options = [
    `path ${text(input.path)}`,
    `lineSep ${text('\n')}`,
    ...(input.isFolder
      ? [`recursiveFileLookup 'true'`, `pathGlobFilter ${text(`*.{${endings.join(',')}}`)}`]
      : []),
  ]
  return `CREATE OR REPLACE TEMPORARY VIEW ${view} USING text OPTIONS (${options.join(', ')})`
}

/** The lines of an input, with what its reader is told of each: see `lineInput`. */
export const linesOfInput = (input: SparkInput, view: string): string =>
  input.kind === 'rows'
    ? `SELECT ${text(input.type)} AS type, input_file_name() AS file, '' AS block, 0 AS octets, TRUE AS sound, to_json(struct(*)) AS value
  FROM ${input.from}`
    : `SELECT '' AS type, input_file_name() AS file, CAST(input_file_block_start() AS STRING) AS block, octet_length(value) AS octets,
    encode(value, 'UTF-8') = CAST(value AS BINARY) AS sound, value
  FROM ${view}`
