import { closeSync, openSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A line that was rejected, as its reader told it. */
interface Told {
  readonly file: string
  /** Where the part of the file begins that the reader was given; null in a table. */
  readonly block: number | null
  /** Bytes from the first line of that part on. */
  readonly after: number
  readonly reason: string
}

/** Where the first line begins that is told to be of a part of a file: behind the first line feed. */
const firstLine = (file: string, block: number): number | null => {
  if (block === 0) return 0
  try {
    const opened = openSync(file, 'r')
    try {
      const bytes = Buffer.alloc(64 * 1024)
      for (let at = block; ;) {
        const got = readSync(opened, bytes, 0, bytes.length, at)
        const found = bytes.subarray(0, got).indexOf(10)
        if (found >= 0) return at + found + 1
        if (got === 0) return null
        at += got
      }
    } finally {
      closeSync(opened)
    }
  } catch {
    return null
  }
}

const pathOf = (file: string): string => {
  try {
    return fileURLToPath(file)
  } catch {
    return file
  }
}

/**
 * Lines that were rejected, each with its byte in the unpacked file where that can be told: Spark
 * cuts files into parts, and a reader knows only how far into its part a line is.
 */
export const withOffsets = (lines: readonly string[]): readonly string[] => {
  const begins = new Map<string, number | null>()
  return lines.map((line) => {
    const { file, block, after, reason } = JSON.parse(line) as Told
    const path = pathOf(file)
    const part = `${path}\n${String(block)}`
    const begin = begins.get(part) ?? (block === null ? null : firstLine(path, block))
    begins.set(part, begin)
    const offset = begin === null || block === null ? null : begin + after
    return JSON.stringify({ file: path, offset, reason })
  })
}
