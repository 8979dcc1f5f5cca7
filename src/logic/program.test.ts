import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryCondition, arbitraryFindings } from './arbitrary.test-support.ts'
import { above, all, any, atLeast, atMost, below, is, known, named, not } from './condition.ts'
import type { Condition, Limit } from './condition.ts'
import type { Findings } from './fact.ts'
import { exactly } from './interval.ts'
import { compile, compileTrial, decide } from './program.ts'
import { evaluate } from './trace.ts'
import {
  ceiling,
  cramps,
  dialysis,
  dose,
  low,
  potassium,
  vocabulary,
} from './vocabulary.test-support.ts'

const conditions = fc.array(arbitraryCondition(vocabulary), { maxLength: 6 })
const patients = fc.array(arbitraryFindings(vocabulary), { minLength: 1, maxLength: 3 })

test('many conditions together, patient after patient, have the truths they have alone', () => {
  fc.assert(
    fc.property(conditions, patients, (of, findings) => {
      const program = compile(of)
      for (const patient of findings) {
        expect(program(patient)).toEqual(of.map((condition) => evaluate(condition, patient)))
      }
    }),
    { numRuns: 1000 },
  )
})

test('one condition, patient after patient, has the truth that its trace has', () => {
  fc.assert(
    fc.property(arbitraryCondition(vocabulary), patients, (condition, findings) => {
      for (const patient of findings) {
        expect(decide(condition, patient)).toBe(evaluate(condition, patient))
      }
    }),
  )
})

describe('questions that look alike are kept apart', () => {
  const other: Limit<'mmol/L'> = { ...low, ownFirst: false }
  const withOwn: Findings = { potassium: { ...exactly(3.4), lowerLimit: 3.3 } }

  test('by the fact', () => {
    expect(compile([is(cramps), is(dialysis)])({ cramps: 'true' })).toEqual(['true', 'unknown'])
  })

  test('by the comparison, the limit and whose limit goes first', () => {
    const comparisons = [below, atMost, above, atLeast]
    const at = (value: number): readonly Condition[] =>
      comparisons.map((by) => by(dose, { ...ceiling, value }))
    expect(compile([...at(30), ...at(20)])({ dose: exactly(30) })).toEqual([
      ...['false', 'true', 'false', 'true'],
      ...['false', 'false', 'true', 'true'],
    ])
    expect(compile([below(potassium, low), below(potassium, other)])(withOwn)).toEqual([
      'false',
      'true',
    ])
  })

  test('by the shape', () => {
    const both = [is(cramps), is(dialysis)]
    const of = [all(...both), any(...both), not(all(...both)), known(cramps), is(cramps)]
    expect(compile(of)({ cramps: 'false', dialysis: 'true' })).toEqual([
      ...['false', 'true', 'true', 'true', 'false'],
    ])
    expect(compile([all(), any()])({})).toEqual(['true', 'false'])
  })

  test('by their parts and the number of them', () => {
    const parts = [is(cramps), is(dialysis), known(cramps), known(dialysis)]
    const of = [all(...parts.slice(0, 2)), all(...parts.slice(1, 3)), all(...parts.slice(0, 1))]
    expect(compile(of)({ cramps: 'true', dialysis: 'false' })).toEqual(['false', 'false', 'true'])
  })
})

describe('a question that comes up again', () => {
  /** How often a program looks a fact up in the findings of a patient. */
  const looks = (of: readonly Condition[]): number => {
    let count = 0
    const patient: Findings = {
      get cramps() {
        count++
        return 'true' as const
      },
    }
    compile(of)(patient)
    return count
  }

  test('is asked once, in whatever conditions and under whatever names it stands', () => {
    expect(looks([is(cramps)])).toBe(1)
    expect(looks([is(cramps), not(is(cramps)), all(is(cramps), any(is(cramps)))])).toBe(1)
    expect(looks([named('one', is(cramps)), named('other', is(cramps))])).toBe(1)
  })

  test('but not when it is another question', () => {
    expect(looks([is(cramps), known(cramps)])).toBe(2)
  })
})

test('no conditions have no truths', () => {
  expect(compile([])({ cramps: 'true' })).toEqual([])
})

describe('changes of one patient are tried without asking everything again', () => {
  test('with the truths that the changed patient has', () => {
    const of = fc.tuple(conditions, arbitraryFindings(vocabulary), arbitraryFindings(vocabulary))
    fc.assert(
      fc.property(of, fc.constantFrom(...vocabulary.facts), ([asked, patient, other], fact) => {
        const changed = { ...patient, [fact.id]: other[fact.id] }
        const again = compileTrial(asked)(patient)
        expect(again(changed, fact)).toEqual(asked.map((one) => evaluate(one, changed)))
        // What was tried before leaves no trace.
        expect(again(patient, fact)).toEqual(asked.map((one) => evaluate(one, patient)))
      }),
      { numRuns: 1000 },
    )
  })

  test('a fact that nothing asks about changes nothing', () => {
    const again = compileTrial([is(cramps)])({ cramps: 'true' })
    expect(again({ cramps: 'true', dialysis: 'true' }, dialysis)).toEqual(['true'])
  })
})
