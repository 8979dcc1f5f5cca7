import { describe, expect, test } from 'vitest'
import { titrationCalendar } from './calendar-titration.ts'
import type { TabletOptions } from './calendar.ts'
import { assessed, dated, outcome, start } from './calendar.test-support.ts'
import type { FactsInput } from './input.ts'
import type { Policy } from './policy.ts'

const ten: TabletOptions = { strengths: [10] }

describe('a titration calendar', () => {
  const asked = (facts: FactsInput, options: object = {}, policy?: Policy): string =>
    outcome(titrationCalendar(assessed(facts, policy), { start, ...ten, ...options }))

  test.each<[string, FactsInput, object, string]>([
    ['is made of an increase that is advised', {}, {}, 'made'],
    ['from 65 on below 15 mg/day', { age: 65, baclofenDose: 10 }, {}, 'made'],
    [
      'not while the eGFR is not known',
      { eGfr: dated(78, '2026-08-01') },
      {},
      'not allowed: increase-baclofen',
    ],
    ['not at an eGFR of 60', { eGfr: 60 }, {}, 'not allowed: increase-baclofen'],
    ['not with side effects', { baclofenSideEffects: true }, {}, 'not allowed: increase-baclofen'],
    ['not at 30 mg/day', { baclofenDose: 30 }, {}, 'not allowed: increase-baclofen'],
    [
      'not when withdrawal is suspected',
      { withdrawalSigns: true },
      {},
      'not allowed: increase-baclofen',
    ],
    [
      'not before seven days at the dose',
      { daysAtDose: 6 },
      {},
      'not allowed: wait-before-next-increase',
    ],
    [
      'not from a range',
      { baclofenDose: { low: 10, high: 20, unit: 'mg/d' } },
      {},
      'not allowed: increase-baclofen',
    ],
    [
      'from 65 on at 15 mg/day not without the review',
      { age: 65, baclofenDose: 15 },
      {},
      'not allowed: review-before-exceeding-15-mg',
    ],
    [
      'from 65 on at 15 mg/day after the review',
      { age: 65, baclofenDose: 15 },
      { reviewed: true },
      'made',
    ],
    [
      'the review opens nothing else',
      { age: 65, baclofenDose: 15, eGfr: 60 },
      { reviewed: true },
      'not allowed: review-before-exceeding-15-mg',
    ],
    ['may start on the day of the assessment', {}, { start: '2026-11-25' }, 'made'],
    ['not before it', {}, { start: '2026-11-24' }, 'bad option: start'],
    [
      'not after what was assessed has become too old',
      {},
      { start: '2027-02-24' },
      'bad option: start',
    ],
    [
      'not after the eGFR has become too old',
      { eGfr: dated(78, '2026-08-31') },
      {},
      'not allowed: increase-baclofen',
    ],
    ['on the last day of the eGFR', { eGfr: dated(78, '2026-09-01') }, {}, 'made'],
    ['not without tablets', {}, { strengths: undefined }, 'bad option: strengths'],
    ['not with odd tablets', {}, { strengths: [10, 7.3] }, 'bad option: strengths'],
    ['not with the same tablet twice', {}, { strengths: [10, 10] }, 'bad option: strengths'],
    ['not with four doses a day', {}, { dosesPerDay: 4 }, 'bad option: dosesPerDay'],
    ['not with half a dose', {}, { dosesPerDay: 1.5 }, 'bad option: dosesPerDay'],
    [
      'every bad option is named at once',
      { eGfr: 20 },
      { start: '30.11.2026', strengths: [], dosesPerDay: '2', reviewed: 'yes' },
      'bad option: start strengths dosesPerDay reviewed',
    ],
  ])('%s', (_why, facts, options, expected) => {
    expect(asked(facts, options)).toBe(expected)
  })

  test('takes the tablets of the policy when none are named, and names the policy', () => {
    const policy: Policy = { name: 'North clinic', tabletStrengths: [5, 20] }
    const calendar = titrationCalendar(assessed({}, policy), { start })
    expect(calendar).toMatchObject({ mgPerTablet: [20, 5], policy: 'North clinic' })
  })

  test('keeps to the shorter time for which a policy believes a result', () => {
    const policy: Policy = { name: 'North clinic', staleAfterDays: 10 }
    expect(asked({}, { start: '2026-12-05' }, policy)).toBe('made')
    expect(asked({}, { start: '2026-12-06' }, policy)).toBe('bad option: start')
  })

  test('watches what the assessment says to watch, from 65 on for more', () => {
    expect(titrationCalendar(assessed(), { start, ...ten })).toMatchObject({
      watch: ['dizziness', 'somnolence', 'cognitive impairment', 'muscle weakness'],
    })
    const older = assessed({ age: 65, baclofenDose: 10 })
    expect(titrationCalendar(older, { start, ...ten })).toMatchObject({
      ceilingMgPerDay: 15,
      watch: expect.arrayContaining(['urinary function', 'cognition']) as unknown,
    })
  })

  test('with liver disease, the blood tests are brought to mind', () => {
    const calendar = titrationCalendar(assessed({ liverDisease: true }), { start, ...ten })
    expect('notes' in calendar && calendar.notes[0]).toContain('creatinine, sodium, potassium')
  })

  test('an unlikely value of the assessment goes with the calendar', () => {
    const calendar = titrationCalendar(assessed({ eGfr: 155 }), { start, ...ten })
    expect('notes' in calendar ? calendar.notes.join(' ') : '').toContain('Check eGfr')
  })
})
