import type { lookup } from 'node:dns'
import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reachable } from './addresses.ts'
import { under } from './allowed-servers.ts'
import { guardedRequest, isGuardError } from './guarded-request.ts'
import type { Guard } from './guarded-request.ts'

const calls: { readonly url: string; readonly headers: object; readonly body: string }[] = []

const answers: Readonly<Record<string, RequestListener>> = {
  '/fhir/Patient/1': (_request, response) => {
    response.setHeader('content-type', 'application/fhir+json').end('{"resourceType":"Patient"}')
  },
  '/fhir/redirect': (_request, response) => {
    response.writeHead(302, { location: '/fhir/Patient/1' }).end()
  },
  '/fhir/large': (_request, response) => {
    response.end('x'.repeat(5000))
  },
  '/fhir/endless': (_request, response) => {
    const more = (): void => {
      if (response.write('x'.repeat(100))) setImmediate(more)
      else response.once('drain', more)
    }
    more()
  },
  '/fhir/slow': () => undefined,
  '/fhir/trickle': (_request, response) => {
    const timer = setInterval(() => response.write('x'), 50)
    response.on('close', () => {
      clearInterval(timer)
    })
  },
  '/fhir/broken': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('x')
    setTimeout(() => response.destroy(), 20)
  },
  '/fhir/gone': (_request, response) => {
    response.writeHead(410).end()
  },
  '/fhir/empty': (_request, response) => {
    response.writeHead(204).end()
  },
}

let server: Server
let port = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      calls.push({ url: request.url ?? '', headers: request.headers, body })
    })
    answers[request.url ?? '']?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const local = (path: string, host = '127.0.0.1'): string => `http://${host}:${String(port)}${path}`

const guard = (changed: Partial<Guard> = {}): Guard => ({
  allows: under([local('/fhir'), local('/fhir', 'ehr.example')]),
  reaches: reachable(['127.0.0.1']),
  seconds: 1,
  maxBytes: 1000,
  ...changed,
})

/** A name service that answers with these addresses. */
const resolving = (...addresses: readonly string[]): typeof lookup =>
  ((_host: string, _options: object, done: (error: null, found: object[]) => void) => {
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }) as unknown as typeof lookup

const refusal = async (url: string, changed: Partial<Guard> = {}): Promise<string> => {
  try {
    const response = await guardedRequest(guard(changed))(url)
    return `answered ${String(response.status)}`
  } catch (error) {
    return isGuardError(error) ? error.refusal : String(error)
  }
}

test('an allowed server is read, with the token that belongs to it', async () => {
  const response = await guardedRequest(guard())(local('/fhir/Patient/1'), {
    headers: { Authorization: 'Bearer abc' },
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/fhir+json')
  expect(await response.json()).toEqual({ resourceType: 'Patient' })
  expect(calls.at(-1)?.headers).toMatchObject({
    authorization: 'Bearer abc',
    'accept-encoding': 'identity',
  })
})

test('a body is sent as it is', async () => {
  await guardedRequest(guard())(local('/fhir/Patient/1'), { method: 'POST', body: 'a=ä' })
  expect(calls.at(-1)?.body).toBe('a=ä')
})

test('a status other than 200 is handed on; an empty answer is one', async () => {
  expect(await refusal(local('/fhir/gone'))).toBe('answered 410')
  expect(await refusal(local('/fhir/empty'))).toBe('answered 204')
})

describe('nothing is sent', () => {
  test.each<[string, string, Partial<Guard>, string]>([
    ['to a server that is not on the list', '/other', {}, 'not-allowed'],
    ['outside the path that is', '/fhir/../admin', {}, 'not-allowed'],
    [
      'to this machine unless it was allowed',
      '/fhir/Patient/1',
      { reaches: reachable([]) },
      'private-address',
    ],
  ])('%s', async (_what, path, changed, expected) => {
    const before = calls.length
    expect(await refusal(local(path), changed)).toBe(expected)
    expect(calls).toHaveLength(before)
  })

  test('to what is no address, or carries a user', async () => {
    expect(await refusal('fhir/Patient/1')).toBe('not-allowed')
    expect(await refusal('file:///etc/passwd')).toBe('not-allowed')
    expect(await refusal(local('/fhir/Patient/1').replace('://', '://user:word@'))).toBe(
      'not-allowed',
    )
  })

  test('to a name that leads to an address inside, alone or among others', async () => {
    const url = local('/fhir/Patient/1', 'ehr.example')
    const reaches = reachable([])
    for (const found of [['127.0.0.1'], ['169.254.169.254'], ['::1'], ['8.8.8.8', '10.0.0.1']]) {
      expect(await refusal(url, { reaches, resolve: resolving(...found) })).toBe('private-address')
    }
  })
})

test('the connection goes to the very address that was checked', async () => {
  let asked = 0
  // The second answer would be another: it must never be asked for.
  const answered = [resolving('127.0.0.1'), resolving('169.254.169.254')]
  const resolve = ((...call: Parameters<typeof lookup>) => {
    const answer = answered[asked]
    asked += 1
    answer?.(...call)
  }) as unknown as typeof lookup
  const url = local('/fhir/Patient/1', 'ehr.example')
  expect(await refusal(url, { resolve })).toBe('answered 200')
  expect(asked).toBe(1)
})

describe('an answer is given up', () => {
  test.each([
    ['when it leads elsewhere', '/fhir/redirect', 'redirected'],
    ['when it is too large', '/fhir/large', 'too-large'],
    ['when it never ends', '/fhir/endless', 'too-large'],
    ['when it does not come', '/fhir/slow', 'too-slow'],
    ['when it trickles', '/fhir/trickle', 'too-slow'],
    ['when it breaks off', '/fhir/broken', 'unreachable'],
  ])('%s', async (_when, path, expected) => {
    expect(await refusal(local(path), { seconds: 0.5 })).toBe(expected)
  })

  test('when who asked no longer waits', async () => {
    const request = guardedRequest(guard())
    const signal = AbortSignal.timeout(50)
    await expect(request(local('/fhir/slow'), { signal })).rejects.toMatchObject({
      refusal: 'too-slow',
    })
    await expect(
      request(local('/fhir/Patient/1'), { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({ refusal: 'too-slow' })
  })

  test('and an error names neither the address nor the token', async () => {
    const url = local('/fhir/slow?name=Jane')
    const request = guardedRequest(guard({ seconds: 0.1 }))
    const error = await request(url, { headers: { Authorization: 'Bearer secret' } }).catch(
      (reason: unknown) => reason,
    )
    expect(JSON.stringify([String(error), (error as Error).stack])).not.toMatch(/Jane|secret/)
  })
})
