import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { syntheticRecord } from './record.test-support.ts'

type Json = Readonly<Record<string, unknown>>

/** How the record system errs; all as it should be when left out. */
export interface Faults {
  readonly denies?: boolean
  readonly withoutPkce?: boolean
  readonly tokenFails?: boolean
  readonly namesNoPatient?: boolean
  /** The patient who is sent whoever was asked for. */
  readonly sends?: string
  /** A kind of resource that may not be searched. */
  readonly closed?: string
}

/** A record system on this machine: FHIR on one origin, signing in on another. */
export interface SmartServer {
  readonly iss: string
  readonly authOrigin: string
  faults: Faults
  /** A launch from the record system with a patient open, as the mark that it hands over. */
  readonly launchOf: (patient: string) => string
  /** Every request that came, with its query and body. */
  readonly requests: string[]
  readonly stop: () => Promise<void>
}

/** What was asked for at sign-in, until its code is used. */
interface Grant {
  readonly patient: string
  readonly challenge: string
  readonly redirectUri: string
  readonly clientId: string
}

const people: Readonly<Record<string, { readonly name: object; readonly eGfr: number }>> = {
  ada: { name: { use: 'official', given: ['Ada'], family: 'Synthetic' }, eGfr: 78 },
  ben: { name: { text: 'Ben Synthetic' }, eGfr: 24 },
}

