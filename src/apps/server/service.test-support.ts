import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { readConfig } from './config.ts'
import type { LoadedConfig } from './config.ts'
import { createService } from './service.ts'
import type { Service } from './service.ts'
import type { Store } from './store/open.ts'
import type { Tables } from './store/tables.ts'
import { createLog } from './trust/log.ts'
import { createMetrics } from './trust/metrics.ts'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A store that answers every question with nothing. */
export const emptyStore = (): Store => ({
  db: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  isEmbedded: false,
  close: () => Promise.resolve(),
})

/** A configuration from its content. */
export const configured = (content: object = {}): LoadedConfig => {
  const file = join(mkdtempSync(join(tmpdir(), 'crampwise-test-')), 'config.json')
  writeFileSync(file, JSON.stringify(content))
  const loaded = readConfig(file, {}, {})
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  return loaded
}

/** A service, what it logs, and a clock that is set by hand. */
export interface TestService extends Service {
  readonly lines: () => readonly Readonly<Record<string, unknown>>[]
  readonly clock: { time: Date }
  readonly metricsText: () => Promise<string>
}

/** Puts a service together without a port. */
export const testService = (content: object = {}, store: Store = emptyStore()): TestService => {
  let text = ''
  const clock = { time: new Date('2026-11-23T12:00:00Z') }
  const log = createLog(
    (more) => (text += more),
    () => clock.time,
  )
  const metrics = createMetrics(false)
  const loaded = configured(content)
  const service = createService({
    loaded,
    store,
    salt: 'a secret that is used in tests only, and is long enough',
    baseUrl: loaded.config.publicUrl ?? 'http://127.0.0.1:8080',
    log,
    metrics,
    now: () => clock.time,
  })
  return {
    ...service,
    clock,
    lines: () => {
      log.flush()
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    },
    metricsText: metrics.text,
  }
}

/** What the server hands to a request: who asks. */
export const from = (remoteAddress: string): object => ({ incoming: { socket: { remoteAddress } } })
