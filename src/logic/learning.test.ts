import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arbitraryCondition,
  arbitraryFindings,
  arbitraryKnown,
  arbitraryLearning,
} from './arbitrary.test-support.ts'
import { fold, known, not } from './condition.ts'
import type { Condition, Limit } from './condition.ts'
import type { Fact, Finding, Findings, QuantityFact } from './fact.ts'
import type { Comparison, Interval } from './interval.ts'
import { exactly } from './interval.ts'
import { evaluate } from './trace.ts'
import { truthOf } from './truth.ts'
import { dose, vocabulary } from './vocabulary.test-support.ts'

const runs = { numRuns: 2000 }

const plain = arbitraryCondition(vocabulary, { withoutKnown: true })

/** One value that an interval leaves open: an end that it includes, or one between. */
const valueIn = ({ low, high, lowOpen, highOpen }: Interval): fc.Arbitrary<number> =>
  fc.constantFrom(
    (low + high) / 2,
    ...(lowOpen === true ? [] : [low]),
    ...(highOpen === true ? [] : [high]),
  )

/** One complete patient among those that the findings leave open. */
const settled = (fact: Fact, finding: Finding | undefined): fc.Arbitrary<Finding> =>
  finding === undefined || finding === 'unknown'
    ? arbitraryKnown(fact, vocabulary).chain((one) => settled(fact, one))
    : typeof finding === 'string'
      ? fc.constant(finding)
      : valueIn(finding).map((value) => ({
          ...exactly(value),
          ...(finding.lowerLimit === undefined ? {} : { lowerLimit: finding.lowerLimit }),
        }))

const completed = (findings: Findings): fc.Arbitrary<Findings> =>
  fc
    .tuple(...vocabulary.facts.map((fact) => settled(fact, findings[fact.id])))
    .map((all) => Object.fromEntries(vocabulary.facts.map(({ id }, index) => [id, all[index]])))

/** Ordinary two-valued logic over a patient of whom everything is known exactly. */
const classical = (condition: Condition, patient: Findings): boolean => {
  const compare = (fact: QuantityFact, by: Comparison, limit: Limit): boolean => {
    const { low: value, lowerLimit } = patient[fact.id] as Interval
    const at = limit.ownFirst === true && lowerLimit !== undefined ? lowerLimit : limit.value
    return { '<': value < at, '<=': value <= at, '>': value > at, '>=': value >= at }[by]
  }
  return fold<boolean>(condition, {
    is: ({ id }) => patient[id] === 'true',
    compare,
    known: () => true,
    all: (of) => of.every(Boolean),
    any: (of) => of.some(Boolean),
    not: (of) => !of,
  })
}

describe('a decided truth', () => {
  test('is never turned by learning more, as long as nothing asks what is known', () => {
    fc.assert(
      fc.property(plain, arbitraryLearning(vocabulary), (condition, { before, after }) => {
        const truth = evaluate(condition, before)
        if (truth !== 'unknown') expect(evaluate(condition, after)).toBe(truth)
      }),
      runs,
    )
  })

  test('is the truth for every complete patient that the findings leave open', () => {
    const cases = arbitraryFindings(vocabulary).chain((findings) =>
      fc.tuple(fc.constant(findings), completed(findings)),
    )
    fc.assert(
      fc.property(plain, cases, (condition, [findings, complete]) => {
        const truth = evaluate(condition, findings)
        if (truth !== 'unknown') expect(truthOf(classical(condition, complete))).toBe(truth)
      }),
      runs,
    )
  })

  test('is what everyone gets of whom everything is known', () => {
    const complete = completed({})
    fc.assert(
      fc.property(arbitraryCondition(vocabulary), complete, (condition, patient) => {
        expect(evaluate(condition, patient)).toBe(truthOf(classical(condition, patient)))
      }),
      runs,
    )
  })

  test('can be turned by the one shape that asks what is known', () => {
    expect(evaluate(not(known(dose)), {})).toBe('true')
    expect(evaluate(not(known(dose)), { dose: exactly(20) })).toBe('false')
  })
})

describe('an unknown', () => {
  test('that was asked about and one that was never mentioned are the same', () => {
    fc.assert(
      fc.property(
        arbitraryCondition(vocabulary),
        arbitraryFindings(vocabulary),
        (condition, findings) => {
          const mentioned = Object.entries(findings).filter(
            ([, finding]) => finding !== undefined && finding !== 'unknown',
          )
          expect(evaluate(condition, Object.fromEntries(mentioned) as Findings)).toBe(
            evaluate(condition, findings),
          )
        },
      ),
      runs,
    )
  })

  test('never behaves as "no": reading it as "no" changes answers that were open', () => {
    const asNo = (findings: Findings): Findings =>
      Object.fromEntries(
        vocabulary.facts.map(({ id, kind }) => {
          const finding = findings[id]
          const open = kind === 'presence' && (finding === undefined || finding === 'unknown')
          return [id, open ? 'false' : finding]
        }),
      )
    const cases = fc.sample(fc.tuple(plain, arbitraryFindings(vocabulary)), {
      numRuns: 2000,
      seed: 20261125,
    })
    const open = cases.filter(
      ([condition, findings]) => evaluate(condition, findings) === 'unknown',
    )
    const closed = open.filter(
      ([condition, findings]) => evaluate(condition, asNo(findings)) !== 'unknown',
    )
    expect(closed.length).toBeGreaterThan(50)
    fc.assert(
      fc.property(plain, arbitraryFindings(vocabulary), (condition, findings) => {
        const truth = evaluate(condition, findings)
        if (truth !== 'unknown') expect(evaluate(condition, asNo(findings))).toBe(truth)
      }),
      runs,
    )
  })
})

test('what is learned is worth testing with: often more is decided, and intervals narrow', () => {
  const cases = fc.sample(fc.tuple(plain, arbitraryLearning(vocabulary)), {
    numRuns: 2000,
    seed: 20261125,
  })
  const decided = cases.filter(
    ([condition, { before, after }]) =>
      evaluate(condition, before) === 'unknown' && evaluate(condition, after) !== 'unknown',
  )
  const narrowed = cases.filter(([, { before, after }]) => {
    const [wide, narrow] = [before['dose'], after['dose']]
    return typeof wide === 'object' && typeof narrow === 'object' && wide.high > narrow.high
  })
  expect(decided.length).toBeGreaterThan(200)
  expect(narrowed.length).toBeGreaterThan(200)
})
