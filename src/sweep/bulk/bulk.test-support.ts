import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Trouble } from '../trouble.ts'
import { exportBulk } from './export.ts'
import { line, startServer } from './server.test-support.ts'
import type { Behavior, TestServer } from './server.test-support.ts'
import type { BulkSettings, World } from './settings.ts'

const folders: string[] = []
const servers: TestServer[] = []
/** Removes what the tests of a file made. */
export const cleanUp = async (): Promise<void> => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  for (const server of servers.splice(0)) await server.stop()
}

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'crampwise-bulk-'))
  folders.push(made)
  return made
}

/** Starts a server that ends with the test. */
export const start = async (
  change: Partial<Behavior> = {},
  secured = true,
): Promise<TestServer> => {
  const server = await startServer(change, secured)
  servers.push(server)
  return server
}

/** The settings for a server, as its client is registered. */
export const settingsFor = (
  server: TestServer,
  change: Partial<BulkSettings> = {},
): BulkSettings => ({
  url: server.base,
  folder: folder(),
  types: ['Patient', 'Observation'],
  client: { clientId: 'test-client', key: JSON.stringify(server.key) },
  allowHttp: false,
  parallel: 2,
  waitHours: 24,
  keepJob: false,
  ...change,
})

/** A world in which nothing is waited for, and what is said and waited is kept. */
export interface Watched extends World {
  /** The waits, in ms; none is really waited for. */
  readonly waits: number[]
  readonly said: string[]
}

/** A world for one run. */
export const world = (change: Partial<World> = {}): Watched => {
  const waits: number[] = []
  const said: string[] = []
  return {
    fetch,
    now: Date.now,
    wait: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
    say: (what) => {
      said.push(what)
    },
    waits,
    said,
    ...change,
  }
}

/** Why an export ended before its end. */
export const troubleIn = async (settings: BulkSettings, around = world()): Promise<Trouble> => {
  const error: unknown = await exportBulk(settings, around).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Error) || !('trouble' in error)) expect.fail(String(error))
  return error.trouble as Trouble
}

/** What a file of the export holds. */
export const content = (settings: BulkSettings, name: string): string =>
  readFileSync(join(settings.folder, name), 'utf8')

/** A file of some 200 kB. */
export const large = Array.from({ length: 3000 }, (_none, number) =>
  line('Observation', String(number)),
).join('')
