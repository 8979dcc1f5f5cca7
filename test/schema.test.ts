import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { assess } from '../src/index.ts'
import type { FactsInput } from '../src/index.ts'
import { assessmentSchema, factsSchema } from '../src/assess/schema.ts'
import { guideline } from '../src/guideline/index.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const facts = ajv.compile(factsSchema(guideline))
const assessment = ajv.compile(assessmentSchema(guideline))

const bound = { value: 60, comparator: '>', unit: 'mL/min/{1.73_m2}' }

describe('the published schemas', () => {
  test.each<[string, unknown]>([
    ['nobody known', {}],
    ['a plain patient', { age: 58, baclofenDose: 20, eGfr: 78, crampsPersist: true }],
    [
      'bounds, units, dates and limits',
      {
        eGfr: bound,
        magnesium: { value: 1.7, unit: 'mg/dL', lowerLimit: 1.7, date: '2026-11-01' },
      },
    ],
    [
      'a range, and what is asked and not known',
      { baclofenDose: { low: 10, high: 20, unit: 'mg/d' }, onDialysis: 'unknown' },
    ],
  ])('take the facts of %s, and the assessment they give', (_who, patient) => {
    expect(facts(patient), JSON.stringify(facts.errors)).toBe(true)
    const answer = JSON.parse(
      JSON.stringify(assess(patient as FactsInput, { on: '2026-11-23' })),
    ) as unknown
    expect(assessment(answer), JSON.stringify(assessment.errors, null, 1)).toBe(true)
  })
  test.each<[string, unknown]>([
    ['an unknown name', { egfr: 60 }],
    ['null', { magnesium: null }],
    ['a missing unit', { eGfr: { value: 60 } }],
    ['an impossible number', { potassium: 42 }],
  ])('refuse %s', (_what, patient) => {
    expect(facts(patient)).toBe(false)
  })
  test('refuse an assessment that lost a statement or gained a property', () => {
    const answer = JSON.parse(JSON.stringify(assess({}, { on: '2026-11-23' }))) as {
      statements: unknown[]
    }
    expect(assessment({ ...answer, extra: 1 })).toBe(false)
    expect(assessment({ ...answer, statements: answer.statements.slice(1) })).toBe(false)
  })
})
