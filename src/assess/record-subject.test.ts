import { describe, expect, test } from 'vitest'
import {
  bundle,
  eGfr,
  holds,
  increasing,
  icd,
  known,
  on,
  order,
  patient,
  planOf,
  problem,
  read,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { assessRecord, readRecord } from './record.ts'

const refused = (record: unknown): readonly string[] => {
  const plan = assessRecord(record, { on })
  expect(plan).not.toHaveProperty('statements')
  return plan.problems.map(({ kind, where }) => `${kind} ${where}`)
}

const of = (reference: unknown): Resource => eGfr(50, { subject: { reference } })

describe('whose record it is', () => {
  test('two people are refused', () => {
    expect(refused(bundle([patient(), patient({ id: 'other' })]))).toEqual([
      'several-patients Patient/other',
    ])
  })
  test('nobody is refused', () => {
    expect(refused(bundle([order()]))).toEqual(['no-patient record'])
    expect(refused({ resourceType: 'Bundle' })).toEqual(['no-patient record'])
  })
  test.each([
    'Observation',
    'Condition',
    'MedicationRequest',
    'AllergyIntolerance',
    'Procedure',
    'QuestionnaireResponse',
    'List',
  ])('a %s of somebody else refuses the whole record', (resourceType) => {
    const stray = { resourceType, id: 'stray', subject: { reference: 'Patient/other' } }
    expect(refused(bundle([...increasing, stray]))).toEqual([
      `several-patients ${resourceType}/stray`,
    ])
  })
  test('a resource that does not say whose it is counts as not known, with its place', () => {
    const { given, problems } = read(problem(icd, 'Z99.2', { subject: undefined }))
    expect(given['onDialysis']?.finding).toBe('unknown')
    expect(problems).toMatchObject([{ where: 'Condition/condition-Z99.2.subject' }])
    expect(known('baclofenDose', order({ subject: {} }))).toEqual([0, 20])
  })
  test.each([
    'Patient/synthetic',
    'Patient/synthetic/_history/3',
    'https://ehr.example.org/fhir/Patient/synthetic',
  ])('%s is the person', (reference) => {
    expect(known('eGfr', of(reference))).toBe(50)
  })
  test('by the full address of the entry too; the same id on another server is somebody else', () => {
    const record = (reference: string): Resource => ({
      resourceType: 'Bundle',
      entry: [
        { fullUrl: 'https://ehr.example.org/Patient/synthetic', resource: patient() },
        { resource: of(reference) },
      ],
    })
    const kidney = (reference: string): unknown =>
      readRecord(record(reference), { on }).given['eGfr']?.finding
    expect(kidney('https://ehr.example.org/Patient/synthetic')).toEqual({ low: 50, high: 50 })
    expect(kidney('Patient/synthetic')).toEqual({ low: 50, high: 50 })
    expect(refused(record('https://other.example.org/Patient/synthetic'))[0]).toMatch(
      /several-patients/,
    )
  })
  test('a person without an id is whoever all resources are of', () => {
    const nameless = patient({ id: undefined })
    const kidney = readRecord(bundle([nameless, of('Patient/x')]), { on }).given['eGfr']
    expect(kidney?.finding).toEqual({ low: 50, high: 50 })
    expect(
      refused(bundle([nameless, of('Patient/x'), { ...of('Patient/y'), id: 'b' }]))[0],
    ).toMatch(/several/)
  })
  test('a person who has died is refused', () => {
    expect(refused(bundle([patient({ deceasedDateTime: '2026-11-01' })]))).toEqual([
      'contradiction Patient/synthetic',
    ])
    expect(refused(bundle([patient({ deceasedBoolean: true })]))[0]).toMatch(/contradiction/)
    expect(planOf(bundle([patient({ deceasedBoolean: false })])).facts['age']?.value).toBe(58)
  })
})

describe('the age', () => {
  const age = (birthDate: unknown): unknown => {
    const { given, why } = readRecord(bundle([patient({ birthDate })]), { on })
    const finding = given['age']?.finding
    return typeof finding === 'object' ? [finding.low, finding.high] : why.get('age')
  }
  test.each([
    ['1961-11-23', [65, 65]],
    ['1961-11-24', [64, 64]],
    ['1961-11', [64, 65]],
    ['1961', [64, 65]],
    ['2026-11-23', [0, 0]],
  ])('of %s', (birth, expected) => {
    expect(age(birth)).toEqual(expected)
  })
  test.each(['2026-11-24', '1850-01-01', '1961-02-30', 'unknown', '61'])(
    '%s is no birth date',
    (birth) => {
      expect(age(birth)).toBe('the birth date cannot be read')
    },
  )
  test.each([undefined, null, 1961, ''])('%s: none in the record', (birth) => {
    expect(age(birth)).toBe('no birth date in the record')
  })
  test('known by its year only leaves an increase open where the year may matter', () => {
    const born = (birthDate: string): Resource =>
      bundle([patient({ birthDate }), ...increasing.slice(1)])
    expect(holds('increase-baclofen', born('1961'))).toBe('unknown')
    expect(holds('increase-baclofen', born('1968'))).toBe('true')
  })
})
