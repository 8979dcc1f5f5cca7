import { describe, expect, test } from 'vitest'
import { concept, known, quantity, read, result } from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const potassium = (value: unknown, unit = 'mmol/L', change: Resource = {}): Resource =>
  result('2823-3', value, unit, change)

/** Magnesium under the code for moles, unless it is told. */
const magnesium = (
  value: unknown,
  unit: string,
  code = '2601-3',
  change: Resource = {},
): Resource => result(code, value, unit, change)

const mmol = (...results: readonly Resource[]): unknown => known('magnesium', ...results)

describe('units', () => {
  test.each([
    ['potassium in mmol/L', known('potassium', potassium(4.1)), 4.1],
    ['potassium in meq/L is the same number', known('potassium', potassium(4.1, 'meq/L')), 4.1],
    ['potassium in mEq/L too', known('potassium', potassium(4.1, 'mEq/L')), 4.1],
    ['magnesium in mmol/L', mmol(magnesium(0.82, 'mmol/L')), 0.82],
    ['magnesium of 1.7 mg/dL', mmol(magnesium(1.7, 'mg/dL', '19123-9')), 0.699444],
    [
      'magnesium of 1.7 mg/dl, as it is often written',
      mmol(magnesium(1.7, 'mg/dl', '19123-9')),
      0.699444,
    ],
    ['magnesium of 1.6 meq/L', mmol(magnesium(1.6, 'meq/L')), 0.8],
    ['magnesium of 17 mg/L', mmol(magnesium(17, 'mg/L', '19123-9')), 0.699444],
    [
      'potassium in blood, as the public cohort has it',
      known('potassium', result('6298-4', 4.4, 'mmol/L')),
      4.4,
    ],
  ])('%s', (_sentence, value, expected) => {
    expect(value).toBeCloseTo(expected, 5)
  })
  test('a conversion is shown beside what was converted', () => {
    expect(read(magnesium(1.7, 'mg/dL', '19123-9')).given['magnesium']).toMatchObject({
      original: '1.7 mg/dL',
      date: '2026-11-20',
      from: 'Observation/result-19123-9',
    })
  })
  test.each([
    ['no unit: it is normal in meq/L, low in mg/dL, high in mmol/L', { value: 1.4 }, /has no unit/],
    ['mg/dL under the code for moles', quantity(1.7, 'mg/dL'), /contradicts the code 2601-3/],
    ['a unit of another kind', quantity(1.7, 'mmol'), /not a unit of magnesium/],
    ['a unit that only objects know', quantity(1.7, '__proto__'), /not a unit/],
    ['a unit that UCUM stumbles over', quantity(1.7, 'constructor'), /not a unit/],
    [
      'one unit in words and another as a code',
      { value: 1.7, unit: 'mg/dL', code: 'mmol/L' },
      /in words/,
    ],
    ['a value that cannot be', quantity(17, 'mmol/L'), /impossible/],
    ['a negative value', quantity(-1, 'mmol/L'), /impossible/],
    ['a number written as text', quantity('0.8', 'mmol/L'), /not a number/],
    ['a comparator that is none', { ...quantity(0.8, 'mmol/L'), comparator: '~' }, /comparator/],
  ])('magnesium is not known: %s', (_sentence, valueQuantity, why) => {
    expect(mmol(magnesium(0, '', '2601-3', { valueQuantity }))).toMatch(why)
  })
  test('moles under the code for mass contradict it too', () => {
    expect(mmol(magnesium(0.8, 'mmol/L', '19123-9'))).toMatch(/contradicts the code 19123-9/)
  })
  test('potassium in mg/dL is refused', () => {
    expect(known('potassium', potassium(16, 'mg/dL'))).toMatch(/not a unit of potassium/)
  })
  test('an unlikely value is used, and the reader is asked to check it', () => {
    const { given, problems } = read(potassium(9))
    expect(given['potassium']?.finding).toEqual({ low: 9, high: 9 })
    expect(problems).toMatchObject([{ kind: 'unlikely', where: 'Observation/result-2823-3' }])
  })
})

