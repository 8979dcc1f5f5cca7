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
