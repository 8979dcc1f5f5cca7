import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { stop } from '../trouble.ts'

/** A file of the export: where it is fetched from, and what was fetched. */
export interface BulkFile {
  readonly url: string
  readonly type: string
  readonly kind: 'output' | 'error' | 'deleted'
  readonly name: string
  /** Resources that the server says are in it. */
  readonly count?: number
  /** The version of a file that was begun and can be gone on with. */
  readonly etag?: string
  readonly done?: { readonly bytes: number; readonly lines: number; readonly sha256: string }
}

/** How far an export is; kept in its folder, so that the same command goes on. */
export interface BulkState {
  readonly version: 1
  /** The whole address by which it was asked for. */
  readonly request: string
  /** Where the server tells how far it is. */
  readonly statusUrl?: string
  /** The moment as of which the server wrote the files. */
  readonly transactionTime?: string
  readonly requiresAccessToken?: boolean
  readonly files?: readonly BulkFile[]
  /** Whether the job was taken from the server. */
  readonly deleted?: boolean
}

/** The name of the file that holds the state. It may hold signed addresses: only its owner reads it. */
export const stateName = 'export-bulk.state'

/** Reads the state of a folder; undefined where nothing was begun. */
export const readState = async (folder: string): Promise<BulkState | undefined> => {
  const path = join(folder, stateName)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { readonly code?: string }).code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    const state = JSON.parse(text) as Partial<BulkState> | null
    if (state?.version === 1 && typeof state.request === 'string') return state as BulkState
  } catch {
    // Told below.
  }
  throw stop(path, 'The state cannot be read.', 'Remove it, or name another folder with --out.')
}

/** Puts bytes in place of a file, whole or not at all, and on the disk before it returns. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
}

/** Keeps the state, one writing after the other. */
export const keeper = (folder: string): ((state: BulkState) => Promise<void>) => {
  let writing: Promise<void> = Promise.resolve()
  return (state) => {
    const text = `${JSON.stringify(state, null, 2)}\n`
    writing = writing.then(() => replaceFile(join(folder, stateName), text))
    return writing
  }
}
