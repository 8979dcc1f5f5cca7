import { Hono } from 'hono'
import { civilDay, eachDay } from '../civil-day.ts'
import { readJsonBody } from '../body.ts'
import type { AppParts } from '../parts.ts'
import { isRefused, refuse } from '../refusal.ts'
import type { Refused } from '../refusal.ts'
import { advise } from './advise.ts'
import { gather } from './gather.ts'
import { readRequest } from './request.ts'
import { discovery, services } from './services.ts'

const json = 'application/json; charset=UTF-8'

const serviceBy = new Map(services.map((service) => [service.id, service]))

/** `GET /cds-services` and `POST /cds-services/{id}`. */
export const cdsHooks = (parts: AppParts): Hono => {
  const app = new Hono()
  const clock = parts.clock ?? (() => new Date())
  const found = eachDay(clock, (on) => JSON.stringify(discovery(on)))

  app.get('/cds-services', (c) => c.body(found(), 200, { 'Content-Type': json }))

  app.post('/cds-services/:id', async (c) => {
    const service = serviceBy.get(c.req.param('id'))
    if (service === undefined) return refuse(c, noService)
    const body = await readJsonBody(c)
    if (isRefused(body)) return refuse(c, body.refused)
    const read = readRequest(service, body.value)
    if (isRefused(read)) return refuse(c, read.refused)
    const arriving = gather(read.request, parts)
    const gathered = arriving instanceof Promise ? await arriving : arriving
    if (isRefused(gathered)) return refuse(c, gathered.refused)
    const advice = advise(read.request, gathered.gathered, parts, civilDay(clock()))
    if (isRefused(advice)) return refuse(c, advice.refused)
    const answer = JSON.stringify({ cards: advice.cards })
    if (advice.issued.length > 0) parts.onCards?.(advice.issued)
    return c.body(answer, 200, { 'Content-Type': json })
  })
  return app
}

const noService: Refused = {
  status: 404,
  code: 'not-found',
  message: 'There is no such service.',
  remedy: 'See GET /cds-services for those that there are.',
}
