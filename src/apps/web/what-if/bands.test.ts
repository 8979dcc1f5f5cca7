import { expect, test } from 'vitest'
import type { Draft } from '../state/draft.ts'
import { bandAt, rulerOf } from './bands.ts'
import { tried } from './cuts.ts'

const draft: Draft = {
  quantities: {
    age: { text: '58', unit: 'a' },
    baclofenDose: { text: '20', unit: 'mg/d' },
    daysAtDose: { text: '14', unit: 'd' },
    potassium: { text: '4.1', unit: 'mmol/L' },
    magnesium: { text: '0.82', unit: 'mmol/L' },
  },
  answers: { crampsPersist: 'yes', baclofenSideEffects: 'no', onDialysis: 'no' },
}
const on = '2026-11-25'
const eGfr = rulerOf(draft, 'eGfr', on, [0, 120])

test('along eGFR there are three plans: avoid, no increase, increase', () => {
  expect(eGfr.bands.map(({ from, until, letter }) => [letter, from, until])).toEqual([
    ['A', 0, 30],
    ['B', 30, 60],
    ['C', 60, 120],
  ])
  expect(eGfr.bands.map(({ holds }) => holds)).toMatchObject([
    expect.arrayContaining(['avoid-baclofen-severe-renal']),
    expect.arrayContaining(['no-increase-moderate-renal']),
    expect.arrayContaining(['increase-baclofen']),
  ])
  expect(eGfr.bands[2]?.tone).toBe('doNow')
})

test('60 itself lies in the middle band, and 60.1 above it', () => {
  expect([29.9, 30, 60, 60.1].map((value) => bandAt(eGfr, value)?.letter)).toEqual([
    'A',
    'B',
    'B',
    'C',
  ])
})

test('a band in which nothing that changes is decided says that it cannot be', () => {
  const unasked = { ...draft, answers: { crampsPersist: 'yes' } as const }
  const { bands } = rulerOf(unasked, 'eGfr', on, [0, 120])
  expect(bands.at(-1)?.tone).toBe('needData')
  expect(bands.at(-1)?.open).toContain('increase-baclofen')
})

test('stretches with the same plan have the same letter', () => {
  const letters = rulerOf(draft, 'age', on, [0, 100]).bands.map(({ letter }) => letter)
  expect(letters).toEqual(['A', 'B', 'C'])
})

test('along the dose, 30 mg per day is a band of its own, and what holds at every dose colors none', () => {
  const known = tried(draft, 'eGfr', '78')
  const { bands } = rulerOf(known, 'baclofenDose', on, [0, 40])
  const ends = bands.map(({ from, until }) => [from, until])
  expect(new Set(ends.map((pair) => pair.join())).size).toBe(bands.length)
  expect(bandAt({ bands, cuts: [] }, 30)).toMatchObject({ from: 30, until: 30, tone: 'watch' })
  expect(bandAt({ bands, cuts: [] }, 20)?.tone).toBe('doNow')
  expect(bandAt({ bands, cuts: [] }, 31)?.tone).toBe('scope')
})
