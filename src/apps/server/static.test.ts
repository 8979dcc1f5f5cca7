import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { staticFolder } from './static.ts'

const parent = mkdtempSync(join(tmpdir(), 'crampwise-static-'))
const folder = join(parent, 'web')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(parent, 'secret.js'), 'secret')
writeFileSync(join(folder, 'index.html'), '<!doctype html>')
writeFileSync(join(folder, 'sw.js'), 'self')
writeFileSync(
  join(folder, 'launch.html'),
  "<meta content=\"default-src 'none'; connect-src 'self'; base-uri 'none'\">",
)
writeFileSync(join(folder, 'assets', 'app-1.js'), 'export {}')
afterAll(() => {
  rmSync(parent, { recursive: true })
})

const app = staticFolder(folder)

test('the page is served at the root, asked for anew each time, and may be framed by nobody', async () => {
  const answer = await app.request('/')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toBe('<!doctype html>')
  expect(answer.headers.get('cache-control')).toBe('no-cache')
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
})

test('what carries a hash in its name is kept for good', async () => {
  const answer = await app.request('/assets/app-1.js')
  expect(answer.headers.get('content-type')).toContain('text/javascript')
  expect(answer.headers.get('cache-control')).toContain('immutable')
})

test('the worker that keeps the page is asked for anew each time', async () => {
  expect((await app.request('/sw.js')).headers.get('cache-control')).toBe('no-cache')
})

test('a question about a page alone has its headers and no body', async () => {
  for (const path of ['/', '/assets/app-1.js', '/launch.html']) {
    const [asked, got] = [await app.request(path, { method: 'HEAD' }), await app.request(path)]
    expect(asked.status).toBe(200)
    expect(await asked.text()).toBe('')
    expect([...asked.headers]).toEqual([...got.headers])
  }
  expect((await app.request('/no.js', { method: 'HEAD' })).status).toBe(404)
  expect((await app.request('/', { method: 'POST' })).status).toBe(404)
})

const smart = {
  servers: [
    {
      iss: 'https://ehr.example.org/fhir/r4',
      clientId: 'crampwise',
      origins: ['https://login.example.org'],
    },
  ],
  frameAncestors: ['https://ehr.example.org'],
}

test('without record systems the page of a launch talks to nobody and may be framed by nobody', async () => {
  const answer = await app.request('/launch.html')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("connect-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect((await app.request('/smart.json')).status).toBe(404)
})

test('the page of a launch, and it alone, may talk to the record systems and be framed by those listed', async () => {
  const launched = staticFolder(folder, smart)
  const answer = await launched.request('/launch.html')
  const allowed = "connect-src 'self' https://ehr.example.org https://login.example.org;"
  expect(answer.headers.get('content-security-policy')).toContain(allowed)
  expect(answer.headers.get('content-security-policy')).toMatch(
    /frame-ancestors https:\/\/ehr\.example\.org$/,
  )
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.text()).toContain(allowed)
  const plain = await launched.request('/')
  expect(plain.headers.get('content-security-policy')).toContain("connect-src 'self';")
})

test('the page learns of the record systems what a launch needs, and no more', async () => {
  const answer = await staticFolder(folder, smart).request('/smart.json')
  expect(await answer.json()).toEqual({
    servers: [{ iss: 'https://ehr.example.org/fhir/r4', clientId: 'crampwise' }],
  })
})

test.each([
  '/../secret.js',
  '/%2e%2e/secret.js',
  '/..%2fsecret.js',
  '/assets/',
  '/no.js',
  '/index',
])('%s is not found', async (path) => {
  expect((await app.request(path)).status).toBe(404)
})
