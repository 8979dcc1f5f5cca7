import { describe, expect, test } from 'vitest'
import { above, atMost, is, not } from './condition.ts'
import type { Findings } from './fact.ts'
import { close } from './implication.ts'
import type { Implication } from './implication.ts'
import { bounded, exactly } from './interval.ts'
import { mgPerDay } from './quantity.ts'
import { cramps, dialysis, dose, drowsy, limit } from './vocabulary.test-support.ts'

const none = limit(mgPerDay(0))

/** Stands for "a dose above 0 means that it is taken", and the like. */
const taken: Implication = { when: above(dose, none), fact: cramps, is: 'true' }
const notTaken: Implication = { when: atMost(dose, none), fact: cramps, is: 'false' }
const follows: Implication = { when: is(cramps), fact: dialysis, is: 'true' }
const backwards: Implication = { when: not(is(dialysis)), fact: drowsy, is: 'false' }
const implications = [taken, notTaken, follows, backwards]

describe('what follows from findings', () => {
  test.each<[string, Findings, Findings]>([
    ['a dose', { dose: exactly(20) }, { cramps: 'true', dialysis: 'true' }],
    ['a dose of 0', { dose: exactly(0) }, { cramps: 'false' }],
    ['a dose of more than 0', { dose: bounded('>', 0) }, { cramps: 'true', dialysis: 'true' }],
    ['a dose of 0 or more: nothing', { dose: bounded('>=', 0) }, {}],
    ['no dose known: nothing', {}, {}],
    ['an absence', { dialysis: 'false' }, { drowsy: 'false' }],
    ['an unknown: nothing', { dialysis: 'unknown' }, {}],
  ])('%s', (_what, given, expected) => {
    const { findings, contradictions } = close(given, implications)
    expect(findings).toEqual({ ...given, ...expected })
    expect(contradictions).toEqual([])
  })

  test('is listed, one after the other, in the order in which it was drawn', () => {
    expect(close({ dose: exactly(20) }, implications).implied).toEqual([taken, follows])
  })

  test('answers what was asked and not known', () => {
    const given: Findings = { dose: exactly(20), cramps: 'unknown' }
    expect(close(given, implications).findings['cramps']).toBe('true')
  })

  test('is drawn in the order of the list only', () => {
    expect(close({ dose: exactly(20) }, [follows, taken]).findings['dialysis']).toBeUndefined()
  })

  test('leaves the given findings as they were', () => {
    const given: Findings = { dose: exactly(20) }
    close(given, implications)
    expect(given).toEqual({ dose: exactly(20) })
  })

  test('depends on the patient alone, whoever came before', () => {
    expect(close({ dose: exactly(20) }, implications).findings['cramps']).toBe('true')
    expect(close({ dose: exactly(0) }, implications).findings['cramps']).toBe('false')
    expect(close({}, implications).findings['cramps']).toBeUndefined()
  })
})

describe('what is stated', () => {
  test('and follows too is no contradiction, and not listed as implied', () => {
    const { implied, contradictions } = close({ dose: exactly(20), cramps: 'true' }, [taken])
    expect(implied).toEqual([])
    expect(contradictions).toEqual([])
  })

  test.each<[string, Findings, Implication, 'true' | 'false']>([
    ['absent, although it follows', { dose: exactly(20), cramps: 'false' }, taken, 'false'],
    ['present, although it cannot be', { dose: exactly(0), cramps: 'true' }, notTaken, 'true'],
  ])('%s: a contradiction, and the statement stays', (_what, given, implication, stated) => {
    const { findings, implied, contradictions } = close(given, [implication])
    expect(contradictions).toEqual([{ implication, stated }])
    expect(implied).toEqual([])
    expect(findings).toEqual(given)
  })

  test('wrongly twice is two contradictions, all listed', () => {
    const given: Findings = {
      dose: exactly(20),
      cramps: 'false',
      dialysis: 'false',
      drowsy: 'true',
    }
    expect(close(given, implications).contradictions).toEqual([
      { implication: taken, stated: 'false' },
      { implication: backwards, stated: 'true' },
    ])
  })
})
