import { describe, expect, test } from 'vitest'
import type { FactsInput } from './input.ts'
import { held, planFor, statement, typical, without } from './plan.test-support.ts'

describe('numbers computed for the patient', () => {
  test('70 years on 12.5 mg/day: 15, not 17.5', () => {
    const plan = planFor({ ...typical, age: 70, baclofenDose: 12.5 })
    expect(statement(plan, 'increase-baclofen-older-adult').action).toMatchObject({
      from: 12.5,
      to: 15,
      step: 5,
      ceiling: 15,
    })
  })
  test('a dose known only as a range gives no next dose', () => {
    const plan = planFor({ ...typical, baclofenDose: { low: 10, high: 20, unit: 'mg/d' } })
    const action = statement(plan, 'increase-baclofen').action
    expect(action).not.toHaveProperty('to')
    expect(action?.words).toMatch(/First establish the dose/)
  })
  test('three days at the dose: the next step is in four days', () => {
    const plan = planFor({ ...typical, daysAtDose: 3 })
    expect(statement(plan, 'wait-before-next-increase').action).toMatchObject({
      earliest: '2026-11-27',
    })
  })
  test('half a day short is a day short', () => {
    const plan = planFor({ ...typical, daysAtDose: 6.5 })
    expect(statement(plan, 'wait-before-next-increase').action).toMatchObject({
      earliest: '2026-11-24',
    })
  })
  test('magnesium is named in mmol, in mg of oxide and in mg of magnesium', () => {
    const plan = planFor({ ...typical, magnesium: 0.6, waterAndSodiumDepletion: false })
    expect(statement(plan, 'magnesium-oxide-at-night').action).toMatchObject({
      mmolPerDay: 12,
      mmolPerDayAtMost: 24,
      mgMagnesiumOxidePerDay: 484,
      mgElementalMagnesiumPerDay: 292,
    })
  })
  test('referral is to hepatology in cirrhosis, else to neurology, and to either when not known', () => {
    const refractory: FactsInput = {
      ...without(typical, 'liverDisease'),
      baclofenDose: 30,
      physicalMeasuresTried: true,
      secondLineTried: true,
    }
    const to = (facts: FactsInput): unknown =>
      statement(planFor(facts), 'refer-to-specialist').action?.['to']
    expect(to({ ...refractory, cirrhosis: true })).toBe('hepatology')
    expect(to({ ...refractory, cirrhosis: false })).toBe('neurology')
    expect(to(refractory)).toBe('hepatology or neurology')
  })
  test('a taper carries no step of its own: the prescriber sets it', () => {
    const action = statement(
      planFor({ ...typical, stoppingBaclofen: true }),
      'taper-baclofen',
    ).action
    expect(action).toMatchObject({
      from: 20,
      to: 0,
      stepAndInterval: 'set by the prescriber',
      commonBasis: 'outside',
      onHold: false,
    })
  })
  test('a taper is on hold while withdrawal is suspected', () => {
    const plan = planFor({ ...typical, stoppingBaclofen: true, withdrawalSigns: true })
    expect(statement(plan, 'taper-baclofen').action).toMatchObject({ onHold: true })
  })
})

describe('urgency', () => {
  const urgency = (facts: FactsInput, id: string): string => statement(planFor(facts), id).urgency
  test('eGFR 25 is urgent unless it is known that no baclofen is taken', () => {
    const facts = without({ ...typical, eGfr: 25 }, 'baclofenDose')
    expect(urgency({ ...typical, eGfr: 25 }, 'avoid-baclofen-severe-renal')).toBe('urgent')
    expect(urgency(facts, 'avoid-baclofen-severe-renal')).toBe('urgent')
    expect(urgency({ ...facts, baclofenDose: 0 }, 'avoid-baclofen-severe-renal')).toBe('routine')
  })
  test('quinidine is urgent when taken', () => {
    expect(urgency({ ...typical, takesQuinidine: true }, 'avoid-quinidine')).toBe('urgent')
    expect(urgency(typical, 'avoid-quinidine')).toBe('routine')
  })
  test('potassium below 3.0 is urgent, at 3.0 it is not; below 2.5 it is an emergency', () => {
    expect(urgency({ ...typical, potassium: 2.99 }, 'correct-hypokalemia')).toBe('urgent')
    expect(urgency({ ...typical, potassium: 3 }, 'correct-hypokalemia')).toBe('routine')
    expect(urgency({ ...typical, potassium: 2.4 }, 'critical-hypokalemia')).toBe('emergency')
  })
  test('magnesium below 0.50 is urgent, at 0.50 it is not', () => {
    expect(urgency({ ...typical, magnesium: 0.49 }, 'correct-hypomagnesemia')).toBe('urgent')
    expect(urgency({ ...typical, magnesium: 0.5 }, 'correct-hypomagnesemia')).toBe('routine')
  })
  test('emergencies come first, then what is urgent, then the pathway', () => {
    const plan = planFor({ ...typical, eGfr: 25, neurotoxicitySigns: true })
    expect(held(plan).slice(0, 2)).toEqual([
      'suspected-neurotoxicity',
      'avoid-baclofen-severe-renal',
    ])
  })
})
