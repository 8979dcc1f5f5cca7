import type { Fact, QuantityFact } from '../logic/fact.ts'
import type { Given } from '../logic/given.ts'
import { exactly } from '../logic/interval.ts'
import type { Truth } from '../logic/truth.ts'
import type { Context, Reader } from './context.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import { allObjectsOf, isThere, numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** An answer to one question; `unreadable` was answered, and it cannot be told how. */
export type Answer = Given | 'unreadable'

/** The answers of one questionnaire response, by fact. */
export interface Answers {
  readonly at: string
  readonly moment: Moment
  readonly given: ReadonlyMap<string, Answer>
}

/** Codes that stand for yes, no and asked-but-not-known, in the code systems in use for answers. */
const coded: ReadonlyMap<string | undefined, Truth> = new Map<string | undefined, Truth>([
  ['Y', 'true'],
  ['N', 'false'],
  ['yes', 'true'],
  ['no', 'false'],
  ['UNK', 'unknown'],
  ['asked-unknown', 'unknown'],
  ['unknown', 'unknown'],
])

const presenceAnswer = (answer: Json): Truth | undefined => {
  const yes = answer['valueBoolean']
  if (typeof yes === 'boolean') return yes ? 'true' : 'false'
  return coded.get(textOf(objectOf(answer['valueCoding'])?.['code']))
}

/** Amounts in one unit only may be answered as a bare number; the others need theirs. */
const amountAnswer = (
  fact: QuantityFact,
  answer: Json,
): { readonly value: number; readonly original?: string } | undefined => {
  const quantity = objectOf(answer['valueQuantity'])
  const onlyUnit = Object.keys(fact.accepts).length === 0 ? fact.unit : undefined
  const unit =
    quantity === undefined ? onlyUnit : (textOf(quantity['code']) ?? textOf(quantity['unit']))
  const written = numberOf(
    quantity === undefined ? (answer['valueDecimal'] ?? answer['valueInteger']) : quantity['value'],
  )
  if (unit === undefined || written === undefined || isThere(quantity?.['comparator'])) {
    return undefined
  }
  const factor =
    unit === fact.unit ? 1 : Object.hasOwn(fact.accepts, unit) ? fact.accepts[unit] : undefined
  const value = factor === undefined ? NaN : written * factor
  const [least, most] = fact.possible
  if (!(value >= least && value <= most)) return undefined
  return unit === fact.unit ? { value } : { value, original: `${String(written)} ${unit}` }
}

const answerOf = (
  fact: Fact,
  answers: readonly Json[],
  { date }: Moment,
  from: string,
): Given | undefined => {
  const [answer, second] = answers
  // More than one answer to a question that has one.
  if (answer === undefined || second !== undefined) return undefined
  if (fact.kind === 'presence') {
    const finding = presenceAnswer(answer)
    return finding === undefined ? undefined : { finding, date, from }
  }
  const amount = amountAnswer(fact, answer)
  if (amount === undefined) return undefined
  const { value, original } = amount
  const given = { finding: exactly(value), date, from }
  return original === undefined ? given : { ...given, original }
}

const deepest = 8

/** Goes to every item of a response that is of a fact and has answers, however the items are nested. */
const eachAnswered = (
  items: unknown,
  facts: Context['facts'],
  visit: (fact: Fact, answers: readonly Json[]) => void,
  depth = 0,
): void => {
  if (depth > deepest) return
  for (const item of objectsOf(items)) {
    const fact = facts.get(textOf(item['linkId']) ?? '')
    const answers = allObjectsOf(item['answer']) ?? []
    const isAnswered = answers.length > 0 || !Array.isArray(item['answer'])
    if (fact !== undefined && isThere(item['answer']) && isAnswered) visit(fact, answers)
    eachAnswered(item['item'], facts, visit, depth + 1)
    for (const answer of answers) eachAnswered(answer['item'], facts, visit, depth + 1)
  }
}

/** Reads a finished response to our own questionnaire: the name of each item is that of a fact. */
export const readAnswers: Reader = (placed, into, context) => {
  const { resource, at, doubt } = placed
  const [canonical] = (textOf(resource['questionnaire']) ?? '').split('|')
  const status = resource['status']
  if (canonical !== context.rules.questionnaire) return
  if (status !== 'completed' && status !== 'amended') return
  const moment = answeredOn(placed, context)
  if (moment === undefined) return
  const given = new Map<string, Answer>()
  eachAnswered(resource['item'], context.facts, (fact, answers) => {
    const found = given.has(fact.id) ? undefined : answerOf(fact, answers, moment, at)
    if (found === undefined) {
      context.problems.push({
        kind: 'set-aside',
        where: `${at}.item[${fact.id}]`,
        message: `This answer cannot be read as ${fact.words}.`,
        remedy:
          'Answer once: yes, no or not known; or a number with one of the units of the question.',
      })
    }
    given.set(fact.id, doubt === undefined && found !== undefined ? found : 'unreadable')
  })
  into.answers.push({ at, moment, given })
}

const answeredOn = ({ resource, at }: Placed, { on, problems }: Context): Moment | undefined => {
  const moment = momentOf(resource['authored'])
  if (moment !== undefined && moment.day <= on.day) return moment
  problems.push({
    kind: 'set-aside',
    where: `${at}.authored`,
    message: 'These answers have no date that can be read, or one after the day of the assessment.',
    remedy: 'Give the day of the answers as YYYY-MM-DD.',
  })
  return undefined
}
