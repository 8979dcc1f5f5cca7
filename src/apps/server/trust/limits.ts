import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuse } from './refusals.ts'

/** What a request may be like. */
export interface RequestLimits {
  readonly bodyBytes: number
  readonly requestSeconds: number
}

const bodied = new Set(['POST', 'PUT', 'PATCH'])
const isJson = (type: string): boolean =>
  /^application\/(?:[\w.-]+\+)?json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type.trim())

/** Turns away bodies that are not JSON, are compressed, or are larger than may be. */
export const limitBody = ({ bodyBytes }: RequestLimits): MiddlewareHandler => {
  const tooLarge = (c: Parameters<typeof refuse>[0]): Response =>
    refuse(c, 'too-large', `At most ${String(bodyBytes)} bytes are read.`, { Connection: 'close' })
  const counted = bodyLimit({ maxSize: bodyBytes, onError: tooLarge })
  return async function limitBody(c, next) {
    if (!bodied.has(c.req.method)) return next()
    if (!isJson(c.req.header('content-type') ?? '')) {
      return refuse(c, 'not-json', 'Send it as UTF-8 with "Content-Type: application/json".')
    }
    const encoding = c.req.header('content-encoding')
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
      return refuse(c, 'encoded', 'Send it without a Content-Encoding.')
    }
    const length = c.req.header('content-length')
    // The server hands on no more bytes than the header says; only without one they must be counted.
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) {
      return counted(c, next)
    }
    return Number(length) > bodyBytes ? tooLarge(c) : next()
  }
}

/** Answers that it took too long, rather than never. */
export const limitTime = ({ requestSeconds }: RequestLimits): MiddlewareHandler =>
  async function limitTime(c, next) {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<true>((resolve) => {
      timer = setTimeout(resolve, requestSeconds * 1000, true)
    })
    try {
      const isLate = await Promise.race([next(), late])
      if (isLate === true) {
        c.res = refuse(c, 'too-slow', 'Nothing was decided; ask again.', { 'Retry-After': '1' })
      }
    } finally {
      clearTimeout(timer)
    }
    return undefined
  }
