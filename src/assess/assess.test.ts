import { describe, expect, test } from 'vitest'
import { facts } from '../guideline/facts.ts'
import { statements } from '../guideline/index.ts'
import type { Fact } from '../logic/fact.ts'
import { assess } from './assess.ts'
import type { Assessment } from './assess.ts'
import type { FactsInput } from './input.ts'
import { held, planFor, statement, typical, without } from './plan.test-support.ts'

describe('the worked examples', () => {
  test('58 years, 20 mg/day for 14 days, eGFR 78: raise to 30 mg/day, and physical measures', () => {
    const plan = planFor(typical)
    expect(statement(plan, 'increase-baclofen').action).toMatchObject({
      kind: 'titrate',
      from: 20,
      to: 30,
      step: 10,
      everyDays: 7,
      ceiling: 30,
      unit: 'mg/d',
    })
    expect(held(plan)).toEqual(expect.arrayContaining(['stretch-and-massage', 'apply-ice']))
  })
  test('eGFR never measured: undecided for want of the eGFR, and it is to be measured', () => {
    const plan = planFor(without(typical, 'eGfr'))
    expect(statement(plan, 'increase-baclofen')).toMatchObject({
      holds: 'unknown',
      missing: ['eGfr'],
    })
    expect(statement(plan, 'increase-baclofen')).not.toHaveProperty('action')
    expect(held(plan)).toContain('check-renal-function')
    expect(plan.ask[0]).toMatchObject({ fact: 'eGfr', rank: 1 })
  })
  test('eGFR 60: no increase, and a lower dose is reviewed', () => {
    const plan = planFor({ ...typical, eGfr: 60 })
    expect(held(plan)).toEqual(
      expect.arrayContaining(['no-increase-moderate-renal', 'reduce-baclofen-moderate-renal']),
    )
    expect(statement(plan, 'reduce-baclofen-moderate-renal').action).toMatchObject({
      from: 20,
      to: 15,
    })
  })
  test('on dialysis: avoid, urgently; withdraw gradually; never suddenly', () => {
    const plan = planFor({ ...typical, onDialysis: true })
    expect(held(plan)).toEqual(
      expect.arrayContaining([
        'avoid-baclofen-severe-renal',
        'taper-baclofen',
        'never-stop-abruptly',
      ]),
    )
    expect(statement(plan, 'avoid-baclofen-severe-renal').urgency).toBe('urgent')
    expect(statement(plan, 'increase-baclofen').holds).toBe('false')
  })
  test('65 years on 15 mg/day: a review before more, not a raise', () => {
    const plan = planFor({ ...typical, age: 65, baclofenDose: 15, eGfr: 90 })
    expect(held(plan)).toEqual(
      expect.arrayContaining(['review-before-exceeding-15-mg', 'monitor-older-adult']),
    )
    expect(statement(plan, 'increase-baclofen').holds).toBe('false')
    expect(statement(plan, 'review-before-exceeding-15-mg').action).toMatchObject({
      from: 15,
      to: 20,
      afterReview: ['weakness', 'urinary function', 'cognition', 'sedation'],
    })
  })
  test('64 years on 25 mg/day for 7 days, eGFR 61: 30 mg/day, not 35', () => {
    const plan = planFor({ ...typical, age: 64, baclofenDose: 25, daysAtDose: 7, eGfr: 61 })
    expect(statement(plan, 'increase-baclofen').action).toMatchObject({ from: 25, to: 30 })
  })
  test('50 years on 30 mg/day with cirrhosis: at the ceiling, consider albumin', () => {
    const facts = without(typical, 'liverDisease')
    const plan = planFor({
      ...facts,
      age: 50,
      baclofenDose: 30,
      cirrhosis: true,
      physicalMeasuresTried: true,
      potassium: 4,
      magnesium: 0.8,
    })
    expect(held(plan)).toEqual(
      expect.arrayContaining(['baclofen-at-ceiling', 'consider-albumin', 'monitor-first-month']),
    )
  })
  test('45 years, magnesium 0.6, depletion not assessed: correct it; the oxide waits for the answer', () => {
    const plan = planFor({ ...typical, age: 45, baclofenDose: 10, eGfr: 95, magnesium: 0.6 })
    expect(statement(plan, 'increase-baclofen').action).toMatchObject({ from: 10, to: 20 })
    expect(held(plan)).toContain('correct-hypomagnesemia')
    expect(statement(plan, 'magnesium-oxide-at-night')).toMatchObject({
      holds: 'unknown',
      missing: ['waterAndSodiumDepletion'],
    })
  })
})

