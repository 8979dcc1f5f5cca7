import { describe, expect, test } from 'vitest'
import {
  call,
  cramps,
  hookBody,
  order,
  person,
  problem,
  result,
  searchset,
  sign,
  typical,
  view,
} from './call.test-support.ts'

const outcome = (severity: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code: 'processing' }],
})

const without = (sent: Readonly<Record<string, unknown>>, ...names: readonly string[]) =>
  Object.fromEntries(Object.entries(sent).filter(([name]) => !names.includes(name)))

const renalKnown = 'Cramps persist at 20 mg/day baclofen: the next step is 30 mg/day'
const renalUnknown =
  'Takes baclofen, eGFR not known: measure creatinine and eGFR before any increase'

describe('a key that is missing', () => {
  test.each(['patient', 'medications'])('%s, and no server: 412 that names it', async (name) => {
    const { status, body } = await view(without(typical(), name))
    expect(status).toBe(412)
    expect(body).toMatchObject({
      resourceType: 'OperationOutcome',
      issue: [{ expression: [`prefetch.${name}`] }],
    })
  })
  test('both are named at once', async () => {
    const { body } = await view({})
    expect(body).toMatchObject({
      issue: [{ expression: ['prefetch.patient', 'prefetch.medications'] }],
    })
  })
  test.each(['conditions', 'allergies', 'renal', 'potassium', 'magnesium', 'answers'])(
    '%s is not required: 200, and what it would have told is not known',
    async (name) => {
      const { status, cards } = await view(without(typical(), name))
      expect(status).toBe(200)
      expect(cards).not.toEqual([])
      if (name === 'conditions' || name === 'renal')
        expect(cards[0]?.suggestions?.[0]?.isRecommended).toBeUndefined()
    },
  )
  test('no prefetch at all is the same as every key missing', async () => {
    const { prefetch: _sent, ...body } = hookBody('patient-view', {})
    expect((await call('patient-view', body)).status).toBe(412)
  })
})

describe('a key that holds null', () => {
  test('renal: not known, and the reason is told', async () => {
    const { cards } = await view(typical({ renal: null }))
    expect(cards[0]?.summary).toBe(renalUnknown)
    expect(cards[0]?.detail).toContain('- eGFR: the client has no data of this kind')
  })
  test('patient: the age is not known, and nothing is raised', async () => {
    const { status, cards } = await view(typical({ patient: null }))
    expect(status).toBe(200)
    expect(cards[0]?.detail).toContain('- age: the client has no data of this kind')
    expect(cards[0]?.suggestions).toBeUndefined()
  })
  test('medications: silence, for nothing names baclofen', async () => {
    expect(
      (await view(typical({ medications: null, conditions: searchset(), answers: searchset() })))
        .body,
    ).toEqual({ cards: [] })
  })
  test('medications, with a new order of baclofen: assessed all the same', async () => {
    const sent = typical({ medications: null, renal: searchset(result('98979-8', 25)) })
    const { cards } = await sign(sent, [order(1, { id: 'd', status: 'draft' })])
    expect(cards[0]?.indicator).toBe('critical')
  })
  test('conditions: dialysis is not known rather than assumed absent, and nothing is raised', async () => {
    const { cards } = await view(typical({ conditions: null }))
    expect(cards[0]?.detail).toContain(
      '- whether the person is on dialysis: the problem list is not whole: the client has no data of this kind',
    )
    expect(cards[0]?.suggestions).toBeUndefined()
  })
})

describe('an answer with no entries', () => {
  test('conditions: there is none, and dialysis is assumed absent', async () => {
    const { cards } = await view(typical({ conditions: searchset() }))
    expect(cards[0]?.summary).toBe(renalKnown)
    expect(cards[0]?.detail).toMatch(/Assumed absent.*is on dialysis/)
  })
  test('renal: no result is not a normal result', async () => {
    expect((await view(typical({ renal: searchset() }))).cards[0]?.summary).toBe(renalUnknown)
  })
})

describe('an OperationOutcome', () => {
  test.each<[string, object]>([
    ['alone', outcome('error')],
    ['inside the Bundle', searchset(outcome('error'))],
    ['beside a result', searchset(result('98979-8', 78), outcome('fatal'))],
    ['that says nothing', { resourceType: 'OperationOutcome' }],
  ])('%s: the eGFR is not known, and the reason is told', async (_where, renal) => {
    const { cards } = await view(typical({ renal }))
    expect(cards[0]?.summary).toBe(renalUnknown)
    expect(cards[0]?.detail).toContain('- eGFR: the client reports an error')
  })
  test('a warning beside a result leaves the result standing', async () => {
    const renal = searchset(result('98979-8', 78), outcome('warning'))
    expect((await view(typical({ renal }))).cards[0]?.summary).toBe(renalKnown)
  })
  test('in place of the medication list: said, never silence', async () => {
    const sent = typical({
      medications: outcome('error'),
      conditions: searchset(),
      answers: searchset(),
    })
    expect((await view(sent)).cards.map(({ summary }) => summary)).toEqual([
      'Not checked for baclofen: the medication list could not be read whole',
    ])
  })
  test('beside an order of baclofen: the dose is only the least that is taken', async () => {
    const { cards } = await view(typical({ medications: searchset(order(1), outcome('error')) }))
    expect(cards[0]?.detail).toContain('| baclofen dose | at least 20 mg/day |')
    expect(cards[0]?.suggestions).toBeUndefined()
  })
})

describe('what does not belong under a key', () => {
  test('keys that nobody asked for are passed over', async () => {
    const { cards } = await view(typical({ extra: { resourceType: 'Patient', id: 'other' } }))
    expect(cards[0]?.summary).toBe(renalKnown)
  })
  test.each<[string, unknown]>([
    ['a text', 'Observation'],
    ['a number', 7],
    ['a list', [result('98979-8', 78)]],
    ['false', false],
  ])('%s: 400 that names the key', async (_what, renal) => {
    const { status, body } = await view(typical({ renal }))
    expect(status).toBe(400)
    expect(body).toMatchObject({ issue: [{ expression: ['prefetch.renal'] }] })
  })
  test('a resource of another type: not known', async () => {
    expect((await view(typical({ renal: person() }))).cards[0]?.summary).toBe(renalUnknown)
  })
  test('one resource in place of a Bundle is understood', async () => {
    expect((await view(typical({ medications: order(1) }))).cards[0]?.summary).toBe(renalKnown)
  })
  test('the patient in a Bundle is understood', async () => {
    expect((await view(typical({ patient: searchset(person()) }))).cards[0]?.summary).toBe(
      renalKnown,
    )
  })
  test.each<[string, object]>([
    ['another patient', { patient: { ...person(), id: 'p2' } }],
    [
      'an order of another patient',
      { medications: searchset(order(1, { subject: { reference: 'Patient/p2' } })) },
    ],
    [
      'a diagnosis of another patient',
      {
        conditions: searchset(cramps, {
          ...problem('N17.9'),
          subject: { reference: 'Patient/p2' },
        }),
      },
    ],
  ])('%s: 400, and nothing is assessed', async (_what, parts) => {
    const { status, body } = await view(typical(parts))
    expect(status).toBe(400)
    expect(JSON.stringify(body)).not.toContain('p2')
  })
})
