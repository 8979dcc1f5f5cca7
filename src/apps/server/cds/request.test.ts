import { describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { call, hookBody, order, parts, searchset, typical } from './call.test-support.ts'

const body = hookBody('patient-view', typical())
const ask = (path: string, init: RequestInit = {}): Response | Promise<Response> =>
  createApp(parts()).request(path, init)

const post = (
  text: string,
  type = 'application/json',
  path = '/cds-services/crampwise-patient-view',
) => ask(path, { method: 'POST', headers: { 'Content-Type': type }, body: text })

describe('a request that is none', () => {
  test.each<[string, unknown, number, string | undefined]>([
    ['empty', '', 400, undefined],
    ['not JSON', '{"hook": ', 400, undefined],
    ['a list', '[]', 400, 'body'],
    ['a text', '"patient-view"', 400, 'body'],
    ['null', 'null', 400, 'body'],
    ['no hook', { ...body, hook: undefined }, 400, 'hook'],
    ['the hook of another service', { ...body, hook: 'order-sign' }, 400, 'hook'],
    ['no hookInstance', { ...body, hookInstance: undefined }, 400, 'hookInstance'],
    ['no context', { ...body, context: undefined }, 400, 'context'],
    ['context as a list', { ...body, context: [] }, 400, 'context'],
    ['no patientId', { ...body, context: { userId: 'Practitioner/1' } }, 400, 'context.patientId'],
    [
      'a patientId that is a number',
      { ...body, context: { patientId: 1 } },
      400,
      'context.patientId',
    ],
    [
      'a patientId that is a path',
      { ...body, context: { patientId: '../Patient' } },
      400,
      'context.patientId',
    ],
    [
      'a patientId with a query',
      { ...body, context: { patientId: 'p1?_count=1' } },
      400,
      'context.patientId',
    ],
    ['prefetch as a list', { ...body, prefetch: [] }, 400, 'prefetch'],
  ])('%s: 400 that names the place', async (_what, sent, status, where) => {
    const answer = await call('patient-view', sent)
    expect(answer.status).toBe(status)
    if (where !== undefined) expect(answer.body).toMatchObject({ issue: [{ expression: [where] }] })
  })
  test.each<[string, object, string]>([
    ['no drafts', {}, 'context.draftOrders'],
    ['drafts as a list', { draftOrders: [] }, 'context.draftOrders'],
    ['drafts that are no Bundle', { draftOrders: order(1) }, 'context.draftOrders'],
    [
      'entries that are no list',
      { draftOrders: { resourceType: 'Bundle', entry: {} } },
      'context.draftOrders',
    ],
    ['no selections', { draftOrders: searchset() }, 'context.selections'],
    [
      'selections that are no texts',
      { draftOrders: searchset(), selections: [1] },
      'context.selections',
    ],
  ])('order-select with %s', async (_what, context, where) => {
    const answer = await call('order-select', hookBody('order-select', typical(), context))
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ issue: [{ expression: [where] }] })
  })
  test('an order of somebody else: 400, and the id is not repeated', async () => {
    const draftOrders = searchset(order(1, { subject: { reference: 'Patient/somebody-else' } }))
    const answer = await call('order-sign', hookBody('order-sign', typical(), { draftOrders }))
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).not.toContain('somebody-else')
  })
  test('nested without end: 400', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    const text = JSON.stringify(body).replace('"prefetch":{', `"prefetch":{"renal":${deep},`)
    expect([200, 400]).toContain((await post(text)).status)
  })
})

describe('what real clients do differently, and is understood', () => {
  test.each<[string, object]>([
    ['"Patient/p1" as the patientId', { ...body, context: { patientId: 'Patient/p1' } }],
    ['no userId', { ...body, context: { patientId: 'p1' } }],
    ['fields that the specification does not know', { ...body, user: 'x', extension: {} }],
    ['a FHIR server that is null', { ...body, fhirServer: null }],
  ])('%s', async (_what, sent) => {
    expect((await call('patient-view', sent)).status).toBe(200)
  })
  test.each(['application/json', 'application/json; charset=utf-8', 'application/fhir+json'])(
    'a body declared as %s',
    async (type) => {
      expect((await post(JSON.stringify(body), type)).status).toBe(200)
    },
  )
  test('drafts without a single entry', async () => {
    const draftOrders = { resourceType: 'Bundle', type: 'collection' }
    const answer = await call('order-sign', hookBody('order-sign', typical(), { draftOrders }))
    expect(answer.status).toBe(200)
  })
})

describe('addresses and methods', () => {
  test.each<[string, string, string, number]>([
    ['GET', '/cds-services', '', 200],
    ['GET', '/cds-services/', '', 404],
    ['POST', '/cds-services', '', 405],
    ['GET', '/cds-services/crampwise-patient-view', '', 405],
    ['PUT', '/cds-services/crampwise-patient-view', '', 405],
    ['POST', '/cds-services/patient-view', '', 404],
    ['POST', '/cds-services/crampwise-patient-view/', '', 404],
    ['GET', '/nothing', '', 404],
  ])('%s %s: %s%i', async (method, path, _none, status) => {
    const answer = await ask(path, { method })
    expect(answer.status).toBe(status)
    if (status === 405) expect(answer.headers.get('Allow')).toMatch(/GET|POST/)
  })
  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])(
    'a body declared as "%s": 415',
    async (type) => {
      expect((await post(JSON.stringify(body), type)).status).toBe(415)
    },
  )
  test('what breaks inside is a 500 that says so, and never an empty list', async () => {
    const broken = createApp(
      parts({
        onCards: () => {
          throw new Error('secret')
        },
      }),
    )
    const answer = await broken.request('/cds-services/crampwise-patient-view', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/secret|"cards"/)
  })
})
