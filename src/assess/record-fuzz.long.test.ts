import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mutated } from './record-mutation.test-support.ts'
import { rich, said } from './record-tangled.test-support.ts'
import { bundle, eGfr, increasing, on, result } from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { assessRecord } from './record.ts'

/** Records whose kidney value is known to be 60 or less, or is in none of their results. */
const noIncrease: readonly (readonly Resource[])[] = [
  increasing.map((one) => (one['id'] === 'result-98979-8' ? eGfr(55) : one)),
  increasing.map((one) => (one['id'] === 'result-98979-8' ? eGfr(60) : one)),
  increasing.map((one) => (one['id'] === 'result-98979-8' ? result('33914-3', 45, 'mL/min') : one)),
  increasing.map((one) =>
    one['id'] === 'result-98979-8'
      ? eGfr(0, { valueQuantity: undefined, valueString: '<15' })
      : one,
  ),
  increasing.filter(({ id }) => id !== 'result-98979-8'),
]

describe('for any mutation of a record', () => {
  test('reading and assessing never throws: 10,000 mutations', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const plan = assessRecord(mutated(rich, seed, 'anything'), { on })
        expect(plan.problems).toBeInstanceOf(Array)
      }),
      { numRuns: 10_000 },
    )
  }, 600_000)

  test('no increase where the kidney value is 60 or less, or absent: 10,000 mutations of structure', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(noIncrease.length - 1), (seed, which) => {
        const record = mutated(bundle(noIncrease[which] ?? []), seed, 'structure')
        const plan = assessRecord(record, { on })
        if (!('statements' in plan)) return
        for (const id of [
          'increase-baclofen',
          'increase-baclofen-older-adult',
          'review-before-exceeding-15-mg',
        ]) {
          expect(
            plan.statements.find((one) => one.id === id)?.holds,
            JSON.stringify(record),
          ).not.toBe('true')
        }
      }),
      { numRuns: 10_000 },
    )
  }, 600_000)

  test('the mutations reach what they are meant to: facts, refusals and problems all vary', () => {
    const outcomes = new Set<string>()
    for (let seed = 0; seed < 400; seed++)
      outcomes.add(JSON.stringify(said(mutated(rich, seed, 'anything'))))
    expect(outcomes.size).toBeGreaterThan(120)
  })
})
