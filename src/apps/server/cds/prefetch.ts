import { flatten } from '../../../fhir/flatten.ts'
import { objectOf, objectsOf, textOf } from '../../../fhir/json.ts'
import type { Json } from '../../../fhir/json.ts'
import { momentOf } from '../../../fhir/day.ts'
import type { PrefetchKey } from './services.ts'

/** What arrived for one key. */
export interface Arrived {
  readonly key: PrefetchKey
  readonly resources: readonly Json[]
  /** Why what is not among the resources is not known; left out where the answer is whole. */
  readonly notWhole?: string
  /** Where the next page is. */
  readonly next?: string
}

/** The client sent nothing under the key: it may be read from its server. */
export const isMissing = (prefetch: Json, { name }: PrefetchKey): boolean =>
  !Object.hasOwn(prefetch, name) || prefetch[name] === undefined

/**
 * Reads what stands under a key; undefined where that is no JSON object and not null.
 *
 * Null, an error and a further page are three reasons why something is not known, and none of them is
 * "none". A list that is whole and empty says that there is none.
 */
export const readValue = (key: PrefetchKey, value: unknown): Arrived | undefined => {
  if (value === null) {
    return { key, resources: [], notWhole: 'the client has no data of this kind' }
  }
  const body = objectOf(value)
  if (body === undefined) return undefined
  const flat = flatten(body)
  const isOfKey = ({ type }: { readonly type: string }): boolean =>
    type === key.type || (key.list === 'medicine' && type === 'Medication')
  const resources = flat.resources.filter(isOfKey).map(({ resource }) => resource)
  const next = nextOf(body)
  const notWhole = reasonOf(key, body, resources, flat.partial, next !== undefined)
  return {
    key,
    resources,
    ...(notWhole === undefined ? {} : { notWhole }),
    ...(next === undefined ? {} : { next }),
  }
}

const reasonOf = (
  key: PrefetchKey,
  body: Json,
  resources: readonly Json[],
  partial: boolean,
  hasNext: boolean,
): string | undefined => {
  const outcomes = outcomesIn(body)
  if (outcomes.some(isError)) return 'the client reports an error'
  if (hasNext && !sortedResults(key, resources)) return 'further pages were not read'
  // A warning beside results leaves the results standing; an empty answer, or a list, it does not.
  const trusted = key.fact !== undefined && resources.length > 0
  if (outcomes.length > 0) return trusted ? undefined : 'the client reports a warning'
  if (partial && !(hasNext && trusted)) return 'what the client sent is not whole'
  const type = body['resourceType']
  if (type === key.type) return undefined
  if (type !== 'Bundle') return 'the client sent something else'
  return key.name === 'patient' && resources.length === 0 ? 'the client sent no patient' : undefined
}

/** OperationOutcomes, alone or among the entries. */
const outcomesIn = (body: Json): readonly Json[] =>
  [body, ...objectsOf(body['entry']).map((entry) => objectOf(entry['resource']))].filter(
    (one): one is Json => one?.['resourceType'] === 'OperationOutcome',
  )

const isError = (outcome: Json): boolean => {
  const issues = objectsOf(outcome['issue'])
  return (
    issues.length === 0 ||
    issues.some(({ severity }) => severity !== 'warning' && severity !== 'information')
  )
}

const nextOf = (body: Json): string | undefined =>
  textOf(objectsOf(body['link']).find(({ relation }) => relation === 'next')?.['url'])

/** The newest results came first, as was asked: no later page can hold a newer one. */
const sortedResults = (key: PrefetchKey, resources: readonly Json[]): boolean => {
  if (key.fact === undefined || resources.length === 0) return false
  let last = Infinity
  for (const resource of resources) {
    const day = momentOf(resource['effectiveDateTime'] ?? resource['effectiveInstant'])?.day
    if (day === undefined || day > last) return false
    last = day
  }
  return true
}
