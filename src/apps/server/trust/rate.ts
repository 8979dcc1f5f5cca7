import type { MiddlewareHandler } from 'hono'
import { clientAddress } from './client.ts'
import type { Networks } from './networks.ts'
import { refuse } from './refusals.ts'

/** How often each caller may ask. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

/** Lets a caller in, or tells after how many seconds to ask again. */
export type TakeToken = (caller: string) => { readonly retryAfter: number } | undefined

interface Bucket {
  tokens: number
  at: number
}

/** One token bucket per caller. Callers are bounded: those who have been quiet longest are forgotten. */
export const tokenBuckets = (
  { perSecond, burst }: Rate,
  now: () => Date,
  most = 10_000,
): TakeToken => {
  const buckets = new Map<string, Bucket>()
  return (caller) => {
    const at = now().getTime()
    const bucket = buckets.get(caller) ?? { tokens: burst, at }
    // Taken out and put back, a bucket moves to the end: the first one is the quietest.
    buckets.delete(caller)
    buckets.set(caller, bucket)
    if (buckets.size > most) buckets.delete(buckets.keys().next().value ?? '')
    bucket.tokens = Math.min(
      burst,
      bucket.tokens + (Math.max(0, at - bucket.at) / 1000) * perSecond,
    )
    bucket.at = at
    if (bucket.tokens < 1) return { retryAfter: Math.ceil((1 - bucket.tokens) / perSecond) }
    bucket.tokens -= 1
    return undefined
  }
}

/** Limits each address; callers who carry a token are limited by their issuer as well. */
export const limitRate = (take: TakeToken, isTrusted: Networks): MiddlewareHandler =>
  async function limitRate(c, next) {
    const limited = take(clientAddress(c, isTrusted))
    if (limited === undefined) return next()
    return tooMany(c, limited.retryAfter)
  }

/** Answers that a caller asks too often. */
export const tooMany = (c: Parameters<typeof refuse>[0], retryAfter: number): Response =>
  refuse(c, 'too-many', `Ask again after ${String(retryAfter)} seconds.`, {
    'Retry-After': String(retryAfter),
  })
