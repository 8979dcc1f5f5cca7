import { describe, expect, test } from 'vitest'
import {
  atc,
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
  snomed,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { readRecord } from './record.ts'

const dose = (...orders: readonly Resource[]): unknown => known('baclofenDose', ...orders)

const twice = (amount: number): Resource => ({
  dosageInstruction: [instruction(quantity(amount, 'mg'), timesADay(2))],
})

describe('the product and its route', () => {
  const of = (medicationCodeableConcept: unknown, change: Resource = {}): Resource =>
    order({ medicationCodeableConcept, ...twice(10), ...change })
  const routed = (code: string): Resource => ({
    dosageInstruction: [
      instruction(quantity(10, 'mg'), timesADay(2), { route: concept(snomed, code) }),
    ],
  })

  test.each([
    ['the ingredient', concept(rxNorm, '1292')],
    ['the class, the same by mouth and for a pump', concept(atc, 'M03BX01')],
    ['the substance', concept(snomed, '387342009')],
    ['a name without a code', { text: 'Baclofen 10 mg' }],
    ['a name with an accent', { text: 'Baclofène 10 mg' }],
    ['a brand', { text: 'LIORESAL' }],
    ['a product that is not listed', concept(rxNorm, '2001', 'baclofen granules')],
    [
      'the code of a listed product with the name of another medicine',
      concept(rxNorm, '197391', 'Lisinopril 10 MG'),
    ],
    [
      'a listed product that is called intrathecal',
      { ...concept(rxNorm, '197391'), text: 'baclofen intrathecal' },
    ],
    [
      'a code that public data give as baclofen, with its name',
      concept(rxNorm, '8163', 'Baclofen 10 MG'),
    ],
  ])(
    '%s leaves the route open: taken, dose not known, a pump to be asked for',
    (_sentence, one) => {
      expect(dose(of(one))).toMatch(/route or strength is not known|speak of a pump/)
      expect(known('takesBaclofen', of(one))).toBe('true')
      expect(known('intrathecalBaclofen', of(one))).toBe('unknown')
    },
  )
  test('beside a listed product it leaves the whole dose open', () => {
    expect(dose(order(), of(concept(rxNorm, '1292'), { id: 'second' }))).toMatch(/route/)
  })
  test('the route by mouth settles it, for a dose in mg', () => {
    expect(dose(of(concept(rxNorm, '1292'), routed('26643006')))).toBe(20)
    expect(known('intrathecalBaclofen', of(concept(rxNorm, '1292'), routed('26643006')))).toBe(
      'nothing',
    )
  })
  test.each(['308516', '1666623'])(
    'product %s is on the label of a pump: outside this guideline',
    (code) => {
      const pump = of(concept(rxNorm, code))
      expect(known('intrathecalBaclofen', pump)).toBe('true')
      expect(dose(pump)).toBe(0)
      expect(holds('outside-guideline', bundle([patient(), pump]))).toBe('true')
      expect(holds('never-stop-abruptly', bundle([patient(), pump]))).toBe('true')
    },
  )
  test('a pump beside tablets: both are read', () => {
    const both = [order(), of(concept(rxNorm, '308516'), { id: 'pump' })]
    expect(dose(...both)).toBe(20)
    expect(known('intrathecalBaclofen', ...both)).toBe('true')
  })
  test('a tablet by the intrathecal route contradicts itself', () => {
    expect(dose(order(routed('72607000')))).toMatch(/route/)
  })
  test('a pump on hold is to be asked for', () => {
    expect(known('intrathecalBaclofen', of(concept(rxNorm, '308516'), { status: 'on-hold' }))).toBe(
      'unknown',
    )
  })
  test.each(['6292', '8163', '283742', '89013'])(
    'wrong code %s without a name is not baclofen, but may be: no dose of 0',
    (code) => {
      expect(dose(of(concept(rxNorm, code)))).toMatch(/may be baclofen/)
      expect(known('takesQuinidine', of(concept(rxNorm, code)))).toBe('nothing')
    },
  )
  test('a code written as a number, a terminology by its OID or with https', () => {
    const written = (system: string, code: unknown): Resource => of({ coding: [{ system, code }] })
    expect(dose(written(rxNorm, 197391))).toBe(20)
    expect(dose(written('urn:oid:2.16.840.1.113883.6.88', '197391'))).toBe(20)
    expect(dose(written('https://www.nlm.nih.gov/research/umls/rxnorm/', '197391'))).toBe(20)
  })
})

describe('a medicine that is referred to', () => {
  const medication = (change: Resource = {}): Resource => ({
    resourceType: 'Medication',
    id: 'tablets',
    code: concept(rxNorm, '197391'),
    ...change,
  })
  const referring = (medicationReference: unknown, change: Resource = {}): Resource =>
    order({ medicationCodeableConcept: undefined, medicationReference, ...change })

  test.each([
    ['in the record', [referring({ reference: 'Medication/tablets' }), medication()]],
    [
      'by a version of it',
      [referring({ reference: 'Medication/tablets/_history/2' }), medication()],
    ],
    [
      'contained in the order',
      [referring({ reference: '#m' }, { contained: [{ ...medication(), id: 'm' }] })],
    ],
    [
      'by its ingredient, with a route',
      [
        referring(
          { reference: '#m' },
          {
            contained: [
              {
                resourceType: 'Medication',
                id: 'm',
                ingredient: [{ itemCodeableConcept: concept(rxNorm, '1292') }],
              },
            ],
            dosageInstruction: [
              instruction(quantity(10, 'mg'), timesADay(2), { route: concept(snomed, '26643006') }),
            ],
          },
        ),
      ],
    ],
  ])('is found %s', (_sentence, resources) => {
    expect(dose(...resources)).toBe(20)
  })
  test('is found by the full address of its entry', () => {
    const record = {
      resourceType: 'Bundle',
      entry: [
        { resource: patient() },
        { resource: referring({ reference: 'urn:uuid:1' }) },
        { fullUrl: 'urn:uuid:1', resource: medication() },
      ],
    }
    expect(readRecord(record, { on }).given['baclofenDose']?.finding).toEqual({ low: 20, high: 20 })
  })
  test.each([
    ['is not in the record', { reference: 'Medication/none' }],
    ['is contained nowhere', { reference: '#none' }],
    ['is no reference', {}],
  ])('that %s may be anything: no dose of 0 while it stands there', (_sentence, reference) => {
    expect(dose(referring(reference))).toMatch(/may be baclofen/)
  })
  test('with its name in words is told apart', () => {
    expect(dose(referring({ reference: 'Medication/none', display: 'Metformin' }))).toBe(0)
    expect(dose(referring({ reference: 'Medication/none', display: 'Baclofen' }))).toMatch(/route/)
  })
})
