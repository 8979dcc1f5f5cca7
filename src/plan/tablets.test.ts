import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyTablets } from './plan.test-support.ts'
import { splitDay } from './split.ts'
import type { DosesPerDay } from './split.ts'
import { nearestMade, tabletsOf, tabletTable } from './tablets.ts'

/** A day in words: morning/midday/bedtime, in mg. */
const day = (strengths: readonly number[], mg: number, times: DosesPerDay, whole = false) => {
  const doses = splitDay(tabletTable(strengths, mg, whole), mg, times)
  return doses === undefined
    ? 'not made'
    : (['morning', 'midday', 'bedtime'] as const)
        .map((at) => doses.find((dose) => dose.at === at)?.mgPerDose ?? '-')
        .join('/')
}

describe('a day of whole and half tablets', () => {
  test.each<[string, readonly number[], number, DosesPerDay, string]>([
    ['30 mg three times is even', [10, 5], 30, 3, '10/10/10'],
    ['25 mg: the smallest dose at midday', [10, 5], 25, 3, '10/5/10'],
    ['20 mg: whole tablets before an evener split of halves', [10, 5], 20, 3, '5/5/10'],
    ['20 mg of 10 mg tablets: halved, because three doses were asked for', [10], 20, 3, '5/5/10'],
    ['10 mg of 10 mg tablets makes two doses at most', [10], 10, 3, '5/-/5'],
    ['5 mg of 10 mg tablets is half a tablet at bedtime', [10], 5, 3, '-/-/5'],
    ['15 mg twice a day: the larger at bedtime', [10, 5], 15, 2, '5/-/10'],
    ['20 mg once a day is at bedtime', [20, 10], 20, 1, '-/-/20'],
    ['12.5 mg of 5 mg tablets', [5], 12.5, 3, '5/2.5/5'],
    ['17 mg is made by no tablets of 5 mg', [5], 17, 3, 'not made'],
    ['24.3 mg is made by none', [20, 10, 5], 24.3, 3, 'not made'],
    ['20 mg is made by no tablets of 15 mg', [15], 20, 3, 'not made'],
    ['nothing is nothing', [10], 0, 3, '-/-/-'],
  ])('%s', (_why, strengths, mg, times, expected) => {
    expect(day(strengths, mg, times)).toBe(expected)
  })

  test('tablets that may not be cut stay whole', () => {
    expect(day([10], 20, 3, true)).toBe('10/-/10')
    expect(day([10], 15, 3, true)).toBe('not made')
  })

  test('few tablets are preferred, and whole ones to halves', () => {
    const table = tabletTable([20, 10, 5], 30)
    expect(tabletsOf(table, 120)).toEqual([
      { mgPerTablet: 20, tablets: 1 },
      { mgPerTablet: 10, tablets: 1 },
    ])
    expect(tabletsOf(table, 20)).toEqual([{ mgPerTablet: 5, tablets: 1 }])
    expect(tabletsOf(table, 10)).toEqual([{ mgPerTablet: 5, tablets: 0.5 }])
    expect(tabletsOf(table, 3)).toBeUndefined()
  })

  test('what no tablets make has neighbors that some make, and 0 is none of them', () => {
    expect(nearestMade(tabletTable([15], 30), 20)).toEqual({ below: 15, above: 22.5 })
    expect(nearestMade(tabletTable([20], 6), 6)).toEqual({ above: 10 })
    expect(nearestMade(tabletTable([10], 30), 24.3)).toEqual({ below: 20, above: 25 })
  })
})

