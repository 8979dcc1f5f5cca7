import { readRecord } from '../../../record.ts'
import { refuses } from '../../../logic/given.ts'
import { fhirClient, ownAddress } from './client.ts'
import { fetchRecord } from './fetch-record.ts'
import type { Step } from './flow.ts'
import { patientName } from './patient-name.ts'
import { serverAt } from './servers.ts'
import type { RecordServer } from './servers.ts'
import { troubled } from './trouble.ts'

/** Forgets a launch: what the browser kept of it, and what the address says. */
const forget = (state: string): void => {
  window.sessionStorage.removeItem(state)
  window.history.replaceState(null, '', ownAddress())
}

/** Ends a launch: takes what the record system sent the window back with, and reads the record. */
export const finish = async (
  servers: readonly RecordServer[],
  parameters: URLSearchParams,
  on: string,
): Promise<Step> => {
  const state = parameters.get('state') ?? ''
  const asked = window.sessionStorage.getItem(state) !== null
  const error = parameters.get('error')
  if (!asked || error !== null) {
    forget(state)
    if (!asked) return troubled('unknownState')
    // What stands in an address is shown only to the window that asked.
    return troubled(
      error === 'access_denied' ? 'denied' : 'refused',
      parameters.get('error_description') ?? error,
    )
  }
  // The library puts the code into a form as it stands, where a "+" would become a space.
  const code = encodeURIComponent(parameters.get('code') ?? '')
  window.history.replaceState(
    null,
    '',
    ownAddress(`?${new URLSearchParams({ code, state }).toString()}`),
  )
  const client = await fhirClient()
  const given = await client.oauth2.ready().catch(() => undefined)
  // From here on access is in this window's memory only, and ends with it.
  forget(state)
  if (given === undefined) return troubled('noToken')
  const server = serverAt(servers, given.state.serverUrl)
  if (server === undefined) return troubled('unknownServer')
  const { id } = given.patient
  if (id === null) return troubled('noPatient')
  const fetched = await fetchRecord((address) => given.request(address), server.iss, id).catch(
    () => undefined,
  )
  if (fetched === undefined) return troubled('unreadable')
  const { patient, resources, medications } = fetched
  if (patient['id'] !== id) return troubled('otherPatient')
  const { given: facts, why, problems } = readRecord(resources, { on, medications })
  const refusal = problems.find(refuses)
  if (refusal !== undefined) {
    return troubled('unreadable', `${refusal.where}: ${refusal.message} ${refusal.remedy}`)
  }
  const { birthDate } = patient
  return {
    record: {
      from: server.name,
      given: facts,
      why,
      problems,
      patient: {
        id,
        name: patientName(patient),
        ...(typeof birthDate === 'string' ? { birthDate } : {}),
      },
    },
  }
}
