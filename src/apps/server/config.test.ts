import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configSchema } from './config-schema.ts'
import { dataFolder, readConfig } from './config.ts'
import type { ConfigFlags } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-config-'))

const file = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

const read = (content: unknown, flags: ConfigFlags = {}) =>
  readConfig(file('crampwise.json', content), flags, {})

/** The places of all problems. */
const places = (content: unknown, flags: ConfigFlags = {}): readonly string[] => {
  const loaded = read(content, flags)
  return 'problems' in loaded ? loaded.problems.map(({ where }) => where) : []
}

const keys = file('keys.json', { keys: [{ kty: 'EC', crv: 'P-384', kid: 'a', x: 'x', y: 'y' }] })
const issuer = { iss: 'https://ehr.example.org', jku: ['https://ehr.example.org/jwks.json'] }
const publicUrl = 'https://cds.example.org'

describe('without a file', () => {
  test('it serves this machine alone, at 1 MB and 100 requests a second', () => {
    const loaded = readConfig(undefined, {}, {})
    expect(loaded).toMatchObject({
      config: {
        host: '127.0.0.1',
        port: 8080,
        profile: 'production',
        limits: { bodyBytes: 1_048_576 },
        rate: { perSecond: 100, burst: 200 },
        fhirServers: [],
        feedback: { storeComments: false },
      },
    })
  })

  test('what was typed and DATABASE_URL are taken', () => {
    const env = { DATABASE_URL: 'postgresql://localhost/crampwise' }
    expect(readConfig(undefined, { port: '9000', data: '/srv/x' }, env)).toMatchObject({
      config: { port: 9000, data: '/srv/x', databaseUrl: env.DATABASE_URL },
    })
  })

  test('the store lies where systemd says, or in the state of the user', () => {
    const loaded = readConfig(undefined, {}, {})
    if ('problems' in loaded) throw new Error('refused')
    expect(dataFolder(loaded.config, { STATE_DIRECTORY: '/var/lib/crampwise' })).toBe(
      '/var/lib/crampwise',
    )
    expect(dataFolder(loaded.config, { XDG_STATE_HOME: '/var/a/state' })).toBe(
      '/var/a/state/crampwise',
    )
  })
})

