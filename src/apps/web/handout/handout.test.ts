import { describe, expect, test } from 'vitest'
import type { HandoutWords } from './catalog.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { spanish } from './es.ts'

const languages: readonly (readonly [string, HandoutWords])[] = [
  ['English', english],
  ['Spanish', spanish],
  ['German', german],
]

describe.each(languages)('the handout in %s', (_name, words) => {
  test('says in a sentence that nobody reviewed it clinically, for nobody did', () => {
    expect(words.clinicallyReviewed).toBe(false)
    expect(words.notReviewed.length).toBeGreaterThan(20)
  })

  test('never sets two figures side by side', () => {
    for (const count of [0.5, 1, 1.5, 2, 3, 6]) {
      expect(words.tablets(count, '10')).not.toMatch(/\d\S*\s+\d/)
      expect(words.tablets(count, '10')).toContain('10 mg')
    }
  })

  test('new confusion is a reason to call an ambulance, never one to stay at the dose and call', () => {
    const confusion = /confus|verwirr/i
    expect(words.getHelp.join(' ')).toMatch(confusion)
    for (const goesUp of [true, false]) {
      expect(words.beforeStep(goesUp, 'dizziness').join(' ')).not.toMatch(confusion)
    }
  })

  test('says each number of tablets differently', () => {
    const said = [0.5, 1, 1.5, 2, 2.5].map((count) => words.tablets(count, '5'))
    expect(new Set(said).size).toBe(said.length)
  })
})

test('tablets are told in words', () => {
  expect(english.tablets(1.5, '10')).toBe('one and a half 10 mg tablets')
  expect(spanish.tablets(1.5, '10')).toBe('una pastilla y media de 10 mg')
  expect(german.tablets(1.5, '5')).toBe('eineinhalb Tabletten zu 5 mg')
  expect(german.tablets(2, '5')).toBe('zwei Tabletten zu 5 mg')
})
