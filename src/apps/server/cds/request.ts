import { objectOf, textOf } from '../../../fhir/json.ts'
import type { Json } from '../../../fhir/json.ts'
import type { Refused } from '../refusal.ts'
import { idOf } from './ids.ts'
import type { HookName, Service } from './services.ts'

/** A call of a service, read. */
export interface HookRequest {
  readonly service: Service
  readonly patientId: string
  readonly encounterId?: string
  readonly prefetch: Json
  /** Where missing data may be read, with the token that was lent for it. */
  readonly server?: { readonly url: string; readonly token?: string }
  /** The resources of the orders in question; none on patient-view. */
  readonly orders: readonly Json[]
  /** On order-select: `Type/id` of the orders that are being chosen now. */
  readonly selections?: readonly string[]
}

/** A hook request, or why it is none. */
export type ReadRequest = { readonly request: HookRequest } | { readonly refused: Refused }

const refused = (where: string, message: string, remedy: string): ReadRequest => ({
  refused: { status: 400, code: 'invalid', message, remedy, where: [where] },
})

/** The name under which a hook's context carries its orders. */
const bundleName: Readonly<Record<HookName, string | undefined>> = {
  'patient-view': undefined,
  'order-select': 'draftOrders',
  'order-sign': 'draftOrders',
  'medication-refill': 'medications',
}

/** Reads the body of a call. What no answer rests on is not asked for, so that no client is refused for it. */
export const readRequest = (service: Service, body: unknown): ReadRequest => {
  const call = objectOf(body)
  if (call === undefined) {
    return refused('body', 'The body is not a JSON object.', 'Send a CDS Hooks request.')
  }
  if (call['hook'] !== service.hook) {
    return refused(
      'hook',
      'The hook of the body is not the hook of this service.',
      `Send "hook": "${service.hook}", or call the service of that hook.`,
    )
  }
  if (textOf(call['hookInstance']) === undefined) {
    return refused('hookInstance', 'It is missing.', 'Send a UUID.')
  }
  const context = objectOf(call['context'])
  if (context === undefined) {
    return refused('context', 'It is no object.', 'Send the context that the hook defines.')
  }
  const patientId = idOf((textOf(context['patientId']) ?? '').replace(/^Patient\//, ''))
  if (patientId === undefined) {
    return refused(
      'context.patientId',
      'It is not the id of a FHIR resource.',
      'Send the bare id: letters, digits, "-" and ".", at most 64.',
    )
  }
  const prefetch = call['prefetch'] ?? {}
  if (objectOf(prefetch) === undefined) {
    return refused('prefetch', 'It is no object.', 'Send an object by key, or leave it out.')
  }
  const orders = readOrders(service.hook, context)
  if ('refused' in orders) return orders
  const encounterId = idOf((textOf(context['encounterId']) ?? '').replace(/^Encounter\//, ''))
  const server = serverOf(call)
  return {
    request: {
      service,
      patientId,
      prefetch: prefetch as Json,
      ...orders,
      ...(encounterId === undefined ? {} : { encounterId }),
      ...(server === undefined ? {} : { server }),
    },
  }
}

const readOrders = (
  hook: HookName,
  context: Json,
): Pick<HookRequest, 'orders' | 'selections'> | { readonly refused: Refused } => {
  const name = bundleName[hook]
  if (name === undefined) return { orders: [] }
  const bundle = objectOf(context[name])
  const entries = bundle?.['entry'] ?? []
  if (bundle?.['resourceType'] !== 'Bundle' || !Array.isArray(entries)) {
    return refused(
      `context.${name}`,
      'It is no FHIR Bundle.',
      'Send a Bundle whose entries hold the orders.',
    ) as { readonly refused: Refused }
  }
  const orders = (entries as readonly unknown[])
    .map((entry) => objectOf(objectOf(entry)?.['resource']))
    .filter((resource) => resource !== undefined)
  if (hook !== 'order-select') return { orders }
  const selections = context['selections']
  if (!Array.isArray(selections) || !selections.every((one) => typeof one === 'string')) {
    return refused(
      'context.selections',
      'It is no list of references.',
      'Send the chosen orders as "Type/id".',
    ) as { readonly refused: Refused }
  }
  return { orders, selections }
}

/** The FHIR server of the call, when its address is one. Whether it may be called is not decided here. */
const serverOf = (call: Json): HookRequest['server'] => {
  const url = textOf(call['fhirServer'])
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, search, hash, username } = new URL(url)
  if (!/^https?:$/.test(protocol) || `${search}${hash}${username}` !== '') return undefined
  const authorization = objectOf(call['fhirAuthorization'])
  const token = textOf(authorization?.['access_token'])
  // A header takes visible characters only; anything else is no token.
  const usable = token !== undefined && /^[\x21-\x7e]+$/.test(token)
  if (authorization !== undefined && !usable) return undefined
  return { url: url.replace(/\/+$/, ''), ...(usable ? { token } : {}) }
}
