import { Hono } from 'hono'
import { isReading } from './methods.ts'
import { staticFolder } from './static.ts'

/** The built documentation, wherever it is mounted. Where none was built, nothing is found. */
export const docsSite = (folder: string, at: string): Hono => {
  const app = new Hono()
  const files = staticFolder(folder)
  app.use('*', async (c, next) => {
    if (!isReading(c.req.method)) return next()
    // Links within the pages are relative to this folder.
    if (c.req.path === at) return c.redirect(`${at.slice(at.lastIndexOf('/') + 1)}/`)
    const answer = await files.request(c.req.path.slice(at.length))
    return answer.status === 404 ? next() : answer
  })
  return app
}
