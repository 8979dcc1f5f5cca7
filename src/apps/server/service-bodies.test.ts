import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterEach, describe, expect, test } from 'vitest'
import { testService } from './service.test-support.ts'
import type { TestService } from './service.test-support.ts'

const json = { 'content-type': 'application/json' }
const feedback = '/cds-services/crampwise-order-sign/feedback'
const post = (body: string, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body,
})

const servers: Server[] = []

/** Lets a service listen, for what only a real connection shows. */
const listening = async (service: TestService): Promise<number> => {
  const answer = getRequestListener(service.app.fetch)
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Sends bytes as they are, and reads what comes until the connection ends. */
const raw = (port: number, ...parts: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => {
      parts.forEach((part) => socket.write(part))
    })
    socket.setEncoding('utf8')
    socket.on('data', (more: string) => (text += more))
    socket.on('error', reject)
    socket.on('close', () => {
      resolve(text)
    })
    setTimeout(() => socket.destroy(), 1500)
  })

afterEach(() => {
  servers.splice(0).forEach((server) => {
    server.closeAllConnections()
    server.close()
  })
})

describe('a body', () => {
  test.each([
    ['that is not declared', {}],
    ['declared as text', { 'content-type': 'text/plain' }],
    ['of a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['in another encoding', { 'content-type': 'application/json; charset=latin1' }],
    ['that is compressed', { ...json, 'content-encoding': 'gzip' }],
  ])('%s is answered 415', async (_what, headers) => {
    const { app } = testService()
    const response = await app.request(feedback, post('{}', headers))
    expect(response.status).toBe(415)
    expect(await response.json()).toMatchObject({ resourceType: 'OperationOutcome' })
  })

  test.each(['application/json', 'application/fhir+json; charset=utf-8', 'application/JSON'])(
    'declared as %s is read',
    async (type) => {
      const { app } = testService()
      const response = await app.request(feedback, post('{}', { 'content-type': type }))
      expect(response.status).toBe(400)
    },
  )

  test('of exactly the limit is read, one byte more is answered 413', async () => {
    const { app } = testService({ limits: { bodyBytes: 2000 } })
    const body = (bytes: number): string => `{"a":"${'x'.repeat(bytes - 8)}"}`
    const length = (bytes: number): RequestInit =>
      post(body(bytes), { ...json, 'content-length': String(bytes) })
    expect((await app.request(feedback, length(2000))).status).toBe(400)
    expect((await app.request(feedback, length(2001))).status).toBe(413)
    // Without a length in advance the bytes are counted.
    expect((await app.request(feedback, post(body(2000)))).status).toBe(400)
    expect((await app.request(feedback, post(body(2001)))).status).toBe(413)
  })

  test('that comes in chunks and is too large is given up, whatever it claims', async () => {
    const port = await listening(testService({ limits: { bodyBytes: 2000 } }))
    const head = `POST ${feedback} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`
    const chunk = `3e8\r\n${'x'.repeat(1000)}\r\n`
    const answer = await raw(port, `${head}Transfer-Encoding: chunked\r\n\r\n`, chunk, chunk, chunk)
    expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  })

  const hook = '/cds-services/crampwise-patient-view'
  const headOf = (length: number): string =>
    `POST ${hook} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${String(length)}\r\n\r\n`

  test.each([
    ['that comes in parts', '{"hook":"pati', 'ent-view"}'],
    ['that begins with a byte order mark', '\uFEFF{"hook":"patient-view"}'],
  ])('%s is read whole', async (_what, ...parts) => {
    const port = await listening(testService())
    const answer = await raw(port, headOf(Buffer.byteLength(parts.join(''))), ...parts)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('hookInstance')
  })

  test('of a caller who goes away in the middle of it leaves the service answering', async () => {
    const service = testService()
    const port = await listening(service)
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${headOf(2000)}{"hook":`, () => socket.destroy())
    })
    await expect.poll(() => service.lines().some(({ status }) => status === 500)).toBe(true)
    expect(await raw(port, headOf(2), '{}')).toMatch(/^HTTP\/1\.1 400 /)
  })
})
