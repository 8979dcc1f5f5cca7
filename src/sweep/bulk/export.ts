import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stop } from '../trouble.ts'
import { kickOffOf, printable } from './addresses.ts'
import { contentsOf } from './contents.ts'
import { download } from './download.ts'
import { kickOff, removeJob, untilReady } from './job.ts'
import type { Server } from './job.ts'
import { namedFiles } from './manifest.ts'
import type { BulkSettings, World } from './settings.ts'
import { keeper, readState } from './state.ts'
import type { BulkFile, BulkState } from './state.ts'
import { tokensOf } from './token.ts'

/** What an export came to. */
export interface BulkResult {
  /** The moment as of which the server wrote the files. */
  readonly transactionTime: string
  readonly files: readonly BulkFile[]
  readonly bytes: number
  /** Whether this run went on with an earlier one. */
  readonly resumed: boolean
  /** What the server could not export, and other things to know. */
  readonly warnings: readonly string[]
  /** Whether the server says that something is missing. */
  readonly incomplete: boolean
}

/** Runs a Bulk Data export to its end: begins it, or goes on with one that was begun in this folder. */
export const exportBulk = async (settings: BulkSettings, world: World): Promise<BulkResult> => {
  const { folder } = settings
  const { base, kickOff: request } = kickOffOf(settings)
  await mkdir(folder, { recursive: true })
  const found = await readState(folder)
  if (found !== undefined && found.request !== request) {
    throw stop(
      folder,
      `The folder holds another export: ${printable(found.request)}`,
      'Name another folder with --out, or give the same address, --types and --since.',
    )
  }
  const server: Server = { settings, world, tokens: tokensOf(settings, base, world) }
  const keep = keeper(folder)
  let state: BulkState = found ?? { version: 1, request }
  const change = (changes: Partial<BulkState>): Promise<void> => {
    state = { ...state, ...changes }
    return keep(state)
  }
  const warnings: string[] = []

  if (state.files === undefined) {
    state = await prepared(server, state, change)
    if (found?.statusUrl !== undefined && found.statusUrl !== state.statusUrl) {
      warnings.push('The server no longer knew the export that was begun: it was begun anew.')
    }
  }
  await fetchAll(server, state, change, () => state)
  const { statusUrl, files = [], transactionTime = '' } = state
  if (statusUrl !== undefined && state.deleted !== true && !settings.keepJob) {
    const deleted = await removeJob(server, statusUrl).catch(() => false)
    if (deleted) await change({ deleted })
    else warnings.push('The export could not be taken from the server: it may still lie there.')
  }
  const errors = await errorsIn(folder, files)
  return {
    transactionTime,
    files,
    bytes: files.reduce((sum, { done }) => sum + (done?.bytes ?? 0), 0),
    resumed: found !== undefined,
    warnings: [...warnings, ...errors],
    incomplete: errors.length > 0,
  }
}

type Change = (changes: Partial<BulkState>) => Promise<void>

/** Begins the export unless it was begun, and waits for its files. */
const prepared = async (server: Server, begun: BulkState, change: Change): Promise<BulkState> => {
  let { statusUrl } = begun
  for (let tries = 0; tries < 2; tries += 1) {
    if (statusUrl === undefined) {
      server.world.say('Asking for the export …')
      statusUrl = await kickOff(server, begun.request)
      await change({ statusUrl })
    }
    const manifest = await untilReady(server, statusUrl)
    if (manifest !== 'gone') {
      const { transactionTime, requiresAccessToken } = manifest
      const files = namedFiles(manifest.files)
      await change({ transactionTime, requiresAccessToken, files })
      return { ...begun, statusUrl, transactionTime, requiresAccessToken, files }
    }
    statusUrl = undefined
  }
  throw stop(
    server.settings.url,
    'The server forgets the export before it is ready.',
    'Ask who runs the server.',
  )
}

/** Fetches the files that are not there, several at once. */
const fetchAll = async (
  server: Server,
  { files = [], requiresAccessToken }: BulkState,
  change: Change,
  now: () => BulkState,
): Promise<void> => {
  const { settings, world } = server
  const set = (name: string, changed: (file: BulkFile) => BulkFile): Promise<void> =>
    change({ files: (now().files ?? []).map((one) => (one.name === name ? changed(one) : one)) })
  let bytes = 0
  let finished = 0
  const waiting = [...files]
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const { name } = file
      if (!(await isThere(settings.folder, file))) {
        const done = await download(server, file, {
          folder: settings.folder,
          needsToken: requiresAccessToken === true,
          progress: (came) => {
            bytes += came
            world.say(
              `${String(finished)} of ${String(files.length)} files, ${(bytes / 1e6).toFixed(1)} MB`,
            )
          },
          begun: (etag) =>
            set(name, ({ etag: _earlier, ...one }) =>
              etag === undefined ? one : { ...one, etag },
            ),
        })
        await set(name, (one) => ({ ...one, done }))
      }
      finished += 1
    }
  }
  const workers = Array.from({ length: settings.parallel }, work)
  const ended = await Promise.allSettled(workers)
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

/** Whether a file is there as it was fetched: one that was changed or lost since is fetched again. */
const isThere = async (folder: string, { name, done }: BulkFile): Promise<boolean> => {
  if (done === undefined) return false
  const held = await contentsOf(join(folder, name))
  return held?.found().sha256 === done.sha256
}

/** What the server says that it could not export: the first of each file. */
const errorsIn = async (folder: string, files: readonly BulkFile[]): Promise<readonly string[]> => {
  const warnings: string[] = []
  for (const { kind, name, done } of files) {
    if (kind !== 'error' || done === undefined || done.lines === 0) continue
    const text = await readFile(join(folder, name), 'utf8')
    const said =
      /"(?:diagnostics|text)"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? 'see the file'
    warnings.push(
      `The server could not export everything: ${String(done.lines)} problems in ${name}; the first: ${printable(said)}`,
    )
  }
  return warnings
}
