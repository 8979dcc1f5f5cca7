import { Hono } from 'hono'
import { clientAddress } from './client.ts'
import type { Metrics } from './metrics.ts'
import type { Networks } from './networks.ts'
import { refuse } from './refusals.ts'

/** What readiness is decided by. */
export interface HealthParts {
  readonly isStopping: () => boolean
  /** Asks the store; rejects when it does not answer. */
  readonly askStore: () => Promise<unknown>
  /** Whether nothing can be answered without the store: used tokens are remembered there. */
  readonly needsStore: boolean
  readonly metrics: Metrics
  readonly mayReadMetrics: Networks
  readonly isTrusted: Networks
}

const patience = 1000

/**
 * `/health/live`, `/health/ready` and `/metrics`. Advice does not need the store, so the service is ready
 * without it, and says so; feedback is then refused, never lost.
 */
export const healthRoutes = (parts: HealthParts): Hono => {
  const app = new Hono()
  app.use('*', async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.get('/health/live', (c) => c.json({ status: 'live' }))
  app.get('/health/ready', async (c) => {
    if (parts.isStopping()) return c.json({ status: 'stopping' }, 503)
    const isUp = await answers(parts.askStore)
    parts.metrics.storeUp(isUp)
    const store = isUp ? 'up' : 'down'
    return isUp || !parts.needsStore
      ? c.json({ status: 'ready', store })
      : c.json({ status: 'not ready', store }, 503)
  })
  app.get('/metrics', async (c) =>
    parts.mayReadMetrics(clientAddress(c, parts.isTrusted))
      ? c.body(await parts.metrics.text(), 200, { 'Content-Type': parts.metrics.contentType })
      : refuse(c, 'not-for-you', 'The site allows it with "metricsFrom".'),
  )
  return app
}

const answers = async (ask: () => Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false)
  })
  try {
    return await Promise.race([ask().then(() => true), late])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
