import { readFileSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import { Hono } from 'hono'
import type { SmartConfig } from './config.ts'
import { isReading } from './methods.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** What every page of the workbench may talk to: the folder that it came from. */
const ownFolder = "connect-src 'self'"

/** The workbench's pages bring a policy of their own in the page; this one says who may frame it. */
const policyOf = (connect: string, frames: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; ${connect}; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${frames}`

const policy = policyOf(ownFolder, "'none'")

/** What a launch talks to besides: the record systems of the site, and where they give tokens out. */
const launchConnect = ({ servers }: SmartConfig): string => {
  const origins = servers.flatMap(({ iss, origins: more }) => [new URL(iss).origin, ...more])
  return [ownFolder, ...new Set(origins)].join(' ')
}

/** The page of a launch: it alone may talk to record systems, and be framed by those who may. */
const launchPage = (content: Buffer, smart: SmartConfig | undefined): Response => {
  const connect = smart === undefined ? ownFolder : launchConnect(smart)
  const frames = smart?.frameAncestors.join(' ') ?? ''
  return new Response(
    content.toString('utf8').replace(ownFolder, () => connect),
    {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        // It shows a patient: going back to it must not bring the last one up.
        'Cache-Control': 'no-store',
        'Content-Security-Policy': policyOf(connect, frames === '' ? "'none'" : frames),
      },
    },
  )
}

/** Files below a folder, read anew at each request; a name that leads out of it is not found. */
export const staticFolder = (folder: string, smart?: SmartConfig): Hono => {
  const app = new Hono()
  if (smart !== undefined) {
    const servers = smart.servers.map(({ origins: _origins, ...server }) => server)
    app.get('/smart.json', (c) => c.json({ servers }, 200, { 'Cache-Control': 'no-cache' }))
  }
  // Not a route of its own: an address that names no file belongs to nobody.
  app.use('*', async (c, next) => {
    if (!isReading(c.req.method)) return next()
    const name = normalize(c.req.path.endsWith('/') ? `${c.req.path}index.html` : c.req.path)
    const type = types[extname(name)]
    if (type === undefined || name.includes('..') || name.includes('\0')) return next()
    let content: Buffer
    try {
      content = readFileSync(join(folder, name))
    } catch {
      return next()
    }
    if (name === '/launch.html') return launchPage(content, smart)
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
