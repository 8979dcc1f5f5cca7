import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { issuerKey, tokenKey } from './authenticate.ts'
import { errorFields } from './log.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { refusalKey } from './refusals.ts'

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * Logs and counts every request by its route, and by its service where that is one of ours; never by its
 * address, which may name a patient.
 */
export const observe = (
  log: Log,
  metrics: Metrics,
  services: readonly string[],
): MiddlewareHandler =>
  async function observe(c, next) {
    const begun = performance.now()
    const request = randomUUID()
    await next()
    c.res.headers.set('X-Request-Id', request)
    const ms = performance.now() - begun
    const route = routeOf(c, services)
    const method = methods.has(c.req.method) ? c.req.method : 'other'
    const { status } = c.res
    const refusal = text(c.get(refusalKey))
    const token = text(c.get(tokenKey))
    metrics.request(route, method, status, ms / 1000)
    if (refusal !== undefined) metrics.refused(token === undefined ? refusal : `token ${token}`)
    log.write({
      event: 'request',
      level: status >= 500 ? 'error' : 'info',
      request,
      method,
      route,
      status,
      ms: Math.round(ms * 100) / 100,
      refusal,
      token,
      issuer: text(c.get(issuerKey)),
    })
    if (c.error !== undefined) {
      log.write({ event: 'failure', level: 'error', request, route, ...errorFields(c.error) })
    }
  }

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The pattern of the route that a request matched, with the service in it when it is known, or `none`. */
const routeOf = (c: Context, services: readonly string[]): string => {
  const pattern = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none'
  if (!pattern.startsWith('/cds-services/:id')) return pattern
  const service = c.req.path.split('/')[2] ?? ''
  return services.includes(service) ? pattern.replace(':id', service) : pattern
}