describe('bounds and texts', () => {
  test.each([
    ['<', [-Infinity, 2.5]],
    ['>=', [2.5, Infinity]],
    [null, 2.5],
  ])('a comparator %s makes the value a bound', (comparator, expected) => {
    const valueQuantity = { ...quantity(2.5, 'mmol/L'), comparator }
    expect(known('potassium', potassium(0, '', { valueQuantity }))).toEqual(expected)
  })
  const asText = (valueString: unknown): unknown =>
    known('potassium', potassium(0, '', { valueQuantity: undefined, valueString }))

  test.each([
    ['4.1 mmol/L', 4.1],
    [' 4,1 mmol/L ', 4.1],
    ['<2.5 mmol/L', [-Infinity, 2.5]],
    ['≥ 6 mmol/L', [6, Infinity]],
  ])('the text "%s" is read', (text, expected) => {
    expect(asText(text)).toEqual(expected)
  })
  test.each(['4.1', 'normal', '3.5-4.1 mmol/L', '4.1 H', 'hemolyzed', '4.1 mmol/L 4.1 mmol/L'])(
    'the text "%s" is not read as a value',
    (text) => {
      expect(asText(text)).toMatch(/cannot be used/)
    },
  )
  test('a text of a million spaces is refused at once', () => {
    const started = performance.now()
    expect(asText(`1 x${' '.repeat(1_000_000)}y`)).toMatch(/cannot be used/)
    expect(performance.now() - started).toBeLessThan(500)
  })
  test.each([
    ['no value', {}],
    ['a reason why it is absent', { dataAbsentReason: { text: 'hemolyzed' } }],
    [
      'a reason why it is absent, and a value all the same',
      { dataAbsentReason: { text: 'error' }, valueQuantity: quantity(4.1, 'mmol/L') },
    ],
    ['a value of another type', { valueBoolean: true }],
  ])('%s: not known', (_sentence, change) => {
    expect(known('potassium', potassium(0, '', { valueQuantity: undefined, ...change }))).toMatch(
      /cannot be used/,
    )
  })
})

describe("the laboratory's own lower limit", () => {
  const limit = (value: unknown, unit?: string, change: Resource = {}): Resource => ({
    low: { value, ...(unit === undefined ? {} : { unit }) },
    ...change,
  })
  const withRange = (...referenceRange: readonly Resource[]): unknown =>
    (
      read(potassium(4.1, 'mmol/L', { referenceRange })).given['potassium']?.finding as {
        lowerLimit?: number
      }
    ).lowerLimit

  test('goes with its result, in the canonical unit', () => {
    expect(withRange(limit(3.6, 'mmol/L'))).toBe(3.6)
    expect(withRange(limit(3.6, 'meq/L'))).toBe(3.6)
    const range = { referenceRange: [limit(1.7, 'mg/dL')] }
    const finding = read(magnesium(1.8, 'mg/dL', '19123-9', range)).given['magnesium']?.finding
    expect(finding).toMatchObject({ lowerLimit: expect.closeTo(0.6994, 4) as number })
  })
  test('without a unit is in that of the value', () => {
    expect(withRange(limit(3.6))).toBe(3.6)
  })
  test.each([
    ['for a treatment', [limit(5, 'mmol/L', { type: concept('x', 'treatment') })]],
    ['for some people only', [limit(3.2, 'mmol/L', { appliesTo: [{ text: 'pregnant' }] })]],
    ['for an age', [limit(3.2, 'mmol/L', { age: { high: { value: 18 } } })]],
    ['in two versions', [limit(3.2, 'mmol/L'), limit(3.6, 'mmol/L')]],
    ['in another unit', [limit(3.2, 'mg/dL')]],
    ['that cannot be', [limit(35, 'mmol/L')]],
    ['in words only', [{ text: '3.6-5.1' }]],
    ['written as text', [limit('3.6', 'mmol/L')]],
  ])('%s is not used', (_sentence, ranges) => {
    expect(withRange(...ranges)).toBeUndefined()
  })
  test('that is typed as normal is used', () => {
    expect(withRange(limit(3.6, 'mmol/L', { type: concept('x', 'normal') }))).toBe(3.6)
  })
})
