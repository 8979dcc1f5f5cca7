import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import { docsSite } from './docs.ts'

const parent = mkdtempSync(join(tmpdir(), 'crampwise-docs-'))
const folder = join(parent, 'docs')
mkdirSync(join(folder, 'tutorials'), { recursive: true })
writeFileSync(join(parent, 'secret.html'), 'secret')
writeFileSync(join(folder, 'index.html'), 'first page')
writeFileSync(join(folder, 'tutorials', 'one.html'), 'tutorial')
afterAll(() => {
  rmSync(parent, { recursive: true })
})

const app = new Hono().route('/docs', docsSite(folder, '/docs'))

test('the documentation begins at /docs/, and /docs leads there', async () => {
  const answer = await app.request('/docs')
  expect(answer.status).toBe(302)
  expect(new URL(answer.headers.get('location') ?? '', 'http://a.example/docs').pathname).toBe(
    '/docs/',
  )
  expect(await (await app.request('/docs/')).text()).toBe('first page')
})

test('its pages run no script but their own, and nobody frames them', async () => {
  const answer = await app.request('/docs/tutorials/one.html')
  expect(await answer.text()).toBe('tutorial')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
})

test('a question about a page of it alone has its headers and no body', async () => {
  const asked = await app.request('/docs/tutorials/one.html', { method: 'HEAD' })
  expect(asked.status).toBe(200)
  expect(asked.headers.get('content-type')).toContain('text/html')
  expect(await asked.text()).toBe('')
  expect((await app.request('/docs', { method: 'HEAD' })).status).toBe(302)
  expect((await app.request('/docs/no.html', { method: 'HEAD' })).status).toBe(404)
})

test.each(['/docs/../secret.html', '/docs/%2e%2e/secret.html', '/docs/no.html', '/docsindex.html'])(
  '%s is not found',
  async (path) => {
    expect((await app.request(path)).status).toBe(404)
  },
)
