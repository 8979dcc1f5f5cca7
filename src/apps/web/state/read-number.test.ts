import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from './read-number.ts'

test.each([
  ['0.6', { kind: 'number', value: 0.6 }],
  ['a decimal comma is a decimal mark', '0,6', { kind: 'number', value: 0.6 }],
  ['4,1', { kind: 'number', value: 4.1 }],
  [' 58 ', { kind: 'number', value: 58 }],
  ['3.30', { kind: 'number', value: 3.3 }],
  ['3.', { kind: 'number', value: 3 }],
  ['.5', { kind: 'number', value: 0.5 }],
  ['<0.6', { kind: 'number', value: 0.6, comparator: '<' }],
  ['>60', { kind: 'number', value: 60, comparator: '>' }],
  ['≥ 60', { kind: 'number', value: 60, comparator: '>=' }],
  ['<= 15', { kind: 'number', value: 15, comparator: '<=' }],
  ['', { kind: 'blank' }],
  ['  ', { kind: 'blank' }],
  ['sixty', { kind: 'unreadable' }],
  ['1.2.3', { kind: 'unreadable' }],
  ['-5', { kind: 'unreadable' }],
  ['1e3', { kind: 'unreadable' }],
  ['60 mL', { kind: 'unreadable' }],
])('%s', (...row) => {
  const [text, expected] = row.slice(-2) as [string, object]
  expect(readNumber(text)).toEqual(expected)
})

test('1,600 is asked about: it may be 1.6 or 1600', () => {
  expect(readNumber('1,600')).toEqual({ kind: 'ambiguous', readings: ['1.600', '1600'] })
  expect(readNumber('0,600')).toEqual({ kind: 'number', value: 0.6 })
})

test('a number reads the same with a point and with a comma, and no text throws', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 999, noNaN: true }), (number) => {
      const text = number.toFixed(2)
      expect(readNumber(text.replace('.', ','))).toEqual(readNumber(text))
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readNumber(text).kind).toMatch(/^(blank|number|ambiguous|unreadable)$/)
    }),
  )
})
