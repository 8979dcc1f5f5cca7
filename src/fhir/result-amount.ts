import type { Comparison } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import type { LaboratoryRule } from '../logic/record-rules.ts'
import { isThere, numberOf, objectOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { factorOf } from './units.ts'

/** The number of a result as it stands, with its comparator and unit. */
export interface Amount {
  readonly value: number
  readonly by: Comparison | undefined
  readonly unit: string | undefined
}

const comparators: ReadonlyMap<unknown, Comparison> = new Map<unknown, Comparison>([
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
  ['≤', '<='],
  ['≥', '>='],
])

/** A text that is longer is no number with a unit. */
const longest = 40

const written = /^([<>]=?|[≤≥])?\s*(\d+(?:[.,]\d+)?)(.*)$/

const fromQuantity = (rule: LaboratoryRule, quantity: Json): Amount | string => {
  const value = numberOf(quantity['value'])
  if (value === undefined) return 'its value is not a number'
  const given = quantity['comparator']
  const by = comparators.get(given)
  if (isThere(given) && by === undefined) return 'its comparator is none of <, <=, > and >='
  const code = textOf(quantity['code'])?.trim()
  const text = textOf(quantity['unit'])?.trim()
  if (code !== undefined && text !== undefined && contradict(rule, code, text)) {
    return `its unit is ${text} in words and ${code} as a code`
  }
  return { value, by, unit: code ?? text }
}

/** Two units of the quantity that mean different amounts; what is no unit of it proves nothing. */
const contradict = (rule: LaboratoryRule, code: string, text: string): boolean => {
  if (code === text) return false
  const factors = [factorOf(rule, code), factorOf(rule, text)]
  return !factors.includes(undefined) && factors[0] !== factors[1]
}

const fromText = (text: string): Amount | string => {
  const trimmed = text.trim()
  const found = trimmed.length > longest ? null : written.exec(trimmed)
  if (found === null) return 'its text is not a number'
  const [, sign, number = '', rest] = found
  const value = Number(number.replace(',', '.'))
  return { value, by: comparators.get(sign), unit: textOf(rest)?.trim() }
}

/** Finds the value of a result, or says why there is none that counts. */
export const amountOf = (rule: LaboratoryRule, observation: Json): Amount | string => {
  if (isThere(observation['dataAbsentReason'])) return 'it says that the value is absent'
  const quantity = objectOf(observation['valueQuantity'])
  if (quantity !== undefined) return fromQuantity(rule, quantity)
  const text = textOf(observation['valueString'])
  if (text !== undefined) return fromText(text)
  const integer = numberOf(observation['valueInteger'])
  return integer === undefined
    ? 'it has no value'
    : { value: integer, by: undefined, unit: undefined }
}

/** The value as it stood: "<15 mL/min". */
export const amountWords = ({ by, value, unit }: Amount): string =>
  `${by ?? ''}${formatNumber(value)}${unit === undefined ? '' : ` ${unit}`}`
