import { lookup } from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { request as httpRequest } from 'node:http'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP } from 'node:net'
import type { LookupFunction } from 'node:net'
import type { Networks } from './networks.ts'

/** Why an outgoing request was refused or given up; the text names no address beyond its origin. */
export type GuardRefusal =
  'not-allowed' | 'private-address' | 'redirected' | 'too-large' | 'too-slow' | 'unreachable'

/** An outgoing request that was refused or given up. */
export interface GuardError extends Error {
  readonly refusal: GuardRefusal
}

/** What an outgoing request may do. */
export interface Guard {
  /** Whether this address was allowed by the site. */
  readonly allows: (url: URL) => boolean
  /** Whether this host address may be connected to. */
  readonly reaches: Networks
  readonly seconds: number
  readonly maxBytes: number
  /** How a host name is resolved; for tests. */
  readonly resolve?: typeof lookup
}

/** The parts of a request that a guarded one can have. */
export interface GuardedInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>> | Headers
  readonly body?: string | null
  readonly signal?: AbortSignal | null
}

/** Tells a refusal of the guard from another error. */
export const isGuardError = (error: unknown): error is GuardError =>
  error instanceof Error && 'refusal' in error

/**
 * Makes outgoing requests that reach only what the site allowed. The host name is resolved here and the
 * connection goes to the very address that was checked, so that a name cannot point elsewhere between;
 * redirects are not followed; time and size are bounded.
 */
export const guardedRequest =
  (guard: Guard) =>
  async (target: string | URL, init: GuardedInit = {}): Promise<Response> => {
    const url = URL.canParse(String(target)) ? new URL(target) : undefined
    if (url === undefined || url.username !== '' || url.password !== '' || !guard.allows(url)) {
      throw refusal('not-allowed')
    }
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(host) !== 0 && !guard.reaches(host)) throw refusal('private-address')
    return send(url, init, guard)
  }

const send = (url: URL, init: GuardedInit, guard: Guard): Promise<Response> =>
  new Promise((resolve, reject) => {
    const body = init.body ?? undefined
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = send(url, {
      method: init.method ?? 'GET',
      headers: {
        ...Object.fromEntries(new Headers(init.headers).entries()),
        'accept-encoding': 'identity',
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      lookup: checkedLookup(guard),
      agent: false,
    })
    const fail = (error: GuardError): void => {
      outgoing.destroy()
      reject(error)
    }
    const timer = setTimeout(() => {
      fail(refusal('too-slow'))
    }, guard.seconds * 1000)
    const abort = (): void => {
      fail(refusal('too-slow'))
    }
    init.signal?.addEventListener('abort', abort, { once: true })
    if (init.signal?.aborted === true) abort()
    outgoing.on('close', () => {
      clearTimeout(timer)
      init.signal?.removeEventListener('abort', abort)
    })
    outgoing.on('error', (error) => {
      reject(isGuardError(error) ? error : refusal('unreachable'))
    })
    answered(outgoing, guard, resolve, fail)
    outgoing.end(body)
  })

const answered = (
  outgoing: ClientRequest,
  guard: Guard,
  resolve: (response: Response) => void,
  fail: (error: GuardError) => void,
): void => {
  outgoing.on('response', (incoming: IncomingMessage) => {
    const status = incoming.statusCode ?? 0
    if (status >= 300 && status < 400) {
      fail(refusal('redirected'))
      return
    }
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > guard.maxBytes) fail(refusal('too-large'))
      else chunks.push(chunk)
    })
    incoming.on('error', () => {
      fail(refusal('unreachable'))
    })
    incoming.on('end', () => {
      const type = incoming.headers['content-type']
      const empty = status === 204 || status < 200
      resolve(
        new Response(empty ? null : Buffer.concat(chunks), {
          status: status < 200 ? 502 : status,
          headers: type === undefined ? {} : { 'content-type': type },
        }),
      )
    })
  })
}

/** Resolves a name to addresses that may be connected to; one that may not refuses the name. */
const checkedLookup =
  ({ reaches, resolve = lookup }: Guard): LookupFunction =>
  (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      // On an error there is no list, whatever its type says.
      const first = error === null ? found[0] : undefined
      if (first === undefined) {
        callback(refusal('unreachable'), '', 0)
        return
      }
      if (!found.every(({ address }) => reaches(address))) {
        callback(refusal('private-address'), '', 0)
        return
      }
      if (options.all === true) callback(null, found)
      else callback(null, first.address, first.family)
    })
  }

const words: Readonly<Record<GuardRefusal, string>> = {
  'not-allowed': 'The address is not on the list of allowed servers.',
  'private-address': 'The name leads to an address that is not allowed.',
  redirected: 'The server redirects; redirects are not followed.',
  'too-large': 'The answer is too large.',
  'too-slow': 'The server did not answer in time.',
  unreachable: 'The server cannot be reached.',
}

const refusal = (kind: GuardRefusal): GuardError =>
  Object.assign(new Error(words[kind]), { refusal: kind })
