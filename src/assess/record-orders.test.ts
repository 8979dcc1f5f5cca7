import { describe, expect, test } from 'vitest'
import {
  bundle,
  concept,
  holds,
  increasing,
  instruction,
  known,
  order,
  quantity,
  read,
  rxNorm,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const dose = (...orders: readonly Resource[]): unknown => known('baclofenDose', ...orders)

const other = (change: Resource = {}): Resource =>
  order({
    id: 'other',
    medicationCodeableConcept: concept(rxNorm, '860975', 'metformin 500 MG Oral Tablet'),
    ...change,
  })

const twice = (amount: number): Resource => ({
  dosageInstruction: [instruction(quantity(amount, 'mg'), timesADay(2))],
})

describe('which orders count as taken now', () => {
  test('an active order counts', () => {
    expect(dose(order())).toBe(20)
  })
  test.each(['stopped', 'completed', 'cancelled', 'entered-in-error', 'draft'])(
    'an order that is %s never counts toward the present dose',
    (status) => {
      expect(dose(order({ status }), other())).toBe(0)
      expect(dose(order({ status, id: 'past' }), order())).toBe(20)
    },
  )
  test('a stopped order is shown because of the danger of stopping, and nothing is inferred', () => {
    const { given } = read(order({ status: 'stopped' }))
    expect(given['baclofenDose']).toMatchObject({ from: 'MedicationRequest/order' })
    expect(given['baclofenDose']?.note).toMatch(/S38/)
    expect(given['stoppingBaclofen']).toBeUndefined()
  })
  test.each(['on-hold', 'unknown', 'ACTIVE', 'constructor', 7, null])(
    'an order of status %s is uncertain: from nothing up to its dose, intake to be asked',
    (status) => {
      expect(dose(order({ status }))).toEqual([0, 20])
      expect(known('takesBaclofen', order({ status }))).toMatch(/not certain/)
    },
  )
  test('an order not to give it is the opposite of an order', () => {
    expect(dose(order({ doNotPerform: true }), other())).toBe(0)
    expect(known('takesBaclofen', order({ doNotPerform: true }))).toBe('nothing')
    expect(dose(order({ doNotPerform: 'true' }))).toEqual([0, 20])
  })
  test.each(['proposal', 'option'])('an order that is only a %s is no therapy', (intent) => {
    expect(dose(order({ intent }), other())).toBe(0)
  })
  test.each(['plan', 'constructor', 1])('an order of intent %s may be therapy', (intent) => {
    expect(dose(order({ intent }))).toEqual([0, 20])
  })
  test.each([undefined, null])('an order without intent is read as an order (%s)', (intent) => {
    expect(dose(order({ intent }))).toBe(20)
  })
  test('an order from after the day of the assessment is uncertain', () => {
    expect(dose(order({ authoredOn: '2026-11-24' }), other())).toEqual([0, 20])
  })
  test('an order that carries an extension which may turn its meaning is uncertain', () => {
    expect(dose(order({ modifierExtension: [{ url: 'http://example.org/not-taken' }] }))).toEqual([
      0, 20,
    ])
  })
})

describe('several orders', () => {
  test('are added up', () => {
    expect(dose(order({ ...twice(5) }), order({ id: 'second', ...twice(10) }))).toBe(30)
  })
  test('two of the same product and instructions may be a duplicate: a range, and the reader is asked', () => {
    const { given, problems } = read(order(), order({ id: 'second' }))
    expect(given['baclofenDose']?.finding).toEqual({ low: 20, high: 40 })
    expect(problems).toMatchObject([{ where: 'MedicationRequest/second', kind: 'set-aside' }])
    expect(problems[0]?.message).toMatch(/duplicate/)
  })
  test('one that cannot be read leaves the whole dose open', () => {
    expect(dose(order(), order({ id: 'second', dosageInstruction: [] }))).toMatch(
      /second cannot be read/,
    )
  })
  test('one on hold beside an active one: from the one to both', () => {
    expect(dose(order(), order({ id: 'held', status: 'on-hold', ...twice(5) }))).toEqual([20, 30])
  })
})

describe('in the plan', () => {
  test('an order with a readable dose lets the increase be advised', () => {
    expect(holds('increase-baclofen', bundle(increasing))).toBe('true')
  })
  test.each([
    [
      'as needed',
      {
        dosageInstruction: [
          instruction(quantity(1, '{pill}'), timesADay(2), { asNeededBoolean: true }),
        ],
      },
    ],
    ['without instruction', { dosageInstruction: [] }],
    ['of a route not known', { medicationCodeableConcept: { text: 'baclofen' } }],
    ['on hold', { status: 'on-hold' }],
    ['undated', { authoredOn: undefined }],
  ])('an order %s never does', (_sentence, change) => {
    const record = bundle(
      increasing.map((one) => (one['id'] === 'order' ? { ...one, ...change } : one)),
    )
    expect(holds('increase-baclofen', record)).toBe('unknown')
  })
})
