import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryCondition, arbitraryFindings, arbitraryKnown } from './arbitrary.test-support.ts'
import { above, all, any, below, factsOf, is, known, named, not } from './condition.ts'
import type { Condition } from './condition.ts'
import type { Findings } from './fact.ts'
import { bounded, compareInterval, exactly } from './interval.ts'
import { evaluate, isKnown, limitFor, missing, trace } from './trace.ts'
import type { Trace } from './trace.ts'
import { and, negate, or } from './truth.ts'
import type { Truth } from './truth.ts'
import {
  ceiling,
  cramps,
  dialysis,
  dose,
  filtration,
  low,
  potassium,
  severe,
  veryLow,
  vocabulary,
} from './vocabulary.test-support.ts'

describe('a question to a patient of whom this is known', () => {
  test.each<[string, Condition, Findings, Truth]>([
    ['cramps: yes', is(cramps), { cramps: 'true' }, 'true'],
    ['cramps: no', is(cramps), { cramps: 'false' }, 'false'],
    ['cramps: asked, not known', is(cramps), { cramps: 'unknown' }, 'unknown'],
    ['cramps: never asked', is(cramps), {}, 'unknown'],
    ['cramps: taken away', is(cramps), { cramps: undefined }, 'unknown'],
    ['cramps: a number is no answer', is(cramps), { cramps: exactly(1) }, 'unknown'],
    ['dose 20', below(dose, ceiling), { dose: exactly(20) }, 'true'],
    ['dose 30', below(dose, ceiling), { dose: exactly(30) }, 'false'],
    ['dose 20 or more', below(dose, ceiling), { dose: bounded('>=', 20) }, 'unknown'],
    ['dose never asked', below(dose, ceiling), {}, 'unknown'],
    ['dose: a yes is no amount', below(dose, ceiling), { dose: 'true' }, 'unknown'],
    ['dose known', known(dose), { dose: exactly(20) }, 'true'],
    ['dose known as a bound', known(dose), { dose: bounded('>=', 20) }, 'true'],
    ['dose not known', known(dose), {}, 'false'],
    ['absence known', known(cramps), { cramps: 'false' }, 'true'],
    ['presence known', known(cramps), { cramps: 'true' }, 'true'],
    ['asked, not known', known(cramps), { cramps: 'unknown' }, 'false'],
    ['both', all(is(cramps), is(dialysis)), { cramps: 'true', dialysis: 'false' }, 'false'],
    ['either', any(is(cramps), is(dialysis)), { cramps: 'true' }, 'true'],
    ['not', not(is(cramps)), { cramps: 'false' }, 'true'],
    ['not, never asked', not(is(cramps)), {}, 'unknown'],
    ['nothing to meet', all(), {}, 'true'],
    ['nothing to choose', any(), {}, 'false'],
  ])('%s', (_what, condition, findings, expected) => {
    expect(evaluate(condition, findings)).toBe(expected)
  })

  test('the logic is cautious: it does not see that one of two opposites must hold', () => {
    expect(evaluate(any(is(cramps), not(is(cramps))), {})).toBe('unknown')
  })
})

describe("a laboratory's own lower limit", () => {
  const at = (value: number, lowerLimit?: number): Findings => ({
    potassium: { ...exactly(value), ...(lowerLimit === undefined ? {} : { lowerLimit }) },
  })

  test.each<[string, Findings, Truth]>([
    ['3.4, no limit of its own', at(3.4), 'true'],
    ['3.5, no limit of its own', at(3.5), 'false'],
    ['3.6 with 3.7 of its own', at(3.6, 3.7), 'true'],
    ['3.4 with 3.3 of its own', at(3.4, 3.3), 'false'],
    ['3.3 with 3.3 of its own', at(3.3, 3.3), 'false'],
  ])('goes first: %s is low: %s', (_what, findings, expected) => {
    expect(evaluate(below(potassium, low), findings)).toBe(expected)
  })

  test('does not matter to a limit that does not give way', () => {
    expect(evaluate(below(potassium, veryLow), at(3.2, 3.3))).toBe('false')
    expect(limitFor(veryLow, { ...exactly(3.2), lowerLimit: 3.3 })).toBe(3)
  })

  test('is shown as the number that was compared with', () => {
    expect(trace(below(potassium, low), at(3.6, 3.7))).toMatchObject({ at: 3.7 })
    expect(trace(below(potassium, low), at(3.6))).toMatchObject({ at: 3.5 })
    expect(trace(below(potassium, low), {})).toMatchObject({ at: 3.5, truth: 'unknown' })
  })
})

