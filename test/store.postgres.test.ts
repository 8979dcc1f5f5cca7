import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../src/apps/server/store/open.ts'
import type { Store } from '../src/apps/server/store/open.ts'
import { storeSuite } from '../src/apps/server/store/suite.test-support.ts'
import { surviveKilling } from './durability.test-support.ts'
import { startPostgres } from './postgres.test-support.ts'
import type { TestServer } from './postgres.test-support.ts'
import { newFolder } from './serving.test-support.ts'

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

test('a server that is not there is told without its address or password', async () => {
  const store = await openStore({ databaseUrl: 'postgresql://jane:secret@127.0.0.1:1/x' })
  expect(store).toMatchObject({ problem: { where: 'DATABASE_URL' } })
  expect(JSON.stringify(store)).not.toMatch(/jane|secret/)
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
    kill: server.crash,
  })
})
