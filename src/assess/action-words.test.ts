import { describe, expect, test } from 'vitest'
import { withdrawalSigns } from '../guideline/facts.ts'
import { is } from '../logic/condition.ts'
import { bounded, exactly } from '../logic/interval.ts'
import type { Finding } from '../logic/fact.ts'
import { mgPerDay } from '../logic/quantity.ts'
import type { Action } from '../logic/action.ts'
import { compute } from './action.ts'

/** An ending by steps that says a sentence more where there are signs of withdrawal, and waits then. */
const ending: Action = {
  kind: 'taper',
  words: 'End it from {from} by steps.',
  commonStep: [mgPerDay(5), mgPerDay(10)],
  commonEveryDays: 7,
  notWhile: is(withdrawalSigns),
  also: [{ when: is(withdrawalSigns), words: 'First treat what came of stopping.' }],
}

const wordsOf = (baclofenDose: Finding | undefined, signs: Finding): string =>
  compute(ending, {
    findings: {
      [withdrawalSigns.id]: signs,
      ...(baclofenDose === undefined ? {} : { baclofenDose }),
    },
    on: '2026-11-23',
  }).words

describe('an ending that is on hold', () => {
  test('says first what keeps it on hold', () => {
    expect(wordsOf(exactly(20), 'true')).toBe(
      'First treat what came of stopping. End it from 20 mg/day by steps.',
    )
  })
  test('says nothing of it where there is nothing to wait for', () => {
    expect(wordsOf(exactly(20), 'false')).toBe('End it from 20 mg/day by steps.')
  })
})

describe('the dose that an ending begins from', () => {
  test('is said plainly where it is exact, and as what is known of it where it is not', () => {
    expect(wordsOf(exactly(20), 'false')).toBe('End it from 20 mg/day by steps.')
    expect(wordsOf(bounded('<=', 20), 'false')).toBe(
      'End it from the present dose (at most 20 mg/day) by steps.',
    )
    expect(wordsOf(undefined, 'false')).toBe('End it from the present dose (not known) by steps.')
  })
})