describe('a trace', () => {
  test('keeps every step, with what was asked and what came of it', () => {
    const condition = named(
      'raise',
      all(is(cramps), any(below(dose, ceiling), known(filtration)), not(is(dialysis))),
    )
    expect(trace(condition, { cramps: 'true', dose: exactly(30) })).toEqual({
      op: 'all',
      name: 'raise',
      truth: 'false',
      of: [
        { op: 'is', fact: cramps, truth: 'true' },
        {
          op: 'any',
          truth: 'false',
          of: [
            { op: 'compare', fact: dose, by: '<', limit: ceiling, at: 30, truth: 'false' },
            { op: 'known', fact: filtration, truth: 'false' },
          ],
        },
        { op: 'not', truth: 'unknown', of: { op: 'is', fact: dialysis, truth: 'unknown' } },
      ],
    })
    expect(trace(named('either', any(is(cramps), is(dialysis))), {})).toMatchObject({
      name: 'either',
    })
  })

  test('has no name where the condition has none', () => {
    expect(trace(all(), {})).toEqual({ op: 'all', of: [], truth: 'true' })
    expect(trace(any(), {})).toEqual({ op: 'any', of: [], truth: 'false' })
  })
})

/** The truth of a node, worked out again from its parts and the findings. */
const again = (node: Trace, findings: Findings): Truth => {
  switch (node.op) {
    case 'is': {
      const finding = findings[node.fact.id]
      return typeof finding === 'string' ? finding : 'unknown'
    }
    case 'compare': {
      const finding = findings[node.fact.id]
      if (typeof finding !== 'object') return 'unknown'
      return compareInterval(finding, node.by, node.at)
    }
    case 'known':
      return isKnown(findings[node.fact.id]) ? 'true' : 'false'
    case 'all':
      return and(node.of.map((part) => again(part, findings)))
    case 'any':
      return or(node.of.map((part) => again(part, findings)))
    case 'not':
      return negate(again(node.of, findings))
  }
}

const nodesOf = (node: Trace): readonly Trace[] =>
  node.op === 'all' || node.op === 'any'
    ? [node, ...node.of.flatMap(nodesOf)]
    : node.op === 'not'
      ? [node, ...nodesOf(node.of)]
      : [node]

const cases = fc.tuple(arbitraryCondition(vocabulary), arbitraryFindings(vocabulary))

describe('for any condition and any patient', () => {
  test('the truth at every node of the explanation is the one its parts give', () => {
    fc.assert(
      fc.property(cases, ([condition, findings]) => {
        const traced = trace(condition, findings)
        expect(traced.truth).toBe(evaluate(condition, findings))
        for (const node of nodesOf(traced)) expect(node.truth).toBe(again(node, findings))
      }),
    )
  })

  test('something is missing exactly when the answer is unknown, and is asked about', () => {
    fc.assert(
      fc.property(cases, ([condition, findings]) => {
        const traced = trace(condition, findings)
        const facts = missing(traced)
        expect(facts.length > 0).toBe(traced.truth === 'unknown')
        expect(factsOf(condition)).toEqual(expect.arrayContaining([...facts]))
        expect(new Set(facts).size).toBe(facts.length)
      }),
    )
  })

  test('an exact answer for everything missing settles the question', () => {
    const complete = fc.tuple(
      ...vocabulary.facts.map((fact) =>
        arbitraryKnown(fact, vocabulary).filter(
          (finding) => typeof finding === 'string' || finding.low === finding.high,
        ),
      ),
    )
    const withoutKnown = arbitraryCondition(vocabulary, { withoutKnown: true })
    fc.assert(
      fc.property(
        fc.tuple(withoutKnown, arbitraryFindings(vocabulary), complete),
        ([condition, findings, answers]) => {
          const asked = missing(trace(condition, findings))
          const answered = vocabulary.facts.flatMap((fact, index) =>
            asked.includes(fact) ? [[fact.id, answers[index]]] : [],
          )
          const settled = { ...findings, ...Object.fromEntries(answered) } as Findings
          expect(evaluate(condition, settled)).not.toBe('unknown')
        },
      ),
    )
  })
})

describe('what an unknown answer hangs on', () => {
  const condition = all(
    is(cramps),
    any(is(dialysis), not(above(filtration, severe))),
    below(dose, ceiling),
  )
  const missingOf = (findings: Findings): readonly string[] =>
    missing(trace(condition, findings)).map(({ id }) => id)

  test('is all of it when nothing is known', () => {
    expect(missingOf({})).toEqual(['cramps', 'dialysis', 'filtration', 'dose'])
  })

  test('leaves out what no longer matters', () => {
    expect(missingOf({ dialysis: 'true' })).toEqual(['cramps', 'dose'])
    expect(missingOf({ dialysis: 'false' })).toEqual(['cramps', 'filtration', 'dose'])
  })

  test('is a bound that does not decide, too', () => {
    expect(missingOf({ cramps: 'true', dialysis: 'true', dose: bounded('>', 20) })).toEqual([
      'dose',
    ])
  })

  test('is nothing once one part has failed', () => {
    expect(missingOf({ cramps: 'false' })).toEqual([])
  })
})
