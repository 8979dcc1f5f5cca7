import { describe, expect, test } from 'vitest'
import { taperCalendar } from './calendar-taper.ts'
import { assessed, outcome, start } from './calendar.test-support.ts'
import type { FactsInput } from './input.ts'

describe('a taper calendar', () => {
  const chosen = { start, strengths: [10], step: 5, everyDays: 7 }
  const asked = (facts: FactsInput, options: object = {}): string =>
    outcome(taperCalendar(assessed(facts), { ...chosen, ...options }))

  test.each<[string, FactsInput, object, string]>([
    ['is made when baclofen is to be stopped', { stoppingBaclofen: true }, {}, 'made'],
    ['on dialysis', { onDialysis: true }, {}, 'made'],
    ['at an eGFR of 29', { eGfr: 29 }, {}, 'made'],
    ['at an eGFR of 45 above 15 mg/day', { eGfr: 45 }, {}, 'made'],
    ['above 30 mg/day too', { stoppingBaclofen: true, baclofenDose: 80 }, {}, 'made'],
    [
      'not when nothing asks for it',
      {},
      {},
      'not allowed: reduce-baclofen-moderate-renal taper-baclofen',
    ],
    [
      'not at an eGFR of 45 on 15 mg/day',
      { eGfr: 45, baclofenDose: 15 },
      {},
      'not allowed: reduce-baclofen-moderate-renal taper-baclofen',
    ],
    [
      'not while withdrawal is suspected',
      { stoppingBaclofen: true, withdrawalSigns: true },
      {},
      'not allowed: taper-baclofen',
    ],
    [
      'nor when it was asked and is not known',
      { stoppingBaclofen: true, withdrawalSigns: 'unknown' },
      {},
      'not allowed: taper-baclofen',
    ],
    [
      'not while neurotoxicity is suspected',
      { stoppingBaclofen: true, neurotoxicitySigns: true },
      {},
      'not allowed: taper-baclofen',
    ],
    [
      'nor is a dose reduced then',
      { eGfr: 45, neurotoxicitySigns: true },
      {},
      'not allowed: reduce-baclofen-moderate-renal taper-baclofen',
    ],
    [
      'not from a range',
      { stoppingBaclofen: true, baclofenDose: { low: 10, high: 20, unit: 'mg/d' } },
      {},
      'not allowed: taper-baclofen',
    ],
    [
      'not for a pump',
      { stoppingBaclofen: true, baclofenDose: 0, intrathecalBaclofen: true },
      {},
      'not allowed: taper-baclofen',
    ],
    [
      'not without step and interval',
      { stoppingBaclofen: true },
      { step: undefined, everyDays: undefined },
      'bad option: step everyDays',
    ],
    ['not in one step', { stoppingBaclofen: true }, { step: 20 }, 'bad option: step'],
    ['a reduction does not end at 0', { eGfr: 45 }, { to: 0 }, 'bad option: to'],
    ['a reduction does not end at 16', { eGfr: 45 }, { to: 16 }, 'bad option: to'],
    [
      'steps may be outside the common range',
      { stoppingBaclofen: true },
      { step: 12, everyDays: 3 },
      'made',
    ],
    [
      'but not half a day apart',
      { stoppingBaclofen: true },
      { everyDays: 0.5 },
      'bad option: everyDays',
    ],
  ])('%s', (_why, facts, options, expected) => {
    expect(asked(facts, options)).toBe(expected)
  })

  test('of a reduction ends at 15 mg/day, of a withdrawal at 0', () => {
    expect(taperCalendar(assessed({ eGfr: 45 }), chosen)).toMatchObject({ endMgPerDay: 15 })
    expect(taperCalendar(assessed({ eGfr: 25 }), chosen)).toMatchObject({ endMgPerDay: 0 })
  })

  test.each<[string, FactsInput, object, string]>([
    [
      'an end above 0 where withdrawal is asked for',
      { eGfr: 25 },
      { to: 5 },
      'asks for withdrawal, to 0',
    ],
    ['15 mg/day is outside evidence', { eGfr: 45 }, {}, 'outside evidence'],
    ['epilepsy', { eGfr: 25, epilepsy: true }, {}, 'Under supervision'],
    ['a pump', { eGfr: 25, intrathecalBaclofen: true }, {}, 'not for the pump'],
  ])('notes for the prescriber: %s', (_why, facts, options, words) => {
    const calendar = taperCalendar(assessed(facts), { ...chosen, ...options })
    expect('notes' in calendar ? calendar.notes[0] : '').toContain(words)
  })
})
