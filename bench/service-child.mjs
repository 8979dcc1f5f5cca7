import { serve } from '@hono/node-server'
import { Hono } from 'hono'

// What was built is measured: run from source through a loader, every function costs more.
const [, , kind, built] = process.argv

/** The least that any service must do with a call: read the body, parse it, and answer something. */
const bare = () => {
  const app = new Hono()
  app.post('*', async (c) => {
    const body = await c.req.json()
    return c.json({ cards: typeof body === 'object' ? [] : [body] })
  })
  return app
}

const crampwise = async () => {
  const { createApp } = await import(new URL('apps/server/app.js', built).href)
  return createApp({ config: { baseUrl: 'http://127.0.0.1', salt: 'for a measurement' } })
}

const app = kind === 'bare' ? bare() : await crampwise()

serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
  process.send({ port })
})

process.on('message', (question) => {
  if (question === 'stop') process.exit(0)
  const { user, system } = process.cpuUsage()
  process.send({ cpu: (user + system) / 1000, rss: process.memoryUsage().rss })
})
