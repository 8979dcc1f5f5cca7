import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT, exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { from, testService } from './service.test-support.ts'

const iss = 'https://ehr.example.org'
const base = 'https://cds.example.org'
const now = Date.parse('2026-11-23T12:00:00Z') / 1000

let key: CryptoKey
let content: object

beforeAll(async () => {
  const pair = await generateKeyPair('ES384', { extractable: true })
  key = pair.privateKey
  const jwks = join(mkdtempSync(join(tmpdir(), 'crampwise-keys-')), 'keys.json')
  const keys = [{ ...(await exportJWK(pair.publicKey)), kid: 'a', alg: 'ES384' }]
  writeFileSync(jwks, JSON.stringify({ keys }))
  content = { publicUrl: base, jwt: { issuers: [{ iss, jwks }] } }
})

const bearer = async (path: string): Promise<{ readonly authorization: string }> => {
  const token = await new SignJWT({
    iss,
    aud: base + path,
    jti: randomUUID(),
    iat: now,
    exp: now + 300,
  })
    .setProtectedHeader({ alg: 'ES384', kid: 'a', typ: 'JWT' })
    .sign(key)
  return { authorization: `Bearer ${token}` }
}

test('a caller with a token for the endpoint gets in, once, and the log names its issuer', async () => {
  const service = testService(content)
  const headers = await bearer('/cds-services')
  expect((await service.app.request('/cds-services', { headers })).status).toBe(200)
  expect((await service.app.request('/cds-services', { headers })).status).toBe(401)
  expect(service.lines().filter(({ event }) => event === 'request')).toMatchObject([
    { status: 200, issuer: iss },
    { status: 401, token: 'used' },
  ])
})

test('each endpoint has an address of its own: a token for a service is none for its feedback', async () => {
  const { app } = testService(content)
  const path = '/cds-services/crampwise-order-sign'
  const post = async (to: string): Promise<number> => {
    const headers = { ...(await bearer(path)), 'content-type': 'application/json' }
    return (await app.request(to, { method: 'POST', headers, body: '{}' })).status
  }
  expect(await post(path)).toBe(400)
  expect(await post(`${path}/feedback`)).toBe(401)
})

test('an issuer who asks too often is told so, from whichever address it asks', async () => {
  const service = testService({ ...content, rate: { perSecond: 1, burst: 2 } })
  const ask = async (address: string): Promise<number> => {
    const headers = await bearer('/cds-services')
    return (await service.app.request('/cds-services', { headers }, from(address))).status
  }
  expect([await ask('192.0.2.1'), await ask('192.0.2.2'), await ask('192.0.2.3')]).toEqual([
    200, 200, 429,
  ])
})

test('where CDS Hooks alone is protected, the rest is open', async () => {
  const { app } = testService(content)
  expect((await app.request('/health/live')).status).toBe(200)
  expect((await app.request('/nowhere')).status).toBe(404)
})
