import { formatNumber } from '../logic/quantity.ts'
import type { Tablets } from './tablets.ts'

const numerals = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A number of tablets in words; a half is "half a" or "and a half". */
const countWords = (tablets: number): string => {
  const whole = Math.floor(tablets)
  const words = numerals[whole] ?? String(whole)
  if (tablets === 0.5) return 'half a'
  return tablets === whole ? words : `${words} and a half`
}

/** Tablets as a patient takes them, never two figures side by side: "one and a half 10 mg tablets". */
export const tabletWords = (tablets: readonly Tablets[]): string =>
  tablets
    .map(({ mgPerTablet, tablets: count }) => {
      const tablet = `${formatNumber(mgPerTablet)} mg ${count > 1 ? 'tablets' : 'tablet'}`
      return count > 12.5
        ? `${formatNumber(count)} tablets of ${formatNumber(mgPerTablet)} mg per tablet`
        : `${countWords(count)} ${tablet}`
    })
    .join(' and ')

/** Tablets as a pharmacist counts them: "10 mg tablets: 21; 5 mg tablets: 3.5". */
export const tabletCounts = (tablets: readonly Tablets[]): string =>
  tablets
    .map(
      ({ mgPerTablet, tablets: count }) =>
        `${formatNumber(mgPerTablet)} mg tablets: ${formatNumber(count)}`,
    )
    .join('; ')

/** A daily dose in words, the unit always with it. */
export const perDay = (mg: number): string => `${formatNumber(mg)} mg per day`

const plainWords: Readonly<Record<string, string>> = {
  somnolence: 'sleepiness',
  sedation: 'sleepiness',
  'cognitive impairment': 'trouble with thinking and memory',
  cognition: 'trouble with thinking and memory',
  'muscle weakness': 'weak muscles',
  weakness: 'weak muscles',
  'urinary function': 'trouble passing water',
}

/** What to watch for, in words that a patient knows; each said once. */
export const watchWords = (watch: readonly string[]): string => {
  const words = [...new Set(watch.map((sign) => plainWords[sign] ?? sign))]
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`
}
