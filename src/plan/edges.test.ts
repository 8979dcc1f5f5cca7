import { describe, expect, test } from 'vitest'
import { addDays } from './dates.ts'
import { countTablets, readTablet } from './magnesium-tablet.ts'
import type { MagnesiumTablet } from './magnesium-tablet.ts'
import { magnesium } from './magnesium.ts'
import type { MagnesiumChoice, MagnesiumTerms } from './magnesium.ts'
import { origin, tabletsOf } from './plan.test-support.ts'
import { tabletTable, tabletsOf as tabletsMaking } from './tablets.ts'
import { taper, taperDoses } from './taper.ts'
import type { TaperChoice, TaperTerms } from './taper.ts'
import { titration, titrationDoses } from './titration.ts'

const tablet = (label: string): MagnesiumTablet => {
  const read = readTablet(label)
  if ('message' in read) throw new Error(read.message)
  return read
}

describe('which tablets make a dose', () => {
  test.each<[string, readonly number[], number, readonly (readonly [number, number])[]]>([
    ['fewer pieces go before a larger tablet', [20, 15, 5], 30, [[15, 2]]],
    [
      'of as many pieces, the larger tablet comes in',
      [20, 15, 10],
      30,
      [
        [20, 1],
        [10, 1],
      ],
    ],
    [
      'a half of the larger stands before a whole of the smaller',
      [15, 10],
      17.5,
      [
        [15, 0.5],
        [10, 1],
      ],
    ],
  ])('%s', (_why, strengths, mg, expected) => {
    const made = tabletsMaking(tabletTable(strengths, mg), mg * 4)
    expect(made?.map(({ mgPerTablet, tablets }) => [mgPerTablet, tablets])).toEqual(expected)
  })
})

describe('what no tablets make', () => {
  const terms: TaperTerms = {
    from: 30,
    onHold: false,
    end: 0,
    commonStep: [5, 10],
    commonEveryDays: 7,
  }
  const choice: TaperChoice = { start: '2026-12-14', step: 10, everyDays: 7, to: 0 }
  const sentence = (tablets: Parameters<typeof taper>[3], step = 10): string => {
    const calendar = taper(origin, terms, { ...choice, step }, tablets)
    if ('problems' in calendar) throw new Error('refused')
    return calendar.steps.find(({ notMade }) => notMade !== undefined)?.notMade?.message ?? ''
  }

  test('names every strength, and a dose above that is still a step down', () => {
    expect(sentence(tabletsOf(15, 25))).toBe(
      'No whole or half tablets of 25, 15 mg per tablet make 10 mg per day. Nothing was rounded. The nearest that they make: below, 7.5 mg per day; above, 12.5 mg per day.',
    )
  })

  test('the present dose itself is no step down', () => {
    expect(sentence({ ...tabletsOf(30), wholeTabletsOnly: true })).toContain(
      'above, 30 mg per day (not allowed by this step)',
    )
  })

  test('may have nothing below', () => {
    expect(sentence({ ...tabletsOf(25), wholeTabletsOnly: true })).toBe(
      'No whole tablets of 25 mg per tablet make 20 mg per day. Nothing was rounded. The nearest that they make: above, 25 mg per day.',
    )
  })

  const refusal = (change: Partial<TaperChoice>, other: Partial<TaperTerms> = {}) =>
    taper(origin, { ...terms, ...other }, { ...choice, ...change }, tabletsOf(10))

  test('a taper has 200 steps at most, and says so', () => {
    expect(taperDoses(100, 0.5, 0)).toHaveLength(200)
    expect(refusal({ step: 0.5 }, { from: 100 })).not.toHaveProperty('problems')
    expect(refusal({ step: 0.5 }, { from: 100.5 })).toMatchObject({
      problems: [{ message: 'That would be more than 200 steps.', remedy: 'Give a larger step.' }],
    })
  })

  test('a taper that would not go down names both doses', () => {
    expect(refusal({ to: 30 })).toMatchObject({
      problems: [
        { message: '30 mg/day is not below the present dose, 30 mg/day.', remedy: 'End lower.' },
      ],
    })
  })

  test('a reduction by a step larger than the dose ends at its target, and is no sudden stop', () => {
    const calendar = refusal({ step: 30, to: 15 }, { from: 20, end: 15 })
    expect('steps' in calendar && calendar.steps.map(({ mgPerDay }) => mgPerDay)).toEqual([15])
  })
})

