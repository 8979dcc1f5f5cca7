import type { Context } from 'hono'
import { plainAddress } from './networks.ts'
import type { Networks } from './networks.ts'

/** What the Node adapter hands to a request; absent when the app is called without a server. */
interface NodeEnv {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } }
}

/**
 * The address of who asks. Behind trusted proxies it is the nearest address in `X-Forwarded-For` that is
 * not one of them; from anybody else that header is worth nothing.
 */
export const clientAddress = (c: Context, isTrusted: Networks): string => {
  const { incoming } = (c.env ?? {}) as NodeEnv
  const peer = plainAddress(incoming?.socket.remoteAddress ?? '')
  if (!isTrusted(peer)) return peer
  const forwarded = c.req.header('x-forwarded-for')
  if (forwarded === undefined) return peer
  const hops = forwarded.split(',').map((hop) => plainAddress(hop.trim()))
  return hops.findLast((hop) => !isTrusted(hop)) ?? peer
}
