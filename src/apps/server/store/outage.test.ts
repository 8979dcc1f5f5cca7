import { randomUUID } from 'node:crypto'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../trust/log.ts'
import { cardQueue } from './cards.ts'
import type { ServedCard } from './cards.ts'
import { watchOutage } from './outage.ts'
import type { Tables } from './tables.ts'

/** A store that can be taken away and given back, and how often it was asked while it was away. */
const fragileStore = () => {
  const state = { isDown: false, asked: 0 }
  const driver = new DummyDriver()
  const acquire = driver.acquireConnection.bind(driver)
  driver.acquireConnection = () => {
    if (!state.isDown) return acquire()
    state.asked += 1
    return Promise.reject(Object.assign(new Error('secret'), { code: 'ECONNREFUSED' }))
  }
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  return { db, state }
}

const card = (): ServedCard => ({ uuid: randomUUID(), service: 'order-sign', statements: ['a'] })

/** A queue before a store that can be taken away, and the lines of its log. */
const queueWithLog = (most: number) => {
  let text = ''
  const now = (): Date => new Date()
  const log = createLog((more) => (text += more), now)
  const outage = watchOutage(log, now)
  const { db, state } = fragileStore()
  const queue = cardQueue(db, {
    now,
    most,
    onFailed: outage.failed,
    onRecovered: outage.worked,
    onDropped: outage.dropped,
  })
  const lines = (): readonly Readonly<Record<string, unknown>>[] => {
    log.flush()
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
  }
  return {
    queue,
    state,
    lines,
    end: async () => {
      outage.end(await queue.stop())
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

test('a store that goes away is told once, and once more with the seconds and the lost cards when it is back', async () => {
  const { queue, state, lines, end } = queueWithLog(2)
  state.isDown = true
  queue.record([card()])
  await vi.advanceTimersByTimeAsync(20_000)
  queue.record([card(), card()])
  queue.record([card()])
  await vi.advanceTimersByTimeAsync(40_000)
  expect(lines()).toMatchObject([{ event: 'store-down', level: 'error', code: 'ECONNREFUSED' }])
  state.isDown = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(lines().slice(1)).toMatchObject([{ event: 'store-up', dropped: 2 }])
  expect(lines()[1]?.['seconds']).toBeGreaterThanOrEqual(60)
  expect(JSON.stringify(lines())).not.toContain('secret')
  await end()
  expect(lines()).toHaveLength(2)
})

test('a store that is away is tried ever more seldom, and at least every 30 seconds', async () => {
  const { queue, state, end } = queueWithLog(10)
  state.isDown = true
  queue.record([card()])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(state.asked).toBeLessThan(10)
  const asked = state.asked
  await vi.advanceTimersByTimeAsync(600_000)
  expect(state.asked - asked).toBe(20)
  await end()
})

test('a store that was never away is not said to be back; cards that do not fit are told at once', async () => {
  const { queue, lines, end } = queueWithLog(1)
  queue.record([card(), card()])
  await vi.advanceTimersByTimeAsync(1000)
  await end()
  expect(lines()).toMatchObject([{ event: 'cards-dropped', count: 1 }])
})

test('a service that ends while its store is away tells how many cards are lost with it', async () => {
  const { queue, state, lines, end } = queueWithLog(2)
  state.isDown = true
  queue.record([card()])
  await vi.advanceTimersByTimeAsync(1000)
  queue.record([card(), card()])
  await end()
  expect(lines()).toMatchObject([{ event: 'store-down' }, { event: 'cards-dropped', count: 3 }])
})
