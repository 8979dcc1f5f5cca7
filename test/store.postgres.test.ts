import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseReplay } from '../src/apps/server/store/replay.ts'
import { openStore } from '../src/apps/server/store/open.ts'
import type { Store } from '../src/apps/server/store/open.ts'
import { storeSuite } from '../src/apps/server/store/suite.test-support.ts'
import { surviveKilling } from './durability.test-support.ts'
import { startPostgres } from './postgres.test-support.ts'
import type { TestServer } from './postgres.test-support.ts'
import { newFolder, serving } from './serving.test-support.ts'

let server: TestServer

beforeAll(async () => {
  server = await startPostgres()
})

afterAll(async () => {
  await server.stop()
})

const open = async (databaseUrl: string): Promise<Store> => {
  const store = await openStore({ databaseUrl })
  if ('problem' in store) throw new Error(JSON.stringify(store.problem))
  return store
}

storeSuite('a PostgreSQL server', async () => open(await server.newDatabase()))

test('several processes that start on an empty database at once all find it ready', async () => {
  const url = await server.newDatabase()
  const stores = await Promise.all(Array.from({ length: 4 }, () => open(url)))
  for (const { close } of stores) await close()
})

test('a server that could lose what it acknowledged is refused with the remedy', async () => {
  const url = await server.newDatabase()
  const store = await openStore({ databaseUrl: `${url}?options=-c%20synchronous_commit%3Doff` })
  expect(store).toMatchObject({
    problem: {
      where: 'DATABASE_URL',
      message: expect.stringContaining('synchronous_commit') as string,
    },
  })
})

describe('why a server cannot be used is told with the remedy, and never with the password:', () => {
  const told = async (databaseUrl: string): Promise<string> => {
    const store = await openStore({ databaseUrl })
    if (!('problem' in store)) throw new Error('It was opened.')
    const { where, message, remedy } = store.problem
    expect(where).toBe('DATABASE_URL')
    expect(`${message} ${remedy}`).not.toContain('secret')
    return `${message} ${remedy}`
  }
  const changed = (user: string, database: string): string =>
    server.url.replace('crampwise@', `${user}:secret@`).replace(/postgres$/, database)

  test('nobody answers', async () => {
    const said = await told('postgresql://jane:secret@127.0.0.1:1/x')
    expect(said).toContain('No PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED).')
  })

  test('no such user', async () => {
    expect(await told(changed('jane', 'postgres'))).toContain('Check the user (jane)')
  })

  test('no such database', async () => {
    expect(await told(changed('crampwise', 'x'))).toContain(
      'CREATE DATABASE "x" OWNER "crampwise";',
    )
  })

  test('a user without the right to make tables, and the remedy works', async () => {
    const fresh = await open(server.url)
    await sql`create role reader login`.execute(fresh.db)
    await sql`create database bare`.execute(fresh.db)
    const said = await told(changed('reader', 'bare'))
    expect(said).toContain('PostgreSQL 15')
    await sql.raw(/ALTER DATABASE [^;]*/.exec(said)?.[0] ?? '').execute(fresh.db)
    await fresh.close()
    await (await open(changed('reader', 'bare'))).close()
  })
})

test('processes that share a database let a token be used once between them', async () => {
  const url = await server.newDatabase()
  const stores = await Promise.all([open(url), open(url)])
  const expires = new Date(Date.now() + 60_000)
  const uses = await Promise.all(stores.map(({ db }) => databaseReplay(db).use('a', expires)))
  expect([...uses].sort()).toEqual(['again', 'first'])
  for (const { close } of stores) await close()
})

test('while the database is away, feedback is refused and not lost, and the service stays ready', async () => {
  const url = await server.newDatabase()
  const running = await serving({ data: newFolder() }, { DATABASE_URL: url })
  const card = '11111111-2222-4333-8444-555555555555'
  const post = async () =>
    fetch(`${running.address}/cds-services/crampwise-order-sign/feedback`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        feedback: [{ card, outcome: 'overridden', outcomeTimestamp: '2026-11-23T12:00:00Z' }],
      }),
    })
  await server.kill()
  const refused = await post()
  expect(refused.status).toBe(503)
  expect(refused.headers.get('retry-after')).toBe('5')
  const ready = await fetch(`${running.address}/health/ready`)
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', store: 'down' }])
  expect((await fetch(`${running.address}/cds-services`)).status).toBe(200)
  await server.restart()
  expect(await (await post()).json()).toEqual({ entries: 1, new: 1 })
  expect(await running.end('SIGTERM')).toBe(0)
})

test('server: no feedback that was acknowledged is lost when the service is killed', async () => {
  const databaseUrl = await server.newDatabase()
  const acknowledged = await surviveKilling({
    config: { data: newFolder() },
    env: { DATABASE_URL: databaseUrl },
    place: { databaseUrl },
    rounds: 4,
  })
  expect(acknowledged).toBeGreaterThan(80)
})

test('server: nor when the database under it crashes', async () => {
  const databaseUrl = await server.newDatabase()
  await surviveKilling({
    config: { data: newFolder() },
    env: { DATABASE_URL: databaseUrl },
    place: { databaseUrl },
    rounds: 2,
    kill: async () => {
      await server.kill()
      await server.restart()
    },
  })
})
