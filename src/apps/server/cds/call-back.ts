import { objectOf } from '../../../fhir/json.ts'
import type { FetchFhir } from '../parts.ts'
import { readValue } from './prefetch.ts'
import type { Arrived } from './prefetch.ts'
import type { HookRequest } from './request.ts'
import type { PrefetchKey } from './services.ts'

/** How far calling back may go. */
export interface CallBack {
  readonly fetchFhir: FetchFhir
  readonly server: NonNullable<HookRequest['server']>
  /** Ends all reading of one call. */
  readonly signal: AbortSignal
  /** Further pages of one list, at most. */
  readonly pages: number
}

/** Reads what the client left out; undefined where that cannot be done in time. */
export const readMissing = async (
  key: PrefetchKey,
  patientId: string,
  how: CallBack,
): Promise<Arrived | undefined> => {
  const query = key.template.replace('{{context.patientId}}', patientId).replaceAll('|', '%7C')
  const value = await get(`${how.server.url}/${query}`, how)
  const arrived = value === undefined ? undefined : readValue(key, value)
  if (arrived === undefined) return undefined
  if (arrived.resources.length === 0 && arrived.notWhole !== undefined && !needsNext(arrived)) {
    return undefined
  }
  return followed(arrived, how)
}

/** Whether the next page can tell what is not known yet. */
export const needsNext = ({ key, next, notWhole }: Arrived): boolean =>
  next !== undefined && notWhole !== undefined && (key.list !== undefined || key.fact !== undefined)

/** Reads the further pages of a list, from the same origin only, up to the bound. */
export const followed = async (first: Arrived, how: CallBack): Promise<Arrived> => {
  const resources = [...first.resources]
  const seen = new Set<string>()
  let page = first
  for (let count = 0; needsNext(page) && count < how.pages; count++) {
    const url = sameOrigin(page.next ?? '', how.server.url)
    if (url === undefined || seen.has(url)) break
    seen.add(url)
    const value = await get(url, how)
    const read = value === undefined ? undefined : readValue(first.key, value)
    if (read === undefined) break
    resources.push(...read.resources)
    page = read
    // Read to the end: every page was whole in itself.
    if (page.next === undefined && page.notWhole === undefined) {
      return { key: first.key, resources }
    }
  }
  return { ...first, resources }
}

/** A page's address, when it lies at the origin of the server that the caller named. */
const sameOrigin = (next: string, server: string): string | undefined => {
  if (!URL.canParse(next, `${server}/`)) return undefined
  const url = new URL(next, `${server}/`)
  return url.origin === new URL(server).origin && url.username === '' ? url.href : undefined
}

/** A JSON body; undefined when anything went wrong, whatever it was. */
const get = async (url: string, { fetchFhir, server, signal }: CallBack): Promise<unknown> => {
  try {
    const response = await untilAborted(
      fetchFhir(url, {
        headers: {
          Accept: 'application/fhir+json',
          ...(server.token === undefined ? {} : { Authorization: `Bearer ${server.token}` }),
        },
        signal,
      }),
      signal,
    )
    if (!response.ok) return undefined
    return objectOf(await untilAborted(response.json(), signal))
  } catch {
    return undefined
  }
}

/** Gives up waiting when the time is over, also for what does not listen to the signal. */
const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      reject(new Error('Out of time'))
    }
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp)
    })
  })
