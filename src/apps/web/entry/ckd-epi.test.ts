import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ckdEpi2021, creatinineUnits } from './ckd-epi.ts'
import type { Sex } from './ckd-epi.ts'

// Worked out apart from this code, from the published coefficients.
test.each<[number, number, Sex, number]>([
  [1.0, 60, 'male', 86.2],
  [1.0, 60, 'female', 64.5],
  [0.7, 40, 'female', 112.1],
  [0.9, 40, 'male', 110.7],
  [0.5, 25, 'female', 133.4],
  [2.5, 70, 'male', 27.0],
])('creatinine %d mg/dL, %d years, %s: %d', (creatinine, age, sex, expected) => {
  expect(ckdEpi2021(creatinine, age, sex)).toBeCloseTo(expected, 0)
})

test('88.4 micromol/L are 1 mg/dL', () => {
  expect(88.4 * creatinineUnits['umol/L']).toBeCloseTo(1, 10)
})

test('more creatinine or more years are never a better kidney', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 20, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.integer({ min: 18, max: 100 }),
      fc.constantFrom<Sex>('female', 'male'),
      (creatinine, more, age, sex) => {
        const now = ckdEpi2021(creatinine, age, sex)
        expect(ckdEpi2021(creatinine + more, age, sex)).toBeLessThanOrEqual(now)
        expect(ckdEpi2021(creatinine, age + 1, sex)).toBeLessThanOrEqual(now)
      },
    ),
  )
})
