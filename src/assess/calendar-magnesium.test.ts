import { describe, expect, test } from 'vitest'
import { magnesiumCalendar } from './calendar-magnesium.ts'
import { assessed, dated, outcome, start } from './calendar.test-support.ts'
import type { FactsInput } from './input.ts'

describe('a magnesium course', () => {
  const low: FactsInput = { magnesium: 0.6 }
  const asked = (facts: FactsInput, options: object = {}): string =>
    outcome(magnesiumCalendar(assessed(facts), { start, nights: 14, ...options }))

  test.each<[string, FactsInput, object, string]>([
    ['is made when magnesium is low', low, {}, 'made'],
    ['not when it is not', {}, {}, 'not allowed: magnesium-oxide-at-night'],
    ['not at an eGFR of 60', { ...low, eGfr: 60 }, {}, 'not allowed: magnesium-oxide-at-night'],
    [
      'not with depletion',
      { ...low, waterAndSodiumDepletion: true },
      {},
      'not allowed: magnesium-oxide-at-night',
    ],
    [
      'not when depletion was not asked',
      { ...low, waterAndSodiumDepletion: 'unknown' },
      {},
      'not allowed: magnesium-oxide-at-night',
    ],
    ['not without nights', low, { nights: undefined }, 'bad option: nights'],
    ['at 24 mmol by the clinician', low, { mmol: 24 }, 'made'],
    ['not at 25 mmol', low, { mmol: 25 }, 'bad option: mmol'],
    ['not of a mass without basis', low, { tablet: '400 mg' }, 'bad option: tablet'],
    ['of a mass with its basis', low, { tablet: '400 mg oxide' }, 'made'],
    [
      'not for longer than the eGFR counts',
      { ...low, eGfr: dated(78, '2026-09-10') },
      {},
      'bad option: nights',
    ],
    [
      'not for longer than the magnesium counts',
      { magnesium: { value: 0.6, unit: 'mmol/L', date: '2026-09-10' } },
      {},
      'bad option: nights',
    ],
  ])('%s', (_why, facts, options, expected) => {
    expect(asked(facts, options)).toBe(expected)
  })
})
