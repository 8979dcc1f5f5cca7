import { describe, expect, test } from 'vitest'
import {
  bundle,
  concept,
  holds,
  instruction,
  known,
  on,
  order,
  patient,
  quantity,
  rxNorm,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { readRecord } from './record.ts'

const dose = (...orders: readonly Resource[]): unknown => known('baclofenDose', ...orders)

const other = (change: Resource = {}): Resource =>
  order({
    id: 'other',
    medicationCodeableConcept: concept(rxNorm, '860975', 'metformin 500 MG Oral Tablet'),
    ...change,
  })

const statement = (change: Resource = {}): Resource => ({
  ...order({ id: 'statement', resourceType: 'MedicationStatement', intent: undefined }),
  authoredOn: undefined,
  dosageInstruction: undefined,
  dosage: order()['dosageInstruction'],
  effectivePeriod: { start: '2026-10-01' },
  ...change,
})

describe('a list without active baclofen', () => {
  test('that was supplied makes the dose 0', () => {
    expect(dose(other())).toBe(0)
    expect(holds('outside-guideline', bundle([patient(), other()]))).toBe('true')
  })
  test('that was not supplied leaves the dose open', () => {
    expect(dose()).toMatch(/no whole medication list/)
  })
  test('a draft or a proposal is no list', () => {
    expect(dose(order({ status: 'draft' }))).toMatch(/no whole medication list/)
    expect(dose(other({ intent: 'proposal' }))).toMatch(/no whole medication list/)
  })
  test('an entry that is called nothing may be baclofen', () => {
    expect(
      dose(other(), other({ id: 'x', medicationCodeableConcept: concept('urn:local', '77') })),
    ).toMatch(/may be baclofen/)
    expect(dose(other({ medicationCodeableConcept: undefined }))).toMatch(/may be baclofen/)
    expect(dose(other({ medicationCodeableConcept: { text: 'баклофен' } }))).toMatch(
      /may be baclofen/,
    )
  })
  test('an entry called nothing that has ended does no harm', () => {
    expect(
      dose(other(), other({ id: 'x', status: 'stopped', medicationCodeableConcept: undefined })),
    ).toBe(0)
  })
  test('a page that is missing may hold it', () => {
    const page = bundle([patient(), other()], { link: [{ relation: 'next', url: 'x' }] })
    expect(readRecord(page, { on }).given['baclofenDose']).toBeUndefined()
  })
  test('baclofen that was dispensed or given shows that the list does not tell all', () => {
    const dispensed = order({
      resourceType: 'MedicationDispense',
      status: 'completed',
      id: 'supply',
    })
    expect(dose(other(), dispensed)).toMatch(/supply may be baclofen/)
    expect(dose(other(), { ...dispensed, status: 'entered-in-error' })).toBe(0)
  })
  test('a list that says that no medicine is taken', () => {
    const empty = (change: Resource = {}): Resource => ({
      resourceType: 'List',
      id: 'list',
      status: 'current',
      subject: { reference: 'Patient/synthetic' },
      code: concept('http://loinc.org', '10160-0'),
      emptyReason: concept('http://terminology.hl7.org/CodeSystem/list-empty-reason', 'nilknown'),
      ...change,
    })
    expect(dose(empty())).toBe(0)
    expect(dose(empty({ status: 'retired' }))).toMatch(/no whole medication list/)
    expect(dose(empty({ emptyReason: concept('x', 'notasked') }))).toMatch(
      /no whole medication list/,
    )
    expect(dose(empty(), order())).toBe(20)
  })
  test('the caller may know better whether the list is whole', () => {
    const options = { on, medications: false }
    expect(readRecord(bundle([patient(), other()]), options).given['baclofenDose']).toBeUndefined()
    const whole = readRecord(bundle([patient()]), { on, medications: true })
    expect(whole.given['baclofenDose']?.finding).toEqual({ low: 0, high: 0 })
  })
})

describe('statements that it is taken', () => {
  test('give the dose where there is no order', () => {
    expect(dose(statement())).toBe(20)
    expect(known('daysAtDose', statement())).toEqual([53, Infinity])
  })
  test('are not added to the orders that they tell of', () => {
    expect(dose(order(), statement())).toBe(20)
  })
  test('that differ from the orders leave the dose between the two', () => {
    const less = statement({ dosage: [instruction(quantity(5, 'mg'), timesADay(2))] })
    expect(dose(order(), less)).toEqual([10, 20])
    expect(dose(order(), statement({ dosage: [] }))).toMatch(/cannot be read/)
  })
  test('that it is not taken make what was ordered before uncertain', () => {
    for (const status of ['not-taken', 'stopped']) {
      const denial = statement({ status, dateAsserted: '2026-11-10' })
      expect(dose(order(), denial)).toEqual([0, 20])
      expect(known('takesBaclofen', order(), denial)).toMatch(/not certain/)
      expect(dose(order({ authoredOn: '2026-11-15' }), denial)).toBe(20)
    }
  })
  test('a period that is over makes an active statement uncertain', () => {
    expect(
      dose(statement({ effectivePeriod: { start: '2026-01-01', end: '2026-03-01' } })),
    ).toEqual([0, 20])
  })
  test.each(['intended', 'entered-in-error'])('of status %s count for nothing', (status) => {
    expect(dose(statement({ status }), other())).toBe(0)
  })
})
