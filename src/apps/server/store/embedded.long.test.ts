import { randomUUID } from 'node:crypto'
import fs, { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { cardQueue } from './cards.ts'
import { startDatabase } from './embedded-database.ts'
import { keepFeedback } from './feedback.ts'
import { askForReport } from './holder.ts'
import { openStore } from './open.ts'
import type { Store, StoreEvents } from './open.ts'
import { storeSuite } from './suite.test-support.ts'
import { answerHolder } from './holder.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'crampwise-store-'))

const open = async (folder: string, events: StoreEvents = {}): Promise<Store> => {
  const store = await openStore({ folder }, events)
  if ('problem' in store) throw new Error(JSON.stringify(store.problem))
  return store
}

const entry = (index: number) => ({
  card: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  outcome: 'overridden' as const,
  outcomeTimestamp: '2026-11-23T12:00:00.000000Z',
  service: 'crampwise-order-sign',
  suggestions: [],
})

storeSuite('the embedded PostgreSQL', () => open(newFolder()))

afterEach(() => {
  vi.restoreAllMocks()
})

test('what is committed has been forced to the disk, not only written', async () => {
  const database = await startDatabase(join(newFolder(), 'pg'))
  await database.exec('create table kept (id int)')
  const forced = vi.spyOn(fs, 'fsyncSync')
  for (const id of [1, 2, 3]) {
    const before = forced.mock.calls.length
    await database.query('insert into kept values ($1)', [id])
    expect(forced.mock.calls.length).toBeGreaterThan(before)
  }
  await database.close()
})

test('nothing that makes a commit last is switched off', async () => {
  const store = await open(newFolder())
  const { rows } = await sql<{ readonly name: string; readonly setting: string }>`
    select name, setting from pg_settings
    where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by 1`.execute(store.db)
  expect(rows.map(({ setting }) => setting)).toEqual(['on', 'on', 'on'])
  await store.close()
})

test('while the store writes, calls go on: this thread is never held up', async () => {
  const store = await open(newFolder())
  const cards = Array.from({ length: 800 }, () => ({
    uuid: randomUUID(),
    service: 'crampwise-order-sign',
    statements: ['increase-baclofen', 'monitor-side-effects', 'never-stop-abruptly'],
  }))
  const queue = cardQueue(store.db, { now: () => new Date() })
  queue.record(cards)
  const before = performance.eventLoopUtilization()
  await queue.flush()
  const { active, utilization } = performance.eventLoopUtilization(before)
  expect(active).toBeGreaterThan(0)
  expect(utilization).toBeLessThan(0.5)
  await queue.stop()
  await store.close()
})

test('an error of the database is told as such, and the store goes on', async () => {
  const store = await open(newFolder())
  const wrong = sql`insert into card values ('no uuid', 'service', now())`.execute(store.db)
  await expect(wrong).rejects.toMatchObject({ code: '22P02' })
  expect(await keepFeedback(store.db, [entry(1)])).toBe(1)
  await store.close()
  await expect(keepFeedback(store.db, [entry(2)])).rejects.toThrow()
})

test('a folder is for its user alone, belongs to one store, and is opened again after it', async () => {
  const folder = newFolder()
  const store = await open(folder)
  await keepFeedback(store.db, [entry(1)])
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(await openStore({ folder })).toMatchObject({
    problem: { where: folder, remedy: expect.stringContaining('DATABASE_URL') as string },
  })
  await store.close()
  const again = await open(folder)
  expect(await keepFeedback(again.db, [entry(1), entry(2)])).toBe(1)
  await again.close()
})

test('another process gets the report from the one that has the folder', async () => {
  const folder = newFolder()
  const holder: { store?: Store } = {}
  holder.store = await open(folder, { answer: (question) => answerHolder(holder.store, question) })
  await keepFeedback(holder.store.db, [entry(1)])
  expect(await askForReport(folder, {})).toMatchObject({ entries: 1 })
  expect(await askForReport(folder, { since: '2999-01-01T00:00:00Z' })).toMatchObject({
    entries: 0,
  })
  await holder.store.close()
  expect(await askForReport(folder, {})).toBeUndefined()
})

test('a database whose making was interrupted is made anew', async () => {
  const folder = newFolder()
  mkdirSync(join(folder, 'pg.new', 'base'), { recursive: true })
  writeFileSync(join(folder, 'pg.new', 'PG_VERSION'), '18\n')
  const store = await open(folder)
  expect(existsSync(join(folder, 'pg.new'))).toBe(false)
  expect(await keepFeedback(store.db, [entry(1)])).toBe(1)
  await store.close()
})

test('a folder of another PostgreSQL, or one that cannot be used, is refused with the remedy', async () => {
  const other = newFolder()
  mkdirSync(join(other, 'pg'))
  writeFileSync(join(other, 'pg', 'PG_VERSION'), '17\n')
  expect(await openStore({ folder: other })).toMatchObject({
    problem: { where: other, message: expect.stringContaining('17') as string },
  })
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  expect(await openStore({ folder: join(file, 'data') })).toMatchObject({
    problem: { message: expect.stringContaining('ENOTDIR') as string },
  })
})
