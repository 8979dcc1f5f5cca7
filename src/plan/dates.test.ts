import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { addDays, daysBetween, isCivilDate, longDate, longDates, shortDay } from './dates.ts'

test.each([
  ['2026-11-30', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['2026-11-30T00:00', false],
  ['', false],
])('"%s" is a civil date: %s', (text, is) => {
  expect(isCivilDate(text)).toBe(is)
})

test.each([
  ['into a leap day', '2028-02-22', '2028-02-29'],
  ['over the end of a common February', '2027-02-22', '2027-03-01'],
  ['over the end of a year', '2026-12-28', '2027-01-04'],
  ['over the start of summer time', '2027-03-25', '2027-04-01'],
])('a week is seven days: %s', (_why, from, to) => {
  expect(addDays(from, 7)).toBe(to)
  expect(daysBetween(from, to)).toBe(7)
  expect(daysBetween(to, from)).toBe(-7)
})

test('a date is written in full, with its weekday', () => {
  expect(longDate('2026-11-30')).toBe('Monday 30 November 2026')
  expect(longDate('2028-02-29')).toBe('Tuesday 29 February 2028')
  expect(shortDay('2026-12-06')).toBe('Sun  6')
})

test('two dates share their year when it is the same', () => {
  expect(longDates('2026-11-30', '2026-12-06')).toBe('Monday 30 November to Sunday 6 December 2026')
  expect(longDates('2026-12-28', '2027-01-03')).toBe(
    'Monday 28 December 2026 to Sunday 3 January 2027',
  )
})

test('days are counted as Temporal counts them, in every century', () => {
  const date = fc.date({
    min: new Date('1800-01-01T00:00:00Z'),
    max: new Date('2300-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(date, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      const text = from.toISOString().slice(0, 10)
      const later = Temporal.PlainDate.from(text).add({ days })
      expect(addDays(text, days)).toBe(later.toString())
      expect(daysBetween(text, later.toString())).toBe(days)
      expect(isCivilDate(later.toString())).toBe(true)
      const weekday = later.toLocaleString('en', { weekday: 'long', calendar: 'iso8601' })
      expect(longDate(later.toString())).toMatch(new RegExp(`^${weekday} `))
    }),
  )
})

test.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01'])(
  '%s is no day of the calendar',
  (text) => {
    expect(isCivilDate(text)).toBe(false)
  },
)

test('every month has its name', () => {
  const named = Array.from({ length: 12 }, (_one, month) =>
    longDate(`2026-${String(month + 1).padStart(2, '0')}-15`)
      .split(' ')
      .at(2),
  )
  expect(named).toEqual(
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
  )
})
