import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { exportJWK, generateKeyPair } from 'jose'
import type { JWK } from 'jose'
import { text, tokenFor } from './authority.test-support.ts'

/** A resource as a line of a file. */
export const line = (type: string, id: string): string =>
  `${JSON.stringify({ resourceType: type, id, meta: { tag: [{ code: 'SYNTHETIC' }] } })}\n`

/** How the test server behaves; a test changes it as it goes. */
export interface Behavior {
  /** File contents by name: the type is what stands before the first dot. */
  files: Record<string, string>
  errors: Record<string, string>
  requiresAccessToken: boolean
  /** Statuses to answer with before the usual one, by what is asked for. */
  before: { kickOff?: number[]; status?: number[]; file?: number[] }
  /** "202" so often before the files are ready. */
  pending: number
  retryAfter: string | undefined
  tokenSeconds: number
  /** Bytes of a file after which the connection is cut, once for each number. */
  cuts: number[]
  /** Whether parts of a file can be asked for. */
  ranges: boolean
  /** Whether a file stays without an end: its first bytes are sent, and nothing more. */
  stalls: boolean
  counts: Record<string, number>
  /** Whether files are sent compressed. */
  gzip: boolean
}

/** A small Bulk Data server with SMART Backend Services, and all that was asked of it. */
export interface TestServer {
  readonly base: string
  readonly behavior: Behavior
  /** Each request, as "GET /path". */
  readonly asked: string[]
  readonly headers: { readonly path: string; readonly headers: IncomingMessage['headers'] }[]
  readonly key: JWK
  /** Makes every token that was given invalid. */
  readonly expireTokens: () => void
  readonly stop: () => Promise<void>
}

const usual = (): Behavior => ({
  files: { 'Patient.1': line('Patient', 'a') + line('Patient', 'b') },
  errors: {},
  requiresAccessToken: true,
  before: {},
  pending: 1,
  retryAfter: undefined,
  tokenSeconds: 300,
  cuts: [],
  ranges: true,
  stalls: false,
  counts: {},
  gzip: false,
})

const outcome = (code: string, diagnostics: string): string =>
  JSON.stringify({
    resourceType: 'OperationOutcome',
    issue: [{ severity: 'error', code, diagnostics }],
  })

