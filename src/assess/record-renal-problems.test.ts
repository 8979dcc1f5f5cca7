import { describe, expect, test } from 'vitest'
import {
  answered,
  bundle,
  concept,
  eGfr,
  holds,
  icd,
  increasing,
  known,
  planOf,
  problem,
  snomed,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const kidney = (...results: readonly Resource[]): unknown => known('eGfr', ...results)

/** The record in which the increase is advised, with this in place of its eGFR. */
const withKidney = (...results: readonly Resource[]): Resource =>
  bundle([...increasing.filter(({ id }) => id !== 'result-98979-8'), ...results])

describe('a stage of kidney disease', () => {
  test.each(['N18.4', 'N18.5', 'N18.6'])('%s without an eGFR counts as below 30', (code) => {
    expect(kidney(problem(icd, code))).toEqual([-Infinity, 30])
    expect(holds('avoid-baclofen-severe-renal', withKidney(problem(icd, code)))).toBe('true')
  })
  test('431857002 of SNOMED CT too', () => {
    expect(kidney(problem(snomed, '431857002'))).toEqual([-Infinity, 30])
  })
  test.each(['N18.2', 'N18.30', 'N18.9'])('%s says nothing of the eGFR', (code) => {
    expect(kidney(problem(icd, code))).toBe('no result in the record')
  })
  test('gives way to a current eGFR, and not to an old or unreadable one', () => {
    const stage = problem(icd, 'N18.4')
    expect(kidney(stage, eGfr(78))).toBe(78)
    expect(kidney(stage, eGfr(78, { effectiveDateTime: '2026-08-24' }))).toEqual([-Infinity, 30])
    expect(kidney(stage, eGfr('78'))).toEqual([-Infinity, 30])
  })
  test('that is refuted or resolved counts for nothing', () => {
    expect(kidney(problem(icd, 'N18.4', { verificationStatus: 'refuted' }))).toBe(
      'no result in the record',
    )
    expect(kidney(problem(icd, 'N18.4', { clinicalStatus: 'resolved' }))).toBe(
      'no result in the record',
    )
  })
})

describe('dialysis', () => {
  const procedure = (code: string, change: Resource = {}): Resource => ({
    resourceType: 'Procedure',
    id: `procedure-${code}`,
    status: 'completed',
    code: concept(snomed, code),
    subject: { reference: 'Patient/synthetic' },
    performedDateTime: '2026-11-20',
    ...change,
  })
  const dialysis = (change: Resource): unknown =>
    known('onDialysis', procedure('302497006', change))

  test.each([
    ['Z99.2', icd],
    ['105502003', snomed],
    ['236435004', snomed],
  ])('%s as a problem overrides any eGFR', (code, system) => {
    const record = withKidney(eGfr(90), problem(system, code))
    expect(holds('avoid-baclofen-severe-renal', record)).toBe('true')
    expect(holds('increase-baclofen', record)).toBe('false')
  })
  test.each(['265764009', '302497006', '71192002'])(
    'procedure %s of the last 90 days counts',
    (code) => {
      expect(known('onDialysis', procedure(code))).toBe('true')
      expect(known('onDialysis', procedure(code, { performedDateTime: '2026-08-25' }))).toBe('true')
      expect(known('onDialysis', procedure(code, { performedDateTime: '2026-08-24' }))).toBe(
        'nothing',
      )
    },
  )
  test.each([
    ['in progress', { status: 'in-progress', performedDateTime: '2020-01-01' }, 'true'],
    ['broken off', { status: 'stopped' }, 'true'],
    [
      'of a period that ended lately',
      { performedDateTime: undefined, performedPeriod: { start: '2020', end: '2026-11-01' } },
      'true',
    ],
    ['without a date', { performedDateTime: undefined }, 'unknown'],
    ['with a date that cannot be read', { performedDateTime: 'lately' }, 'unknown'],
    ['of this year', { performedDateTime: '2026' }, 'unknown'],
    ['after the day of the assessment', { performedDateTime: '2026-12-01' }, 'unknown'],
    ['of unknown status', { status: 'unknown' }, 'unknown'],
    ['planned', { status: 'preparation' }, 'unknown'],
    ['without a status', { status: null }, 'unknown'],
    ['named in words only', { code: { text: 'Hemodialysis' } }, 'unknown'],
    ['not done', { status: 'not-done' }, 'nothing'],
    ['entered in error', { status: 'entered-in-error' }, 'nothing'],
  ])('%s', (_sentence, change, expected) => {
    expect(dialysis(change)).toBe(expected)
  })
  test('that the record says and the answer denies is not known', () => {
    const record = withKidney(
      eGfr(90),
      problem(icd, 'Z99.2'),
      answered({ onDialysis: false }, { id: 'b' }),
    )
    expect(planOf(record).facts['onDialysis']?.value).toBe('unknown')
    expect(holds('increase-baclofen', record)).toBe('unknown')
  })
})
