import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { observe } from './observe.ts'

const known = 'crampwise-order-sign'

/** An app whose routes are watched, and what is told of them. */
const watched = () => {
  let text = ''
  const log = createLog(
    (more) => (text += more),
    () => new Date('2026-11-23T12:00:00Z'),
  )
  const metrics = createMetrics(false)
  const app = new Hono()
  app.use('*', observe(log, metrics, [known]))
  app.post('/cds-services/:id', (c) => c.json({}))
  app.post('/assess', () => {
    throw new Error('Jane Doe is not valid JSON')
  })
  app.onError((_error, c) => c.text('broken', 500))
  const told = async (): Promise<string> => {
    log.flush()
    return text + (await metrics.text())
  }
  return { app, told }
}

test('a request is told by its route, and a service by its own id', async () => {
  const { app, told } = watched()
  await app.request(`/cds-services/${known}`, { method: 'POST' })
  expect(await told()).toContain(
    `crampwise_requests_total{route="/cds-services/${known}",method="POST",status="200"} 1`,
  )
})

test('nothing that a caller can choose gets into the log or a label', async () => {
  const { app, told } = watched()
  await app.request('/cds-services/jane-doe?name=jane', { method: 'POST' })
  await app.request('/Patient/jane', { headers: { 'x-request-id': 'jane', 'user-agent': 'jane' } })
  await app.request('/Patient/jane', { method: 'JANE' })
  const text = await told()
  expect(text).not.toMatch(/jane/i)
  expect(text).toContain('route="/cds-services/:id"')
  expect(text).toContain('route="none",method="other",status="404"')
})

test('a bug is told by its kind and place, without its message', async () => {
  const { app, told } = watched()
  const response = await app.request('/assess', { method: 'POST' })
  expect(response.status).toBe(500)
  const text = await told()
  expect(text).not.toMatch(/jane/i)
  expect(text).toContain('"event":"failure"')
  expect(text).toContain('observe.test.ts')
})
