import { describe, expect, test } from 'vitest'
import {
  answers,
  cramps,
  daysAgo,
  order,
  person,
  problem,
  result,
} from '../cds/call.test-support.ts'
import { apply, inPlan, known } from './apply.test-support.ts'
import type { Json } from './apply.test-support.ts'

describe('the GuidanceResponse', () => {
  const guidance = async (...data: readonly object[]) =>
    inPlan(await apply(...data), 'GuidanceResponse')[0] as Json & {
      readonly dataRequirement?: readonly Json[]
    }

  test('eGFR not known: more data is required, and which', async () => {
    const found = await guidance(...known.filter((one) => !JSON.stringify(one).includes('98979-8')))
    expect(found['status']).toBe('data-required')
    expect(found.dataRequirement).toMatchObject([
      {
        type: 'Observation',
        codeFilter: [
          {
            path: 'code',
            code: expect.arrayContaining([
              { system: 'http://loinc.org', code: '98979-8' },
            ]) as unknown,
          },
        ],
      },
    ])
  })
  test('the dose is settled and other things are not: more data is asked for', async () => {
    const found = await guidance(
      ...known.slice(0, 6),
      answers({ crampsPersist: true, baclofenSideEffects: false }),
    )
    expect(found['status']).toBe('data-requested')
    expect(JSON.stringify(found.dataRequirement)).toContain('liverDisease')
  })
  test('everything that could matter is known: success', async () => {
    const found = await guidance(...known)
    expect(found).toMatchObject({ status: 'success', result: { reference: '#requestgroup' } })
    expect(found.dataRequirement).toBeUndefined()
  })
  test('what was set aside in the record is told as a message', async () => {
    const plan = await apply(...known, { ...result('98979-8', 80), effectiveDateTime: daysAgo(-9) })
    expect(inPlan(plan, 'OperationOutcome')).toHaveLength(1)
  })
})

describe('a DetectedIssue', () => {
  test.each<[string, readonly object[], object]>([
    [
      'active baclofen with eGFR 25',
      [person(), order(1), result('98979-8', 25)],
      {
        severity: 'high',
        implicated: [{ reference: 'MedicationRequest/med-1' }],
        evidence: [{ detail: [{ reference: `Observation/o-98979-8-${daysAgo(10)}` }] }],
      },
    ],
    [
      'baclofen on dialysis',
      [person(), order(1), problem('Z99.2')],
      { severity: 'high', evidence: [{ detail: [{ reference: 'Condition/c-Z99-2' }] }] },
    ],
    [
      'cyclobenzaprine in cramps',
      [person(), cramps, order(1, { id: 'x', rxcui: '828348', display: 'cyclobenzaprine' })],
      { severity: 'moderate', implicated: [{ reference: 'MedicationRequest/x' }] },
    ],
    [
      'baclofen and a benzodiazepine',
      [person(), order(1), order(1, { id: 'y', rxcui: '6470', display: 'lorazepam' })],
      {
        implicated: [
          { reference: 'MedicationRequest/med-1' },
          { reference: 'MedicationRequest/y' },
        ],
      },
    ],
  ])('%s', async (_what, data, expected) => {
    expect(inPlan(await apply(...data), 'DetectedIssue')).toMatchObject([expected])
  })
  test('orders that do not conflict with anything: none', async () => {
    expect(inPlan(await apply(...known), 'DetectedIssue')).toEqual([])
  })
})
