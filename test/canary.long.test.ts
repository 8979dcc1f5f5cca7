import { readFileSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/apps/server/app.ts'
import { services } from '../src/apps/server/cds/services.ts'
import { openStore } from '../src/apps/server/store/open.ts'
import { markedBodies, markedName, markedRecord, marks } from './marked.test-support.ts'
import { newFolder, runCommand, serving } from './serving.test-support.ts'
import type { ServingProcess } from './serving.test-support.ts'

const folder = newFolder()
const token = 'Bearer qxmark-token'

let running: ServingProcess
let fhirServer: Server
let fhirUrl = ''
const errorBodies: string[] = []
const statuses = new Map<string, Set<number>>()

beforeAll(async () => {
  // A FHIR server whose every answer is marked, and whose errors are as well.
  fhirServer = createServer((request, response) => {
    response.setHeader('content-type', 'application/fhir+json')
    if (request.url?.includes('MedicationRequest') === true) {
      response.writeHead(500).end(JSON.stringify({ issue: [{ diagnostics: 'qxmark-text' }] }))
    } else {
      response.end(JSON.stringify(markedRecord()))
    }
  })
  await new Promise<void>((resolve) => fhirServer.listen(0, '127.0.0.1', resolve))
  fhirUrl = `http://127.0.0.1:${String((fhirServer.address() as AddressInfo).port)}`
  running = await serving({ data: folder, profile: 'dev', fhirServers: [fhirUrl] })
})

afterAll(() => {
  running.child.kill('SIGKILL')
  fhirServer.close()
})

/** Every route of the service, each service by its own id, with a marked value where a value goes. */
const targets = (): readonly { readonly method: string; readonly path: string }[] => {
  const app = createApp({ config: { baseUrl: 'https://cds.example.org', salt: 'x'.repeat(32) } })
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
  const added = [
    '/cds-services/:id/feedback',
    '/health/live',
    '/health/ready',
    '/metrics',
    '/nowhere',
  ]
  const all = [
    ...routes,
    ...added.flatMap((path) => ['GET', 'POST'].map((method) => ({ method, path }))),
  ]
  return all.flatMap(({ method, path }) =>
    path.startsWith('/cds-services/:id')
      ? [...services.map(({ id }) => id), 'qxmark-id'].map((id) => ({
          method,
          path: path.replace(':id', id),
        }))
      : [{ method, path: path.replaceAll(/:\w+/g, 'qxmark-id') }],
  )
}

const drive = async (method: string, path: string, body: string | undefined, type: string) => {
  const response = await fetch(`${running.address}${path}?name=qxmark-name`, {
    method,
    headers: {
      'content-type': type,
      authorization: token,
      'user-agent': 'qxmark-agent',
      'x-forwarded-for': 'qxmark-address',
      'x-request-id': 'qxmark-request',
      cookie: 'name=qxmark-name',
    },
    ...(body === undefined || method === 'GET' ? {} : { body }),
  })
  const text = await response.text()
  if (!response.ok) errorBodies.push(text)
  const key = `${method} ${path}`
  statuses.set(key, (statuses.get(key) ?? new Set()).add(response.status))
}

/** All bytes under a folder. */
const everything = (place: string): string =>
  readdirSync(place)
    .map((name) => join(place, name))
    .map((path) => {
      const found = statSync(path)
      if (found.isDirectory()) return everything(path)
      return found.isFile() ? readFileSync(path, 'latin1') : ''
    })
    .join('\n')

const marked = (text: string, sought = [...marks, markedName]): readonly string[] =>
  sought.filter((mark) => text.toLowerCase().includes(mark))

test('nothing about a patient is in logs, metrics, error bodies or the store, whatever was sent', async () => {
  for (const { method, path } of targets()) {
    for (const { body, type } of markedBodies(path, fhirUrl, token)) {
      await drive(method, path, body, type)
    }
  }
  // The canary is worth something only if advice was given, was refused, and feedback was kept.
  const all = [...statuses.values()].flatMap((seen) => [...seen])
  for (const status of [200, 400, 404, 412, 415]) expect(all).toContain(status)
  expect(all).not.toContain(500)

  const metrics = await (await fetch(`${running.address}/metrics`)).text()
  expect(metrics).toContain('crampwise_statements_total{')
  expect(marked(metrics)).toEqual([])
  expect(marked(errorBodies.join('\n'), [...marks])).toEqual([])

  const report = runCommand(['feedback', '--data', folder, '--json', '--comments'])
  expect(await report.ended).toBe(0)
  expect(JSON.parse(report.output())).toMatchObject({ entries: 4 })
  expect(marked(report.output())).toEqual([])

  expect(await running.end('SIGTERM')).toBe(0)
  expect(running.output().split('\n').length).toBeGreaterThan(targets().length)
  expect(marked(running.output())).toEqual([])
  expect(running.errors()).toBe('')
  expect(marked(everything(folder))).toEqual([])
  const store = await openStore({ folder })
  if ('problem' in store) throw new Error(store.problem.message)
  const kept = await store.db.selectFrom('card_statement').selectAll().execute()
  expect(kept.length).toBeGreaterThan(0)
  await store.close()
})
