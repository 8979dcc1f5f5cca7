import { exportJWK, exportPKCS8, generateKeyPair } from 'jose'
import { afterEach, describe, expect, test } from 'vitest'
import { cleanUp, content, settingsFor, start, troubleIn, world } from './bulk.test-support.ts'
import { exportBulk } from './export.ts'
import { send } from './request.ts'
import { line } from './server.test-support.ts'
import { signingKey } from './token.ts'

afterEach(cleanUp)

describe('a token', () => {
  test('goes with the requests for files only where the server asks for it', async () => {
    for (const requiresAccessToken of [true, false]) {
      const server = await start({ requiresAccessToken })
      await exportBulk(settingsFor(server), world())
      const sent = server.headers.find(({ path }) => path.includes('/files/'))?.headers
      expect(sent?.authorization !== undefined, String(requiresAccessToken)).toBe(
        requiresAccessToken,
      )
    }
  })

  test('that ends is asked for anew before it does', async () => {
    const server = await start({ tokenSeconds: 20, pending: 2 })
    await exportBulk(settingsFor(server), world())
    expect(server.asked.filter((one) => one.endsWith('/token')).length).toBeGreaterThan(3)
  })

  test('that the server no longer takes is asked for anew, also in the middle', async () => {
    const files = { 'Patient.1': line('Patient', 'a'), 'Patient.2': line('Patient', 'b') }
    const server = await start({ files })
    const around = world({
      say: (what) => {
        if (what.includes('prepares') || what.startsWith('1 of 2')) server.expireTokens()
      },
    })
    const settings = settingsFor(server, { parallel: 1 })
    await exportBulk(settings, around)
    expect(content(settings, 'Patient.0002.ndjson')).toBe(files['Patient.2'])
    expect(server.asked.filter((one) => one.endsWith('/token')).length).toBeGreaterThan(1)
  })

  test('that is not given ends the export, and nothing secret is told', async () => {
    const server = await start()
    const client = { clientId: 'another-client', key: JSON.stringify(server.key) }
    const { message, remedy } = await troubleIn(settingsFor(server, { client }))
    expect(message).toContain('invalid_client')
    expect(message).not.toContain(String(server.key.d))
    expect(remedy).toContain('--client-id')
  })

  test('is needed: without a client the refusal says so', async () => {
    const server = await start()
    const { client: _client, ...open } = settingsFor(server)
    const { message, remedy } = await troubleIn(open)
    expect(message).toContain('status 401')
    expect(remedy).toContain('--key')
  })

  test.each([
    ['no key', 'nonsense'],
    ['a public key', JSON.stringify({ kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA', kid: 'a' })],
    ['a set without a private key', JSON.stringify({ keys: [{ kty: 'EC', kid: 'a' }] })],
  ])('is not asked for with %s', async (_what, key) => {
    const server = await start()
    const client = { clientId: 'test-client', key, keyId: 'test-key' }
    expect((await troubleIn(settingsFor(server, { client }))).where).toBe('--key')
  })

  test('is not sent to another origin that a redirect leads to', async () => {
    const sent: (readonly [string, boolean])[] = []
    const redirecting = world({
      fetch: (url, init) => {
        const { href, origin } = new URL(url instanceof Request ? url.url : url)
        sent.push([href, new Headers(init?.headers).has('authorization')])
        const location = 'https://elsewhere.example.org/file'
        return Promise.resolve(
          origin === 'https://ehr.example.org'
            ? new Response(null, { status: 307, headers: { location } })
            : new Response('{}'),
        )
      },
    })
    const headers = { authorization: 'Bearer secret' }
    await send(redirecting, 'https://ehr.example.org/file', { headers }, false)
    expect(sent).toEqual([
      ['https://ehr.example.org/file', true],
      ['https://elsewhere.example.org/file', false],
    ])
  })

  test('is asked for with an RSA key in PEM, or with one private key of a set', async () => {
    const { privateKey } = await generateKeyPair('RS384', { extractable: true })
    const key = await exportPKCS8(privateKey)
    const client = { clientId: 'a', keyId: 'b', algorithm: 'RS384', key } as const
    expect(await signingKey(client)).toMatchObject({ alg: 'RS384', id: 'b' })
    const jwk = { ...(await exportJWK(privateKey)), kid: 'c' }
    const set = JSON.stringify({ keys: [{ kty: 'RSA', kid: 'public' }, jwk] })
    expect(await signingKey({ clientId: 'a', key: set })).toMatchObject({ alg: 'RS384', id: 'c' })
    await expect(signingKey({ clientId: 'a', key })).rejects.toThrow(/no name/)
  })
})
