import { stop } from '../trouble.ts'
import { callable, printable, withoutQuery } from './addresses.ts'
import type { World } from './settings.ts'

/** What is sent beside an address. */
export interface Sent {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

const mostRedirects = 5

/**
 * Sends a request. Redirects are followed only to addresses that may be called, and a token goes to
 * no other origin than the one it was meant for.
 */
export const send = async (
  { fetch }: World,
  address: string,
  { method = 'GET', headers, body }: Sent,
  allowHttp: boolean,
): Promise<Response> => {
  const first = callable(address, undefined, allowHttp)
  let url = first
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const { authorization, ...others } = headers
    const isOwn = url.origin === first.origin && authorization !== undefined
    const response = await fetch(url, {
      method,
      headers: isOwn ? { ...others, authorization } : others,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) return response
    await response.body?.cancel()
    if (method === 'POST') break
    url = callable(location, url.href, allowHttp)
  }
  throw stop(withoutQuery(first), 'The server redirects without end.', 'Ask who runs it.')
}

const shortest = 1000
const longest = 60_000
const longestAsked = 3_600_000

/** For how long the server asks to wait, in ms; undefined where it does not say. */
export const retryAfter = (response: Response, now: number): number | undefined => {
  const said = response.headers.get('retry-after')
  if (said === null) return undefined
  const seconds = /^\d+$/.test(said.trim()) ? Number(said) : (Date.parse(said) - now) / 1000
  if (Number.isNaN(seconds)) return undefined
  return Math.min(Math.max(seconds * 1000, 0), longestAsked)
}

/** How long to wait before an attempt of this number, in ms: twice as long each time. */
export const backOff = (attempt: number): number =>
  Math.min(shortest * 2 ** attempt, longest) * (0.75 + Math.random() / 2)

const mostAttempts = 8

/** "Later", as opposed to "it failed", which 500 is. */
const isTransient = (status: number): boolean => [408, 429, 502, 503, 504].includes(status)

/** The words for a connection that failed. */
export const connectionWords = (error: unknown): string => {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error
  const code = (cause as { readonly code?: string }).code
  return code ?? (cause instanceof Error ? printable(cause.message) : 'no connection')
}

const isTrouble = (error: unknown): boolean => error instanceof Error && 'trouble' in error

/** Sends until the server answers other than "later": 429, 503 and the like, and broken connections are tried again. */
export const sendPatiently = async (
  world: World,
  address: string,
  request: () => Promise<Sent>,
  allowHttp: boolean,
): Promise<Response> => {
  const where = withoutQuery(callable(address, undefined, allowHttp))
  for (let attempt = 0; ; attempt += 1) {
    const last = attempt >= mostAttempts - 1
    const answer = await send(world, address, await request(), allowHttp).catch(
      (error: unknown) => {
        if (isTrouble(error)) throw error
        if (!last) return connectionWords(error)
        throw stop(
          where,
          `The server cannot be reached (${connectionWords(error)}).`,
          'Check the address and the network; the same command goes on where it stopped.',
        )
      },
    )
    if (typeof answer !== 'string' && (last || !isTransient(answer.status))) return answer
    const asked = typeof answer === 'string' ? undefined : retryAfter(answer, world.now())
    if (typeof answer !== 'string') await answer.body?.cancel()
    const pause = asked ?? backOff(attempt)
    const why = typeof answer === 'string' ? answer : `status ${String(answer.status)}`
    world.say(`${why}: trying again in ${String(Math.ceil(pause / 1000))} s`)
    await world.wait(pause)
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The body of an answer as an object; undefined where it is none. */
export const objectIn = async (
  response: Response,
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const value: unknown = await response.json().catch(() => undefined)
  return isRecord(value) ? value : undefined
}

/** The issues of an OperationOutcome. */
export const issuesIn = (
  body: Readonly<Record<string, unknown>> | undefined,
): readonly Readonly<Record<string, unknown>>[] => {
  const issues = body?.['issue']
  return Array.isArray(issues) ? issues.filter(isRecord) : []
}

/** What a server says of why it refuses, fit to be printed. */
export const reasonIn = (body: Readonly<Record<string, unknown>> | undefined): string => {
  const [issue] = issuesIn(body)
  const details = issue?.['details']
  const said = [
    issue?.['diagnostics'],
    isRecord(details) ? details['text'] : undefined,
    issue?.['code'],
    body?.['error_description'],
    body?.['error'],
  ].find((text) => typeof text === 'string')
  return typeof said === 'string' ? ` It says: ${printable(said)}` : ''
}