/** Starts the server on this machine; with `secured` it gives nothing without a token. */
export const startServer = async (
  change: Partial<Behavior> = {},
  secured = true,
): Promise<TestServer> => {
  const behavior: Behavior = { ...usual(), ...change }
  const asked: string[] = []
  const headers: TestServer['headers'] = []
  const { publicKey, privateKey } = await generateKeyPair('ES384', { extractable: true })
  const key: JWK = { ...(await exportJWK(privateKey)), kid: 'test-key', alg: 'ES384' }
  const tokens = new Set<string>()
  const used = new Set<string>()
  let jobs = 0
  let pending = behavior.pending

  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(`${String(request.method)} ${path}`)
    headers.push({ path, headers: request.headers })
    answer(request, response, path).catch((error: unknown) => {
      response.writeHead(500).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/fhir`

  const send = (response: ServerResponse, status: number, body = '', more = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(body)
  }
  const isKnown = ({ headers: { authorization = '' } }: IncomingMessage): boolean =>
    tokens.has(authorization.replace('Bearer ', ''))
  const first = (statuses: number[] | undefined, response: ServerResponse): boolean => {
    const status = statuses?.shift()
    if (status === undefined) return false
    const after = behavior.retryAfter === undefined ? {} : { 'retry-after': behavior.retryAfter }
    send(
      response,
      status,
      outcome(status === 500 ? 'exception' : 'throttled', 'no\u001b[31m way'),
      after,
    )
    return true
  }

  const answer = async (
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> => {
    if (path === '/fhir/.well-known/smart-configuration') {
      const found = { token_endpoint: `${base}/token`, capabilities: ['permission-v2'] }
      send(response, 200, JSON.stringify(found))
      return
    }
    if (path === '/fhir/token') {
      const body = new URLSearchParams(await text(request))
      const given = await tokenFor(body, [publicKey, `${base}/token`, used])
      if (given === undefined) {
        send(response, 401, JSON.stringify({ error: 'invalid_client' }))
        return
      }
      tokens.add(given)
      send(
        response,
        200,
        JSON.stringify({
          access_token: given,
          expires_in: behavior.tokenSeconds,
          scope: body.get('scope'),
        }),
      )
      return
    }
    const isFile = path.startsWith('/fhir/files/')
    if (secured && (!isFile || behavior.requiresAccessToken) && !isKnown(request)) {
      send(response, 401, outcome('login', 'no token'))
      return
    }
    if (isFile) {
      if (!first(behavior.before.file, response)) sendFile(request, response, path)
      return
    }
    if (path.startsWith('/fhir/job/')) {
      if (request.method === 'DELETE') {
        send(response, 202)
        return
      }
      if (path !== `/fhir/job/${String(jobs)}`) {
        send(response, 404, outcome('not-found', 'no such job'))
        return
      }
      if (first(behavior.before.status, response)) return
      if (pending > 0) {
        pending -= 1
        const after =
          behavior.retryAfter === undefined ? {} : { 'retry-after': behavior.retryAfter }
        send(response, 202, '', { 'x-progress': '50 %', ...after })
        return
      }
      send(response, 200, manifest())
      return
    }
    if (path.includes('$export')) {
      if (first(behavior.before.kickOff, response)) return
      jobs += 1
      pending = behavior.pending
      send(response, 202, '', { 'content-location': `${base}/job/${String(jobs)}` })
      return
    }
    send(response, 404, outcome('not-found', 'nothing here'))
  }

  const manifest = (): string => {
    const entry = (name: string) => ({
      type: name.split('.')[0],
      url: `${base}/files/${name}?signature=secret`,
      ...(name in behavior.counts ? { count: behavior.counts[name] } : {}),
    })
    return JSON.stringify({
      transactionTime: '2026-11-24T00:00:00Z',
      request: base,
      requiresAccessToken: behavior.requiresAccessToken,
      output: Object.keys(behavior.files).map(entry),
      error: Object.keys(behavior.errors).map(entry),
    })
  }

  const sendFile = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    const name = path.slice('/fhir/files/'.length).split('?')[0] ?? ''
    const plain = Buffer.from(behavior.files[name] ?? behavior.errors[name] ?? '')
    const isPacked = behavior.gzip && request.headers['accept-encoding'] === 'gzip'
    const bytes = isPacked ? gzipSync(plain, { level: 0 }) : plain
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const etag = `"${String(bytes.length)}"`
    const isRest = behavior.ranges && from > 0 && request.headers['if-range'] === etag
    const rest = isRest ? bytes.subarray(from) : bytes
    response.writeHead(isRest ? 206 : 200, {
      'content-type': 'application/fhir+ndjson',
      'content-length': rest.length,
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
      ...(behavior.ranges ? { etag, 'accept-ranges': 'bytes' } : {}),
      ...(isRest
        ? {
            'content-range': `bytes ${String(from)}-${String(bytes.length - 1)}/${String(bytes.length)}`,
          }
        : {}),
    })
    if (behavior.stalls) {
      response.write(rest.subarray(0, Math.floor(rest.length / 2)))
      return
    }
    const cut = behavior.cuts.shift()
    if (cut === undefined) response.end(rest)
    else response.write(rest.subarray(0, cut), () => setTimeout(() => response.destroy(), 50))
  }

  return {
    base,
    behavior,
    asked,
    headers,
    key,
    expireTokens: () => {
      tokens.clear()
    },
    stop: () => closed(server),
  }
}

const closed = (server: Server): Promise<void> => {
  server.closeAllConnections()
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
  })
}
