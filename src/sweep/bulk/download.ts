import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { stop } from '../trouble.ts'
import { withoutQuery } from './addresses.ts'
import { contentsOf } from './contents.ts'
import type { Contents } from './contents.ts'
import type { Server } from './job.ts'
import { ask, receive, strongEtag } from './part.ts'
import { backOff, connectionWords, objectIn, reasonIn, retryAfter } from './request.ts'
import type { BulkFile } from './state.ts'

/** Attempts that bring no byte that is kept, one after the other. */
const mostAttempts = 8

/** So often a file that came whole may not be what was promised. */
const mostFaults = 2

/** What fetching a file needs besides the server. */
export interface Fetching {
  readonly folder: string
  readonly needsToken: boolean
  /** The bytes that came. */
  readonly progress: (bytes: number) => void
  /** The file was begun in this version: kept, so that another run goes on with it. */
  readonly begun: (etag: string | undefined) => Promise<void>
}

/** Fetches one file; a broken connection is gone on with, and the file has its name only when it is whole. */
export const download = async (
  server: Server,
  file: BulkFile,
  fetching: Fetching,
): Promise<NonNullable<BulkFile['done']>> => {
  const { world, tokens } = server
  const path = join(fetching.folder, file.name)
  const partial = `${path}.partial`
  const where = `${file.name} from ${withoutQuery(new URL(file.url))}`
  let etag = file.etag
  let isTokenNew = false
  let faults = 0
  let why = ''
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const before = etag === undefined ? undefined : await contentsOf(partial)
    let came = 0
    let pause: number | undefined
    try {
      const part = await ask(server, file, fetching.needsToken, [before, etag])
      if ('held' in part) {
        if (!part.goesOn) etag = strongEtag(part.response)
        isTokenNew = false
        await fetching.begun(etag)
        await receive(part, partial, (bytes) => {
          came += bytes
          fetching.progress(bytes)
        })
        why = faultIn(part.held, file)
        if (why === '') {
          await rename(partial, path)
          return part.held.found()
        }
        // What is there is not what was promised: the whole is fetched again.
        etag = undefined
        faults += 1
        await rm(partial)
        if (faults >= mostFaults) break
      } else {
        const body = await objectIn(part)
        why = `the server answers with status ${String(part.status)}.${reasonIn(body)}`
        if (part.status === 401 && fetching.needsToken && !isTokenNew) {
          tokens.forget()
          isTokenNew = true
          pause = 0
        } else if (part.status === 206 || part.status === 416) {
          etag = undefined
        } else if (part.status < 500 && part.status !== 429 && part.status !== 408) {
          throw isGone(part.status) ? gone(where) : unfinished(where, why)
        }
        pause ??= retryAfter(part, world.now())
      }
    } catch (error) {
      if (!isConnection(error)) throw error
      why = `the connection broke (${connectionWords(error)})`
    }
    if (came > 0 && etag !== undefined) attempt = 0
    if (etag === undefined) await rm(partial, { force: true })
    world.say(`${file.name}: ${why}; trying again`)
    await world.wait(pause ?? backOff(attempt))
  }
  throw unfinished(where, why)
}

/** What `fetch` throws where a connection fails or breaks; a full disk, for one, is something else. */
const isConnection = (error: unknown): boolean =>
  error instanceof TypeError ||
  (error instanceof Error && /^(UND_ERR|Z_)/.test((error as { code?: string }).code ?? ''))

const unfinished = (where: string, why: string): Error =>
  stop(
    where,
    `The file could not be fetched: ${why}`,
    'Run the same command again: what is there already is kept.',
  )

const isGone = (status: number): boolean => status === 404 || status === 410

const gone = (where: string): Error =>
  stop(
    where,
    'The server no longer has the file.',
    'Export anew into another folder: files are kept at a server for a while only.',
  )

const faultIn = (held: Contents, { count }: BulkFile): string => {
  if (!held.isWhole()) return 'its last line is torn'
  const { lines } = held.found()
  return count === undefined || count === lines
    ? ''
    : `it holds ${String(lines)} resources where the server says ${String(count)}`
}
