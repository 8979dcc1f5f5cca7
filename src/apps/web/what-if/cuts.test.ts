import { expect, test } from 'vitest'
import type { Draft } from '../state/draft.ts'
import { cutsOf } from './cuts.ts'

const draft: Draft = {
  quantities: {
    age: { text: '58', unit: 'a' },
    baclofenDose: { text: '20', unit: 'mg/d' },
    daysAtDose: { text: '14', unit: 'd' },
    eGfr: { text: '78', unit: 'mL/min/{1.73_m2}' },
  },
  answers: { crampsPersist: 'yes', baclofenSideEffects: 'no' },
}

test('an eGFR changes the plan below 30 and above 60, and nowhere else', () => {
  expect(cutsOf(draft, 'eGfr', '2026-11-25', [0, 120])).toEqual([
    { at: 30, below: 29.9, above: 30 },
    { at: 60, below: 60, above: 60.1 },
  ])
})

test('an age changes it at 18 and at 65', () => {
  expect(cutsOf(draft, 'age', '2026-11-25', [0, 100]).map(({ at }) => at)).toEqual([18, 65])
})

test('a laboratory’s own lower limit of potassium cuts the ruler in place of the usual one', () => {
  const withOwn: Draft = {
    ...draft,
    quantities: {
      ...draft.quantities,
      potassium: { text: '4.1', unit: 'mEq/L', lowerLimit: '3.8' },
    },
  }
  const places = cutsOf(withOwn, 'potassium', '2026-11-25', [2, 6]).map(({ at }) => at)
  expect(places).toContain(3.8)
  expect(places).not.toContain(3.5)
})
