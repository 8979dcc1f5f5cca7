import { describe, expect, test } from 'vitest'
import { assess } from './assess.ts'
import type { Assessment, Refusal } from './assess.ts'
import type { FactsInput } from './input.ts'
import { readPolicy } from './policy.ts'

const answer = (facts: unknown): Assessment | Refusal =>
  assess(facts as FactsInput, { on: '2026-11-23' })

const refused = (facts: unknown): readonly string[] => {
  const result = answer(facts)
  expect(result).not.toHaveProperty('statements')
  return result.problems.map(({ kind, where }) => `${kind} ${where}`)
}

describe('input that is refused, with its place', () => {
  test.each<[why: string, facts: unknown, problems: readonly string[]]>([
    ['not an object', [], ['wrong-shape facts']],
    ['null', null, ['wrong-shape facts']],
    ['a FHIR resource', { resourceType: 'Bundle' }, ['wrong-shape resourceType']],
    ['an unknown name', { egfr: 60 }, ['unknown-name egfr']],
    ['a number as a text', { age: '58' }, ['wrong-shape age']],
    ['null is not a value', { magnesium: null }, ['wrong-shape magnesium']],
    ['null is not a presence', { onDialysis: null }, ['wrong-shape onDialysis']],
    ['"no" is not a presence', { onDialysis: 'no' }, ['wrong-shape onDialysis']],
    ['potassium 42', { potassium: 42 }, ['impossible potassium']],
    ['potassium 0.9', { potassium: 0.9 }, ['impossible potassium']],
    ['a negative dose', { baclofenDose: -5 }, ['impossible baclofenDose']],
    ['a dose of 301', { baclofenDose: 301 }, ['impossible baclofenDose']],
    ['age 121', { age: 121 }, ['impossible age']],
    ['eGFR 201', { eGfr: 201 }, ['impossible eGfr']],
    ['not a number', { eGfr: NaN }, ['wrong-shape eGfr']],
    ['no unit', { eGfr: { value: 60 } }, ['wrong-unit eGfr.unit']],
    ['creatinine clearance', { eGfr: { value: 60, unit: 'mL/min' } }, ['wrong-unit eGfr.unit']],
    ['grams', { baclofenDose: { value: 1, unit: 'g/d' } }, ['wrong-unit baclofenDose.unit']],
    [
      'a prototype name as a unit',
      { eGfr: { value: 60, unit: 'toString' } },
      ['wrong-unit eGfr.unit'],
    ],
    [
      'magnesium 20 mg/dL',
      { magnesium: { value: 20, unit: 'mg/dL' } },
      ['impossible magnesium.value'],
    ],
    [
      'a value and a range',
      { eGfr: { value: 60, low: 50, high: 70, unit: 'mL/min/{1.73_m2}' } },
      ['wrong-shape eGfr'],
    ],
    ['half a range', { eGfr: { low: 50, unit: 'mL/min/{1.73_m2}' } }, ['wrong-shape eGfr.high']],
    [
      'a range turned round',
      { eGfr: { low: 70, high: 50, unit: 'mL/min/{1.73_m2}' } },
      ['impossible eGfr.low'],
    ],
    [
      'an odd comparator',
      { eGfr: { value: 60, comparator: '~', unit: 'mL/min/{1.73_m2}' } },
      ['wrong-shape eGfr.comparator'],
    ],
    [
      'no dose is below 0',
      { baclofenDose: { value: 0, comparator: '<', unit: 'mg/d' } },
      ['impossible baclofenDose.value'],
    ],
    [
      'a limit of age',
      { age: { value: 60, unit: 'a', lowerLimit: 5 } },
      ['wrong-shape age.lowerLimit'],
    ],
    ['an odd property', { age: { value: 60, unit: 'a', source: 'x' } }, ['wrong-shape age.source']],
    [
      'a date that is none',
      { eGfr: { value: 60, unit: 'mL/min/{1.73_m2}', date: '2026-02-30' } },
      ['wrong-shape eGfr.date'],
    ],
    [
      'a date to come',
      { eGfr: { value: 60, unit: 'mL/min/{1.73_m2}', date: '2026-11-24' } },
      ['impossible eGfr.date'],
    ],
    [
      'cirrhosis without liver disease',
      { cirrhosis: true, liverDisease: false },
      ['contradiction liverDisease'],
    ],
    [
      'a dose of someone who takes none',
      { takesBaclofen: false, baclofenDose: 20 },
      ['contradiction takesBaclofen'],
    ],
    [
      'no dose of someone who takes some',
      { takesBaclofen: true, baclofenDose: 0 },
      ['contradiction takesBaclofen'],
    ],
    [
      'everything at once: all are named',
      { egfr: 1, age: 'x', potassium: { value: 42 }, liverDisease: false, cirrhosis: true },
      [
        'unknown-name egfr',
        'wrong-shape age',
        'wrong-unit potassium.unit',
        'contradiction liverDisease',
      ],
    ],
  ])('%s', (_why, facts, problems) => {
    expect(refused(facts)).toEqual(problems)
  })
  test.each([
    ['egfr', 'eGfr'],
    ['eGFR', 'eGfr'],
    ['baclofen_dose', 'baclofenDose'],
    ['dialysis', 'onDialysis'],
    ['cirhosis', 'cirrhosis'],
  ])('the near name of %s is %s', (typed, meant) => {
    expect(answer({ [typed]: 1 }).problems[0]?.remedy).toContain(`"${meant}"`)
  })
  test('a day that is none', () => {
    expect(assess({}, { on: '23.11.2026' }).problems[0]?.where).toBe('on')
  })
  test('a contradiction names both sides', () => {
    expect(answer({ takesBaclofen: false, baclofenDose: 20 }).problems[0]?.message).toBe(
      'takesBaclofen is false, but baclofenDose is 20 mg/day.',
    )
  })
})

