import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MagnesiumCalendar } from './calendar.ts'
import { countTablets, held, readTablet } from './magnesium-tablet.ts'
import type { MagnesiumTablet } from './magnesium-tablet.ts'
import { magnesium } from './magnesium.ts'
import type { MagnesiumChoice } from './magnesium.ts'
import { origin } from './plan.test-support.ts'

const terms = { mmolPerDay: 12, mmolPerDayAtMost: 24, knownUntil: '2027-02-23' }

const tablet = (label: string): MagnesiumTablet => {
  const read = readTablet(label)
  if ('message' in read) throw new Error(read.message)
  return read
}

const asked = (choice: Partial<MagnesiumChoice> = {}) =>
  magnesium(origin, terms, { start: '2026-12-28', nights: 14, ...choice })

const made = (choice: Partial<MagnesiumChoice> = {}): MagnesiumCalendar => {
  const calendar = asked(choice)
  if ('problems' in calendar) throw new Error(calendar.problems[0]?.message)
  return calendar
}

describe('a magnesium course', () => {
  test('is 12 mmol at night in three figures, each of them named', () => {
    expect(made()).toMatchObject({
      from: '2026-12-28',
      until: '2027-01-10',
      nights: 14,
      perNight: { mmol: 12, mgMagnesiumOxide: 484, mgElementalMagnesium: 292 },
      raisedByClinician: false,
    })
  })

  test('goes to 24 mmol only when the clinician says so', () => {
    expect(made({ mmol: 24 })).toMatchObject({
      perNight: { mmol: 24, mgMagnesiumOxide: 967, mgElementalMagnesium: 583 },
      raisedByClinician: true,
    })
  })

  test.each([
    ['more than 24 mmol', { mmol: 24.5 }, 'mmol'],
    ['less than 12 mmol', { mmol: 11.5 }, 'mmol'],
    ['nights beyond the time for which magnesium and eGFR are known', { nights: 59 }, 'nights'],
    ['a start beyond it', { start: '2027-02-24', nights: 1 }, 'nights'],
  ])('refuses %s', (_why, choice, where) => {
    expect(asked(choice)).toMatchObject({ problems: [{ kind: 'impossible', where }] })
  })

  test('may last until the last night on which they are known', () => {
    expect(made({ nights: 58 }).until).toBe('2027-02-23')
  })

  test('counts the tablets of a night and of the course', () => {
    expect(made({ tablet: tablet('4 mmol') }).tablet).toEqual({
      label: '4 mmol',
      holds: { mmol: 4, mgMagnesiumOxide: 161, mgElementalMagnesium: 97 },
      perNight: 3,
      inAll: 42,
    })
  })

  test('says that a tablet does not make the amount, and what is below and above', () => {
    expect(made({ tablet: tablet('400 mg oxide') }).tablet).toEqual({
      label: '400 mg oxide',
      holds: { mmol: 9.92, mgMagnesiumOxide: 400, mgElementalMagnesium: 241 },
      notMade: {
        message:
          'No whole or half tablets of 400 mg oxide make 12 mmol. Nothing was rounded. The amount above would be a step of the clinician.',
        below: { tablets: 1, mmol: 9.92, mgMagnesiumOxide: 400, mgElementalMagnesium: 241 },
        above: { tablets: 1.5, mmol: 14.89, mgMagnesiumOxide: 600, mgElementalMagnesium: 362 },
      },
    })
  })

  test('an amount above what the source allows is said to be so', () => {
    const { notMade } = made({ mmol: 24, tablet: tablet('10 mmol') }).tablet ?? {}
    expect(notMade?.message).toContain('more than the 24 mmol a night that the source allows')
    expect(notMade?.above?.mmol).toBe(25)
  })

  test('a tablet of which half is too much already has nothing below', () => {
    const { notMade } = made({ mmol: 12, tablet: tablet('24 mmol') }).tablet ?? {}
    expect(notMade).toBeUndefined()
    expect(countTablets(tablet('24 mmol'), 11)).toEqual({ below: 0, above: 0.5 })
  })
})

describe('a label', () => {
  test.each([
    ['4 mmol', 4, 'mmol'],
    ['400 mg oxide', 400, 'mg oxide'],
    ['400mg  Magnesium Oxide', 400, 'mg oxide'],
    ['97.2 mg elemental', 97.2, 'mg elemental'],
    ['241 mg elemental magnesium', 241, 'mg elemental'],
  ])('"%s" is read', (label, amount, basis) => {
    expect(readTablet(label)).toMatchObject({ amount, basis })
  })

  test.each([
    ['400 mg', 'oxide or of elemental'],
    ['400 mg magnesium', 'oxide or of elemental'],
    ['400', 'not an amount'],
    ['400 mg citrate', 'not an amount'],
    ['97,2 mg elemental', 'not an amount'],
    ['', 'not an amount'],
    ['4 mol', 'not an amount'],
    ['400 mmol', 'would hold 400 mmol'],
    ['4 mg oxide', 'would hold 0.0992 mmol'],
  ])('"%s" is refused, never guessed', (label, words) => {
    expect(readTablet(label)).toMatchObject({ message: expect.stringContaining(words) as string })
  })

  test('is rounded itself: what lies within its last digit is made, and that is said', () => {
    expect(countTablets(tablet('97.2 mg elemental'), 12)).toEqual({
      tablets: 3,
      rounding:
        '3 x 97.2 mg elemental is 291.6 mg elemental; 12 mmol is 291.66. The difference is within the rounding of the label.',
    })
    expect(countTablets(tablet('97 mg elemental'), 12)).toMatchObject({ tablets: 3 })
    expect(countTablets(tablet('97.6 mg elemental'), 12)).toEqual({ below: 2.5, above: 3 })
    expect(countTablets(tablet('96 mg elemental'), 12)).toEqual({ below: 3, above: 3.5 })
    expect(countTablets(tablet('484 mg oxide'), 12)).toMatchObject({ tablets: 1 })
    expect(countTablets(tablet('484 mg oxide'), 18)).toMatchObject({ tablets: 1.5 })
  })
})

test('tablets make an amount to 1 % or are said not to, and the neighbors lie around it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 24, max: 48 }).map((halves) => halves / 2),
      fc.oneof(
        fc.integer({ min: 2, max: 20 }).map((mmol) => `${String(mmol)} mmol`),
        fc.integer({ min: 21, max: 900 }).map((mg) => `${String(mg)} mg oxide`),
        fc.integer({ min: 130, max: 5000 }).map((mg) => `${String(mg / 10)} mg elemental`),
      ),
      (mmol, label) => {
        const read = tablet(label)
        const count = countTablets(read, mmol)
        const one =
          read.amount / { mmol: 1, 'mg oxide': 40.304, 'mg elemental': 24.305 }[read.basis]
        if ('tablets' in count) {
          expect(count.tablets % 0.5).toBe(0)
          expect(Math.abs(count.tablets * one - mmol)).toBeLessThanOrEqual(0.01 * mmol)
          expect(count.rounding === undefined).toBe(Math.abs(count.tablets * one - mmol) < 1e-6)
        } else {
          expect(count.above - count.below).toBe(0.5)
          expect(count.below * one).toBeLessThan(mmol)
          expect(count.above * one).toBeGreaterThan(mmol)
        }
      },
    ),
  )
})

test('a tablet holds what its label says, in each figure', () => {
  expect(held(tablet('484 mg oxide'))).toEqual({
    mmol: 12.01,
    mgMagnesiumOxide: 484,
    mgElementalMagnesium: 292,
  })
})
