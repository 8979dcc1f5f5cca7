import { describe, expect, test } from 'vitest'
import {
  bundle,
  concept,
  eGfr,
  holds,
  icd,
  increasing,
  known,
  loinc,
  order,
  patient,
  planOf,
  problem,
  quantity,
  read,
  result,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const kidney = (...results: readonly Resource[]): unknown => known('eGfr', ...results)

const unit = 'mL/min/{1.73_m2}'

/** The record in which the increase is advised, with this in place of its eGFR. */
const withKidney = (...results: readonly Resource[]): Resource =>
  bundle([...increasing.filter(({ id }) => id !== 'result-98979-8'), ...results])

describe('units of eGFR', () => {
  test.each([unit, 'mL/min/1.73m2', 'ml/min/1.73m²', 'mL/min/1.73 m2'])(
    '%s is its unit',
    (spelled) => {
      expect(kidney(result('98979-8', 78, spelled))).toBe(78)
    },
  )
  test.each(['mL/s', 'mL/min/m2', '%', 'mL/min/1.73', 'mmol/L'])('%s is not', (spelled) => {
    expect(kidney(result('98979-8', 78, spelled))).toMatch(/not a unit of eGFR/)
  })
  test('without a unit it is not known', () => {
    expect(kidney(eGfr(0, { valueQuantity: { value: 78 } }))).toMatch(/no unit/)
  })
  test('in plain mL/min a high value clears nothing', () => {
    expect(kidney(result('33914-3', 90, 'mL/min'))).toMatch(/not normalized/)
    expect(holds('increase-baclofen', withKidney(result('33914-3', 90, 'mL/min')))).toBe('unknown')
    expect(kidney(result('33914-3', 61, 'mL/min'))).toMatch(/not normalized/)
  })
  test('in plain mL/min a low value blocks, as a bound, and the reader hears of the unit', () => {
    expect(kidney(result('33914-3', 60, 'mL/min'))).toEqual([-Infinity, 60])
    expect(kidney(result('33914-3', 25, 'ml/min'))).toEqual([-Infinity, 25])
    const record = withKidney(result('33914-3', 60, 'mL/min'))
    expect(holds('increase-baclofen', record)).toBe('false')
    expect(planOf(record).facts['eGfr']?.note).toMatch(/not normalized/)
  })
})

describe('bounds of eGFR', () => {
  const asText = (valueString: string): Resource =>
    eGfr(0, { valueQuantity: undefined, valueString })
  test.each([
    ['>60', 'true'],
    ['> 60 mL/min/1.73m2', 'true'],
    ['>=60', 'unknown'],
    ['60', 'false'],
    ['<15', 'false'],
    ['>59', 'unknown'],
    ['Greater than 60', 'unknown'],
    ['>60 mL/min', 'unknown'],
  ])('the text "%s": an increase is %s', (text, expected) => {
    expect(holds('increase-baclofen', withKidney(asText(text)))).toBe(expected)
  })
  test.each([
    ['>', 'true'],
    ['>=', 'unknown'],
    ['<', 'false'],
    ['<=', 'false'],
    [undefined, 'false'],
  ])('the comparator %s before 60: an increase is %s', (comparator, expected) => {
    const valueQuantity = { ...quantity(60, unit), comparator }
    expect(holds('increase-baclofen', withKidney(eGfr(0, { valueQuantity })))).toBe(expected)
  })
  test('"<15" is below 30', () => {
    expect(holds('avoid-baclofen-severe-renal', withKidney(asText('<15')))).toBe('true')
  })
  test.each([
    [29.9, 'true'],
    [30, 'false'],
  ])('%s is not rounded: severe is %s', (value, expected) => {
    expect(holds('avoid-baclofen-severe-renal', withKidney(eGfr(value)))).toBe(expected)
  })
})

describe('which eGFR', () => {
  const by = (code: string, value: number, change: Resource = {}): Resource =>
    result(code, value, unit, change)

  test('of one time the newer formula goes before the older', () => {
    expect(kidney(by('33914-3', 61), by('98979-8', 64))).toBe(64)
    expect(kidney(by('98979-8', 64), by('62238-1', 61))).toBe(64)
  })
  test('of one time and formula the lower counts', () => {
    expect(kidney(eGfr(64, { id: 'a' }), eGfr(58, { id: 'b' }))).toBe(58)
    expect(kidney(eGfr(58, { id: 'a' }), eGfr(64, { id: 'b' }))).toBe(58)
  })
  test('a newer result of an older formula goes before an older one of the newer', () => {
    expect(kidney(by('98979-8', 90, { effectiveDateTime: '2026-10-01' }), by('33914-3', 55))).toBe(
      55,
    )
  })
  test('the formula for children is never used', () => {
    expect(kidney(by('50384-7', 90))).toBe('no result in the record')
    const coding = [
      { system: loinc, code: '98979-8' },
      { system: loinc, code: '50384-7' },
    ]
    expect(kidney(eGfr(90, { code: { coding } }))).toMatch(/contradict/)
  })
  test('the wrong names of codes in public data change nothing', () => {
    const named = (code: string, display: string): Resource =>
      by(code, 64, { code: concept(loinc, code, display) })
    expect(kidney(named('62238-1', 'CKD-EPI 2021'))).toBe(64)
    expect(kidney(named('50384-7', 'CKD-EPI black'))).toBe('no result in the record')
    expect(kidney(by('2160-0', 33))).toBe('no result in the record')
  })
  test('of a pair by race the lower counts', () => {
    expect(kidney(by('88293-6', 70), by('88294-4', 60))).toBe(60)
    expect(kidney(by('48642-3', 60), by('48643-1', 72))).toBe(60)
    expect(read(by('88293-6', 70), by('88294-4', 60)).given['eGfr']?.note).toMatch(/pair by race/)
  })
  test('the higher of a pair alone is no more than a bound: it may block and never permits', () => {
    expect(kidney(by('88293-6', 66))).toEqual([-Infinity, 66])
    expect(holds('increase-baclofen', withKidney(by('88293-6', 66)))).toBe('unknown')
    expect(holds('increase-baclofen', withKidney(by('48643-1', 58)))).toBe('false')
    expect(holds('increase-baclofen', withKidney(by('88294-4', 66)))).toBe('true')
  })
  test('a result without race goes before a pair of the same time, and before a higher newer pair', () => {
    expect(kidney(by('88294-4', 50), by('69405-9', 64))).toBe(64)
    const older = { effectiveDateTime: '2026-10-01' }
    expect(kidney(by('88294-4', 70), by('98979-8', 64, older))).toBe(64)
    expect(kidney(by('88294-4', 50), by('98979-8', 64, older))).toBe(50)
  })
})

describe('an old eGFR', () => {
  const of = (effectiveDateTime: string): Resource => withKidney(eGfr(78, { effectiveDateTime }))
  test.each([
    ['2026-08-25', 'true'],
    ['2026-08-24', 'unknown'],
    ['2026-08', 'unknown'],
    ['2026', 'unknown'],
  ])('of %s: an increase is %s', (date, expected) => {
    expect(holds('increase-baclofen', of(date))).toBe(expected)
  })
  test('is shown with its age', () => {
    const plan = planOf(of('2026-08-24'))
    expect(plan.notFound.find(({ fact }) => fact === 'eGfr')?.why).toMatch(
      /2026-08-24 is 91 days old/,
    )
  })
  test('of 30 days is to be repeated from 65 on, with cirrhosis or a diuretic', () => {
    const note = (...more: readonly Resource[]): string | undefined =>
      read(eGfr(78, { effectiveDateTime: '2026-10-24' }), ...more).given['eGfr']?.note
    const furosemide = order({ id: 'f', medicationCodeableConcept: { text: 'Furosemide 40 mg' } })
    expect(note()).toBeUndefined()
    expect(note(furosemide)).toMatch(/consider repeating/)
    expect(note(problem(icd, 'K74.60'))).toMatch(/overstates.*consider repeating/)
    expect(read(eGfr(78), problem(icd, 'K74.60')).given['eGfr']?.note).not.toMatch(/repeating/)
    const older = bundle([
      patient({ birthDate: '1960-01-01' }),
      eGfr(78, { effectiveDateTime: '2026-10-24' }),
    ])
    expect(planOf(older).facts['eGfr']?.note).toMatch(/consider repeating/)
  })
})
