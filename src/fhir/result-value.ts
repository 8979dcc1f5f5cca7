import { bounded, exactly } from '../logic/interval.ts'
import type { Interval } from '../logic/interval.ts'
import type { LaboratoryCode, LaboratoryRule } from '../logic/record-rules.ts'
import type { Json } from './json.ts'
import { isThere } from './json.ts'
import { lowerLimitOf } from './lower-limit.ts'
import { amountOf, amountWords } from './result-amount.ts'
import type { Amount } from './result-amount.ts'
import { factorOf, isMass } from './units.ts'
import type { Writable } from '../logic/writable.ts'

/** A result as it could be read: its value in the canonical unit, or why there is none. */
export type ReadValue =
  | {
      readonly interval: Interval
      /** As it stood, where that differs: "1.7 mg/dL". */
      readonly original?: string
      readonly note?: string
    }
  | { readonly unreadable: string }

/** Reads the value of a laboratory result; every doubt is a reason, and nothing is guessed. */
export const valueOf = (
  rule: LaboratoryRule,
  code: Pick<LaboratoryCode, 'code' | 'measures'>,
  observation: Json,
): ReadValue => {
  const amount = amountOf(rule, observation)
  if (typeof amount === 'string') return { unreadable: amount }
  const { unit } = amount
  const { lookalike } = rule
  if (unit !== undefined && lookalike?.units.includes(unit) === true) {
    return fromLookalike(rule, amount, lookalike.blocksUpTo)
  }
  if (unit === undefined && (rule.unitOfText !== true || isThere(observation['valueQuantity']))) {
    return { unreadable: `${amountWords(amount)} has no unit` }
  }
  const factor = unit === undefined ? 1 : factorOf(rule, unit)
  if (factor === undefined) {
    return { unreadable: `${amountWords(amount)}: that is not a unit of ${rule.fact.words}` }
  }
  if (unit !== undefined && contradictsCode(code, unit)) {
    return {
      unreadable: `${amountWords(amount)} contradicts the code ${code.code}, which is for ${code.measures === 'mass' ? 'mass' : 'amount of substance'}`,
    }
  }
  const value = amount.value * factor
  const [least, most] = rule.fact.possible
  if (value < least || value > most) {
    return { unreadable: `${amountWords(amount)} is impossible for ${rule.fact.words}` }
  }
  const interval: Writable<Interval> =
    amount.by === undefined ? exactly(value) : bounded(amount.by, value)
  const lowerLimit = lowerLimitOf(rule, observation, unit)
  if (lowerLimit !== undefined) interval.lowerLimit = lowerLimit
  if (unit === rule.fact.unit) return { interval }
  const original = amountWords(amount)
  return unit === undefined
    ? { interval, original, note: 'the unit is that of the code' }
    : { interval, original }
}

const contradictsCode = ({ measures }: Pick<LaboratoryCode, 'measures'>, unit: string): boolean =>
  measures !== 'rate' && isMass(unit) !== (measures === 'mass')

/** In a unit that only looks alike a low value blocks, as the true one may be lower still; a high one says nothing. */
const fromLookalike = (rule: LaboratoryRule, amount: Amount, blocksUpTo: number): ReadValue => {
  const high = amount.by === '>' || amount.by === '>=' ? Infinity : amount.value
  if (high > blocksUpTo || amount.value < rule.fact.possible[0]) {
    return {
      unreadable: `${amountWords(amount)} is not normalized to body surface, and cannot show that ${rule.fact.words} is high enough`,
    }
  }
  return {
    interval: bounded('<=', high),
    original: amountWords(amount),
    note: 'not normalized to body surface: read as at most this, so that it can block and never permit; measure a proper eGFR',
  }
}
