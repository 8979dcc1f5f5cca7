import type { Fact, PresenceFact, QuantityFact } from '../logic/fact.ts'
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

const presenceAnswer = (_fact: PresenceFact, answer: Json): Given | undefined => {
  const yes = answer['valueBoolean']
  const finding =
    typeof yes === 'boolean'
      ? yes
        ? 'true'
        : 'false'
      : coded.get(textOf(objectOf(answer['valueCoding'])?.['code']))
  return finding === undefined ? undefined : { finding }
}

/** Amounts in one unit only may be answered as a bare number; the others need theirs. */
const amountAnswer = (fact: QuantityFact, answer: Json): Given | undefined => {
  const quantity = objectOf(answer['valueQuantity'])
  const onlyUnit = Object.keys(fact.accepts).length === 0
  const unit =
    quantity === undefined
      ? onlyUnit
        ? fact.unit
        : undefined
      : (textOf(quantity['code']) ?? textOf(quantity['unit']))
  const value = numberOf(
    quantity === undefined ? (answer['valueDecimal'] ?? answer['valueInteger']) : quantity['value'],
  )
  if (unit === undefined || value === undefined || isThere(quantity?.['comparator'])) {
    return undefined
  }
  const factor =
    unit === fact.unit ? 1 : Object.hasOwn(fact.accepts, unit) ? fact.accepts[unit] : undefined
  const amount = factor === undefined ? NaN : value * factor
  const [least, most] = fact.possible
  if (!(amount >= least && amount <= most)) return undefined
  return {
    finding: exactly(amount),
    ...(unit === fact.unit ? {} : { original: `${String(value)} ${unit}` }),
  }
}

const answerOf = (fact: Fact, answers: readonly Json[]): Given | undefined => {
  const [answer, second] = answers
  // More than one answer to a question that has one.
  if (answer === undefined || second !== undefined) return undefined
  return fact.kind === 'presence' ? presenceAnswer(fact, answer) : amountAnswer(fact, answer)
}

const deepest = 8

/** Every item of a response that is of a fact, with its answers; however the items are nested. */
const answeredIn = (
  items: readonly Json[],
  { facts }: Context,
  depth = 0,
): readonly (readonly [Fact, readonly Json[]])[] =>
  items.flatMap((item) => {
    const fact = facts.get(textOf(item['linkId']) ?? '')
    const answers = allObjectsOf(item['answer'])
    const answered = isThere(item['answer']) && answers?.length !== 0
    const own = fact === undefined || !answered ? [] : [[fact, answers ?? []] as const]
    if (depth >= deepest) return own
    const inner = [item, ...(answers ?? [])].flatMap((holder) => objectsOf(holder['item']))
    return inner.length === 0
      ? own
      : [...own, ...answeredIn(inner, { facts } as Context, depth + 1)]
  })

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
  for (const [fact, answers] of answeredIn(objectsOf(resource['item']), context)) {
    const found = given.has(fact.id) ? undefined : answerOf(fact, answers)
    if (found === undefined) {
      context.problems.push({
        kind: 'set-aside',
        where: `${at}.item[${fact.id}]`,
        message: `This answer cannot be read as ${fact.words}.`,
        remedy:
          'Answer once: yes, no or not known; or a number with one of the units of the question.',
      })
    }
    const certain = found !== undefined && doubt === undefined
    given.set(fact.id, certain ? { ...found, date: moment.date, from: at } : 'unreadable')
  }
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
