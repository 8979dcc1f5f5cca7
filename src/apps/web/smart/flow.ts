import type { LoadedRecord } from '../state/loaded-record.ts'
import { fhirClient, ownAddress } from './client.ts'
import { serverAt, serversIn } from './servers.ts'
import type { RecordServer } from './servers.ts'
import { troubled } from './trouble.ts'
import type { Troubled } from './trouble.ts'

/** How a visit of the launch page goes on. */
export type Step =
  /** The window leaves for the record system's own sign-in. */
  | { readonly leaving: true }
  /** Nobody launched it: the reader chooses where to sign in. */
  | { readonly choose: readonly RecordServer[] }
  | { readonly record: LoadedRecord }
  | Troubled

const scopes =
  'patient/Patient.read patient/Observation.read patient/MedicationRequest.read patient/Condition.read patient/AllergyIntolerance.read patient/QuestionnaireResponse.read'

const readServers = async (): Promise<readonly RecordServer[] | Troubled> => {
  const answer = await fetch('./smart.json', { cache: 'no-cache' }).catch(() => undefined)
  if (answer?.ok !== true) return troubled('notSetUp')
  const content: unknown = await answer.json().catch(() => undefined)
  return serversIn(content) ?? troubled('badSetUp')
}

/** Sends the window to the sign-in of a listed record system; `launch` is the mark of a launch from there. */
export const signIn = async (server: RecordServer, launch?: string): Promise<Step> => {
  const address = `${server.iss.replace(/\/+$/, '')}/.well-known/smart-configuration`
  const answer = await fetch(address, { headers: { accept: 'application/json' } }).catch(
    () => undefined,
  )
  if (answer?.ok !== true) return troubled('unreachable')
  const found = (await answer.json().catch(() => null)) as Readonly<Record<string, unknown>> | null
  const methods = found?.['code_challenge_methods_supported']
  const endpoints = [found?.['authorization_endpoint'], found?.['token_endpoint']]
  if (!endpoints.every((one) => typeof one === 'string' && /^https?:\/\//.test(one))) {
    return troubled('unreachable')
  }
  if (!Array.isArray(methods) || !methods.includes('S256')) return troubled('noPkce')
  // The library believes what stands in the address before what it is given: nothing else may stand there.
  const query = new URLSearchParams({
    iss: server.iss,
    ...(launch === undefined ? {} : { launch }),
  })
  window.history.replaceState(null, '', ownAddress(`?${query.toString()}`))
  const client = await fhirClient()
  await client.oauth2.authorize({
    iss: server.iss,
    clientId: server.clientId,
    scope: `${launch === undefined ? 'launch/patient' : 'launch'} ${server.scope ?? scopes}`,
    redirectUri: window.location.origin + ownAddress(),
    pkceMode: 'required',
    completeInTarget: true,
  })
  return { leaving: true }
}

/** Goes on from where the page's address says that a launch stands, on a civil day. */
export const enter = async (on: string): Promise<Step> => {
  const parameters = new URLSearchParams(window.location.search)
  const servers = await readServers()
  if ('trouble' in servers) return servers
  if (parameters.has('state')) {
    // The reader of records is loaded when there is one to read.
    const { finish } = await import('./finish.ts')
    return finish(servers, parameters, on)
  }
  const iss = parameters.get('iss')
  window.history.replaceState(null, '', ownAddress())
  if (iss === null) return { choose: servers }
  const server = serverAt(servers, iss)
  return server === undefined
    ? troubled('unknownServer')
    : signIn(server, parameters.get('launch') ?? undefined)
}
