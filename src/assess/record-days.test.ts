import { describe, expect, test } from 'vitest'
import {
  concept,
  instruction,
  known,
  order,
  quantity,
  rxNorm,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const days = (...orders: readonly Resource[]): unknown => known('daysAtDose', ...orders)

/** An order of 10 mg so many times a day, of a day. */
const since = (authoredOn: string | undefined, times = 2, change: Resource = {}): Resource =>
  order({
    id: `order-${String(authoredOn)}-${String(times)}`,
    authoredOn,
    dosageInstruction: [instruction(quantity(10, 'mg'), timesADay(times))],
    ...change,
  })

const completed = { status: 'completed' }
const stopped = { status: 'stopped' }

describe('days at the present dose', () => {
  test('are at least those since the newest active order', () => {
    expect(days(since('2026-11-09'))).toEqual([14, Infinity])
    expect(days(since('2026-11-01'), since('2026-11-10', 1))).toEqual([13, Infinity])
  })
  test('are at least 7 on the seventh day', () => {
    expect(days(since('2026-11-16'))).toEqual([7, Infinity])
  })
  test('of an order without a date, or with one that cannot be read, are not known', () => {
    expect(days(since(undefined))).toBe('an active order has no date')
    expect(days(since('last week'))).toBe('an active order has no date')
    expect(days(since('2026-11-01'), since(undefined, 1))).toBe('an active order has no date')
  })
  test('of an order dated by month count from the end of that month', () => {
    expect(days(since('2026-10'))).toEqual([23, Infinity])
    expect(days(since('2026-11'))).toMatch(/0 days old and may be a renewal/)
    expect(days(since('2026'))).toMatch(/may be a renewal/)
  })
  test('of an order with a time are those of its civil day', () => {
    expect(days(since('2026-11-16T23:59:00-05:00'))).toEqual([7, Infinity])
  })
})

describe('fewer than 7 days', () => {
  test('may be a renewal where nothing is known of before', () => {
    expect(days(since('2026-11-20'))).toMatch(/3 days old and may be a renewal/)
  })
  test('are a change of dose where the order before was another dose', () => {
    expect(days(since('2026-11-20'), since('2026-10-01', 1, completed))).toBe(3)
    expect(days(since('2026-11-20'), since('2026-10-01', 1, stopped))).toBe(3)
  })
  test('are a renewal where the order before ran its course at the same dose', () => {
    expect(days(since('2026-11-20'), since('2026-10-01', 2, completed))).toEqual([53, Infinity])
  })
  test('reach back over several renewals, to the last other dose', () => {
    const row = [
      since('2026-11-20'),
      since('2026-10-20', 2, completed),
      since('2026-09-20', 2, completed),
      since('2026-08-20', 1, completed),
    ]
    expect(days(...row)).toEqual([64, Infinity])
    expect(days(...[...row].reverse())).toEqual([64, Infinity])
  })
  test('after a long gap may be a new start at the old dose', () => {
    expect(days(since('2026-11-20'), since('2026-01-05', 2, completed))).toMatch(/may be a renewal/)
  })
  test('after an order that was stopped may be a new start', () => {
    expect(days(since('2026-11-20'), since('2026-10-01', 2, stopped))).toMatch(/may be a renewal/)
  })
  test('of an order that says which one it replaces are a renewal', () => {
    const before = since('2026-10-01', 2, stopped)
    const priorPrescription = { reference: `MedicationRequest/${String(before['id'])}` }
    expect(days(since('2026-11-20', 2, { priorPrescription }), before)).toEqual([53, Infinity])
  })
  test('after an order of which the dose cannot be read are not known', () => {
    const unreadable = { ...completed, dosageInstruction: [] }
    expect(days(since('2026-11-20'), since('2026-10-01', 2, unreadable))).toMatch(/renewal/)
  })
  test('of one of two active orders are not known: which was renewed cannot be told', () => {
    const both = [since('2026-11-20'), since('2026-10-01', 1), since('2026-09-01', 2, completed)]
    expect(days(...both)).toMatch(/renewal/)
  })
})

describe('what makes the days not known', () => {
  test('an ended order that is newer than the active ones', () => {
    expect(days(since('2026-10-01'), since('2026-11-01', 1, stopped))).toMatch(/has ended is newer/)
  })
  test('an ended order without a date', () => {
    expect(days(since('2026-10-01'), since(undefined, 1, stopped))).toMatch(/has ended is newer/)
  })
  test('a dose that is only a range, or not known', () => {
    expect(days(since('2026-10-01', 2, { status: 'on-hold' }))).toBe(
      'the dose is known only as a range',
    )
    expect(days(since('2026-10-01', 2, { dosageInstruction: [] }))).toBe('the dose is not known')
  })
  test('another medicine of a later day changes nothing', () => {
    const other = { medicationCodeableConcept: concept(rxNorm, '860975', 'metformin') }
    expect(days(since('2026-10-01'), since('2026-11-20', 1, other))).toEqual([53, Infinity])
  })
})