/** The synthetic record of a person, as a record system keeps it. */
const resourcesOf = (id: string): readonly Json[] => {
  const of = { reference: `Patient/${id}` }
  const results = syntheticRecord.entry.slice(1).map(({ resource }) => ({
    ...resource,
    id: `${resource.id}-${id}`,
    subject: of,
    ...(resource.id === 'egfr' && 'valueQuantity' in resource
      ? { valueQuantity: { ...resource.valueQuantity, value: people[id]?.eGfr } }
      : {}),
  }))
  const order = {
    resourceType: 'MedicationRequest',
    id: `order-${id}`,
    status: 'active',
    intent: 'order',
    subject: of,
    authoredOn: '2026-11-01',
    medicationCodeableConcept: {
      coding: [
        {
          system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
          code: '197391',
          display: 'baclofen 10 MG Oral Tablet',
        },
      ],
    },
    dosageInstruction: [
      {
        route: { coding: [{ system: 'http://snomed.info/sct', code: '26643006' }] },
        timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
        doseAndRate: [
          {
            doseQuantity: {
              value: 10,
              unit: 'mg',
              system: 'http://unitsofmeasure.org',
              code: 'mg',
            },
          },
        ],
      },
    ],
  }
  return [...results, order]
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`)
    })
  })

const send = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, {
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
  })
  response.end(JSON.stringify(body))
}

/** Starts a record system that knows the page as "crampwise". */
export const startSmartServer = async (): Promise<SmartServer> => {
  const grants = new Map<string, Grant>()
  const launches = new Map<string, string>()
  const tokens = new Map<string, string>()
  const requests: string[] = []
  const state: { faults: Faults } = { faults: {} }
  const places = { fhir: '', auth: '' }

  const handle =
    (answer: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, {
          'access-control-allow-origin': '*',
          'access-control-allow-headers': 'authorization, content-type, accept',
        })
        response.end()
        return
      }
      requests.push(request.url ?? '')
      const url = new URL(request.url ?? '/', 'http://localhost')
      if (url.pathname === '/frame') {
        const framed = (url.searchParams.get('of') ?? '').replaceAll('&', '&amp;')
        response.writeHead(200, { 'content-type': 'text/html' })
        response.end(
          `<title>Frame</title><iframe src="${framed}" width="900" height="700"></iframe>`,
        )
        return
      }
      void answer(request, response, url)
    }

  const fhir = createServer(
    handle((request, response, url) => {
      const path = url.pathname.replace(/^\/fhir\//, '')
      if (path === '.well-known/smart-configuration') {
        send(response, 200, {
          authorization_endpoint: `${places.auth}/authorize`,
          token_endpoint: `${places.auth}/token`,
          code_challenge_methods_supported: state.faults.withoutPkce === true ? [] : ['S256'],
          capabilities: ['launch-ehr', 'launch-standalone', 'client-public'],
        })
        return Promise.resolve()
      }
      const token = (request.headers.authorization ?? '').replace(/^Bearer /, '')
      const patient = tokens.get(token)
      if (patient === undefined) send(response, 401, {})
      else if (path.startsWith('Patient/')) {
        const id = state.faults.sends ?? path.slice('Patient/'.length)
        send(response, 200, {
          resourceType: 'Patient',
          id,
          name: [{ use: 'old', text: 'Former Name' }, people[id]?.name],
          birthDate: '1968-03-01',
        })
      } else if (path === state.faults.closed || url.searchParams.get('patient') !== patient) {
        send(response, 403, { resourceType: 'OperationOutcome', issue: [] })
      } else {
        const found = resourcesOf(patient).filter(({ resourceType }) => resourceType === path)
        send(response, 200, {
          resourceType: 'Bundle',
          type: 'searchset',
          total: found.length,
          entry: found.map((resource) => ({ resource })),
        })
      }
      return Promise.resolve()
    }),
  )

  /** Sends the window back with a code; the code has letters that a form must escape. */
  const back = (response: ServerResponse, query: URLSearchParams, patient: string): void => {
    const code = `${randomUUID()}+/=&`
    grants.set(code, {
      patient,
      challenge: query.get('code_challenge') ?? '',
      redirectUri: query.get('redirect_uri') ?? '',
      clientId: query.get('client_id') ?? '',
    })
    const to = new URL(query.get('redirect_uri') ?? '')
    to.searchParams.set('state', query.get('state') ?? '')
    if (state.faults.denies === true) {
      to.searchParams.set('error', 'access_denied')
      to.searchParams.set('error_description', 'The user said no.')
    } else to.searchParams.set('code', code)
    response.writeHead(302, { location: to.href }).end()
  }

  const auth = createServer(
    handle(async (request, response, url) => {
      const query = url.searchParams
      if (url.pathname === '/authorize') {
        const ok =
          query.get('response_type') === 'code' &&
          query.get('aud') === `${places.fhir}/fhir` &&
          query.get('client_id') === 'crampwise' &&
          query.get('code_challenge_method') === 'S256'
        const chosen = launches.get(query.get('launch') ?? '') ?? query.get('chosen')
        if (!ok) response.writeHead(400).end('not asked for as it should be')
        else if (chosen !== null) back(response, query, chosen)
        else {
          response.writeHead(200, { 'content-type': 'text/html' })
          const links = Object.keys(people).map((id) => {
            const more = new URLSearchParams([...query, ['chosen', id]]).toString()
            return `<a href="?${more.replaceAll('&', '&amp;')}">${id}</a>`
          })
          response.end(`<title>Choose</title><h1>Choose a patient</h1>${links.join(' ')}`)
        }
        return
      }
      const body = await readBody(request)
      requests.push(body)
      const form = new URLSearchParams(body)
      const grant = grants.get(form.get('code') ?? '')
      grants.delete(form.get('code') ?? '')
      const verifier = form.get('code_verifier') ?? ''
      const good =
        grant !== undefined &&
        state.faults.tokenFails !== true &&
        form.get('redirect_uri') === grant.redirectUri &&
        form.get('client_id') === grant.clientId &&
        createHash('sha256').update(verifier).digest('base64url') === grant.challenge
      if (!good) {
        send(response, 400, { error: 'invalid_grant' })
        return
      }
      const token = `secret-${randomUUID()}`
      tokens.set(token, grant.patient)
      send(response, 200, {
        access_token: token,
        token_type: 'Bearer',
        expires_in: 300,
        scope: 'launch',
        ...(state.faults.namesNoPatient === true ? {} : { patient: grant.patient }),
      })
    }),
  )

  places.fhir = await listen(fhir)
  places.auth = await listen(auth)
  return {
    iss: `${places.fhir}/fhir`,
    authOrigin: places.auth,
    requests,
    get faults() {
      return state.faults
    },
    set faults(faults) {
      state.faults = faults
    },
    launchOf: (patient) => {
      const launch = randomUUID()
      launches.set(launch, patient)
      return launch
    },
    stop: async () => {
      for (const server of [fhir, auth]) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}
