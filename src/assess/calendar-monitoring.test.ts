import { describe, expect, test } from 'vitest'
import { monitoringCalendar } from './calendar-monitoring.ts'
import { assessed, outcome, start } from './calendar.test-support.ts'
import type { FactsInput } from './input.ts'
import type { Policy } from './policy.ts'

describe('a monitoring calendar', () => {
  const liver: FactsInput = { liverDisease: true }
  const asked = (facts: FactsInput, options: object = {}): string =>
    outcome(monitoringCalendar(assessed(facts), { start, ...options }))

  test.each<[string, FactsInput, object, string]>([
    ['is made in liver disease', liver, {}, 'made'],
    ['not without it', { liverDisease: false }, {}, 'not allowed: monitor-first-month'],
    ['not when it is not known', {}, {}, 'not allowed: monitor-first-month'],
    ['for a change of four weeks ago', liver, { start: '2026-10-28' }, 'made'],
    ['not for one of longer ago', liver, { start: '2026-10-27' }, 'bad option: start'],
    ['for further changes', liver, { changes: ['2026-12-07'] }, 'made'],
    ['not for earlier ones', liver, { changes: ['2026-11-29'] }, 'bad option: changes'],
    ['not for no dates', liver, { changes: ['soon'] }, 'bad option: changes'],
    [
      'not without a start',
      liver,
      { start: undefined, changes: ['2026-12-07'] },
      'bad option: start',
    ],
  ])('%s', (_why, facts, options, expected) => {
    expect(asked(facts, options)).toBe(expected)
  })

  test('is closer where the policy says so', () => {
    const policy: Policy = { name: 'North clinic', monitoringEveryDays: 4 }
    const calendar = monitoringCalendar(assessed(liver, policy), { start })
    expect('tests' in calendar ? calendar.tests.map(({ on }) => on) : []).toEqual([
      '2026-11-30',
      '2026-12-04',
      '2026-12-08',
      '2026-12-12',
      '2026-12-16',
      '2026-12-20',
      '2026-12-24',
      '2026-12-28',
    ])
  })
})
