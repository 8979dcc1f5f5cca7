import ICAL from 'ical.js'
import { afterEach, describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { everyCalendar, magnesiumNights, tapered, titrated } from './calendars.test-support.ts'
import { addDays } from './dates.ts'
import { calendarIcs } from './ics.ts'

interface Parsed {
  readonly uid: string
  readonly title: string
  readonly words: string
  readonly first: string
  readonly last: string
  readonly allDay: boolean
  readonly stamp: string
}

const parse = (text: string): readonly Parsed[] =>
  new ICAL.Component(ICAL.parse(text) as unknown[])
    .getAllSubcomponents('vevent')
    .map((component) => {
      const event = new ICAL.Event(component)
      return {
        uid: event.uid,
        title: event.summary,
        words: event.description,
        first: event.startDate.toString(),
        last: addDays(event.endDate.toString(), -1),
        allDay: event.startDate.isDate && event.endDate.isDate,
        stamp: String(component.getFirstPropertyValue('dtstamp')),
      }
    })

test('a course of nights is one all-day event, written exactly so', () => {
  expect(calendarIcs(magnesiumNights('4 mmol'))).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//crampwise//calendar//EN',
      'BEGIN:VEVENT',
      'UID:night-2026-12-28@crampwise',
      'SEQUENCE:0',
      'DTSTAMP:20261125T000000Z',
      'DTSTART;VALUE=DATE:20261228',
      'DTEND;VALUE=DATE:20270107',
      'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
      'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
      'SUMMARY:Medicine plan: at night',
      'TRANSP:TRANSPARENT',
      'DESCRIPTION:Follow the printed plan that your prescriber confirmed. Confir',
      ' m with prescriber.',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
})

test('each step of a titration is an all-day event of its days; the last, which goes on, is of its first', () => {
  const events = parse(calendarIcs(titrated(5, 10)))
  expect(events.map(({ uid, title, first, last }) => [uid, title, first, last])).toEqual([
    ['up-2026-12-28-1@crampwise', 'Medicine plan: step 1', '2026-12-28', '2027-01-03'],
    ['up-2026-12-28-2@crampwise', 'Medicine plan: step 2', '2027-01-04', '2027-01-10'],
    ['up-2026-12-28-3@crampwise', 'Medicine plan: step 3', '2027-01-11', '2027-01-11'],
  ])
  for (const { words } of events) {
    expect(words).toContain('check for side effects again')
    expect(words).toContain('Never stop the medicine suddenly.')
  }
})

describe.each(everyCalendar())('the iCalendar file of a %s', (_name, calendar: Calendar) => {
  const text = calendarIcs(calendar)

  test('has lines of at most 75 octets that end in CRLF, the last one too', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    }
  })

  test('is read by another program as all-day events with ascending days and identifiers of their own', () => {
    const events = parse(text)
    expect(events.length).toBeGreaterThan(0)
    const days = events.map(({ first }) => first)
    expect(days).toEqual([...new Set(days)].sort())
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    for (const { allDay, stamp, first, last } of events) {
      expect([allDay, stamp]).toEqual([true, '2026-11-25T00:00:00Z'])
      expect(last >= first).toBe(true)
    }
  })

  test('names neither medicine nor dose nor disease', () => {
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).not.toMatch(/baclofen|magnesium|mg|mmol|cramp(?!wise)|liver|creatinine/i)
  })

  test('is the same when it is made again', () => {
    expect(calendarIcs(calendar)).toBe(text)
  })
})

test('doses are shown only when that is asked for', () => {
  const [first] = parse(calendarIcs(titrated(5, 10), { doses: true }))
  expect(first?.title).toBe('Medicine plan: step 1 (20 mg per day)')
  expect(first?.words.split('\n').slice(1)).toEqual([
    'morning: 10 mg per dose, one 10 mg tablet',
    'bedtime: 10 mg per dose, one 10 mg tablet',
  ])
})

test('an event of a calendar that is not ready says so', () => {
  for (const { title, words } of parse(calendarIcs(tapered(12)))) {
    expect(title).toMatch(/\(not ready\)$/)
    expect(words).toContain('must not be followed')
  }
})

test('a series keeps two people apart, and lets nothing into the file that an identifier may not hold', () => {
  const [first] = parse(calendarIcs(titrated(5, 10), { series: 'b7\r\nX:1' }))
  expect(first?.uid).toBe('up-b7X1-2026-12-28-1@crampwise')
})

describe('the days are the same wherever the program runs', () => {
  const zone = process.env['TZ']
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
  const here = calendarIcs(tapered(10))
  test.each([
    ['UTC', 0],
    ['Pacific/Kiritimati', -840],
    ['Pacific/Pago_Pago', 660],
    ['America/Sao_Paulo', 180],
    ['Europe/Berlin', -60],
  ])('%s', (name, offset) => {
    process.env['TZ'] = name
    expect(new Date('2026-12-14').getTimezoneOffset()).toBe(offset)
    expect(calendarIcs(tapered(10))).toBe(here)
  })
})
