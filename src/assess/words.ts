import type { Fact, Finding, PresenceFact, QuantityFact } from '../logic/fact.ts'
import type { Comparison, Interval } from '../logic/interval.ts'
import { exactValue } from '../logic/interval.ts'
import { formatNumber, units } from '../logic/quantity.ts'
import type { Unit } from '../logic/quantity.ts'

/** A comparison as a reader says it. */
export const comparisonWords: Readonly<Record<Comparison, string>> = {
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
}

/** What is known of a quantity, with its unit: "78 mL/min/1.73 m²", "above 60 mL/min/1.73 m²". */
export const intervalWords = (
  interval: Interval,
  unit: Unit,
  possible?: readonly [number, number],
): string => {
  const words = units[unit].words
  const value = exactValue(interval)
  if (value !== undefined) return `${formatNumber(value)} ${words}`
  const low = formatNumber(interval.low)
  const high = formatNumber(interval.high)
  if (interval.high >= (possible?.[1] ?? Infinity)) {
    return `${interval.lowOpen === true ? 'above' : 'at least'} ${low} ${words}`
  }
  if (interval.low <= (possible?.[0] ?? -Infinity)) {
    return `${interval.highOpen === true ? 'below' : 'at most'} ${high} ${words}`
  }
  return `${low} to ${high} ${words}`
}

/** What is known of a fact, in words: "20 mg/day", "is on dialysis", "not known". */
export const findingWords = (fact: Fact, finding: Finding | undefined): string => {
  if (fact.kind === 'quantity') {
    return typeof finding === 'object'
      ? intervalWords(finding, fact.unit, fact.possible)
      : 'not known'
  }
  return finding === 'true' ? fact.words : finding === 'false' ? fact.negated : 'not known'
}

/** A presence as a sentence part, when it is known. */
export const presenceWords = (fact: PresenceFact, present: boolean): string =>
  present ? fact.words : fact.negated

/** Words of which the person is the subject: "is on dialysis", and not "cramps persist". */
const isOfPerson = /^(is|has|takes|receives|uses) /

/** What is asked, as a sentence part: "eGFR", "whether the person is on dialysis", "whether cramps persist". */
export const questionWords = (fact: Fact): string =>
  fact.kind === 'quantity'
    ? fact.words
    : `whether ${isOfPerson.test(fact.words) ? 'the person ' : ''}${fact.words}`

/** A quantity with an amount in words: "eGFR 78 mL/min/1.73 m²", "14 days at this dose". */
export const withAmount = ({ words, unit }: QuantityFact, amount: string): string => {
  const counted = `${units[unit].words} `
  return words.startsWith(counted)
    ? `${amount} ${words.slice(counted.length)}`
    : `${words} ${amount}`
}

/** A quantity with its finding as a sentence part: "eGFR 78 mL/min/1.73 m²", "eGFR not known". */
export const quantityWords = (fact: QuantityFact, finding: Finding | undefined): string =>
  typeof finding === 'object'
    ? withAmount(fact, findingWords(fact, finding))
    : `${fact.words} ${findingWords(fact, finding)}`
