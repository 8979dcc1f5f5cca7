import { formatNumber } from '../logic/quantity.ts'
import { isCivilDate } from './dates.ts'
import type { PlanProblem } from './refusal.ts'

/** What a number may be, and what to do when it is missing or is none of this. */
export interface NumberRule {
  readonly least: number
  readonly most: number
  /** The unit, for the message: "mg per day". */
  readonly unit: string
  readonly whole?: true
  /** What to say when it is left out; without it the number may be left out. */
  readonly needed?: string
}

/** Reads options that a program or a person gave, and collects everything that is wrong with them. */
export interface OptionReader {
  readonly problems: readonly PlanProblem[]
  readonly date: (name: string, needed: string) => string
  readonly dates: (name: string) => readonly string[]
  readonly number: (name: string, rule: NumberRule) => number | undefined
  readonly flag: (name: string) => boolean
  readonly strengths: (name: string, otherwise: readonly number[] | undefined) => readonly number[]
  readonly refuse: (name: string, message: string, remedy: string) => void
}

const dateRemedy = 'Write a day of the calendar as YYYY-MM-DD.'

/** A reader of options. What it could not read it answers with a value that no calendar is made of. */
export const optionReader = (options: object): OptionReader => {
  const given = options as Readonly<Record<string, unknown>>
  const problems: PlanProblem[] = []
  const problem = (kind: PlanProblem['kind'], where: string, message: string, remedy: string) => {
    problems.push({ kind, where, message, remedy })
  }
  const isDate = (value: unknown): value is string =>
    typeof value === 'string' && isCivilDate(value) && value >= '1900' && value < '3000'
  const read = (name: string, value: unknown, rule: NumberRule): number | undefined => {
    const remedy = `Give ${rule.whole === true ? 'a whole number' : 'a number'} from ${formatNumber(rule.least)} to ${formatNumber(rule.most)} (${rule.unit}).`
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      problem('wrong-shape', name, `${shown(value)} is not a number.`, remedy)
      return undefined
    }
    if (
      value < rule.least ||
      value > rule.most ||
      (rule.whole === true && !Number.isInteger(value))
    ) {
      problem('impossible', name, `${formatNumber(value)} cannot be used.`, remedy)
      return undefined
    }
    return value
  }
  return {
    problems,
    date: (name, needed) => {
      const value = given[name]
      if (isDate(value)) return value
      if (value === undefined) problem('wrong-shape', name, 'It is missing.', needed)
      else problem('wrong-shape', name, `${shown(value)} is not a date.`, dateRemedy)
      return ''
    },
    dates: (name) => {
      const value = given[name]
      if (value === undefined) return []
      if (Array.isArray(value) && value.every(isDate)) return value
      problem('wrong-shape', name, `${shown(value)} is not a list of dates.`, dateRemedy)
      return []
    },
    number: (name, rule) => {
      const value = given[name]
      if (value !== undefined) return read(name, value, rule)
      if (rule.needed !== undefined) problem('wrong-shape', name, 'It is missing.', rule.needed)
      return undefined
    },
    flag: (name) => {
      const value = given[name]
      if (value !== undefined && typeof value !== 'boolean') {
        problem('wrong-shape', name, `${shown(value)} is not true or false.`, 'Give true or false.')
      }
      return value === true
    },
    strengths: (name, otherwise) => {
      const value = given[name] ?? otherwise
      const remedy =
        'Name one to eight tablet strengths in mg, each once, in steps of 0.5 from 0.5 to 30: 5, 10.'
      const usable = (strength: unknown): strength is number =>
        typeof strength === 'number' &&
        strength > 0 &&
        strength <= 30 &&
        Number.isInteger(strength * 2)
      if (value === undefined) {
        problem('wrong-shape', name, 'It is not known which tablets are at hand.', remedy)
        return []
      }
      if (
        !Array.isArray(value) ||
        value.length < 1 ||
        value.length > 8 ||
        new Set(value).size !== value.length ||
        !value.every(usable)
      ) {
        problem('impossible', name, `${shown(value)} cannot be used as strengths.`, remedy)
        return []
      }
      return [...value].sort((one, other) => other - one)
    },
    refuse: (name, message, remedy) => {
      problem('impossible', name, message, remedy)
    },
  }
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return `"${value.map(String).join(',').slice(0, 40)}"`
  if (typeof value === 'object' && value !== null) return 'An object'
  return `"${String(value).slice(0, 40)}"`
}
