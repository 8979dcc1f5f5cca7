import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { constants } from 'node:zlib'
import { stop } from './trouble.ts'

/** One file of an export. */
export interface Source {
  /** As it was found: the name that a reader is told. */
  readonly name: string
  /** Where its bytes are read from: itself, or a copy of as much of it as there was at first. */
  readonly path: string
  readonly format: 'ndjson' | 'parquet'
  readonly packed: 'no' | 'gzip' | 'zstd'
  /** On another machine, read by DuckDB's own extension. */
  readonly remote: boolean
  /** Bytes when the run began; 0 where that is not known. What is added later is not read. */
  readonly size: number
  /** The type of resource that its name or its first line speaks of. */
  readonly type: string | undefined
}

const endings = /\.(ndjson|jsonl|json|parquet)(\.gz|\.gzip|\.zst|\.zstd)?$/i

const isRemote = (path: string): boolean => /^(s3|https?|gs|gcs|az|r2|hf):\/\//i.test(path)

const globPattern = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replace(/[.+^${}()|\\]/g, '\\$&')
      .replaceAll('**/', '\u0001')
      .replaceAll('*', '[^/]*')
      .replaceAll('?', '[^/]')
      .replaceAll('\u0001', '(?:.*/)?')}$`,
  )

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

const nothingIn = (input: string): Error =>
  stop(
    input,
    'There is no file of an export here.',
    'Give files, a folder or a pattern of files that end in .ndjson, .jsonl, .json or .parquet (also .gz or .zst).',
  )

const matching = (glob: string): readonly string[] => {
  const wild = glob.search(/[*?[]/)
  const root = glob.slice(0, glob.lastIndexOf('/', wild) + 1)
  const pattern = globPattern(glob)
  try {
    return filesBelow(root === '' ? '.' : root).filter((file) => pattern.test(file))
  } catch {
    return []
  }
}

const expand = (input: string): readonly string[] => {
  if (isRemote(input)) return [input]
  if (/[*?[]/.test(input)) {
    const found = matching(input).filter((file) => endings.test(file))
    if (found.length === 0) throw nothingIn(input)
    return found
  }
  const status = statSync(input, { throwIfNoEntry: false })
  if (status === undefined) {
    throw stop(input, 'There is no such file or folder.', 'Check the path.')
  }
  if (!status.isDirectory()) return [input]
  const found = filesBelow(input).filter(
    (file) => endings.test(file) && basename(file) !== 'generated.json',
  )
  if (found.length === 0) throw nothingIn(input)
  return found
}

/** The first bytes of a file, unpacked where they are packed with gzip. */
const beginning = (path: string, packed: Source['packed']): string => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(64 * 1024)
    const begin = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0))
    if (packed !== 'gzip') return packed === 'no' ? begin.toString('utf8') : ''
    return gunzipSync(begin, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8')
  } catch {
    return ''
  } finally {
    closeSync(file)
  }
}

const typeIn = (
  path: string,
  packed: Source['packed'],
  format: Source['format'],
  remote: boolean,
) => {
  const named = /^([A-Z][A-Za-z]+)/.exec(basename(path).replace(/^\d+[._-]/, ''))?.[1]
  if (format === 'parquet' || remote) return named
  return /"resourceType"\s*:\s*"([A-Za-z]+)"/.exec(beginning(path, packed))?.[1] ?? named
}

const sourceOf = (path: string): Source => {
  const remote = isRemote(path)
  const format = /\.parquet/i.test(path) ? 'parquet' : 'ndjson'
  const packed = /\.(gz|gzip)$/i.test(path) ? 'gzip' : /\.(zst|zstd)$/i.test(path) ? 'zstd' : 'no'
  return {
    name: path,
    path,
    format,
    packed,
    remote,
    size: remote ? 0 : statSync(path).size,
    type: typeIn(path, packed, format, remote),
  }
}

/** Finds the files of an export: each input is a file, a folder, a pattern or an address. */
export const findSources = (inputs: readonly string[]): readonly Source[] => {
  const paths = [...new Set(inputs.flatMap(expand))]
  const sources = paths.map(sourceOf)
  return sources.filter(({ size, remote }) => remote || size > 0)
}
