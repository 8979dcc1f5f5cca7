import { SignJWT, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose'
import type { CryptoKey, JWTPayload } from 'jose'
import { beforeAll, describe, expect, test } from 'vitest'
import { memoryReplay } from './replay.ts'
import { sandboxKeyId } from './sandbox.ts'
import { checkToken } from './token.ts'
import type { TokenRules } from './token.ts'

const endpoint = 'https://cds.example.org/cds-services/crampwise-order-sign'
const iss = 'https://ehr.example.org'
const jku = 'https://ehr.example.org/jwks.json'
const now = new Date('2026-11-23T12:00:00Z')
const seconds = now.getTime() / 1000

const pairs = new Map<string, { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey }>()
let rules: TokenRules

beforeAll(async () => {
  for (const [kid, alg] of [
    ['es', 'ES384'],
    ['rs', 'RS384'],
    ['es256', 'ES256'],
    ['stranger', 'ES384'],
    [sandboxKeyId, 'ES384'],
  ] as const) {
    pairs.set(kid, await generateKeyPair(alg, { extractable: true }))
  }
  const known = await Promise.all(
    [...pairs]
      .filter(([kid]) => kid !== 'stranger')
      .map(async ([kid, { publicKey }]) => ({ ...(await exportJWK(publicKey)), kid })),
  )
  const keys = createLocalJWKSet({ keys: known })
  rules = {
    issuers: [{ iss, audience: [], keys: (named) => (named === jku ? keys : undefined) }],
    profile: 'production',
    clockSkewSeconds: 60,
    maxLifetimeSeconds: 600,
    replay: memoryReplay(() => now),
    now: () => now,
  }
})

let made = 0

/** A token that is right in everything but what is changed. */
const token = (
  payload: JWTPayload = {},
  header: Readonly<Record<string, string | undefined>> = {},
  signer = header['kid'] ?? 'es',
): Promise<string> => {
  made += 1
  const key = pairs.get(signer)?.privateKey
  if (key === undefined) throw new Error(`There is no key ${signer}`)
  return new SignJWT({
    iss,
    aud: endpoint,
    exp: seconds + 300,
    iat: seconds,
    jti: `token-${String(made)}`,
    ...payload,
  })
    .setProtectedHeader({
      alg: 'ES384',
      kid: 'es',
      jku,
      typ: 'JWT',
      ...header,
    })
    .sign(key)
}

const check = async (text: string | Promise<string>, changed: Partial<TokenRules> = {}) =>
  checkToken(await text, endpoint, { ...rules, ...changed })

const unsigned = (header: object, payload: object): string =>
  [header, payload, '']
    .map((part) => (part === '' ? '' : Buffer.from(JSON.stringify(part)).toString('base64url')))
    .join('.')

describe('a token is believed', () => {
  test('signed with ES384', async () => {
    expect(await check(token())).toEqual({ issuer: iss })
  })
  test('signed with RS384', async () => {
    expect(await check(token({}, { alg: 'RS384', kid: 'rs' }))).toEqual({ issuer: iss })
  })
  test('for several audiences, one of them this endpoint', async () => {
    expect(await check(token({ aud: ['https://other.example', endpoint] }))).toEqual({
      issuer: iss,
    })
  })
  test('by the name that its issuer was configured to use', async () => {
    const issuers = rules.issuers.map((issuer) => ({ ...issuer, audience: ['crampwise'] }))
    expect(await check(token({ aud: 'crampwise' }), { issuers })).toEqual({ issuer: iss })
  })
  test('with what Epic adds: nbf and sub', async () => {
    expect(await check(token({ nbf: seconds, sub: iss }))).toEqual({ issuer: iss })
  })
  test('from a clock that is a minute off', async () => {
    expect(await check(token({ iat: seconds + 59, nbf: seconds + 59 }))).toEqual({ issuer: iss })
    expect(await check(token({ exp: seconds - 59 }))).toEqual({ issuer: iss })
  })
  test('by the key of the public sandbox in the dev profile only', async () => {
    const sandbox = (): Promise<string> => token({}, { kid: sandboxKeyId })
    expect(await check(sandbox(), { profile: 'dev' })).toEqual({ issuer: iss })
    expect(await check(sandbox())).toEqual({ refused: 'key' })
  })
})

describe('a token is refused', () => {
  test.each<[string, string, JWTPayload]>([
    ['from an issuer that is not on the list', 'issuer', { iss: 'https://evil.example' }],
    [
      'for discovery, sent to a service',
      'audience',
      { aud: 'https://cds.example.org/cds-services' },
    ],
    ['for the address with a slash at the end', 'audience', { aud: `${endpoint}/` }],
    ['that expired', 'time', { exp: seconds - 61 }],
    ['that is not valid yet', 'time', { nbf: seconds + 61 }],
    ['from the future', 'time', { iat: seconds + 61 }],
    ['that lives for a day', 'lifetime', { exp: seconds + 86_400 }],
    ['with an empty jti', 'jti', { jti: '' }],
  ])('%s: %s', async (_what, refused, payload) => {
    expect(await check(token(payload))).toEqual({ refused })
  })

  test.each(['iss', 'aud', 'exp', 'iat', 'jti'])('without %s', async (claim) => {
    expect(await check(token({ [claim]: undefined }))).toHaveProperty('refused')
  })

  test('from an address of keys that is not on the list, or none', async () => {
    const elsewhere = 'https://evil.example/jwks.json'
    expect(await check(token({}, { jku: elsewhere }))).toEqual({ refused: 'key-address' })
    expect(await check(token({}, { jku: undefined }))).toEqual({ refused: 'key-address' })
  })

  test('without the name of a key, or with an unknown one', async () => {
    expect(await check(token({}, { kid: undefined }, 'es'))).toEqual({ refused: 'key' })
    expect(await check(token({}, { kid: 'nobody' }, 'es'))).toEqual({ refused: 'key' })
  })

  test('signed by another key than the one that it names', async () => {
    expect(await check(token({}, { kid: 'es' }, 'stranger'))).toEqual({ refused: 'signature' })
  })

  test('with a payload that was changed after it was signed', async () => {
    const [header = '', , signature = ''] = (await token()).split('.')
    const [, payload = ''] = (await token({ aud: endpoint, sub: 'admin' })).split('.')
    expect(await check([header, payload, signature].join('.'))).toEqual({ refused: 'signature' })
  })

  test('with another algorithm, be it none, an HMAC with the public key, or ES256', async () => {
    const payload = { iss, aud: endpoint, exp: seconds + 300, iat: seconds, jti: 'n' }
    for (const alg of ['none', 'None', 'HS256', 'HS384', 'HS512']) {
      expect(await check(unsigned({ alg, kid: 'es', jku }, payload))).toEqual({
        refused: 'algorithm',
      })
    }
    expect(await check(token({}, { alg: 'ES256', kid: 'es256' }))).toEqual({ refused: 'algorithm' })
    const publicKey = pairs.get('es')?.publicKey
    if (publicKey === undefined) throw new Error('no key')
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(publicKey)))
    const confused = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS384', kid: 'es', jku })
      .sign(secret)
    expect(await check(confused)).toEqual({ refused: 'algorithm' })
  })

  test('that is no token at all', async () => {
    for (const text of ['', 'abc', 'a.b.c', '..', `${'a'.repeat(9000)}.b.c`]) {
      expect(await check(text)).toEqual({ refused: 'malformed' })
    }
  })

  test('the second time that it is used', async () => {
    const text = await token()
    expect(await check(text)).toEqual({ issuer: iss })
    expect(await check(text)).toEqual({ refused: 'used' })
  })

  test('but is not used up by a call that it was not made for', async () => {
    const text = await token()
    expect(await checkToken(text, `${endpoint}/feedback`, rules)).toEqual({ refused: 'audience' })
    expect(await check(text)).toEqual({ issuer: iss })
  })
})

test('when keys or used tokens cannot be looked up, nothing is let in', async () => {
  const failing = (): never => {
    throw new Error('down')
  }
  const issuers = [{ iss, audience: [], keys: () => failing }]
  expect(await check(token(), { issuers })).toEqual({ unavailable: 'keys' })
  const replay = { use: () => Promise.reject(new Error('down')) }
  expect(await check(token(), { replay })).toEqual({ unavailable: 'replay' })
  const full = { use: () => Promise.resolve('full' as const) }
  expect(await check(token(), { replay: full })).toEqual({ unavailable: 'replay' })
})
