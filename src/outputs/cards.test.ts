import { describe, expect, test } from 'vitest'
import { fitSummary, longestSummary } from './cards.ts'

describe('the summary of a card', () => {
  test('139 characters stay as they are', () => {
    expect(fitSummary('x'.repeat(139))).toBe('x'.repeat(139))
  })
  test('a longer one is cut after a whole word, and shows that it was', () => {
    const cut = fitSummary(`${'word '.repeat(40)}end`)
    expect(cut.length).toBeLessThanOrEqual(longestSummary)
    expect(cut).toMatch(/word…$/)
  })
  test('one word without end is cut all the same', () => {
    expect(fitSummary('x'.repeat(500))).toHaveLength(139)
  })
})
