import type { Fact, QuantityFact } from '../logic/fact.ts'
import type { Given, Problem } from '../logic/given.ts'
import { exactly } from '../logic/interval.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import { numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** The answers of one questionnaire response, by fact. */
export interface Answers {
  readonly moment: Moment
  readonly given: Readonly<Record<string, Given>>
}

/** Codes that stand for yes, no and asked-but-not-known, in the code systems in use for answers. */
const coded: Readonly<Record<string, 'true' | 'false' | 'unknown'>> = {
  Y: 'true',
  N: 'false',
  yes: 'true',
  no: 'false',
  UNK: 'unknown',
  'asked-unknown': 'unknown',
  unknown: 'unknown',
}

const presenceAnswer = (answer: Json): 'true' | 'false' | 'unknown' | undefined => {
  const yes = answer['valueBoolean']
  if (yes === true) return 'true'
  if (yes === false) return 'false'
  return coded[textOf(objectOf(answer['valueCoding'])?.['code']) ?? '']
}

const amountAnswer = (fact: QuantityFact, answer: Json): Given | undefined => {
  const quantity = objectOf(answer['valueQuantity'])
  const unit = textOf(quantity?.['code']) ?? textOf(quantity?.['unit']) ?? fact.unit
  const value = numberOf(quantity?.['value'] ?? answer['valueDecimal'] ?? answer['valueInteger'])
  const factor =
    unit === fact.unit ? 1 : Object.hasOwn(fact.accepts, unit) ? fact.accepts[unit] : undefined
  if (value === undefined || factor === undefined || quantity?.['comparator'] !== undefined) {
    return undefined
  }
  const amount = value * factor
  const [least, most] = fact.possible
  if (amount < least || amount > most) return undefined
  return {
    finding: exactly(amount),
    ...(unit === fact.unit ? {} : { original: `${String(value)} ${unit}` }),
  }
}

/** Reads a finished response to our own questionnaire: the name of each item is that of a fact. */
export const answersOf = (
  { resource, at }: Placed,
  facts: ReadonlyMap<string, Fact>,
  questionnaire: string,
  on: Moment,
  problems: Problem[],
): Answers | undefined => {
  const [canonical] = (textOf(resource['questionnaire']) ?? '').split('|')
  if (canonical !== questionnaire) return undefined
  const status = resource['status']
  if (status !== 'completed' && status !== 'amended') return undefined
  const moment = momentOf(resource['authored'])
  if (moment === undefined || moment.day > on.day) {
    problems.push({
      kind: 'set-aside',
      where: `${at}.authored`,
      message:
        'These answers have no date that can be read, or one after the day of the assessment.',
      remedy: 'Give the day of the answers as YYYY-MM-DD.',
    })
    return undefined
  }
  const given: Record<string, Given> = {}
  const read = (item: Json, depth: number): void => {
    const name = textOf(item['linkId'])
    const fact = name === undefined ? undefined : facts.get(name)
    const [answer] = objectsOf(item['answer'])
    if (fact !== undefined && answer !== undefined) {
      const finding = fact.kind === 'presence' ? presenceAnswer(answer) : undefined
      const found =
        fact.kind === 'quantity'
          ? amountAnswer(fact, answer)
          : finding === undefined
            ? undefined
            : { finding }
      if (found === undefined) {
        problems.push({
          kind: 'set-aside',
          where: `${at}.item[${fact.id}]`,
          message: `This answer cannot be read as ${fact.words}.`,
          remedy: 'Answer yes, no or not known; or a number with one of the units of the question.',
        })
      } else {
        given[fact.id] = { ...found, date: moment.date, from: at }
      }
    }
    if (depth < 8) for (const inner of objectsOf(item['item'])) read(inner, depth + 1)
  }
  for (const item of objectsOf(resource['item'])) read(item, 0)
  return { moment, given }
}
