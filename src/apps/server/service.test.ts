import { describe, expect, test } from 'vitest'
import { from, testService } from './service.test-support.ts'
import type { TestService } from './service.test-support.ts'

const json = { 'content-type': 'application/json' }
const feedback = '/cds-services/crampwise-order-sign/feedback'
const post = (body: string, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body,
})

describe('pages of other origins', () => {
  const origins = { cors: { origins: ['https://ehr.example.org'] } }
  const preflight = (origin: string): RequestInit => ({
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  })
  const issuer = { iss: 'https://ehr.example.org', jku: ['https://ehr.example.org/jwks.json'] }
  const locked = { ...origins, publicUrl: 'https://cds.example.org', jwt: { issuers: [issuer] } }

  test('on the list may ask, without a token for the asking itself', async () => {
    const { app } = testService(locked)
    const response = await app.request(feedback, preflight('https://ehr.example.org'))
    expect(response.status).toBe(204)
    expect(response.headers.get('access-control-allow-origin')).toBe('https://ehr.example.org')
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,POST,OPTIONS')
    expect(response.headers.get('access-control-allow-headers')).toBe(
      'Authorization,Content-Type,Accept',
    )
  })

  test('not on the list are not allowed anything', async () => {
    const { app } = testService(locked)
    for (const origin of ['https://evil.example', 'null', 'https://ehr.example.org.evil.example']) {
      const response = await app.request(feedback, preflight(origin))
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  test('can read errors too: 401, 404, 413, 415 and 429', async () => {
    const asked = { ...json, origin: 'https://ehr.example.org' }
    const unlocked = testService({
      ...origins,
      limits: { bodyBytes: 2000 },
      rate: { perSecond: 1, burst: 3 },
    })
    const seen: [number, string | null][] = []
    const note = async (response: Promise<Response> | Response): Promise<void> => {
      const { status, headers } = await response
      seen.push([status, headers.get('access-control-allow-origin')])
    }
    await note(testService(locked).app.request(feedback, post('{}', asked)))
    await note(unlocked.app.request('/nowhere', { headers: asked }))
    await note(unlocked.app.request(feedback, post('x'.repeat(2001), asked)))
    await note(unlocked.app.request(feedback, post('', { origin: asked.origin })))
    await note(unlocked.app.request(feedback, post('{}', asked)))
    expect(seen).toEqual([401, 404, 413, 415, 429].map((status) => [status, asked.origin]))
  })
})

describe('a token', () => {
  const content = {
    publicUrl: 'https://cds.example.org',
    jwt: { issuers: [{ iss: 'a', jku: ['https://ehr.example.org/jwks.json'] }] },
  }

  test.each(['/cds-services', feedback, '/cds-services/nowhere'])(
    'is asked for on %s',
    async (path) => {
      const { app } = testService(content)
      const response = await app.request(path)
      expect(response.status).toBe(401)
      expect(response.headers.get('www-authenticate')).toBe('Bearer realm="crampwise"')
      expect(response.headers.get('content-type')).toContain('application/fhir+json')
    },
  )

  test('is not asked for on health and metrics, even where everything else needs one', async () => {
    const { app } = testService({ ...content, jwt: { ...content.jwt, protects: 'everything' } })
    expect((await app.request('/health/live')).status).toBe(200)
    expect((await app.request('/metrics', {}, from('127.0.0.1'))).status).toBe(200)
    const response = await app.request('/assess', post('{}'))
    expect(response.status).toBe(401)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  test('that is refused is told why, in our words, and counted', async () => {
    const service = testService(content)
    const headers = { authorization: 'Bearer abc.def.ghi' }
    const response = await service.app.request('/cds-services', { headers })
    expect(response.headers.get('www-authenticate')).toContain('error="invalid_token"')
    expect(await response.text()).not.toContain('abc')
    expect(service.lines().at(-1)).toMatchObject({
      status: 401,
      refusal: 'token',
      token: 'malformed',
    })
    expect(await service.metricsText()).toContain(
      'crampwise_refused_total{why="token malformed"} 1',
    )
  })
})

describe('a caller who asks too often', () => {
  const rate = { perSecond: 2, burst: 3 }
  const ask = async (service: TestService, address: string, headers = {}): Promise<number> =>
    (await service.app.request('/health/live', { headers }, from(address))).status

  test('is told when to come back, and is then let in', async () => {
    const service = testService({ rate })
    for (const _ of [1, 2, 3]) expect(await ask(service, '192.0.2.1')).toBe(200)
    const refused = await service.app.request('/health/live', {}, from('192.0.2.1'))
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await ask(service, '192.0.2.2')).toBe(200)
    service.clock.time = new Date(service.clock.time.getTime() + 500)
    expect(await ask(service, '192.0.2.1')).toBe(200)
    expect(await ask(service, '192.0.2.1')).toBe(429)
  })

  test('cannot hide behind a header, unless a trusted proxy wrote it', async () => {
    const forwarded = (index: number): object => ({
      'x-forwarded-for': `198.51.100.${String(index)}`,
    })
    const open = testService({ rate })
    for (const index of [1, 2, 3]) await ask(open, '192.0.2.1', forwarded(index))
    expect(await ask(open, '192.0.2.1', forwarded(4))).toBe(429)
    const behind = testService({ rate, trustedProxies: ['192.0.2.1'], jwt: 'off' })
    for (const index of [1, 2, 3]) await ask(behind, '192.0.2.1', forwarded(index))
    expect(await ask(behind, '192.0.2.1', forwarded(4))).toBe(200)
    // What the caller itself put in front of the proxy's entry counts for nothing.
    const forged = { 'x-forwarded-for': '203.0.113.9, 198.51.100.1' }
    for (const _ of [1, 2]) await ask(behind, '192.0.2.1', forged)
    expect(await ask(behind, '192.0.2.1', forged)).toBe(429)
  })
})

describe('the service on this machine alone', () => {
  const ask = async (content: object, host: string): Promise<number> =>
    (await testService(content).app.request('/health/live', { headers: { host } })).status

  test('answers by the names of this machine and by its own, and by no other', async () => {
    expect(await ask({}, 'localhost:8080')).toBe(200)
    expect(await ask({}, '127.0.0.1:8080')).toBe(200)
    expect(await ask({}, '[::1]:8080')).toBe(200)
    expect(await ask({}, 'rebound.example:8080')).toBe(421)
    expect(await ask({ publicUrl: 'https://cds.example.org', jwt: 'off' }, 'cds.example.org')).toBe(
      200,
    )
    expect(await ask({ host: '0.0.0.0', jwt: 'off' }, 'node-7.internal')).toBe(200)
  })
})

test('every answer tells browsers to do as little as possible with it', async () => {
  const { app } = testService({ publicUrl: 'https://cds.example.org', jwt: 'off' })
  for (const path of ['/health/live', '/nowhere', feedback]) {
    const { headers } = await app.request(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toContain('max-age=')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  }
  const plain = await testService().app.request('/health/live')
  expect(plain.headers.get('strict-transport-security')).toBeNull()
})

test('metrics are read only from where the site allows it', async () => {
  const { app } = testService({ metricsFrom: ['10.0.0.0/8'] })
  expect((await app.request('/metrics', {}, from('10.1.1.1'))).status).toBe(200)
  expect((await app.request('/metrics', {}, from('::ffff:10.1.1.1'))).status).toBe(200)
  expect((await app.request('/metrics', {}, from('192.0.2.1'))).status).toBe(403)
})

test('once it is stopping it is alive but not ready', async () => {
  const service = testService()
  expect((await service.app.request('/health/ready')).status).toBe(200)
  service.beginToStop()
  expect((await service.app.request('/health/ready')).status).toBe(503)
  expect((await service.app.request('/health/live')).status).toBe(200)
})