describe('what is missing, and what would change the plan', () => {
  test('every statement is listed, once', () => {
    const listed = planFor({}).statements.map(({ id }) => id)
    expect([...listed].sort()).toEqual(statements.map(({ id }) => id).sort())
  })
  test('nothing is asked exactly when nothing is undecided', () => {
    // Every question is answered: "no" or an ordinary value, where the typical patient says nothing.
    const asked: readonly Fact[] = facts.filter(({ absent }) => absent === 'ask')
    const answers = asked.map(
      (fact) =>
        [fact.id, fact.kind === 'presence' ? false : (fact.typical ?? fact.likely[0])] as const,
    )
    const plan = planFor({ ...Object.fromEntries(answers), takesBaclofen: true, ...typical })
    expect(plan.statements.some(({ holds }) => holds === 'unknown')).toBe(false)
    expect(plan.ask).toEqual([])
    expect(planFor({}).ask.length).toBeGreaterThan(0)
  })
  test('eGFR 78 changes at 60', () => {
    expect(planFor(typical).changes).toContainEqual({
      fact: 'eGfr',
      at: 60,
      when: '<=',
      becomes: ['no-increase-moderate-renal', 'reduce-baclofen-moderate-renal'],
      ceases: ['increase-baclofen'],
    })
  })
  test('eGFR 60 changes just above 60, and just below 30', () => {
    const changes = planFor({ ...typical, eGfr: 60 }).changes.filter(({ fact }) => fact === 'eGfr')
    expect(changes.map(({ at, when }) => [at, when])).toEqual([
      [30, '<'],
      [60, '>'],
    ])
  })
  test("a laboratory's own limit is where potassium changes", () => {
    const plan = planFor({
      ...typical,
      potassium: { value: 4.1, unit: 'mmol/L', lowerLimit: 3.8 },
    })
    expect(plan.changes.find(({ fact }) => fact === 'potassium')).toMatchObject({ at: 3.8 })
  })
  test('what is assumed absent is listed; what is asked and not known is not assumed', () => {
    const plan = planFor({ ...typical, onDialysis: 'unknown' })
    expect(plan.assumed).toContain('pregnancy')
    expect(plan.assumed).not.toContain('onDialysis')
    expect(plan.notFound).toContainEqual({ fact: 'onDialysis', why: 'asked, not known' })
    expect(statement(plan, 'increase-baclofen').holds).toBe('unknown')
  })
})

describe('dates', () => {
  const dated = (date: string): FactsInput => ({
    ...typical,
    eGfr: { value: 78, unit: 'mL/min/{1.73_m2}', date },
  })
  test('an eGFR of 90 days ago counts', () => {
    expect(held(planFor(dated('2026-08-25')))).toContain('increase-baclofen')
  })
  test('an eGFR of 91 days ago does not, and the reader hears why', () => {
    const plan = planFor(dated('2026-08-24'))
    expect(held(plan)).toContain('check-renal-function')
    expect(plan.notFound.find(({ fact }) => fact === 'eGfr')?.why).toBe(
      '78 mL/min/1.73 m² of 2026-08-24 is 91 days old: older than 90 days counts as not known',
    )
  })
  test('past the review date the answer says so', () => {
    expect(planFor(typical, '2027-11-23').guideline.reviewDue).toBe(false)
    expect(planFor(typical, '2027-11-24').guideline.reviewDue).toBe(true)
  })
})

describe('a site may be stricter', () => {
  test('results go stale sooner, and the answer names the policy', () => {
    const facts: FactsInput = {
      ...typical,
      eGfr: { value: 78, unit: 'mL/min/{1.73_m2}', date: '2026-10-01' },
    }
    const plan = assess(facts, {
      on: '2026-11-23',
      policy: { name: 'A hospital', staleAfterDays: 30 },
    })
    expect(plan).toMatchObject({ policy: { name: 'A hospital' } })
    expect(held(plan as Assessment)).toContain('check-renal-function')
  })
  test('its own lower limit is used where the result carries none', () => {
    const policy = { name: 'A hospital', lowerLimits: { magnesium: 0.85 } }
    const plan = assess(typical, { on: '2026-11-23', policy }) as Assessment
    expect(held(plan)).toContain('correct-hypomagnesemia')
    const own = { value: 0.82, unit: 'mmol/L', lowerLimit: 0.7 }
    const other = assess({ ...typical, magnesium: own }, { on: '2026-11-23', policy }) as Assessment
    expect(held(other)).not.toContain('correct-hypomagnesemia')
  })
})
