import { readSync, writeSync } from 'node:fs'

/** A line as bytes, without its line feed; of one that is too long the beginning alone. */
export interface PipedLine {
  readonly bytes: Buffer
  /** Of the whole line, in bytes. */
  readonly length: number
}

const lineFeed = 10

/** So much is kept of a line that is too long. */
const beginning = 4096

/** Takes what comes next into a buffer, from a place on; 0 bytes at the end. */
export type Take = (into: Buffer, from: number) => number

/**
 * The lines of a stream, one at a time, in a buffer that never holds much more than the longest line
 * that is allowed. The bytes of a line are good until the next is asked for.
 */
export function* linesOf(take: Take, longest: number): Generator<PipedLine> {
  let buffer = Buffer.allocUnsafe(256 * 1024)
  let filled = 0
  /** Bytes of the line at hand that were passed over, behind its beginning. */
  let passed = 0
  const line = (from: number, to: number): PipedLine => {
    const length = to - from + passed
    passed = 0
    return { bytes: buffer.subarray(from, length > longest ? from + beginning : to), length }
  }
  for (;;) {
    if (filled === buffer.length && filled > longest) {
      passed += filled - beginning
      filled = beginning
    } else if (filled === buffer.length) {
      buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)])
    }
    const got = take(buffer, filled)
    if (got === 0) break
    const upTo = filled + got
    let from = 0
    let to = buffer.indexOf(lineFeed, filled)
    for (; to >= 0 && to < upTo; to = buffer.indexOf(lineFeed, from)) {
      yield line(from, to)
      from = to + 1
    }
    buffer.copyWithin(0, from, upTo)
    filled = upTo - from
  }
  if (filled > 0) yield line(0, filled)
}

/** What stands before the last column of a row, and where that begins. */
export const headOf = (
  bytes: Buffer,
  columns: readonly string[],
): readonly [head: readonly string[], begins: number] => {
  const head: string[] = []
  let from = 0
  for (const _column of columns.slice(1)) {
    const tab = bytes.indexOf(9, from)
    head.push(bytes.toString('utf8', from, tab))
    from = tab + 1
  }
  return [head, from]
}

const pause = new Int32Array(new SharedArrayBuffer(4))

/** Waits out a stream that has nothing to give, or takes nothing, right now. */
const untilReady = (act: () => number): number => {
  for (;;) {
    try {
      return act()
    } catch (error) {
      const { code } = error as { readonly code?: string }
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      Atomics.wait(pause, 0, 0, 5)
    }
  }
}

/** Standard input. */
export const standardInput: Take = (into, from) =>
  untilReady(() => readSync(0, into, from, into.length - from, null))

/** Where lines go; they are kept until there are enough to be worth a write. */
export interface Out {
  readonly write: (line: string) => void
  readonly end: () => void
}

/** So many characters are written at once. */
const enough = 64 * 1024

/** Standard output. It waits for whoever reads it, so that nothing piles up. */
export const standardOutput = (): Out => {
  let lines: string[] = []
  let length = 0
  const end = (): void => {
    if (lines.length === 0) return
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    lines = []
    length = 0
    for (let at = 0; at < bytes.length;) at += untilReady(() => writeSync(1, bytes, at))
  }
  return {
    end,
    write: (line) => {
      lines.push(line)
      length += line.length
      if (length > enough) end()
    },
  }
}
