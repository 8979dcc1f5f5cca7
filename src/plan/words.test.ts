import { expect, test } from 'vitest'
import { tabletWords, watchWords } from './words.ts'

test.each([
  [[{ mgPerTablet: 5, tablets: 0.5 }], 'half a 5 mg tablet'],
  [[{ mgPerTablet: 10, tablets: 1 }], 'one 10 mg tablet'],
  [[{ mgPerTablet: 10, tablets: 1.5 }], 'one and a half 10 mg tablets'],
  [[{ mgPerTablet: 10, tablets: 12.5 }], 'twelve and a half 10 mg tablets'],
  [[{ mgPerTablet: 5, tablets: 20 }], '20 tablets of 5 mg per tablet'],
  [
    [
      { mgPerTablet: 10, tablets: 2 },
      { mgPerTablet: 5, tablets: 1 },
    ],
    'two 10 mg tablets and one 5 mg tablet',
  ],
])('tablets in words never put two figures side by side: %#', (tablets, words) => {
  expect(tabletWords(tablets)).toBe(words)
})

test('what to watch for is said in plain words, each once', () => {
  expect(watchWords(['somnolence', 'sedation', 'dizziness'])).toBe('sleepiness or dizziness')
  expect(watchWords(['hiccups'])).toBe('hiccups')
})
