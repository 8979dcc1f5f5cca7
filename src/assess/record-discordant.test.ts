import { describe, expect, test } from 'vitest'
import { bundle, eGfr, holds, increasing, known, read, result } from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const by = (code: string, value: number, change: Resource = {}): Resource =>
  result(code, value, 'mL/min/{1.73_m2}', change)
const at = (time: string): Resource => ({ effectiveDateTime: `2026-11-20T${time}:00Z` })

const pairs: readonly (readonly [string, Resource, Resource, number])[] = [
  ['by two formulas', by('98979-8', 78), by('69405-9', 45), 45],
  ['by one formula', eGfr(78, { id: 'a' }), eGfr(28, { id: 'b' }), 28],
  [
    'at two times, the lower first',
    eGfr(45, { id: 'a', ...at('08:00') }),
    eGfr(78, { id: 'b', ...at('16:00') }),
    45,
  ],
  [
    'at two times, the lower last',
    eGfr(78, { id: 'a', ...at('08:00') }),
    eGfr(45, { id: 'b', ...at('16:00') }),
    45,
  ],
  ['on both sides of 60 by a hair', by('98979-8', 60.5), by('62238-1', 60), 60],
  ['on both sides of 30', by('98979-8', 30), by('62238-1', 29.9), 29.9],
]

describe('two eGFRs of one day on different sides of a limit', () => {
  test.each(pairs)('%s: the lower is used, in any order', (_title, one, other, lower) => {
    expect(known('eGfr', one, other)).toBe(lower)
    expect(known('eGfr', other, one)).toBe(lower)
  })
  test.each(pairs)('%s: both are told', (_title, one, other) => {
    const { given, problems } = read(one, other)
    expect(problems).toHaveLength(1)
    for (const { id } of [one, other] as unknown as readonly { id: string }[]) {
      expect(`${String(problems[0]?.where)} ${String(problems[0]?.message)}`).toContain(id)
    }
    expect(given['eGfr']?.note).toMatch(/lower/)
  })
  test('no increase is advised', () => {
    const two = [by('69405-9', 45)]
    expect(holds('increase-baclofen', bundle([...increasing, ...two]))).toBe('false')
  })
})

describe('two eGFRs that are not at odds', () => {
  test.each([
    ['on the same side', by('98979-8', 78), by('69405-9', 64), 78],
    ['of different days', eGfr(78), eGfr(45, { id: 'b', effectiveDateTime: '2026-11-19' }), 78],
    ['one of them of a pair by race', by('98979-8', 64), by('88294-4', 58), 64],
    ['one of them not final', eGfr(78), by('69405-9', 45, { status: 'cancelled' }), 78],
  ])('%s: nothing is told', (_title, one, other, used) => {
    expect(known('eGfr', one, other)).toBe(used)
    expect(read(one, other).problems).toEqual([])
  })
  test('potassium of one day: the newest decides, as it may have been corrected', () => {
    const potassium = (id: string, value: number, time: string): Resource =>
      result('2823-3', value, 'mmol/L', { id, ...at(time) })
    expect(known('potassium', potassium('a', 2.4, '08:00'), potassium('b', 3.8, '16:00'))).toBe(3.8)
  })
})

describe('a creatinine that is newer than the eGFR', () => {
  const creatinine = (effectiveDateTime: string, change: Resource = {}): Resource =>
    result('2160-0', 3.2, 'mg/dL', { effectiveDateTime, ...change })
  test('means that the eGFR is out of date: it is to be computed, and nothing is raised', () => {
    expect(known('eGfr', eGfr(78), creatinine('2026-11-21'))).toMatch(/creatinine of 2026-11-21/)
    const record = bundle([...increasing, creatinine('2026-11-22')])
    expect(holds('increase-baclofen', record)).toBe('unknown')
    expect(holds('check-renal-function', record)).toBe('true')
  })
  test('of the same day, an older one, and one that was taken back leave it as it is', () => {
    expect(known('eGfr', eGfr(78), creatinine('2026-11-20T18:00:00Z'))).toBe(78)
    expect(known('eGfr', eGfr(78), creatinine('2026-11-19'))).toBe(78)
    expect(known('eGfr', eGfr(78), creatinine('2026-11-22', { status: 'cancelled' }))).toBe(78)
    expect(known('eGfr', eGfr(78), creatinine('2026-11-24'))).toBe(78)
  })
})
