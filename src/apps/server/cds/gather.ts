import type { AppParts } from '../parts.ts'
import type { Refused } from '../refusal.ts'
import { followed, needsNext, readMissing } from './call-back.ts'
import type { CallBack } from './call-back.ts'
import { isMissing, readValue } from './prefetch.ts'
import type { Arrived } from './prefetch.ts'
import type { HookRequest } from './request.ts'
import { prefetchKeys } from './services.ts'

/** Everything that is known of a call, by key. */
export type Gathered = ReadonlyMap<string, Arrived>

/** What was gathered, or why nothing may be assessed. */
export type ReadGathered = { readonly gathered: Gathered } | { readonly refused: Refused }

/** Reads what was sent; what is missing or has further pages is read from the caller's server, in one time box. */
export const gather = (
  request: HookRequest,
  parts: AppParts,
): ReadGathered | Promise<ReadGathered> => {
  const gathered = new Map<string, Arrived>()
  for (const key of prefetchKeys) {
    if (isMissing(request.prefetch, key)) continue
    const arrived = readValue(key, request.prefetch[key.name])
    if (arrived === undefined) return wrongShape(key.name)
    gathered.set(key.name, arrived)
  }
  const { fetchFhir } = parts
  const { server } = request
  const open = prefetchKeys.filter((key) => {
    const arrived = gathered.get(key.name)
    return arrived === undefined || needsNext(arrived)
  })
  if (open.length === 0 || fetchFhir === undefined || server === undefined) {
    return finished(gathered)
  }
  const { callBackMs = 2000, callBackPages = 5 } = parts.config
  const clock = new AbortController()
  const timer = setTimeout(() => {
    clock.abort()
  }, callBackMs)
  const how: CallBack = { fetchFhir, server, signal: clock.signal, pages: callBackPages }
  return Promise.all(
    open.map(async (key) => {
      const sent = gathered.get(key.name)
      const arrived =
        sent === undefined
          ? await readMissing(key, request.patientId, how)
          : await followed(sent, how)
      if (arrived !== undefined) gathered.set(key.name, arrived)
    }),
  )
    .then(() => finished(gathered))
    .finally(() => {
      clearTimeout(timer)
    })
}

const finished = (gathered: Map<string, Arrived>): ReadGathered => {
  const lacking = prefetchKeys.filter(({ name }) => !gathered.has(name))
  const needed = lacking.filter(({ required }) => required).map(({ name }) => `prefetch.${name}`)
  if (needed.length > 0) {
    return {
      refused: {
        status: 412,
        code: 'incomplete',
        message: `Needed and not obtained: ${needed.join(', ')}.`,
        remedy: 'Send it as prefetch, or a fhirServer that this service may call, with a token.',
        where: needed,
      },
    }
  }
  for (const key of lacking) {
    gathered.set(key.name, { key, resources: [], notWhole: 'the client did not send it' })
  }
  return { gathered }
}

const wrongShape = (name: string): ReadGathered => ({
  refused: {
    status: 400,
    code: 'structure',
    message: `prefetch.${name} is neither a resource nor null.`,
    remedy: 'Send the resource or the searchset, or null where there is none.',
    where: [`prefetch.${name}`],
  },
})
