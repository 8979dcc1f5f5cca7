import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryCondition, arbitraryFindings, sizeOf } from './arbitrary.test-support.ts'
import { fold } from './condition.ts'
import type { Condition } from './condition.ts'
import { evaluate, isKnown } from './trace.ts'
import { vocabulary } from './vocabulary.test-support.ts'

const seed = 20261125
const runs = 3000

const cases = fc.sample(fc.tuple(arbitraryCondition(vocabulary), arbitraryFindings(vocabulary)), {
  numRuns: runs,
  seed,
})

const sizes = cases.map(([condition]) => sizeOf(condition)).sort((a, b) => a - b)

const quantile = (share: number): number => sizes[Math.floor(share * (runs - 1))] ?? 0

const share = (holds: readonly boolean[]): number =>
  holds.filter((one) => one).length / holds.length

const shapesOf = (condition: Condition): readonly string[] => {
  const joined =
    (op: string) =>
    (parts: readonly (readonly string[])[], name?: string): readonly string[] => [
      parts.length === 0 ? `empty ${op}` : name === undefined ? op : `named ${op}`,
      ...parts.flat(),
    ]
  return fold<readonly string[]>(condition, {
    is: () => ['is'],
    compare: (_fact, by, { ownFirst }) => [`compare ${by}`, ...(ownFirst === true ? ['own'] : [])],
    known: () => ['known'],
    all: joined('all'),
    any: joined('any'),
    not: (part) => ['not', ...part],
  })
}

describe('random conditions and findings are worth testing with', () => {
  test('conditions are small and large', () => {
    expect(quantile(0.1)).toBeLessThanOrEqual(2)
    expect(quantile(0.5)).toBeGreaterThanOrEqual(5)
    expect(quantile(0.5)).toBeLessThanOrEqual(15)
    expect(quantile(0.9)).toBeGreaterThanOrEqual(15)
    expect(quantile(1)).toBeLessThanOrEqual(200)
  })

  test.each(['true', 'false', 'unknown'])('a fifth or more are %s', (truth) => {
    const truths = cases.map(([condition, findings]) => evaluate(condition, findings) === truth)
    expect(share(truths)).toBeGreaterThan(0.2)
  })

  test('a fifth or more are unknown in compound conditions too', () => {
    const compound = cases.filter(([condition]) => sizeOf(condition) >= 5)
    for (const truth of ['true', 'false', 'unknown']) {
      const of = compound.map(([condition, findings]) => evaluate(condition, findings) === truth)
      expect(share(of)).toBeGreaterThan(0.2)
    }
  })

  test.each([
    'is',
    'known',
    'all',
    'any',
    'not',
    'named all',
    'named any',
    'empty all',
    'empty any',
    'own',
    ...['<', '<=', '>', '>='].map((by) => `compare ${by}`),
  ])('"%s" comes up in at least one of fifty', (shape) => {
    const has = cases.map(([condition]) => shapesOf(condition).includes(shape))
    expect(share(has)).toBeGreaterThan(0.02)
  })

  test.each(vocabulary.facts)('$id is known for some and not for others', ({ id }) => {
    const knownShare = share(cases.map(([, findings]) => isKnown(findings[id])))
    expect(knownShare).toBeGreaterThan(0.5)
    expect(knownShare).toBeLessThan(0.95)
  })
})
