import { describe, expect, test } from 'vitest'
import {
  instruction,
  known,
  order,
  ordered,
  quantity,
  read,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const dose = (...orders: readonly Resource[]): unknown => known('baclofenDose', ...orders)

const mg = (amount: number): Resource => quantity(amount, 'mg')

describe('the three shapes of a dose', () => {
  test.each([
    ['a list, as R4 has it', { doseAndRate: [{ doseQuantity: mg(10) }] }],
    ['an object in place of the list', { doseAndRate: { doseQuantity: mg(10) } }],
    ['in the instruction itself, as STU3 had it', { doseQuantity: mg(10) }],
  ])('%s', (_sentence, shape) => {
    expect(dose(ordered({ timing: timesADay(3), ...shape }))).toBe(30)
  })
  test('one instruction in place of a list of them', () => {
    expect(dose(order({ dosageInstruction: instruction(mg(10), timesADay(3)) }))).toBe(30)
  })
  test('a category as an object in place of a list does no harm', () => {
    expect(dose(order({ category: { text: 'outpatient' } }))).toBe(20)
  })
  test('two shapes that agree are one dose; two that do not leave it open', () => {
    const both = (amount: number): Resource => ({
      timing: timesADay(3),
      doseAndRate: [{ doseQuantity: mg(10) }],
      doseQuantity: mg(amount),
    })
    expect(dose(ordered(both(10)))).toBe(30)
    expect(dose(ordered(both(5)))).toEqual([15, 30])
  })
  test('an unreadable part of a list of doses is not passed over', () => {
    const shape = { timing: timesADay(3), doseAndRate: [{ doseQuantity: mg(10) }, 'two'] }
    expect(dose(ordered(shape))).toMatch(/cannot be read/)
  })
})

describe('several instructions', () => {
  test('what is taken together is added up', () => {
    expect(dose(ordered(instruction(mg(5), timesADay(2)), instruction(mg(10), timesADay(1))))).toBe(
      20,
    )
  })
  test('one that cannot be read leaves the dose open', () => {
    expect(dose(ordered(instruction(mg(5), timesADay(2)), instruction(mg(10), undefined)))).toMatch(
      /how often/,
    )
    expect(dose(order({ dosageInstruction: [instruction(mg(5), timesADay(2)), null] }))).toMatch(
      /cannot be read/,
    )
  })
  test('numbered ones may follow each other: from the least to all together', () => {
    const numbered = (sequence: number, amount: number): Resource =>
      instruction(mg(amount), timesADay(1), { sequence })
    expect(dose(ordered(numbered(1, 5), numbered(2, 10)))).toEqual([5, 15])
  })
  test('numbered ones of different times of day are taken together', () => {
    const at = (sequence: number, when: string): Resource =>
      instruction(mg(10), { repeat: { when: [when] } }, { sequence })
    expect(dose(ordered(at(1, 'MORN'), at(2, 'HS')))).toBe(20)
  })
  test('only those whose period holds today count', () => {
    const during = (amount: number, boundsPeriod: Resource): Resource =>
      instruction(mg(amount), {
        repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod },
      })
    const titration = ordered(
      during(5, { start: '2026-11-01', end: '2026-11-07' }),
      during(10, { start: '2026-11-08', end: '2026-11-30' }),
      during(20, { start: '2026-12-01' }),
    )
    expect(dose(titration)).toBe(10)
    expect(known('daysAtDose', titration)).toEqual([15, Infinity])
    expect(dose(ordered(during(5, { end: '2026-11-22' })))).toMatch(
      /none of its instructions holds/,
    )
    expect(dose(ordered(during(5, { end: '2026-11-23' })))).toBe(5)
    expect(dose(ordered(during(5, { end: 'soon' })))).toMatch(/for a while only/)
    expect(dose(ordered(during(5, { start: '2026-11' })))).toMatch(/for a while only/)
  })
  test('an instruction that ended changed the dose on that day', () => {
    const ended = instruction(mg(10), {
      repeat: { frequency: 1, period: 1, periodUnit: 'd', boundsPeriod: { end: '2026-11-20' } },
    })
    expect(known('daysAtDose', ordered(ended, instruction(mg(10), timesADay(1))))).not.toEqual([
      53,
      Infinity,
    ])
  })
  test.each([
    ['boundsDuration', { value: 7, code: 'd' }],
    ['count', 10],
  ])('for a while only (%s), and when is not said: not known', (name, value) => {
    const limited = { repeat: { frequency: 3, period: 1, periodUnit: 'd', [name]: value } }
    expect(dose(ordered(instruction(mg(10), limited)))).toMatch(/for a while only/)
  })
})

