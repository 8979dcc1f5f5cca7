import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { taperCalendar, titrationCalendar } from '../../../calendars.ts'
import { derived } from '../plan/plan.test-support.ts'
import { editCalendar } from './edited.ts'

const shared = { start: '2026-11-30', strengths: [5, 10] }

const up = (() => {
  const calendar = titrationCalendar(derived({ baclofenDose: '10' }).plan, shared)
  if ('problems' in calendar) throw new Error(calendar.problems[0]?.message)
  return calendar
})()

const down = (() => {
  const { plan } = derived({}, { stoppingBaclofen: 'yes' })
  const calendar = taperCalendar(plan, { ...shared, step: 5, everyDays: 7 })
  if ('problems' in calendar) throw new Error(calendar.problems[0]?.message)
  return calendar
})()

test('an untouched calendar is the calendar', () => {
  expect(editCalendar(up, {})).toEqual(up)
  expect(editCalendar(down, {})).toEqual(down)
})

describe('a row that a clinician changed', () => {
  test('has its tablets and the days around it made anew', () => {
    const { steps, ready } = editCalendar(up, { 2: { mgPerDay: '22,5', from: '2026-12-10' } })
    expect(ready).toBe(true)
    expect(steps[0]).toMatchObject({ until: '2026-12-09' })
    expect(steps[1]).toMatchObject({ mgPerDay: 22.5, changeMgPerDay: 2.5, edited: 'inside source' })
    const sum = steps[1]?.doses.reduce((all, { mgPerDose }) => all + mgPerDose, 0)
    expect(sum).toBe(22.5)
  })

  test.each([
    ['a larger step', { 1: { mgPerDay: '25' } }],
    ['more than the ceiling', { 2: { mgPerDay: '35' } }],
    ['a sooner step', { 2: { from: '2026-12-03' } }],
  ])('is marked as outside the source: %s', (_why, edits) => {
    expect(editCalendar(up, edits).steps.map(({ edited }) => edited)).toContain('outside source')
  })

  test.each([
    ['no dose at once', { 1: { mgPerDay: '0' } }],
    ['no number', { 1: { mgPerDay: 'ten' } }],
    ['a day before the step before', { 2: { from: '2026-11-01' } }],
  ])('is refused, and nothing can be followed until it is mended: %s', (_why, edits) => {
    const { steps, ready } = editCalendar(up, edits)
    expect(ready).toBe(false)
    expect(steps.some(({ refused }) => refused !== undefined)).toBe(true)
  })

  test('ends a taper at 0 only in the last of several steps', () => {
    expect(editCalendar(down, { 1: { mgPerDay: '0' } }).ready).toBe(false)
  })

  test('is never rounded: what tablets do not make is said', () => {
    const { steps, ready } = editCalendar(up, { 1: { mgPerDay: '24.3' } })
    expect(ready).toBe(false)
    expect(steps[0]).toMatchObject({ mgPerDay: 24.3, doses: [], notMade: {} })
  })

  test('whatever is typed, what is ready sums to its dose in whole and half tablets', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 240 }), (quarters) => {
        const mg = quarters / 4
        const { steps, ready } = editCalendar(up, { 1: { mgPerDay: String(mg) } })
        if (!ready) return
        const doses = steps[0]?.doses ?? []
        const tablets = doses.flatMap((dose) => dose.tablets)
        expect(tablets.reduce((sum, one) => sum + one.mgPerTablet * one.tablets, 0)).toBe(mg)
        expect(tablets.every((one) => Number.isInteger(one.tablets * 2))).toBe(true)
      }),
    )
  })
})
