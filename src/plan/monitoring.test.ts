import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from './dates.ts'
import { daysAfter, monitoring } from './monitoring.ts'
import { anyDay, origin } from './plan.test-support.ts'

const terms = { what: ['creatinine', 'sodium', 'potassium'], everyDays: 7, forDays: 28 }

test('blood tests: a baseline, then weekly for four weeks', () => {
  expect(monitoring(origin, terms, ['2026-12-14']).tests).toEqual([
    { number: 1, on: '2026-12-14', because: ['baseline, before the change'] },
    { number: 2, on: '2026-12-21', because: ['7 days after the change'] },
    { number: 3, on: '2026-12-28', because: ['14 days after the change'] },
    { number: 4, on: '2027-01-04', because: ['21 days after the change'] },
    { number: 5, on: '2027-01-11', because: ['28 days after the change'] },
  ])
})

test('an interval that does not divide the month still ends with its last day', () => {
  expect(daysAfter(5, 28)).toEqual([5, 10, 15, 20, 25, 28])
  expect(daysAfter(7, 28)).toEqual([7, 14, 21, 28])
  expect(daysAfter(1, 3)).toEqual([1, 2, 3])
})

test('a further change starts the month again, and a day that both share is one test', () => {
  const { tests, changes } = monitoring(origin, terms, ['2026-12-21', '2026-12-14', '2026-12-14'])
  expect(changes).toEqual(['2026-12-14', '2026-12-21'])
  expect(tests.map(({ on }) => on)).toEqual([
    '2026-12-14',
    '2026-12-21',
    '2026-12-28',
    '2027-01-04',
    '2027-01-11',
    '2027-01-18',
  ])
  expect(tests[1]?.because).toEqual(['7 days after change 1', 'baseline, before change 2'])
})

test('days ascend, and from each change on no gap is longer than the interval for a month', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 7 }),
      (start, days, everyDays) => {
        const changes = days.map((day) => addDays(start, day))
        const { tests } = monitoring(origin, { ...terms, everyDays }, changes)
        const on = tests.map((each) => each.on)
        expect(on).toEqual([...new Set(on)].sort())
        for (const change of changes) {
          const month = on.filter((day) => day >= change && day <= addDays(change, 28))
          expect([month[0], month.at(-1)]).toEqual([change, addDays(change, 28)])
          for (const [index, day] of month.slice(1).entries()) {
            expect(daysBetween(month[index] as string, day)).toBeLessThanOrEqual(everyDays)
          }
        }
      },
    ),
  )
})
