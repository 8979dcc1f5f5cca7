import type { MiddlewareHandler } from 'hono'
import type { ServerConfig } from '../config-schema.ts'
import { isLoopback } from './loopback.ts'
import { refuse } from './refusals.ts'

/**
 * Answers only by its own names while it listens on this machine alone: a page whose name was pointed
 * at this machine could otherwise use the service from a browser here.
 */
export const ownNames = ({ host, publicUrl }: ServerConfig): MiddlewareHandler => {
  const own = publicUrl === undefined ? undefined : new URL(publicUrl).hostname
  const isOpen = !isLoopback(host)
  return async function ownNames(c, next) {
    const asked = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase()
    if (isOpen || asked === '' || isLoopback(asked) || asked === own) return next()
    return refuse(c, 'not-here', 'Set "publicUrl" to the address by which callers know it.')
  }
}