describe('a configuration is refused', () => {
  test('with every problem at once, each with its place and a remedy', () => {
    const loaded = read({
      port: 'eighty',
      publicUlr: 'https://cds.example.org',
      limits: { bodyBytes: 1 },
      allowAddresses: ['10.0.0.0/8'],
      jwt: { issuers: [{ iss: 'https://ehr.example.org' }] },
      rate: { perSecond: 0, burst: 1 },
    })
    if (!('problems' in loaded)) throw new Error('accepted')
    expect(loaded.problems.map(({ where }) => where).sort()).toEqual([
      'jwt.issuers[0]',
      'limits.bodyBytes',
      'port',
      'publicUlr',
      'rate.perSecond',
    ])
    expect(loaded.problems.find(({ where }) => where === 'publicUlr')?.remedy).toBe(
      'Did you mean "publicUrl"?',
    )
    for (const { message, remedy } of loaded.problems) {
      expect(message).toMatch(/^[A-Z].*\.$/)
      expect(remedy).toMatch(/\.$|\?$/)
    }
  })

  test.each<[string, unknown, ConfigFlags, readonly string[]]>([
    ['a file that is not JSON', '{', {}, [join(folder, 'crampwise.json')]],
    ['a list', [], {}, [join(folder, 'crampwise.json')]],
    ['a port that is a word', {}, { port: 'http' }, ['port']],
    ['reached by others, and nothing said of tokens', { host: '0.0.0.0' }, {}, ['jwt']],
    ['called by others through a proxy, and nothing said of tokens', { publicUrl }, {}, ['jwt']],
    ['the same by a proxy alone', { trustedProxies: ['127.0.0.1'] }, {}, ['jwt']],
    ['the dev profile reached by others', { host: '::', jwt: 'off' }, { profile: 'dev' }, ['host']],
    [
      'plain http for others',
      { publicUrl: 'http://cds.example.org', jwt: 'off' },
      {},
      ['publicUrl'],
    ],
    ['tokens without an address of its own', { jwt: { issuers: [issuer] } }, {}, ['publicUrl']],
    [
      'used tokens in a database that is not there',
      { publicUrl, jwt: { issuers: [issuer], replay: 'database' } },
      {},
      ['jwt.replay'],
    ],
    [
      'an issuer listed twice',
      { publicUrl, jwt: { issuers: [issuer, issuer] } },
      {},
      ['jwt.issuers[1].iss'],
    ],
    [
      'keys fetched over plain http',
      { publicUrl, jwt: { issuers: [{ iss: 'a', jku: ['http://ehr.example.org/jwks'] }] } },
      {},
      ['jwt.issuers[0].jku[0]'],
    ],
    [
      'the sandbox in production',
      { publicUrl, jwt: { issuers: [{ iss: 'https://sandbox.cds-hooks.org', jwks: keys }] } },
      {},
      ['jwt.issuers[0].iss'],
    ],
    [
      'the sandbox with keys from the network, even in dev',
      {
        publicUrl,
        profile: 'dev',
        jwt: {
          issuers: [
            { iss: 'https://sandbox.cds-hooks.org', jku: ['https://sandbox.cds-hooks.org/k'] },
          ],
        },
      },
      {},
      ['jwt.issuers[0].iss'],
    ],
    [
      'a FHIR server over plain http',
      { fhirServers: ['http://a.example'] },
      {},
      ['fhirServers[0]'],
    ],
    [
      'a FHIR server over plain http that is not this machine, in dev',
      { profile: 'dev', fhirServers: ['http://a.example'] },
      {},
      ['fhirServers[0]'],
    ],
    [
      'a record system that launches over plain http',
      { smart: { servers: [{ iss: 'http://a.example/fhir', clientId: 'c' }] } },
      {},
      ['smart.servers[0].iss'],
    ],
    [
      'frames and origins that are no origins',
      {
        smart: {
          servers: [{ iss: 'https://a.example', clientId: 'c', origins: ['https://b.example/t'] }],
          frameAncestors: ['https://a.example/'],
        },
      },
      {},
      ['smart.frameAncestors[0]', 'smart.servers[0].origins[0]'],
    ],
    ['a FHIR server with a user', { fhirServers: ['https://u@a.example'] }, {}, ['fhirServers[0]']],
    [
      'an origin with a path',
      { cors: { origins: ['https://a.example/x'] } },
      {},
      ['cors.origins[0]'],
    ],
    ['no network', { allowAddresses: ['10.0.0.0/33'] }, {}, ['allowAddresses[0]']],
    [
      'a proxy by name',
      { trustedProxies: ['127.0.0.1', 'proxy'], jwt: 'off' },
      {},
      ['trustedProxies[1]'],
    ],
    ['a database of another kind', { databaseUrl: 'mysql://a/b' }, {}, ['databaseUrl']],
    ['a policy that is not there', { policy: '/nowhere/policy.json' }, {}, ['policy']],
  ])('%s', (_what, content, flags, expected) => {
    expect(places(content, flags)).toEqual(expected)
  })

  test.each<[string, unknown]>([
    ['a private key', { keys: [{ kty: 'EC', kid: 'a', d: 'secret' }] }],
    ['a symmetric key', { keys: [{ kty: 'oct', kid: 'a', k: 'secret' }] }],
    ['a key without a name', { keys: [{ kty: 'EC' }] }],
    ['no keys', { keys: [] }],
    [
      'the key of the sandbox',
      { keys: [{ kty: 'EC', kid: '44823f3d-0b01-4a6c-a80e-b9d3e8a7226f' }] },
    ],
    ['something else', 'keys'],
  ])('for a key file with %s', (_what, content) => {
    const jwks = file('other-keys.json', content)
    expect(places({ publicUrl, jwt: { issuers: [{ iss: 'a', jwks }] } })).toEqual([
      'jwt.issuers[0].jwks',
    ])
  })
})

test('behind a proxy it serves without tokens where that was said, and on this machine always', () => {
  expect(places({ publicUrl, trustedProxies: ['127.0.0.1'], jwt: 'off' })).toEqual([])
  expect(places({ publicUrl: 'http://localhost:8080' })).toEqual([])
})

test('a full configuration is taken as it stands', () => {
  const content = {
    publicUrl: 'https://cds.example.org/',
    host: '0.0.0.0',
    jwt: { issuers: [issuer, { iss: 'b', jwks: keys, audience: ['https://cds.example.org'] }] },
    cors: { origins: ['https://ehr.example.org'] },
    fhirServers: ['https://ehr.example.org/fhir/r4'],
    allowAddresses: ['10.20.0.0/16', 'fd00::/8'],
    trustedProxies: ['127.0.0.1'],
    rate: 'off',
    policy: file('policy.json', { name: 'A site', staleAfterDays: 30 }),
  }
  expect(read(content)).toMatchObject({
    config: { publicUrl, jwt: { clockSkewSeconds: 60, replay: 'memory', protects: 'cds-hooks' } },
    policy: { name: 'A site', staleAfterDays: 30 },
  })
})

describe('docs/integrating.md', () => {
  const text = readFileSync(new URL('../../../docs/integrating.md', import.meta.url), 'utf8')

  test('shows a configuration that is accepted', () => {
    const shown = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
    expect(places(JSON.parse(shown))).toEqual([])
  })

  test('tells every field that there is', () => {
    for (const field of Object.keys(configSchema.shape)) {
      expect(text).toMatch(new RegExp(`^\\|[^|]*\`${field}(\\.\\w+)?\``, 'm'))
    }
  })
})