describe('as needed, ranges, missing instructions', () => {
  const asNeeded = (change: Resource): Resource =>
    ordered(instruction(mg(10), timesADay(3), change))

  test.each([
    ['asNeededBoolean', true],
    ['asNeededCodeableConcept', { text: 'cramps' }],
    ['asNeededBoolean', 'true'],
  ])(
    'as needed (%s %s): from nothing up to the upper bound, and never a fixed dose',
    (name, value) => {
      const one = asNeeded({ [name]: value })
      expect(dose(one)).toEqual([0, 30])
      expect(read(one).given['baclofenDose']?.note).toBe('as needed, up to 30 mg/day')
      expect(known('takesBaclofen', one)).toBe('true')
      expect(known('daysAtDose', one)).toBe('the dose is known only as a range')
    },
  )
  test('not as needed is a fixed dose', () => {
    expect(dose(asNeeded({ asNeededBoolean: false }))).toBe(30)
  })
  test('as needed with the most of a day and no timing', () => {
    const most = { maxDosePerPeriod: { numerator: mg(40), denominator: quantity(1, 'd') } }
    expect(
      dose(ordered(instruction(mg(10), undefined, { asNeededBoolean: true, ...most }))),
    ).toEqual([0, 40])
    expect(
      dose(ordered(instruction(mg(10), timesADay(6), { asNeededBoolean: true, ...most }))),
    ).toEqual([0, 40])
  })
  test('a fixed dose above its own maximum contradicts itself', () => {
    const most = { maxDosePerPeriod: { numerator: mg(20), denominator: quantity(1, 'd') } }
    expect(dose(ordered(instruction(mg(10), timesADay(3), most)))).toEqual([20, 30])
  })
  test('a range of amounts keeps both ends', () => {
    const range = {
      doseAndRate: [{ doseRange: { low: mg(5), high: mg(10) } }],
      timing: timesADay(3),
    }
    expect(dose(ordered(range))).toEqual([15, 30])
  })
  test.each([
    ['one end only', { low: mg(5) }, /one end/],
    ['an end without a number', { low: { unit: 'mg' }, high: mg(10) }, /one end/],
    ['upside down', { low: mg(10), high: mg(5) }, /upside down/],
  ])('a range of amounts, %s', (_sentence, doseRange, why) => {
    expect(dose(ordered({ doseAndRate: [{ doseRange }], timing: timesADay(3) }))).toMatch(why)
  })
  test('the unit of one end is that of the other', () => {
    const doseRange = { low: { value: 5 }, high: mg(10) }
    expect(dose(ordered({ doseAndRate: [{ doseRange }], timing: timesADay(3) }))).toEqual([15, 30])
  })
  test.each([
    ['2 to 3 times a day', { frequency: 2, frequencyMax: 3, period: 1, periodUnit: 'd' }, [20, 30]],
    ['every 8 to 12 hours', { frequency: 1, period: 8, periodMax: 12, periodUnit: 'h' }, [20, 30]],
    ['a code that says otherwise', { frequency: 2, period: 1, periodUnit: 'd' }, [20, 30]],
    [
      'moments of the day that say otherwise',
      { frequency: 2, period: 1, periodUnit: 'd', when: ['MORN', 'NOON', 'HS'] },
      [20, 30],
    ],
  ])('%s keeps both ends', (sentence, repeat, expected) => {
    const code = sentence.startsWith('a code') ? { code: { coding: [{ code: 'TID' }] } } : {}
    expect(dose(ordered(instruction(mg(10), { repeat, ...code })))).toEqual(expected)
  })
  test.each([
    ['no instruction', []],
    ['null', null],
    ['left out', undefined],
    ['only "as needed" and a number', [{ sequence: 1, asNeededBoolean: true }]],
  ])('%s: the dose is not known, and never zero', (_sentence, dosageInstruction) => {
    const one = order({ dosageInstruction })
    expect(dose(one)).toMatch(/cannot be read/)
    expect(known('takesBaclofen', one)).toBe('true')
  })
})
