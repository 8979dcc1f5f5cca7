import { describe, expect, test } from 'vitest'
import { and, negate, or, truthOf } from './truth.ts'
import type { Truth } from './truth.ts'

const pairs: readonly (readonly [one: Truth, other: Truth, both: Truth, either: Truth])[] = [
  ['true', 'true', 'true', 'true'],
  ['true', 'false', 'false', 'true'],
  ['true', 'unknown', 'unknown', 'true'],
  ['false', 'true', 'false', 'true'],
  ['false', 'false', 'false', 'false'],
  ['false', 'unknown', 'false', 'unknown'],
  ['unknown', 'true', 'unknown', 'true'],
  ['unknown', 'false', 'false', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown'],
]

describe('two findings', () => {
  test.each(pairs)('%s and %s together are %s', (one, other, both) => {
    expect(and([one, other])).toBe(both)
  })

  test.each(pairs)('%s, or else %s (both: %s), is %s', (one, other, _both, either) => {
    expect(or([one, other])).toBe(either)
  })

  test.each(pairs)('by De Morgan: %s and %s', (one, other) => {
    expect(negate(and([one, other]))).toBe(or([negate(one), negate(other)]))
  })
})

describe('any number of findings', () => {
  test('nothing required is met', () => {
    expect(and([])).toBe('true')
  })

  test('nothing offered is not met', () => {
    expect(or([])).toBe('false')
  })

  test.each<Truth>(['true', 'false', 'unknown'])('one alone stays %s', (truth) => {
    expect(and([truth])).toBe(truth)
    expect(or([truth])).toBe(truth)
  })

  test('one that fails outweighs any number of unknowns', () => {
    expect(and(['unknown', 'true', 'unknown', 'false'])).toBe('false')
  })

  test('one that holds outweighs any number of unknowns', () => {
    expect(or(['unknown', 'false', 'unknown', 'true'])).toBe('true')
  })
})

describe('the opposite', () => {
  test.each<[Truth, Truth]>([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (truth, opposite) => {
    expect(negate(truth)).toBe(opposite)
  })
})

test('what a program has decided is true or false, never unknown', () => {
  expect(truthOf(true)).toBe('true')
  expect(truthOf(false)).toBe('false')
})
