import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TitrationCalendar } from './calendar.ts'
import { addDays, daysBetween } from './dates.ts'
import { anyDay, anyTablets, origin, tabletsOf } from './plan.test-support.ts'
import { titration } from './titration.ts'
import type { TitrationTerms } from './titration.ts'

const terms: TitrationTerms = {
  from: 10,
  step: 10,
  everyDays: 7,
  ceiling: 30,
  earliest: '2026-11-25',
  kidneysKnownUntil: '2027-02-23',
  watch: ['dizziness'],
}

const made = (change: Partial<TitrationTerms> = {}, start = '2026-11-30'): TitrationCalendar => {
  const calendar = titration(origin, { ...terms, ...change }, start, tabletsOf(5, 10))
  if ('problems' in calendar) throw new Error(calendar.problems[0]?.message)
  return calendar
}

const doses = (change: Partial<TitrationTerms>): readonly number[] =>
  made(change).steps.map(({ mgPerDay }) => mgPerDay)

describe('a titration', () => {
  test.each<[string, Partial<TitrationTerms>, readonly number[]]>([
    ['from 10 mg/day', {}, [20, 30]],
    ['from 25 mg/day goes to 30, not to 35', { from: 25 }, [30]],
    ['from 0.5 mg/day', { from: 0.5 }, [10.5, 20.5, 30]],
    ['from 10.1 mg/day does not drift', { from: 10.1 }, [20.1, 30]],
    ['from 65 on, from 12.5 mg/day, ends at 15', { from: 12.5, step: 5, ceiling: 15 }, [15]],
    ['after the review, from 15 mg/day', { from: 15, step: 5 }, [20, 25, 30]],
  ])('%s', (_why, change, expected) => {
    expect(doses(change)).toEqual(expected)
  })

  test('each step lasts seven days, and the last one goes on', () => {
    expect(made().steps.map(({ from, until }) => [from, until])).toEqual([
      ['2026-11-30', '2026-12-06'],
      ['2026-12-07', undefined],
    ])
  })

  test('tablets are counted for a week, and for a step', () => {
    const [first, second] = made().steps
    expect(first?.tabletsPerWeek).toEqual([
      { mgPerTablet: 10, tablets: 7 },
      { mgPerTablet: 5, tablets: 14 },
    ])
    expect(first?.tabletsForStep).toEqual(first?.tabletsPerWeek)
    expect(second?.tabletsPerWeek).toEqual([{ mgPerTablet: 10, tablets: 21 }])
    expect(second?.tabletsForStep).toBeUndefined()
  })

  test('a step that no tablets make stays in the calendar, says so, and the calendar is not ready', () => {
    const calendar = titration(origin, terms, '2026-11-30', tabletsOf(15))
    if ('problems' in calendar) throw new Error('refused')
    expect(calendar.ready).toBe(false)
    expect(calendar.steps[0]).toMatchObject({
      mgPerDay: 20,
      doses: [],
      tabletsPerWeek: [],
      notMade: {
        message:
          'No whole or half tablets of 15 mg per tablet make 20 mg per day. Nothing was rounded. The nearest that they make: below, 15 mg per day; above, 22.5 mg per day (not allowed by this step).',
        mgPerDayBelow: 15,
        mgPerDayAbove: 22.5,
      },
    })
    expect(calendar.steps[1]?.notMade).toBeUndefined()
  })

  test('a start before seven full days at the dose is refused, with the day from which it may be', () => {
    expect(titration(origin, terms, '2026-11-24', tabletsOf(10))).toMatchObject({
      problems: [{ kind: 'impossible', where: 'start', remedy: 'Start on 2026-11-25 or later.' }],
    })
    expect(made({}, '2026-11-25').steps[0]?.from).toBe('2026-11-25')
  })

  test('a start after the eGFR has become too old is not allowed', () => {
    expect(titration(origin, terms, '2027-02-24', tabletsOf(10))).toMatchObject({
      problems: [{ kind: 'not-allowed', where: 'increase-baclofen' }],
    })
    expect(made({}, '2027-02-23').steps[0]?.before).toEqual([])
  })

  test('a later step for which the eGFR will be too old asks for a new one', () => {
    expect(made({ kidneysKnownUntil: '2026-12-06' }).steps.map(({ before }) => before)).toEqual([
      [],
      [
        'Measure the eGFR before this step: the last result counts only until Sunday 6 December 2026.',
      ],
    ])
  })

  test('from the ceiling no step leads up', () => {
    expect(titration(origin, { ...terms, from: 30 }, '2026-11-30', tabletsOf(10))).toMatchObject({
      problems: [{ kind: 'not-allowed' }],
    })
  })
})

const anyTerms = fc.record({
  from: fc.integer({ min: 1, max: 299 }).map((tenths) => tenths / 10),
  step: fc.constantFrom(5, 10),
  ceiling: fc.constantFrom(15, 30),
})

test('no dose is above the ceiling, no rise above the step or sooner than seven days', () => {
  fc.assert(
    fc.property(anyTerms, anyDay, anyTablets, ({ from, step, ceiling }, start, tablets) => {
      fc.pre(from < ceiling)
      const now: TitrationTerms = {
        ...terms,
        from,
        step,
        ceiling,
        earliest: start,
        kidneysKnownUntil: addDays(start, 90),
      }
      const calendar = titration(origin, now, start, tablets)
      if ('problems' in calendar) throw new Error('refused')
      let [before, day] = [from, addDays(start, -7)]
      for (const { mgPerDay, from: first, until, doses: parts, notMade } of calendar.steps) {
        expect(mgPerDay).toBeLessThanOrEqual(ceiling)
        expect(mgPerDay).toBeGreaterThan(before)
        expect(mgPerDay - before).toBeLessThanOrEqual(step + 1e-9)
        expect(daysBetween(day, first)).toBe(7)
        expect(until === undefined || daysBetween(first, until) === 6).toBe(true)
        const sum = parts.reduce((all, { mgPerDose }) => all + mgPerDose, 0)
        expect(notMade === undefined ? sum : 0).toBe(notMade === undefined ? mgPerDay : sum)
        ;[before, day] = [mgPerDay, first]
      }
      expect(before).toBe(ceiling)
    }),
  )
})
