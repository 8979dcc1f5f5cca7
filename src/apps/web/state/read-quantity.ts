import { readQuantity } from '../../../assess/quantity-input.ts'
import { intervalWords } from '../../../assess/words.ts'
import type { QuantityFact } from '../../../logic/fact.ts'
import { refuses } from '../../../logic/given.ts'
import type { Given, Problem } from '../../../logic/given.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import type { TypedQuantity } from './draft.ts'
import { readNumber } from './read-number.ts'
import { unitOf, unitsOf } from './units.ts'

/** Another way to read what was typed, to be taken by one press. */
export interface Suggestion {
  readonly words: string
  readonly text: string
  readonly unit: string
}

/** A text that may be read in two ways, or in none. */
export type Doubt =
  | { readonly kind: 'comma'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly such: string }

/** What a typed quantity comes to. Without `given` the plan goes on as if it were missing. */
export interface ReadField {
  readonly state: 'blank' | 'fine' | 'unlikely' | 'impossible' | 'unreadable'
  readonly given?: Given
  /** What the reader of quantities says of it. */
  readonly message?: string
  /** Why the text could not be read as one number. */
  readonly doubt?: Doubt
  /** The value in the canonical unit, when it was typed in another. */
  readonly canonical?: string
  readonly suggestions: readonly Suggestion[]
}

/** Reads a typed quantity on a day. Nothing is cut, rounded or converted unseen. */
export const readField = (fact: QuantityFact, typed: TypedQuantity, on: string): ReadField => {
  const read = readNumber(typed.text)
  const suggest = (text: string, unit = typed.unit): Suggestion => ({
    words: `${text} ${unitOf(fact, unit).words}`,
    text,
    unit,
  })
  switch (read.kind) {
    case 'blank':
      return { state: 'blank', suggestions: [] }
    case 'ambiguous':
      return {
        state: 'unreadable',
        doubt: { kind: 'comma', text: typed.text.trim() },
        suggestions: read.readings.map((text) => suggest(text)),
      }
    case 'unreadable':
      return {
        state: 'unreadable',
        doubt: {
          kind: 'number',
          text: typed.text.trim(),
          such: formatNumber(fact.typical ?? fact.likely[0]),
        },
        suggestions: [],
      }
    case 'number': {
      const limit = readNumber(typed.lowerLimit ?? '')
      const { given: found, problems } = readQuantity(
        fact,
        {
          value: read.value,
          unit: typed.unit,
          ...(read.comparator === undefined ? {} : { comparator: read.comparator }),
          ...(typed.date === undefined || typed.date === '' ? {} : { date: typed.date }),
          ...(limit.kind === 'number' ? { lowerLimit: limit.value } : {}),
        },
        on,
      )
      const given = noted(found, typed)
      const wrong = problems.find(refuses) ?? problems[0]
      const canonical =
        typed.unit === fact.unit || typeof given?.finding !== 'object'
          ? {}
          : { canonical: `= ${intervalWords(roundedTo(given.finding), fact.unit, fact.possible)}` }
      if (wrong === undefined && given !== undefined) {
        return { state: 'fine', given, suggestions: [], ...canonical }
      }
      const suggestions = otherReadings(fact, read.value, typed).map(([value, unit]) =>
        suggest(`${read.comparator ?? ''}${formatNumber(value)}`, unit),
      )
      return {
        state: given === undefined || wrong?.kind !== 'unlikely' ? 'impossible' : 'unlikely',
        ...(given === undefined ? {} : { given }),
        ...(wrong === undefined ? {} : { message: said(wrong) }),
        suggestions,
        ...canonical,
      }
    }
  }
}

/** An estimate says so wherever the value is told. */
const noted = (given: Given | undefined, { estimated }: TypedQuantity): Given | undefined =>
  given === undefined || estimated === undefined ? given : { ...given, note: estimated }

/** What is wrong with a field, in the page's language as far as it is the page that says it. */
export const wrongWith = (
  { message, doubt }: ReadField,
  words: {
    readonly commaDoubt: (text: string) => string
    readonly notNumber: (text: string, such: string) => string
  },
): string | undefined =>
  doubt === undefined
    ? message
    : doubt.kind === 'comma'
      ? words.commaDoubt(doubt.text)
      : words.notNumber(doubt.text, doubt.such)

const roundedTo = <I extends { readonly low: number; readonly high: number }>(interval: I): I => ({
  ...interval,
  low: Number(interval.low.toPrecision(3)),
  high: Number(interval.high.toPrecision(3)),
})

const said = ({ message, remedy }: Problem): string => `${message} ${remedy}`

/** What may have been meant: the decimal mark one place off, or another unit. */
const otherReadings = (
  fact: QuantityFact,
  value: number,
  { unit }: TypedQuantity,
): readonly (readonly [number, string])[] => {
  const [low, high] = fact.likely
  const isLikely = (number: number, code: string): boolean => {
    const canonical = number * unitOf(fact, code).factor
    return canonical >= low && canonical <= high
  }
  if (isLikely(value, unit)) return []
  return [
    ...unitsOf(fact).flatMap(({ code }): [number, string][] =>
      code !== unit && isLikely(value, code) ? [[value, code]] : [],
    ),
    ...[value / 10, value / 100, value * 10].flatMap((number): [number, string][] =>
      isLikely(number, unit) ? [[number, unit]] : [],
    ),
  ].slice(0, 2)
}

/** Whether a number is a likely value of a fact when it is read in a unit. */
export const isLikelyIn = (fact: QuantityFact, text: string, code: string): boolean => {
  const read = readNumber(text)
  if (read.kind !== 'number') return false
  const canonical = read.value * unitOf(fact, code).factor
  return canonical >= fact.likely[0] && canonical <= fact.likely[1]
}

/** A typed number in another unit of the fact, rounded to three figures. */
export const convertText = (fact: QuantityFact, text: string, from: string, to: string): string => {
  const read = readNumber(text)
  if (read.kind !== 'number') return text
  const converted = (read.value * unitOf(fact, from).factor) / unitOf(fact, to).factor
  return `${read.comparator ?? ''}${String(Number(converted.toPrecision(3)))}`
}
