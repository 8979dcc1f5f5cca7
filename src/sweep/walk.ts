import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Source } from './inputs.ts'

/** The bytes of a file, unpacked; of a file that grows, those that were there at first. */
export const bytesOf = (source: Source): AsyncIterable<Buffer> => {
  const options = { highWaterMark: 4 * 1024 * 1024 }
  const raw = createReadStream(
    source.path,
    source.size > 0 ? { ...options, end: source.size - 1 } : options,
  )
  if (source.packed === 'no') return raw
  const unpacked = raw.pipe(createGunzip({ chunkSize: 1024 * 1024 }))
  raw.on('error', (error) => unpacked.destroy(error))
  return unpacked
}

/** Whether the bytes of a file can be walked here, rather than by DuckDB alone. */
export const canWalk = ({ remote, packed, format }: Source): boolean =>
  !remote && packed !== 'zstd' && format === 'ndjson'

/** A line of a file. */
export interface Line {
  /** Counted from 1, blank lines not counted. */
  readonly number: number
  /** Where it begins, in bytes of the unpacked file. */
  readonly offset: number
  readonly text: string
}

const lineFeed = 10

const isBlank = (bytes: Buffer, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (!isSpace(bytes[at] ?? 0)) return false
  return true
}

const isSpace = (byte: number): boolean => byte === 32 || byte === 13 || byte === 9

/** Goes through the lines of a file and gives those that are wanted, by their number and place. */
export async function* linesOf(
  source: Source,
  isWanted: (number: number, from: number, to: number) => boolean,
): AsyncGenerator<Line> {
  let number = 0
  let offset = 0
  let rest: Buffer = Buffer.alloc(0)
  const lineAt = (bytes: Buffer, from: number, to: number): Line | undefined => {
    if (isBlank(bytes, from, to)) return undefined
    number += 1
    return isWanted(number, offset + from, offset + to)
      ? { number, offset: offset + from, text: bytes.toString('utf8', from, to) }
      : undefined
  }
  for await (const chunk of bytesOf(source)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let to = bytes.indexOf(lineFeed); to >= 0; to = bytes.indexOf(lineFeed, from)) {
      const line = lineAt(bytes, from, to)
      if (line !== undefined) yield line
      from = to + 1
    }
    rest = bytes.subarray(from)
    offset += from
  }
  const last = lineAt(rest, 0, rest.length)
  if (last !== undefined) yield last
}

const joints = [Buffer.from('}{'), Buffer.from('} {')]

/** Where an object begins right after another, without a line feed between: offsets, in order. */
export const jointsIn = async (source: Source): Promise<readonly number[]> => {
  const found: number[] = []
  let offset = 0
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of bytesOf(source)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (const joint of joints) {
      for (let at = bytes.indexOf(joint); at >= 0; at = bytes.indexOf(joint, at + 1)) {
        found.push(offset + at + joint.length - 1)
      }
    }
    // A joint may lie across two chunks.
    rest = bytes.subarray(Math.max(0, bytes.length - 2))
    offset += bytes.length - rest.length
  }
  return [...new Set(found)].sort((one, other) => one - other)
}
