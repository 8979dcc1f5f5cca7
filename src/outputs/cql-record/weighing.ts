import type { Fact, PresenceFact, QuantityFact } from '../../logic/fact.ts'
import type { RecordRules } from '../../logic/record-rules.ts'
import { decimal, identifier, text } from '../cql-text.ts'
import { list, recordName } from './rows.ts'

const usable = (ofPresentDose: boolean): string =>
  [
    'Answer.amount is not null',
    '"Days until the day"(Answer.on) <= "Days until a result is old"',
    ...(ofPresentDose ? ['not "Is of an earlier dose"(Answer.on)'] : []),
  ].join('\n          and ')

const exactly = (amount: string): string =>
  `Tuple { low: ${amount}, high: ${amount}, lowOpen: false, highOpen: false, lowerLimit: null as Decimal }`

const answerUnits = (fact: QuantityFact): string =>
  list(
    [[fact.unit, 1] as const, ...Object.entries(fact.accepts)].map(
      ([unit, factor]) =>
        `Tuple { unit: ${text(unit)}, factor: ${decimal(Number(factor.toFixed(8)))}, mass: false }`,
    ),
    4,
  )

const answered = (fact: QuantityFact): string => {
  const [least, most] = fact.possible.map(decimal) as [string, string]
  const bare = Object.keys(fact.accepts).length === 0 ? text(fact.unit) : 'null as String'
  return `"Answered amount"(${text(fact.id)}, ${answerUnits(fact)}, ${bare}, ${least}, ${most})`
}

/** A measured result, or a newer answer; what is too old counts as not known. CQL text. */
export const measured = (fact: QuantityFact, standIn: string | undefined): string => {
  const recorded = identifier(`${fact.words}, recorded`)
  return `
define ${identifier(`${fact.words}, answered`)}:
  ${answered(fact)}

define ${identifier(`${fact.words}, current`)}:
  if "Days until the day"(${recorded}.on) <= "Days until a result is old" then ${recorded}.value else null

define ${identifier(recordName(fact))}:
  First(
    ({ ${identifier(`${fact.words}, answered`)} }) Answer
      let isUsable: ${usable(false)}
          and Coalesce(Answer.on after ${recorded}.on, true)
      return all
        if Coalesce(isUsable, false) then ${exactly('Answer.amount')}
        else ${standIn === undefined ? identifier(`${fact.words}, current`) : `Coalesce(${identifier(`${fact.words}, current`)}, ${standIn})`}
  )
`
}

/** Taken, by the answer, and on no list: a dose of 0 cannot be concluded from it. */
const takenAfterAll = (
  fact: QuantityFact,
  { drug }: RecordRules,
  facts: readonly Fact[],
): string => {
  const takes = facts.find(({ id }) => id === drug.takes)
  return fact.id === drug.dose.id && takes?.kind === 'presence'
    ? `where not (${identifier(wordName(takes))} ~ 'true' and amount.high = 0.0)`
    : ''
}

/** What the record says for certain, or an answer within it; an answer against it leaves a question. CQL text. */
export const reckoned = (
  fact: QuantityFact,
  recorded: string,
  rules: RecordRules,
  facts: readonly Fact[],
): string => `
define ${identifier(recordName(fact))}:
  First(
    ({ ${answered(fact)} }) Answer
      let
        isUsable: ${usable(rules.ofPresentDose.includes(fact.id))},
        amount: case
          when not Coalesce(isUsable, false) then ${recorded}
          when ${recorded} is null then ${exactly('Answer.amount')}
          when Answer.amount >= ${recorded}.low and Answer.amount <= Coalesce(${recorded}.high, Answer.amount)
            then ${exactly('Answer.amount')}
          else null
        end
      ${takenAfterAll(fact, rules, facts)}
      return all amount
  )
`

/** The name under which a presence stands as a word. */
export const wordName = (fact: PresenceFact): string => `${fact.words}: in a word`

/** A presence by what the record and the answers say of it: a word first, then true, false or null. CQL text. */
export const weighed = (fact: PresenceFact, recorded: string, rules: RecordRules): string =>
  [
    `define ${identifier(wordName(fact))}:`,
    `  "Weighed"(`,
    `    ${recorded},`,
    `    "Answer to"(${text(fact.id)}),`,
    `    ${String(rules.ofPresentDose.includes(fact.id))},`,
    `    ${String(fact.absent === 'assumed-no')}`,
    `  )`,
    `define ${identifier(recordName(fact))}: "As a truth"(${identifier(wordName(fact))})`,
  ].join('\n')
