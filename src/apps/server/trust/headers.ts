import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'

/** Which pages of other origins may call, and whether https is promised. */
export interface HeaderOptions {
  readonly origins: readonly string[]
  readonly isHttps: boolean
}

/**
 * Headers that tell a browser to do as little as possible with an answer, and everybody not to keep it:
 * advice is about a person.
 */
export const strictHeaders = ({ isHttps }: HeaderOptions): MiddlewareHandler => {
  const strict = secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    crossOriginResourcePolicy: 'cross-origin',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: isHttps ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    xXssProtection: false,
    // What only pages, or browsers of long ago, make anything of.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    // A page of the workbench brings a policy of its own.
    overwrite: false,
  })
  return async function strictHeaders(c, next) {
    await strict(c, next)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  }
}

/** Lets pages of the listed origins call; a preflight asks for no token. */
export const allowOrigins = ({ origins }: HeaderOptions): MiddlewareHandler => {
  const allow = cors({
    origin: [...origins],
    allowMethods: ['GET', 'POST', 'OPTIONS'],
    allowHeaders: ['Authorization', 'Content-Type', 'Accept'],
    exposeHeaders: ['Retry-After', 'X-Request-Id'],
    maxAge: 600,
  })
  return async function allowOrigins(c, next) {
    // Servers call without an origin: nothing is to be allowed to them.
    return c.req.header('origin') === undefined ? next() : allow(c, next)
  }
}