describe('input that is assessed', () => {
  test.each([
    ['potassium 9', { potassium: 9 }],
    ['eGFR 160', { eGfr: 160 }],
    ['110 mg/day', { baclofenDose: 110 }],
    ['magnesium 0.2', { magnesium: 0.2 }],
  ])('%s is unlikely: assessed, and the reader is asked to check', (_why, facts) => {
    const result = answer(facts)
    expect(result).toHaveProperty('statements')
    expect(result.problems.map(({ kind }) => kind)).toEqual(['unlikely'])
  })
  test.each<[unit: string, value: number, mmol: number]>([
    ['mmol/L', 0.7, 0.7],
    ['mg/dL', 1.7, 0.699444],
    ['meq/L', 1.4, 0.7],
    ['mEq/L', 1.4, 0.7],
  ])('magnesium in %s: %d is %d mmol/L', (unit, value, mmol) => {
    const facts = { magnesium: { value, unit } }
    const used = (answer(facts) as Assessment).facts['magnesium']
    expect(used?.value).toBeCloseTo(mmol, 5)
    expect(used?.original).toBe(unit === 'mmol/L' ? undefined : `${String(value)} ${unit}`)
  })
  test('a bound is shown as the bound that was given', () => {
    const used = (comparator: string) =>
      (answer({ eGfr: { value: 60, comparator, unit: 'mL/min/{1.73_m2}' } }) as Assessment).facts[
        'eGfr'
      ]
    for (const comparator of ['<', '<=', '>', '>=']) {
      expect(used(comparator)).toMatchObject({ comparator, value: 60 })
    }
  })
  test('a limit of the laboratory is converted with its value', () => {
    const result = answer({ magnesium: { value: 1.7, unit: 'mg/dL', lowerLimit: 1.7 } })
    expect(
      (result as Assessment).statements.find(({ id }) => id === 'correct-hypomagnesemia')?.holds,
    ).toBe('false')
  })
})

describe('a local policy', () => {
  test.each([
    ['no name', {}],
    ['stale only after 91 days', { name: 'x', staleAfterDays: 91 }],
    ['potassium low only below 3.4', { name: 'x', lowerLimits: { potassium: 3.4 } }],
    ['magnesium low only below 0.66', { name: 'x', lowerLimits: { magnesium: 0.66 } }],
    ['a limit of eGFR', { name: 'x', limits: { eGfr: 45 } }],
    ['tablets of 40 mg', { name: 'x', tabletStrengths: [40] }],
    ['monitoring every 8 days', { name: 'x', monitoringEveryDays: 8 }],
  ])('%s is out of bounds', (_why, input) => {
    expect(readPolicy(input)).toHaveProperty('problems')
  })
  test('a policy within bounds is read', () => {
    const input = { name: 'A hospital', staleAfterDays: 60, tabletStrengths: [5, 10] }
    expect(readPolicy(input)).toEqual({ policy: input })
  })
})
