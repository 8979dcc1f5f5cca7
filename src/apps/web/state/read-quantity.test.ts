import { describe, expect, test } from 'vitest'
import { eGfr, magnesium, potassium } from '../../../guideline/facts.ts'
import { convertText, isLikelyIn, readField } from './read-quantity.ts'

const on = '2026-11-25'
const read = (text: string, unit = 'mmol/L') => readField(magnesium, { text, unit }, on)

describe('a magnesium as it is typed', () => {
  test.each([
    ['0.82', 'mmol/L', 'fine', undefined],
    ['2', 'mg/dL', 'fine', '= 0.823 mmol/L'],
    ['1.6', 'mEq/L', 'fine', '= 0.8 mmol/L'],
    ['2.5', 'mmol/L', 'unlikely', undefined],
    ['50', 'mmol/L', 'impossible', undefined],
    ['low', 'mmol/L', 'unreadable', undefined],
    ['', 'mmol/L', 'blank', undefined],
    ['<0.6', 'mmol/L', 'fine', undefined],
  ])('%s %s is %s', (text, unit, state, canonical) => {
    const field = read(text, unit)
    expect(field.state).toBe(state)
    expect(field.canonical).toBe(canonical)
  })

  test('what cannot be is left out, never cut to the nearest that can', () => {
    expect(read('50').given).toBeUndefined()
    expect(read('50').message).toContain('0.1 to 5 mmol/L')
  })

  test('a value of another unit is asked about', () => {
    expect(read('2.2').suggestions[0]).toEqual({ words: '2.2 mg/dL', text: '2.2', unit: 'mg/dL' })
    expect(isLikelyIn(magnesium, '2.2', 'mmol/L')).toBe(false)
    expect(isLikelyIn(magnesium, '2.2', 'mg/dL')).toBe(true)
  })

  test('is converted only when told to, to three figures', () => {
    expect(convertText(magnesium, '1.6', 'mg/dL', 'mmol/L')).toBe('0.658')
    expect(convertText(magnesium, '<1,6', 'mg/dL', 'mmol/L')).toBe('<0.658')
    expect(convertText(magnesium, '0.8', 'mmol/L', 'mEq/L')).toBe('1.6')
    expect(convertText(magnesium, '?', 'mmol/L', 'mEq/L')).toBe('?')
  })
})

test('potassium 33: did you mean 3.3?', () => {
  const field = readField(potassium, { text: '33', unit: 'mmol/L' }, on)
  expect(field.state).toBe('impossible')
  expect(field.suggestions.map(({ text }) => text)).toContain('3.3')
})

test('the comma of 1,600 is asked about, and nothing is assessed meanwhile', () => {
  const field = readField(eGfr, { text: '1,600', unit: eGfr.unit }, on)
  expect(field).toMatchObject({ state: 'unreadable', suggestions: [{}, {}] })
  expect(field.given).toBeUndefined()
})

test('a result keeps its date and the limit of its laboratory', () => {
  const typed = { text: '3.6', unit: 'mmol/L', date: '2026-11-01', lowerLimit: '3,7' }
  expect(readField(potassium, typed, on).given).toMatchObject({
    date: '2026-11-01',
    finding: { lowerLimit: 3.7 },
  })
  expect(readField(potassium, { ...typed, date: '2026-12-01' }, on).state).toBe('impossible')
})
