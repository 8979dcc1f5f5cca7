import { describe, expect, test } from 'vitest'
import {
  call,
  cramps,
  daysAgo,
  hookBody,
  noSideEffects,
  order,
  person,
  result,
  searchset,
  stubServer,
  typical,
  view,
} from './call.test-support.ts'

const withNext = (page: object, url: string): object => ({
  ...page,
  link: [{ relation: 'next', url }],
})

const renalKnown = 'Cramps persist at 20 mg/day baclofen: the next step is 30 mg/day'
const renalUnknown =
  'Takes baclofen, eGFR not known: measure creatinine and eGFR before any increase'

describe('further pages', () => {
  const next = 'https://ehr.example.org/fhir/page2'

  test('of medications, and no server: the dose is only the least that is taken', async () => {
    const { cards } = await view(typical({ medications: withNext(searchset(order(1)), next) }))
    expect(cards[0]?.detail).toContain('| baclofen dose | at least 20 mg/day |')
    expect(cards[0]?.suggestions).toBeUndefined()
  })
  test('of results in order of their dates: the newest is here already', async () => {
    const renal = withNext(
      searchset(result('98979-8', 78), result('98979-8', 80, daysAgo(40))),
      next,
    )
    expect((await view(typical({ renal }))).cards[0]?.summary).toBe(renalKnown)
  })
  test('of results in another order: the newest may be elsewhere', async () => {
    const renal = withNext(
      searchset(result('98979-8', 80, daysAgo(40)), result('98979-8', 78)),
      next,
    )
    expect((await view(typical({ renal }))).cards[0]?.summary).toBe(renalUnknown)
  })
  test('are read from the same server, to the end', async () => {
    const server = stubServer((url) =>
      url.pathname === '/fhir/page2' ? searchset(order(1, { id: 'med-2', times: 1 })) : undefined,
    )
    const body = {
      ...hookBody('patient-view', typical({ medications: withNext(searchset(order(1)), next) })),
      fhirServer: 'https://ehr.example.org/fhir',
    }
    const { cards } = await call('patient-view', body, server)
    expect(server.asked).toEqual([next])
    expect(cards[0]?.summary).toBe('Baclofen is at 30 mg/day, its ceiling: go on with the pathway')
  })
  test('at another address are never asked for', async () => {
    const server = stubServer(() => searchset())
    const evil = 'https://elsewhere.example.net/fhir/page2'
    const body = {
      ...hookBody('patient-view', typical({ medications: withNext(searchset(order(1)), evil) })),
      fhirServer: 'https://ehr.example.org/fhir',
    }
    const { cards } = await call('patient-view', body, server)
    expect(server.asked).toEqual([])
    expect(cards[0]?.detail).toContain('| baclofen dose | at least 20 mg/day |')
  })
  test('that never end are read up to a bound', async () => {
    let page = 0
    const server = stubServer(() => {
      page += 1
      return withNext(searchset(), `https://ehr.example.org/fhir/page${String(page + 2)}`)
    })
    const body = {
      ...hookBody('patient-view', typical({ medications: withNext(searchset(order(1)), next) })),
      fhirServer: 'https://ehr.example.org/fhir',
    }
    expect((await call('patient-view', body, server)).status).toBe(200)
    expect(server.asked).toHaveLength(5)
  })
})

describe('reading what is missing from the server of the caller', () => {
  const served = (url: URL): unknown => {
    const type = url.pathname.replace('/fhir/', '')
    const code = url.searchParams.get('code') ?? ''
    switch (type) {
      case 'Patient/p1':
        return person()
      case 'MedicationRequest':
        return searchset(order(1))
      case 'Condition':
        return searchset(cramps)
      case 'AllergyIntolerance':
        return searchset()
      case 'QuestionnaireResponse':
        return searchset(noSideEffects)
      default:
        return code.includes('98979-8')
          ? searchset(result('98979-8', 78))
          : code.includes('2823-3')
            ? searchset(result('2823-3', 4.1))
            : searchset()
    }
  }
  const bare = (more: object = {}) => ({
    ...hookBody('patient-view', {}),
    fhirServer: 'https://ehr.example.org/fhir/',
    ...more,
  })
  const authorization = {
    access_token: 'token-1',
    token_type: 'Bearer',
    expires_in: 300,
    scope: 'patient/*.read',
    subject: 'crampwise',
  }

  test('every key is read with the token that was lent, and the answer is the same', async () => {
    const seen = new Set<string | undefined>()
    const server = stubServer((url, headers) => {
      seen.add(headers['Authorization'])
      return served(url)
    })
    const { cards } = await call('patient-view', bare({ fhirAuthorization: authorization }), server)
    expect(cards[0]?.summary).toBe(renalKnown)
    expect([...seen]).toEqual(['Bearer token-1'])
    expect(server.asked).toHaveLength(8)
    expect(server.asked[0]).toBe('https://ehr.example.org/fhir/Patient/p1')
    expect(server.asked.join(' ')).not.toContain('|')
  })
  test('what was sent is not asked for again', async () => {
    const server = stubServer(served)
    const { renal: _renal, ...sent } = typical()
    await call('patient-view', { ...bare(), prefetch: sent }, server)
    expect(server.asked).toHaveLength(1)
    expect(server.asked[0]).toContain('/Observation?patient=p1&code=')
  })
  test('a required key that the server refuses: 412', async () => {
    const server = stubServer((url) =>
      url.pathname.endsWith('MedicationRequest') ? undefined : served(url),
    )
    const { status, body } = await call('patient-view', bare(), server)
    expect(status).toBe(412)
    expect(body).toMatchObject({ issue: [{ expression: ['prefetch.medications'] }] })
  })
  test('another key that the server refuses: not known', async () => {
    const server = stubServer((url) =>
      url.pathname.endsWith('Observation') ? undefined : served(url),
    )
    const { status, cards } = await call('patient-view', bare(), server)
    expect([status, cards[0]?.summary]).toEqual([200, renalUnknown])
  })
  test('a server that never answers: given up in time, and 412', async () => {
    const fetchFhir = () => new Promise<Response>(() => undefined)
    const began = Date.now()
    const { status } = await call('patient-view', bare(), {
      fetchFhir,
      config: { baseUrl: 'https://cds.example.org', salt: 's', callBackMs: 50 },
    })
    expect(status).toBe(412)
    expect(Date.now() - began).toBeLessThan(1000)
  })
  test('a server that this service may not call is a server that cannot be read', async () => {
    const fetchFhir = () => Promise.reject(new Error('refused'))
    expect((await call('patient-view', bare(), { fetchFhir })).status).toBe(412)
  })
  test.each<[string, object]>([
    ['is no address', { fhirServer: 'ehr' }],
    ['is a file', { fhirServer: 'file:///etc/passwd' }],
    ['carries a password', { fhirServer: 'https://user:word@ehr.example.org/fhir' }],
    [
      'comes with a token that no header can carry',
      { fhirAuthorization: { ...authorization, access_token: 'a\r\nb' } },
    ],
  ])('a server that %s is never asked', async (_what, more) => {
    const server = stubServer(served)
    expect((await call('patient-view', bare(more), server)).status).toBe(412)
    expect(server.asked).toEqual([])
  })
})
