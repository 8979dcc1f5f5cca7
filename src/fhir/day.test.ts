import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn, momentOf } from './day.ts'

describe('a date of a record', () => {
  test('is a civil day', () => {
    expect(momentOf('2026-11-23')).toEqual({
      date: '2026-11-23',
      day: 20_780,
      last: 20_780,
      instant: undefined,
    })
    expect(momentOf('1970-01-01')?.day).toBe(0)
  })
  test('counts every day of four centuries as the calendar does', () => {
    for (let day = Date.UTC(1850, 0, 1); day < Date.UTC(2250, 0, 1); day += 86_400_000) {
      expect(momentOf(new Date(day).toISOString().slice(0, 10))?.day).toBe(day / 86_400_000)
    }
  })
  test('of a month or a year only is any of its days', () => {
    expect(momentOf('2024-02')).toMatchObject({ date: '2024-02-01', day: 19_754, last: 19_782 })
    expect(momentOf('2026')).toMatchObject({ date: '2026-01-01', day: 20_454, last: 20_818 })
  })
  test('with a time and an offset is an instant, on the civil day of the place', () => {
    expect(momentOf('2026-11-23T23:30:00-05:00')).toMatchObject({
      date: '2026-11-23',
      instant: Date.UTC(2026, 10, 24, 4, 30),
    })
    expect(momentOf('2026-11-23T01:00:00.250+10:00')?.instant).toBe(
      Date.UTC(2026, 10, 22, 15, 0, 0, 250),
    )
  })
  test('with a time and no offset is no instant', () => {
    expect(momentOf('2026-11-23T08:00:00')).toMatchObject({
      date: '2026-11-23',
      instant: undefined,
    })
  })
  test('is the instant that the language reads', () => {
    const dates = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(dates, (date) => {
        expect(momentOf(date.toISOString())?.instant).toBeCloseTo(date.getTime(), 3)
      }),
    )
  })
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-11-00',
    '2026-11-31',
    '2026-1-1',
    '26-11-23',
    '2026/11/23',
    '2026-11-23 08:00',
    '2026-11-23T',
    '2026-11-23T25:00:00Z',
    '2026-11-23T08:60:00Z',
    '2026-11-23Tnoon',
    '2026-11-23T08:00:00ZZ',
    'x026-11-23',
    '202x',
    '2026-1x',
    '',
    ' 2026-11-23',
    '2026-11-23\n',
    20_261_123,
    null,
    undefined,
    {},
  ])('%j is none', (value) => {
    expect(momentOf(value)).toBeUndefined()
  })
  test('is read or refused for any text, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const moment = momentOf(text)
        expect(moment === undefined || moment.day <= moment.last).toBe(true)
      }),
    )
  })
})

describe('an age', () => {
  const on = momentOf('2026-11-23')
  test.each([
    ['2000-11-23', [26, 26]],
    ['2000-11-24', [25, 25]],
    ['2000-11', [25, 26]],
    ['2000', [25, 26]],
    ['2026-11', [0, 0]],
  ])('of a person born %s', (birth, expected) => {
    expect(on && ageOn(birth, on)).toEqual(expected)
  })
  test('before birth there is none', () => {
    expect(on && ageOn('2026-11-24', on)).toBeUndefined()
  })
  test('a birthday of 29 February comes on 1 March', () => {
    const before = momentOf('2025-02-28')
    const after = momentOf('2025-03-01')
    expect(before && ageOn('1960-02-29', before)).toEqual([64, 64])
    expect(after && ageOn('1960-02-29', after)).toEqual([65, 65])
  })
})
