import type { Condition } from '../logic/condition.ts'
import { fold } from '../logic/condition.ts'
import type { Fact, Finding } from '../logic/fact.ts'
import { exactValue } from '../logic/interval.ts'
import type { Interval } from '../logic/interval.ts'
import { formatNumber, units } from '../logic/quantity.ts'
import { factsJson, isWritable } from './concrete.ts'
import type { Stated } from './concrete.ts'
import type { Example } from './result.ts'

const amountWords = (fact: Fact & { kind: 'quantity' }, interval: Interval): string => {
  const { low, high, lowOpen, highOpen, lowerLimit } = interval
  const unit = units[fact.unit].words
  const value = exactValue(interval)
  const own = lowerLimit === undefined ? '' : ` (own lower limit ${formatNumber(lowerLimit)})`
  const amount =
    value !== undefined
      ? formatNumber(value)
      : high >= fact.possible[1]
        ? `${lowOpen === true ? 'above' : 'at least'} ${formatNumber(low)}`
        : low <= fact.possible[0]
          ? `${highOpen === true ? 'below' : 'at most'} ${formatNumber(high)}`
          : `${formatNumber(low)} to ${formatNumber(high)}`
  return `${fact.words} ${amount} ${unit}${own}`
}

const findingWords = (fact: Fact, finding: Finding): string => {
  if (typeof finding === 'object') {
    return amountWords(fact as Fact & { kind: 'quantity' }, finding)
  }
  if (fact.kind === 'quantity') return `${fact.words} not known`
  if (finding === 'unknown') return `asked and not known: ${fact.words}`
  return finding === 'true' ? fact.words : fact.negated
}

/** A patient in words: what is stated, and that nothing else is. */
export const patientWords = (facts: readonly Fact[], stated: Stated): string => {
  const said = facts.flatMap((fact) => {
    const finding = stated[fact.id]
    return finding === undefined ? [] : [findingWords(fact, finding)]
  })
  return said.length === 0 ? 'a patient of whom nothing is stated' : said.join('; ')
}

/** A patient in words, and as facts JSON where facts JSON can say it. */
export const exampleOf = (facts: readonly Fact[], stated: Stated): Example => ({
  words: patientWords(facts, stated),
  ...(isWritable(facts, stated) ? { facts: factsJson(facts, stated) } : {}),
})

/** A condition in one short line, for lists: "eGfr > 60", "not onDialysis". */
export const conditionWords = (condition: Condition): string =>
  fold<string>(condition, {
    is: (fact) => fact.id,
    compare: (fact, by, limit) => `${fact.id} ${by} ${formatNumber(limit.value)}`,
    known: (fact) => `${fact.id} known`,
    all: (of, name) => name ?? `(${of.join(' and ')})`,
    any: (of, name) => name ?? `(${of.join(' or ')})`,
    not: (of) => `not ${of}`,
  })
