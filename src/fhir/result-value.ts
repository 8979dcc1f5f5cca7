import { bounded, exactly } from '../logic/interval.ts'
import type { Comparison, Interval } from '../logic/interval.ts'
import { formatNumber } from '../logic/quantity.ts'
import type { LaboratoryCode, LaboratoryRule } from '../logic/record-rules.ts'
import { numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { factorOf, isMass } from './units.ts'

/** A result as it could be read: its value in the canonical unit, or why there is none. */
export type ReadValue =
  | {
      readonly interval: Interval
      /** As it stood, where that differs: "1.7 mg/dL". */
      readonly original?: string
      readonly note?: string
    }
  | { readonly unreadable: string }

interface Amount {
  readonly value: number
  readonly by?: Comparison
  readonly unit?: string
}

const comparators: readonly string[] = ['<', '<=', '>', '>=']
const spoken: Readonly<Record<string, Comparison>> = { '≤': '<=', '≥': '>=' }
const written = /^\s*(<=|>=|<|>|≤|≥)?\s*(\d+(?:[.,]\d+)?)\s*(\S.*?)?\s*$/

const fromQuantity = (rule: LaboratoryRule, quantity: Json): Amount | string => {
  const value = numberOf(quantity['value'])
  if (value === undefined) return 'its value is not a number'
  const by = quantity['comparator']
  if (by !== undefined && (typeof by !== 'string' || !comparators.includes(by))) {
    return 'its comparator is none of <, <=, > and >='
  }
  const code = textOf(quantity['code'])?.trim()
  const text = textOf(quantity['unit'])?.trim()
  const unit = code ?? text
  if (code !== undefined && text !== undefined && contradict(rule, code, text)) {
    return `its unit is ${text} in words and ${code} as a code`
  }
  return {
    value,
    ...(by === undefined ? {} : { by: by as Comparison }),
    ...(unit === undefined ? {} : { unit }),
  }
}

/** Two units of the quantity that mean different amounts; what is no unit of it proves nothing. */
const contradict = (rule: LaboratoryRule, code: string, text: string): boolean => {
  if (code === text) return false
  const factors = [factorOf(rule, code), factorOf(rule, text)]
  return !factors.includes(undefined) && factors[0] !== factors[1]
}

const fromText = (text: string): Amount | string => {
  const found = written.exec(text)
  if (found === null) return 'its text is not a number'
  const [, sign, number = '', unit] = found
  const by = sign === undefined ? undefined : (spoken[sign] ?? (sign as Comparison))
  return {
    value: Number(number.replace(',', '.')),
    ...(by === undefined ? {} : { by }),
    ...(unit === undefined ? {} : { unit }),
  }
}

const amountOf = (rule: LaboratoryRule, observation: Json): Amount | string => {
  const quantity = objectOf(observation['valueQuantity'])
  if (quantity !== undefined) return fromQuantity(rule, quantity)
  const text = textOf(observation['valueString'])
  if (text !== undefined) return fromText(text)
  const integer = numberOf(observation['valueInteger'])
  if (integer !== undefined) return { value: integer }
  return objectOf(observation['dataAbsentReason']) === undefined
    ? 'it has no value'
    : 'it says that the value is absent'
}

const words = ({ by, value, unit }: Amount): string =>
  `${by ?? ''}${formatNumber(value)}${unit === undefined ? '' : ` ${unit}`}`

/** Reads the value of a laboratory result; every doubt is a reason, and nothing is guessed. */
export const valueOf = (
  rule: LaboratoryRule,
  code: LaboratoryCode,
  observation: Json,
): ReadValue => {
  const amount = amountOf(rule, observation)
  if (typeof amount === 'string') return { unreadable: amount }
  const { lookalike } = rule
  if (amount.unit !== undefined && lookalike?.units.includes(amount.unit) === true) {
    return fromLookalike(rule, amount, lookalike.blocksUpTo)
  }
  if (amount.unit === undefined && (rule.unitOfText !== true || 'valueQuantity' in observation)) {
    return { unreadable: `${words(amount)} has no unit` }
  }
  const factor = amount.unit === undefined ? 1 : factorOf(rule, amount.unit)
  if (factor === undefined) {
    return { unreadable: `${words(amount)}: that is not a unit of ${rule.fact.words}` }
  }
  if (
    amount.unit !== undefined &&
    code.measures !== 'rate' &&
    isMass(amount.unit) !== (code.measures === 'mass')
  ) {
    return {
      unreadable: `${words(amount)} contradicts the code ${code.code}, which is for ${code.measures === 'mass' ? 'mass' : 'amount of substance'}`,
    }
  }
  const value = amount.value * factor
  const [least, most] = rule.fact.possible
  if (value < least || value > most) {
    return { unreadable: `${words(amount)} is impossible for ${rule.fact.words}` }
  }
  const interval = amount.by === undefined ? exactly(value) : bounded(amount.by, value)
  return {
    interval: { ...interval, ...lowerLimitOf(rule, observation, amount.unit) },
    ...(amount.unit === rule.fact.unit ? {} : { original: words(amount) }),
    ...(amount.unit === undefined ? { note: 'the unit is that of the code' } : {}),
  }
}

/** In a unit that only looks alike a low value blocks, as the true one may be lower still; a high one says nothing. */
const fromLookalike = (rule: LaboratoryRule, amount: Amount, blocksUpTo: number): ReadValue => {
  const high = amount.by === '>' || amount.by === '>=' ? Infinity : amount.value
  if (high > blocksUpTo || amount.value < rule.fact.possible[0]) {
    return {
      unreadable: `${words(amount)} is not normalized to body surface, and cannot show that ${rule.fact.words} is high enough`,
    }
  }
  return {
    interval: bounded('<=', high),
    original: words(amount),
    note: 'not normalized to body surface: read as at most this, so that it can block and never permit; measure a proper eGFR',
  }
}

/** The laboratory's own lower limit, in the canonical unit, where the result carries one for everybody. */
const lowerLimitOf = (
  rule: LaboratoryRule,
  observation: Json,
  unit: string | undefined,
): { readonly lowerLimit?: number } => {
  if (rule.fact.ownLimit !== true) return {}
  for (const range of objectsOf(observation['referenceRange'])) {
    const low = objectOf(range['low'])
    const value = numberOf(low?.['value'])
    if (low === undefined || value === undefined || !isNormalRange(range)) continue
    const itsUnit = textOf(low['code']) ?? textOf(low['unit']) ?? unit
    const factor = itsUnit === undefined ? undefined : factorOf(rule, itsUnit)
    const limit = factor === undefined ? undefined : value * factor
    if (limit === undefined || limit < rule.fact.possible[0] || limit > rule.fact.possible[1]) {
      continue
    }
    return { lowerLimit: limit }
  }
  return {}
}

const isNormalRange = (range: Json): boolean => {
  const codes = objectsOf(objectOf(range['type'])?.['coding']).map(({ code }) => code)
  return codes.length === 0 || codes.includes('normal')
}
