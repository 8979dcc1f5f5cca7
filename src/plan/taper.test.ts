import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TaperCalendar } from './calendar.ts'
import { daysBetween } from './dates.ts'
import { anyDay, anyTablets, origin, tabletsOf } from './plan.test-support.ts'
import { taper } from './taper.ts'
import type { TaperChoice, TaperTerms } from './taper.ts'

const terms: TaperTerms = {
  from: 30,
  onHold: false,
  end: 0,
  commonStep: [5, 10],
  commonEveryDays: 7,
}

const choice: TaperChoice = { start: '2026-12-14', step: 10, everyDays: 7, to: 0 }

const asked = (change: Partial<TaperChoice>, other: Partial<TaperTerms> = {}) =>
  taper(origin, { ...terms, ...other }, { ...choice, ...change }, tabletsOf(5, 10))

const made = (
  change: Partial<TaperChoice> = {},
  other: Partial<TaperTerms> = {},
): TaperCalendar => {
  const calendar = asked(change, other)
  if ('problems' in calendar) throw new Error(calendar.problems[0]?.message)
  return calendar
}

describe('a taper', () => {
  test.each<[string, Partial<TaperChoice>, Partial<TaperTerms>, readonly number[]]>([
    ['by 10 mg/day ends at 0', {}, {}, [20, 10, 0]],
    ['the last step is smaller where it must be', { step: 8 }, {}, [22, 14, 6, 0]],
    ['of 0.7 mg/day does not drift', { step: 0.7 }, { from: 2 }, [1.3, 0.6, 0]],
    ['to a dose that the prescriber named', { to: 5 }, {}, [20, 10, 5]],
    ['a reduction ends at 15', { step: 10, to: 15 }, { from: 30, end: 15 }, [20, 15]],
    ['a reduction may end lower', { step: 5, to: 10 }, { from: 20, end: 15 }, [15, 10]],
    ['a reduction may be one step', { step: 5, to: 15 }, { from: 20, end: 15 }, [15]],
  ])('%s', (_why, change, other, expected) => {
    expect(made(change, other).steps.map(({ mgPerDay }) => mgPerDay)).toEqual(expected)
  })

  test('crosses the end of the year by days, not by weeks of the calendar', () => {
    expect(made({ everyDays: 10 }).steps.map(({ from, until }) => [from, until])).toEqual([
      ['2026-12-14', '2026-12-23'],
      ['2026-12-24', '2027-01-02'],
      ['2027-01-03', undefined],
    ])
  })

  test('tablets are counted for a step that is not a week', () => {
    const [first] = made({ everyDays: 10 }).steps
    expect(first?.tabletsPerWeek).toEqual([
      { mgPerTablet: 10, tablets: 7 },
      { mgPerTablet: 5, tablets: 14 },
    ])
    expect(first?.tabletsForStep).toEqual([
      { mgPerTablet: 10, tablets: 10 },
      { mgPerTablet: 5, tablets: 20 },
    ])
  })

  test('the last step, to nothing, needs no tablets and is ready', () => {
    const { steps, ready } = made()
    expect(steps.at(-1)).toMatchObject({ mgPerDay: 0, doses: [], tabletsPerWeek: [] })
    expect(ready).toBe(true)
  })

  test.each<[string, Partial<TaperChoice>, readonly string[]]>([
    ['5 mg/day each week is common', { step: 5 }, []],
    ['10 mg/day each week is common', {}, []],
    [
      'a larger step is outside',
      { step: 10.5 },
      ['The step of 10.5 mg per day is larger than 5 to 10 mg per day.'],
    ],
    [
      'a smaller step is outside',
      { step: 4.5 },
      ['The step of 4.5 mg per day is smaller than 5 to 10 mg per day.'],
    ],
    ['sooner is outside', { everyDays: 6 }, ['The steps are 6 days apart, sooner than 7 days.']],
    ['later is outside', { everyDays: 8 }, ['The steps are 8 days apart, later than 7 days.']],
    ['every day is outside', { everyDays: 1 }, ['The steps are 1 day apart, sooner than 7 days.']],
  ])('%s, and what is outside is allowed', (_why, change, differs) => {
    expect(made(change).common.differs).toEqual(differs)
  })

  test('waits while withdrawal or neurotoxicity is suspected', () => {
    expect(asked({}, { onHold: true })).toMatchObject({ problems: [{ kind: 'not-allowed' }] })
  })

  test.each<[string, Partial<TaperChoice>, Partial<TaperTerms>, string]>([
    ['one step to nothing is a sudden stop', { step: 30 }, {}, 'step'],
    ['so is a step larger than the dose', { step: 10 }, { from: 5 }, 'step'],
    ['it does not end where it begins', { to: 30 }, {}, 'to'],
    ['a reduction does not end above its target', { to: 20 }, { end: 15 }, 'to'],
    ['a reduction is not a withdrawal', { to: 0 }, { end: 15 }, 'to'],
    ['hundreds of steps are a mistake', { step: 0.5 }, { from: 300 }, 'step'],
  ])('is refused: %s', (_why, change, other, where) => {
    expect(asked(change, other)).toMatchObject({ problems: [{ kind: 'impossible', where }] })
  })

  test('a step just below the dose leaves a dose between', () => {
    expect(made({ step: 29.5 }).steps.map(({ mgPerDay }) => mgPerDay)).toEqual([0.5, 0])
  })
})

test('a taper never rises and never skips: each step down is the step set, the last at most that', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 200 }).map((halves) => halves / 2),
      fc.integer({ min: 1, max: 60 }).map((halves) => halves / 2),
      fc.integer({ min: 1, max: 90 }),
      anyDay,
      anyTablets,
      (from, step, everyDays, start, tablets) => {
        fc.pre(step < from && from / step < 200)
        const calendar = taper(
          origin,
          { ...terms, from },
          { start, step, everyDays, to: 0 },
          tablets,
        )
        if ('problems' in calendar) throw new Error('refused')
        let before = from
        let day = start
        calendar.steps.forEach(({ mgPerDay, from: first, until, changeMgPerDay }, index) => {
          const last = index === calendar.steps.length - 1
          expect(changeMgPerDay).toBe(mgPerDay - before)
          expect(before - mgPerDay).toBeGreaterThan(0)
          expect(last ? before - mgPerDay <= step : before - mgPerDay === step).toBe(true)
          expect(daysBetween(day, first)).toBe(index === 0 ? 0 : everyDays)
          expect(until === undefined ? last : daysBetween(first, until) === everyDays - 1).toBe(
            true,
          )
          ;[before, day] = [mgPerDay, first]
        })
        expect(before).toBe(0)
        expect(calendar.steps.length).toBe(Math.ceil(from / step))
      },
    ),
  )
})