/** Every day of up to 30 mg that whole and half tablets make, found the slow way, with its cost. */
const slowly = (pieces: readonly { mg: number; half: boolean }[], mg: number, times: number) => {
  const costs: { parts: number[]; halves: number; pieces: number }[] = []
  const add = (parts: number[], halves: number, count: number, from: number): void => {
    const sum = parts.reduce((one, other) => one + other, 0)
    if (sum === mg) costs.push({ parts: [...parts].sort((a, b) => a - b), halves, pieces: count })
    if (sum >= mg || count >= 9) return
    for (let index = from; index < pieces.length * times; index++) {
      const piece = pieces[index % pieces.length] as (typeof pieces)[number]
      const slot = Math.floor(index / pieces.length)
      const next = parts.map((part, at) => (at === slot ? part + piece.mg : part))
      add(next, halves + (piece.half ? 1 : 0), count + 1, index)
    }
  }
  add(
    Array.from({ length: times }, () => 0),
    0,
    0,
    0,
  )
  const key = ({ parts, halves, pieces: count }: (typeof costs)[number]): readonly number[] => [
    parts.filter((part) => part === 0).length,
    halves,
    parts.reduce((sum, part) => sum + part * part, 0),
    count,
  ]
  const order = (one: readonly number[], other: readonly number[]): number => {
    const index = one.findIndex((value, at) => value !== other[at])
    return index < 0 ? 0 : (one[index] as number) - (other[index] as number)
  }
  return costs.map((cost) => ({ cost, key: key(cost) })).sort((a, b) => order(a.key, b.key))[0]
    ?.cost
}

test('the split is the best of all: no other has fewer unused times, halves, unevenness or pieces', () => {
  fc.assert(
    fc.property(
      fc.constantFrom([10], [5], [10, 5], [20, 10], [15, 10], [20, 5]),
      fc.integer({ min: 1, max: 12 }).map((count) => count * 2.5),
      fc.constantFrom<DosesPerDay>(1, 2, 3),
      (strengths, mg, times) => {
        const pieces = strengths.flatMap((strength) => [
          { mg: strength, half: false },
          { mg: strength / 2, half: true },
        ])
        const best = slowly(pieces, mg, times)
        const doses = splitDay(tabletTable(strengths, mg), mg, times)
        if (best === undefined) return doses === undefined
        const parts = Array.from({ length: times }, () => 0)
        doses?.forEach((dose, index) => (parts[index] = dose.mgPerDose))
        expect(parts.sort((a, b) => a - b)).toEqual(best.parts)
        const tablets = (doses ?? []).flatMap((dose) => dose.tablets)
        const halves = tablets.filter(({ tablets: count }) => count % 1 !== 0).length
        const whole = tablets.reduce((sum, { tablets: count }) => sum + Math.floor(count), 0)
        expect([halves, whole + halves]).toEqual([best.halves, best.pieces])
        return true
      },
    ),
    { numRuns: 150 },
  )
})

test('tablets sum exactly to each dose, doses to the day, and bedtime is never the smaller', () => {
  fc.assert(
    fc.property(anyTablets, fc.integer({ min: 1, max: 240 }), (tablets, halves) => {
      const mg = halves / 2
      const table = tabletTable(tablets.mgPerTablet, mg, tablets.wholeTabletsOnly)
      const doses = splitDay(table, mg, tablets.dosesPerDay)
      if (doses === undefined) {
        const { below = 0, above = Infinity } = nearestMade(table, mg)
        return below < mg && above > mg
      }
      const sums = doses.map((dose) =>
        dose.tablets.reduce((sum, each) => sum + each.mgPerTablet * each.tablets, 0),
      )
      expect(sums).toEqual(doses.map((dose) => dose.mgPerDose))
      expect(sums.reduce((sum, dose) => sum + dose, 0)).toBe(mg)
      expect(doses.length).toBeLessThanOrEqual(tablets.dosesPerDay)
      expect(doses.at(-1)?.mgPerDose).toBe(Math.max(...sums))
      for (const { tablets: count } of doses.flatMap((dose) => dose.tablets)) {
        expect(count % (tablets.wholeTabletsOnly ? 1 : 0.5)).toBe(0)
      }
      return true
    }),
  )
})