describe('a titration', () => {
  test.each([
    ['no dose', 0, 10],
    ['less than none', -5, 10],
    ['a dose that is no number', NaN, 10],
    ['no step', 10, 0],
    ['a step down', 10, -10],
  ])('has no doses from %s', (_what, from, step) => {
    expect(titrationDoses(from, step, 30)).toEqual([])
  })

  const terms = {
    from: 30,
    step: 10,
    everyDays: 7,
    ceiling: 30,
    earliest: '2026-11-25',
    kidneysKnownUntil: '2027-02-23',
    watch: [],
  }

  test('says why it is too early, or has nowhere to go', () => {
    expect(titration(origin, terms, '2026-11-24', tabletsOf(10))).toMatchObject({
      problems: [
        {
          message:
            '2026-11-24 is too early: a step comes after 7 full days at the present dose, and not before the day of the assessment.',
        },
      ],
    })
    expect(titration(origin, terms, '2026-11-25', tabletsOf(10))).toMatchObject({
      problems: [
        {
          message: 'From 30 mg/day no step leads up to 30 mg/day.',
          remedy: 'Assess the present dose again.',
        },
      ],
    })
  })
})

describe('magnesium', () => {
  const terms = { mmolPerDay: 12, mmolPerDayAtMost: 24, knownUntil: '2027-02-23' }
  const course = (choice: Partial<MagnesiumChoice>, change: Partial<MagnesiumTerms> = {}) =>
    magnesium(origin, { ...terms, ...change }, { start: '2026-12-28', nights: 14, ...choice })
  const remedy = (choice: Partial<MagnesiumChoice>): string => {
    const refused = course(choice)
    return 'problems' in refused ? (refused.problems[0]?.remedy ?? '') : ''
  }
  const madeOf = (label: string, mmol?: number, change: Partial<MagnesiumTerms> = {}) => {
    const calendar = course({ tablet: tablet(label), mmol }, change)
    return 'problems' in calendar ? undefined : calendar.tablet
  }

  test('for too many nights: so many are left, or none', () => {
    expect(remedy({ nights: 59 })).toBe('Give at most 58 nights; then measure and assess again.')
    expect(remedy({ start: '2027-02-23', nights: 2 })).toContain('at most 1 night;')
    expect(remedy({ start: '2027-02-24', nights: 1 })).toBe(
      'Measure both and assess again, or start earlier.',
    )
  })

  test('from a rounded label says by how much; from an exact one says nothing', () => {
    expect(madeOf('97.2 mg elemental')?.rounding).toContain('291.66')
    expect(madeOf('4 mmol')).not.toHaveProperty('rounding')
  })

  test('an amount above that is just what the source allows is a step of the clinician', () => {
    expect(madeOf('12 mmol', 23)?.notMade?.message).toContain('would be a step of the clinician')
  })

  test('half a tablet that is too much already leaves nothing below', () => {
    expect(madeOf('24 mmol', 10, { mmolPerDay: 10 })?.notMade).not.toHaveProperty('below')
  })

  test.each([
    ['0.5 mmol', 0.5, 0],
    ['24 mmol', 24, 0],
    [' 4 mmol ', 4, 0],
    ['97.25 mg elemental', 97.25, 0.005],
    ['97.2 mg elemental', 97.2, 0.05],
    ['97 mg elemental', 97, 0.5],
  ])('"%s" is read with the rounding that its digits leave open', (label, amount, rounding) => {
    expect(tablet(label)).toMatchObject({ amount, rounding })
  })

  test.each([
    ['4 mmol!', '"4 mmol!" is not an amount of magnesium oxide.'],
    ['0.4 mmol', 'A tablet of 0.4 mmol would hold 0.4 mmol.'],
    ['24.5 mmol', 'A tablet of 24.5 mmol would hold 24.5 mmol.'],
    ['x'.repeat(60), `"${'x'.repeat(40)}" is not an amount of magnesium oxide.`],
  ])('"%s" is not', (label, message) => {
    expect(readTablet(label)).toMatchObject({ message })
  })

  test('a label that holds too much or too little is to be checked', () => {
    expect(readTablet('400 mmol')).toMatchObject({
      remedy: 'Check the label: a tablet holds 0.5 to 24 mmol.',
    })
  })

  test('mmol on a label are not rounded', () => {
    expect(countTablets(tablet('12 mmol'), 12.1)).toEqual({ below: 1, above: 1.5 })
  })
})

test('there is no day after the last of four digits', () => {
  expect(addDays('9999-12-30', 1)).toBe('9999-12-31')
  expect(() => addDays('9999-12-31', 1)).toThrow('No civil date of four digits.')
})
