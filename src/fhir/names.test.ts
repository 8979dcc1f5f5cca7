import { describe, expect, test } from 'vitest'
import type { PresenceRule } from '../logic/record-rules.ts'
import { isNamed, namedRules, namesOf } from './names.ts'

describe('what a concept is called', () => {
  test('is its text and the words of its codings, in lower case', () => {
    expect(namesOf({ text: 'Cramp', coding: [{ display: 'Muscle Cramp' }, { code: '1' }] })).toBe(
      'cramp | muscle cramp',
    )
  })
  test('is plain: without accents, and without signs that are not seen', () => {
    expect(namesOf({ text: 'Baclofène' })).toBe('baclofene')
    expect(namesOf({ text: 'bac\u00ADlo\u200Bfen' })).toBe('baclofen')
    expect(namesOf({ text: 'ＢＡＣＬＯＦＥＮ' })).toBe('baclofen')
  })
  test.each([undefined, {}, { text: '' }, { text: 7 }, { coding: [null, 'x', { display: {} }] }])(
    'may be nothing: %j',
    (concept) => {
      expect(namesOf(concept as never)).toBe('')
    },
  )
  test('is told by a list of concepts, or by bare words in place of one', () => {
    expect(namesOf([{ text: 'Cramp' }, { text: 'Spasm' }])).toBe('cramp | spasm')
    expect(namesOf('Baclofen 10 mg')).toBe('baclofen 10 mg')
  })
  test('can be told where two letters of it are read', () => {
    expect(isNamed('metformin')).toBe(true)
    expect(isNamed('баклофен')).toBe(false)
    expect(isNamed(' | ')).toBe(false)
    expect(isNamed('b 10')).toBe(false)
  })
})

describe('rules that are named in words', () => {
  const rule = (fact: string, ...names: readonly string[]): PresenceRule => ({
    fact,
    is: 'true',
    codes: [],
    names,
    complete: false,
  })
  const rules = [rule('onDialysis', 'dialysis'), rule('epilepsy', 'epilep', 'seizure')]

  test('are all those of which a word stands in the names', () => {
    expect(namedRules(rules, 'seizure on hemodialysis')).toEqual(rules)
    expect(namedRules(rules, 'epilepsy').map(({ fact }) => fact)).toEqual(['epilepsy'])
    expect(namedRules(rules, 'asthma')).toEqual([])
    expect(namedRules(rules, '')).toEqual([])
    expect(namedRules([], 'dialysis')).toEqual([])
  })
})
