import { readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Hono } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** The workbench's pages bring a policy of their own in the page; this one says who may frame it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Files below a folder, read anew at each request; a name that leads out of it is not found. */
export const staticFolder = (folder: string): Hono => {
  const app = new Hono()
  // Not a route of its own: an address that names no file belongs to nobody.
  app.use('*', async (c, next) => {
    if (c.req.method !== 'GET') return next()
    const name = normalize(c.req.path.endsWith('/') ? `${c.req.path}index.html` : c.req.path)
    const type = types[extname(name)]
    if (type === undefined || name.includes('..') || name.includes('\0')) return next()
    let content: Buffer
    try {
      content = readFileSync(join(folder, name))
    } catch {
      return next()
    }
    // Names below assets carry a hash of what is in them.
    const isForGood = name.startsWith('/assets/')
    return c.body(new Uint8Array(content), 200, {
      'Content-Type': type,
      'Cache-Control': isForGood ? 'public, max-age=31536000, immutable' : 'no-cache',
      'Content-Security-Policy': policy,
    })
  })
  return app
}
