import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { assess } from '../src/assess/assess.ts'
import { addDays, daysBetween } from '../src/assess/dates.ts'
import type { FactsInput } from '../src/assess/input.ts'
import { taperCalendar, titrationCalendar } from '../src/calendars.ts'

const on = '2026-11-25'

/** `often`, unless something else is drawn. */
const mostly = <T>(often: T, ...else_: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(often) }, fc.constantFrom(often, ...else_))

const anyFacts: fc.Arbitrary<FactsInput> = fc.record(
  {
    age: fc.oneof(fc.constantFrom(17, 18, 64, 65, 80), fc.integer({ min: 10, max: 100 })),
    baclofenDose: fc.oneof(
      fc.constantFrom(5, 10, 12.5, 15, 20, 25, 29.5, 30, 35),
      fc.integer({ min: 0, max: 90 }).map((halves) => halves / 2),
    ),
    daysAtDose: mostly(14, 0, 6, 7, 8),
    eGfr: mostly(78, 20, 29, 30, 45, 60, 61),
    potassium: mostly(4.1, 2.4, 3.2),
    magnesium: mostly(0.8, 0.6),
    crampsPersist: mostly<boolean | 'unknown'>(true, false, 'unknown'),
    baclofenSideEffects: mostly<boolean | 'unknown'>(false, true, 'unknown'),
    onDialysis: mostly<boolean | 'unknown'>(false, true, 'unknown'),
    withdrawalSigns: mostly<boolean | 'unknown'>(false, true, 'unknown'),
    neurotoxicitySigns: mostly(false, true),
    stoppingBaclofen: mostly(false, true),
    pregnancy: mostly(false, true),
  },
  { requiredKeys: ['age', 'baclofenDose', 'daysAtDose', 'crampsPersist', 'baclofenSideEffects'] },
)

const anyStart = fc.integer({ min: -3, max: 95 }).map((days) => addDays(on, days))

test('whoever is given a titration calendar may be raised, and only by the steps of the guideline', () => {
  let made = 0
  fc.assert(
    fc.property(anyFacts, anyStart, fc.boolean(), (facts, start, reviewed) => {
      const assessment = assess(facts, { on })
      if (!('statements' in assessment)) return
      const calendar = titrationCalendar(assessment, { start, strengths: [5, 10], reviewed })
      if ('problems' in calendar) {
        expect(calendar.problems.length).toBeGreaterThan(0)
        return
      }
      made += 1
      const { age, baclofenDose, daysAtDose, eGfr } = facts as Readonly<Record<string, number>>
      expect(eGfr).toBeGreaterThan(60)
      expect(facts.onDialysis ?? false).toBe(false)
      expect([facts.baclofenSideEffects, facts.crampsPersist]).toEqual([false, true])
      expect(facts.withdrawalSigns ?? false).toBe(false)
      expect(facts.stoppingBaclofen ?? false).toBe(false)
      expect(Number(daysAtDose) + daysBetween(on, start)).toBeGreaterThanOrEqual(7)
      const older = Number(age) >= 65
      let before = Number(baclofenDose)
      for (const [index, { from, mgPerDay }] of calendar.steps.entries()) {
        expect(mgPerDay - before).toBeLessThanOrEqual(older ? 5 : 10)
        expect(mgPerDay).toBeLessThanOrEqual(older && !reviewed ? 15 : 30)
        expect(from).toBe(addDays(start, 7 * index))
        before = mgPerDay
      }
    }),
    { numRuns: 400 },
  )
  expect(made).toBeGreaterThan(20)
})

test('whoever is given a taper calendar is to come down, is not on hold, and never stops in one step', () => {
  let made = 0
  fc.assert(
    fc.property(
      anyFacts,
      anyStart,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 28 }),
      fc.boolean(),
      (drawn, start, halves, everyDays, toStop) => {
        const facts: FactsInput = toStop ? { ...drawn, stoppingBaclofen: true } : drawn
        const assessment = assess(facts, { on })
        if (!('statements' in assessment)) return
        const choice = { start, strengths: [5, 10], step: halves / 2, everyDays }
        const calendar = taperCalendar(assessment, choice)
        if ('problems' in calendar) return
        made += 1
        expect([facts.withdrawalSigns ?? false, facts.neurotoxicitySigns ?? false]).toEqual([
          false,
          false,
        ])
        const { stoppingBaclofen, onDialysis, eGfr } = facts
        expect(stoppingBaclofen === true || onDialysis === true || Number(eGfr) <= 60).toBe(true)
        expect(calendar.steps[0]?.mgPerDay).toBeGreaterThan(0)
        const doses = [Number(facts.baclofenDose), ...calendar.steps.map((step) => step.mgPerDay)]
        for (const [index, dose] of doses.slice(1).entries()) {
          expect(dose).toBeLessThan(doses[index] as number)
        }
        expect([0, 15]).toContain(doses.at(-1))
      },
    ),
    { numRuns: 400 },
  )
  expect(made).toBeGreaterThan(20)
})
