import { stop } from '../trouble.ts'
import { callable, printable, withoutQuery } from './addresses.ts'
import { manifestOf } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { backOff, issuesIn, objectIn, reasonIn, retryAfter, sendPatiently } from './request.ts'
import type { Sent } from './request.ts'
import type { BulkSettings, World } from './settings.ts'
import type { Tokens } from './token.ts'

/** What is called at the server, with the right to do so. */
export interface Server {
  readonly settings: BulkSettings
  readonly world: World
  readonly tokens: Tokens
}

/** Sends with a token; a token that is refused is asked for anew, once. */
const authorized = async (
  { settings, world, tokens }: Server,
  address: string,
  sent: Sent,
): Promise<Response> => {
  const request = async (): Promise<Sent> => ({
    ...sent,
    headers: { ...sent.headers, ...(await tokens.header()) },
  })
  const first = await sendPatiently(world, address, request, settings.allowHttp)
  if (first.status !== 401 || settings.client === undefined) return first
  await first.body?.cancel()
  tokens.forget()
  return sendPatiently(world, address, request, settings.allowHttp)
}

const remedyOf = (status: number): string => {
  switch (status) {
    case 401:
    case 403:
      return 'Give --client-id and --key, and have the client registered for these types.'
    case 404:
      return 'Check the address: a FHIR base, …/Group/ID, or the whole address that ends in $export.'
    case 429:
    case 503:
      return 'The server is busy: run the same command later, it goes on where it stopped.'
    default:
      return 'Ask who runs the server; the same command tries again.'
  }
}

/** Asks for the export; answers where its progress is told. */
export const kickOff = async (server: Server, address: string): Promise<string> => {
  const headers = { accept: 'application/fhir+json', prefer: 'respond-async' }
  const response = await authorized(server, address, { headers })
  const location = response.headers.get('content-location')
  if (response.status === 202 && location !== null) {
    await response.body?.cancel()
    return callable(location, address, server.settings.allowHttp).href
  }
  const where = withoutQuery(new URL(address))
  const status = String(response.status)
  const reason = reasonIn(await objectIn(response))
  const message = response.ok
    ? `The server did not begin an export (status ${status}, and no Content-Location).`
    : `The server refused the export (status ${status}).${reason}`
  throw stop(where, message, remedyOf(response.status))
}

/** Where a job is: its files are ready, or the server no longer knows it. */
export type Finished = Manifest | 'gone'

const slowest = 5 * 60_000

/** Asks how far the job is until its files are ready, as seldom as the server wishes. */
export const untilReady = async (server: Server, statusUrl: string): Promise<Finished> => {
  const { settings, world } = server
  const where = withoutQuery(new URL(statusUrl))
  const deadline = world.now() + settings.waitHours * 3_600_000
  for (let attempt = 0; ; attempt += 1) {
    const response = await authorized(server, statusUrl, {
      headers: { accept: 'application/json' },
    })
    if (response.status === 404 || response.status === 410) return 'gone'
    if (response.status === 200) return readManifest(server, response, statusUrl)
    const asked = retryAfter(response, world.now())
    const progress = printable(response.headers.get('x-progress') ?? '')
    if (response.status === 202) await response.body?.cancel()
    else {
      const body = await objectIn(response)
      const issues = issuesIn(body)
      const transient = issues.length > 0 && issues.every(({ code }) => code === 'transient')
      if (!transient) {
        const message = `The export failed at the server (status ${String(response.status)}).${reasonIn(body)}`
        throw stop(where, message, remedyOf(response.status))
      }
    }
    if (world.now() >= deadline) {
      throw stop(
        where,
        `The files were not ready within ${String(settings.waitHours)} hours.`,
        'Run the same command again: it goes on waiting.',
      )
    }
    world.say(`The server prepares the files${progress === '' ? '' : `: ${progress}`}`)
    await world.wait(asked ?? Math.min(backOff(attempt), slowest))
  }
}

/** The manifest, with the pages that it leads to. */
const readManifest = async (
  server: Server,
  response: Response,
  statusUrl: string,
): Promise<Manifest> => {
  let page = manifestOf(await objectIn(response), statusUrl, server.settings)
  const files = [...page.files]
  const seen = new Set([statusUrl])
  while (page.next !== undefined && !seen.has(page.next)) {
    const { next } = page
    seen.add(next)
    const answer = await authorized(server, next, { headers: { accept: 'application/json' } })
    if (answer.status !== 200) {
      const message = `A page of the list of files cannot be read (status ${String(answer.status)}).`
      throw stop(withoutQuery(new URL(next)), message, remedyOf(answer.status))
    }
    page = manifestOf(await objectIn(answer), next, server.settings)
    files.push(...page.files)
  }
  return { ...page, files }
}

/** Takes the job, and its files, from the server; answers whether the server did so. */
export const removeJob = async (server: Server, statusUrl: string): Promise<boolean> => {
  const headers = { accept: 'application/fhir+json' }
  const response = await authorized(server, statusUrl, { method: 'DELETE', headers })
  await response.body?.cancel()
  return response.ok || response.status === 404 || response.status === 410
}
