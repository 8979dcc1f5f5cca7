import { describe, expect, test } from 'vitest'
import { bounded, compareInterval, exactly, exactValue, opposite } from './interval.ts'
import type { Comparison, Interval } from './interval.ts'
import type { Truth } from './truth.ts'

const open = { lowOpen: true, highOpen: true }

type Row = readonly [
  what: string,
  known: Interval,
  less: Truth,
  atMost: Truth,
  more: Truth,
  atLeast: Truth,
]

/** Each against the limit 60: below it, at most, above, at least. */
const rows: readonly Row[] = [
  ['59', exactly(59), 'true', 'true', 'false', 'false'],
  ['60', exactly(60), 'false', 'true', 'false', 'true'],
  ['61', exactly(61), 'false', 'false', 'true', 'true'],
  ['below 60', bounded('<', 60), 'true', 'true', 'false', 'false'],
  ['at most 60', bounded('<=', 60), 'unknown', 'true', 'false', 'unknown'],
  ['above 60', bounded('>', 60), 'false', 'false', 'true', 'true'],
  ['at least 60', bounded('>=', 60), 'false', 'unknown', 'unknown', 'true'],
  ['below 61', bounded('<', 61), 'unknown', 'unknown', 'unknown', 'unknown'],
  ['above 59', bounded('>', 59), 'unknown', 'unknown', 'unknown', 'unknown'],
  ['below 15', bounded('<', 15), 'true', 'true', 'false', 'false'],
  ['above 90', bounded('>', 90), 'false', 'false', 'true', 'true'],
  ['50 to 59', { low: 50, high: 59 }, 'true', 'true', 'false', 'false'],
  ['50 to 60', { low: 50, high: 60 }, 'unknown', 'true', 'false', 'unknown'],
  ['50 to just under 60', { low: 50, high: 60, ...open }, 'true', 'true', 'false', 'false'],
  ['60 to 70', { low: 60, high: 70 }, 'false', 'unknown', 'unknown', 'true'],
  ['just over 60 to 70', { low: 60, high: 70, ...open }, 'false', 'false', 'true', 'true'],
  ['61 to 70', { low: 61, high: 70 }, 'false', 'false', 'true', 'true'],
  ['50 to 70', { low: 50, high: 70 }, 'unknown', 'unknown', 'unknown', 'unknown'],
  [
    'ends said to be closed',
    { low: 60, high: 60, lowOpen: false, highOpen: false },
    'false',
    'true',
    'false',
    'true',
  ],
  [
    'anything at all',
    { low: -Infinity, high: Infinity },
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ],
  ['no number', exactly(NaN), 'unknown', 'unknown', 'unknown', 'unknown'],
]

describe('an eGFR against a limit of 60', () => {
  test.each(rows)('%s', (_what, interval, less, atMost, more, atLeast) => {
    expect(compareInterval(interval, '<', 60)).toBe(less)
    expect(compareInterval(interval, '<=', 60)).toBe(atMost)
    expect(compareInterval(interval, '>', 60)).toBe(more)
    expect(compareInterval(interval, '>=', 60)).toBe(atLeast)
  })
})

const comparisons: readonly Comparison[] = ['<', '<=', '>', '>=']

const holds = (value: number, by: Comparison, limit: number): boolean => {
  switch (by) {
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
  }
}

const isIn = (value: number, { low, high, lowOpen, highOpen }: Interval): boolean =>
  (lowOpen === true ? value > low : value >= low) &&
  (highOpen === true ? value < high : value <= high)

const quarters = Array.from({ length: 29 }, (_, index) => index / 4 - 1)
const ends = [-Infinity, 1, 2, 3, 4, Infinity]

/** Every interval that has a value, with ends of 1 to 4 or none. */
const intervals: readonly Interval[] = ends
  .flatMap((low) =>
    ends.flatMap((high) =>
      [true, false].flatMap((lowOpen) =>
        [true, false].map((highOpen) => ({ low, high, lowOpen, highOpen })),
      ),
    ),
  )
  .filter((interval) => quarters.some((value) => isIn(value, interval)))

test('a comparison is decided exactly where every value that the interval holds agrees', () => {
  expect(intervals.length).toBeGreaterThan(60)
  for (const interval of intervals) {
    const values = quarters.filter((value) => isIn(value, interval))
    for (const limit of [1, 1.5, 2, 3, 3.5, 4]) {
      for (const by of comparisons) {
        const answers = new Set(values.map((value) => holds(value, by, limit)))
        const expected = answers.size > 1 ? 'unknown' : answers.has(true) ? 'true' : 'false'
        const what = `${JSON.stringify(interval)} ${by} ${String(limit)}`
        expect(compareInterval(interval, by, limit), what).toBe(expected)
      }
    }
  }
})

test('the opposite comparison is true where the comparison is false, and unknown where it is', () => {
  for (const interval of intervals) {
    for (const by of comparisons) {
      const truth = compareInterval(interval, by, 2)
      const expected = truth === 'unknown' ? truth : truth === 'true' ? 'false' : 'true'
      expect(compareInterval(interval, opposite[by], 2)).toBe(expected)
    }
  }
})

describe('what a laboratory writes', () => {
  test.each<[Comparison, Interval]>([
    ['<', { low: -Infinity, high: 60, highOpen: true }],
    ['<=', { low: -Infinity, high: 60 }],
    ['>', { low: 60, high: Infinity, lowOpen: true }],
    ['>=', { low: 60, high: Infinity }],
  ])('"%s60" is a bound', (by, interval) => {
    expect(bounded(by, 60)).toEqual(interval)
  })

  test('"60" is one value', () => {
    expect(exactly(60)).toEqual({ low: 60, high: 60 })
    expect(exactValue(exactly(60))).toBe(60)
  })

  test.each<[string, Interval]>([
    ['">60"', bounded('>', 60)],
    ['a range', { low: 10, high: 20 }],
    ['anything', { low: -Infinity, high: Infinity }],
  ])('%s is no one value: no dose is computed from it', (_what, interval) => {
    expect(exactValue(interval)).toBeUndefined()
  })
})
