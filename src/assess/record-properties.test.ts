import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { own, said, tangled } from './record-tangled.test-support.ts'
import {
  answered,
  bundle,
  concept,
  eGfr,
  holds,
  icd,
  increasing,
  order,
  patient,
  problem,
  quantity,
  result,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

describe('for any record', () => {
  test('the order of its entries never matters', () => {
    const expected = said(bundle([patient(), ...tangled.slice(1)]))
    fc.assert(
      fc.property(fc.shuffledSubarray([...tangled], { minLength: tangled.length }), (entries) => {
        expect(said(bundle(entries))).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  test('the order of any part of its entries never matters', () => {
    fc.assert(
      fc.property(fc.subarray(tangled.slice(1)), fc.nat(), (entries, seed) => {
        const turned = [
          ...entries.slice(seed % (entries.length + 1)),
          ...entries.slice(0, seed % (entries.length + 1)),
        ]
        expect(said(bundle([patient(), ...turned]))).toEqual(said(bundle([patient(), ...entries])))
      }),
      { numRuns: 150 },
    )
  })

  const unrelated = fc.record({
    resourceType: fc.constantFrom(
      'Encounter',
      'Immunization',
      'CarePlan',
      'Claim',
      'Coverage',
      'Practitioner',
      'Observation',
      'Condition',
      'Procedure',
    ),
    id: fc.uuid(),
    status: fc.constantFrom('final', 'active', 'completed', 'finished'),
    code: fc.constant(concept('http://loinc.org', '8302-2', 'Body height')),
    subject: fc.constant(own),
    valueQuantity: fc.constant(quantity(170, 'cm')),
  })

  test('resources that bear on nothing never matter', () => {
    const expected = said(bundle(increasing))
    fc.assert(
      fc.property(fc.array(unrelated, { maxLength: 5 }), fc.nat(6), (extra, place) => {
        const entries = [...increasing.slice(0, place), ...extra, ...increasing.slice(place)]
        expect(said(bundle(entries))).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  const unreadable = fc.constantFrom<Resource>(
    eGfr('90', { id: 'x' }),
    eGfr(90, { id: 'x', valueQuantity: { value: 90 } }),
    eGfr(90, { id: 'x', effectiveDateTime: 'soon' }),
    eGfr(90, { id: 'x', status: 'preliminary' }),
    eGfr(90, { id: 'x', subject: undefined }),
    eGfr(90, { id: 'x', dataAbsentReason: {} }),
    result('33914-3', 90, 'mL/min', { id: 'x' }),
    order({ id: 'x', dosageInstruction: [] }),
    order({ id: 'x', medicationCodeableConcept: { text: 'baclofen' } }),
    order({ id: 'x', authoredOn: 'then' }),
    order({ id: 'x', status: 'stopped', authoredOn: undefined }),
    order({ id: 'x', status: 7 }),
    order({ id: 'x', subject: undefined }),
    problem(icd, 'Z99.2', { id: 'x', verificationStatus: {} }),
    answered({ baclofenSideEffects: { valueString: 'no' } }, { id: 'x', authored: '2026-11-23' }),
    answered({ eGfr: { valueString: '90' } }, { id: 'x' }),
    { resourceType: 'OperationOutcome' },
    {},
  )

  test('a value that cannot be read never makes an increase appear', () => {
    fc.assert(
      fc.property(
        fc.subarray(tangled.slice(1)),
        fc.subarray(increasing.slice(1)),
        unreadable,
        (some, base, extra) => {
          const distinct = new Map(
            [...base, ...some].map((one) => [
              `${String(one['resourceType'])}/${String(one['id'])}`,
              one,
            ]),
          )
          const record = [patient(), ...distinct.values()]
          if (holds('increase-baclofen', bundle(record)) === 'true') return
          expect(holds('increase-baclofen', bundle([...record, extra]))).not.toBe('true')
        },
      ),
      { numRuns: 600 },
    )
  })
})
