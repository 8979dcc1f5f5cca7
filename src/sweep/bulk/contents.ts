import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { BulkFile } from './state.ts'

/** What a file is found to hold while its bytes go by. */
export interface Contents {
  readonly take: (chunk: Uint8Array) => void
  readonly found: () => NonNullable<BulkFile['done']>
  /** Whether the last line is whole JSON, or there is none. */
  readonly isWhole: () => boolean
}

const lineFeed = 10

/** Counts and hashes bytes, and holds the last line, by which a torn file is known. */
export const contents = (): Contents => {
  const hash = createHash('sha256')
  let bytes = 0
  let lines = 0
  let last: readonly Uint8Array[] = []
  const lastLine = (): string => Buffer.concat(last).toString('utf8').trim()
  return {
    take: (chunk) => {
      hash.update(chunk)
      bytes += chunk.length
      let from = 0
      for (let at = chunk.indexOf(lineFeed); at !== -1; at = chunk.indexOf(lineFeed, from)) {
        // An empty line is none.
        if (at > from || last.length > 0) lines += 1
        last = []
        from = at + 1
      }
      if (from < chunk.length) last = [...last, chunk.slice(from)]
    },
    found: () => ({
      bytes,
      lines: lines + (lastLine() === '' ? 0 : 1),
      sha256: hash.copy().digest('hex'),
    }),
    isWhole: () => {
      const line = lastLine()
      if (line === '') return true
      try {
        return typeof JSON.parse(line) === 'object'
      } catch {
        return false
      }
    },
  }
}

/** What a file on the disk holds; undefined where there is none. */
export const contentsOf = async (path: string): Promise<Contents | undefined> => {
  const held = contents()
  try {
    for await (const chunk of createReadStream(path)) held.take(chunk as Buffer)
  } catch (error) {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined
    throw error
  }
  return held
}
