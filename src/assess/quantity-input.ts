import type { QuantityFact } from '../logic/fact.ts'
import type { Given, Problem, ProblemKind } from '../logic/given.ts'
import { bounded, exactly } from '../logic/interval.ts'
import type { Comparison, Interval } from '../logic/interval.ts'
import { formatNumber, units } from '../logic/quantity.ts'
import { asTyped } from './as-typed.ts'
import { daysBetween, isCivilDate } from './dates.ts'
import { isRecord, quoted } from './json.ts'

/** A quantity as it is typed: a number in the canonical unit, or a value with its unit. */
export type QuantityInput =
  | number
  | {
      readonly value: number
      readonly unit: string
      readonly comparator?: Comparison
      readonly lowerLimit?: number
      readonly date?: string
    }
  | {
      readonly low: number
      readonly high: number
      readonly unit: string
      readonly lowerLimit?: number
      readonly date?: string
    }

/** A typed quantity, read; nothing is given when a problem refuses it. */
export interface ReadQuantity {
  readonly given?: Given
  readonly problems: readonly Problem[]
}

const comparators: readonly string[] = ['<', '<=', '>', '>=']
const isComparison = (value: unknown): value is Comparison =>
  typeof value === 'string' && comparators.includes(value)

const properties = ['value', 'unit', 'comparator', 'low', 'high', 'lowerLimit', 'date']

/** Cuts an interval to what the fact can be, so that every bound has two ends. */
export const clip = (interval: Interval, [low, high]: QuantityFact['possible']): Interval => ({
  ...interval,
  ...(interval.low < low ? { low, lowOpen: false } : {}),
  ...(interval.high > high ? { high, highOpen: false } : {}),
})

const isEmpty = (interval: Interval): boolean =>
  interval.low > interval.high ||
  (interval.low === interval.high && (interval.lowOpen === true || interval.highOpen === true))

/** Reads one typed quantity: its unit, bounds, date and limits; all problems at once. */
export const readQuantity = (fact: QuantityFact, input: unknown, on: string): ReadQuantity => {
  const problems: Problem[] = []
  const [least, most] = fact.possible
  const problem = (kind: ProblemKind, where: string, message: string, remedy: string): void => {
    problems.push({ kind, where: where === '' ? fact.id : `${fact.id}.${where}`, message, remedy })
  }
  const unitWords = units[fact.unit].words
  const shape = `Give a number in ${unitWords}, or {"value": …, "unit": "${fact.unit}"}.`

  if (typeof input === 'number') {
    checkNumber(input, '')
    return refused() ? { problems } : { given: { finding: exactly(input) }, problems }
  }
  if (!isRecord(input)) {
    problem('wrong-shape', '', `${quoted(input)} is not a quantity.`, shape)
    return { problems }
  }
  for (const name of Object.keys(input)) {
    if (!properties.includes(name)) {
      problem(
        'wrong-shape',
        name,
        `A quantity has no ${quoted(name)}.`,
        `It may have ${properties.join(', ')}.`,
      )
    }
  }
  const factor = readUnit(input['unit'])
  const interval = readInterval(input)
  const lowerLimit = readLowerLimit(input['lowerLimit'])
  const date = readDate(input['date'])
  if (refused() || factor === undefined || interval === undefined) return { problems }
  const finding = {
    ...clip(interval, fact.possible),
    ...(lowerLimit === undefined ? {} : { lowerLimit: lowerLimit * factor }),
  }
  return {
    given: {
      finding,
      ...(date === undefined ? {} : { date }),
      ...(input['unit'] === fact.unit ? {} : { original: asTyped(input) }),
    },
    problems,
  }

  function refused(): boolean {
    return problems.some(({ kind }) => kind !== 'unlikely')
  }

  function checkNumber(value: number, where: string): void {
    if (!Number.isFinite(value)) {
      problem('wrong-shape', where, `${String(value)} is not a number.`, shape)
    } else if (value < least || value > most) {
      problem(
        'impossible',
        where,
        `${formatNumber(value)} ${unitWords} is impossible for ${fact.words}.`,
        `Possible is ${String(least)} to ${String(most)} ${unitWords}. Check the value and its unit.`,
      )
    } else if (value < fact.likely[0] || value > fact.likely[1]) {
      problem(
        'unlikely',
        where,
        `${formatNumber(value)} ${unitWords} is unlikely for ${fact.words}.`,
        `Usual is ${String(fact.likely[0])} to ${String(fact.likely[1])} ${unitWords}. Check it; the assessment uses it as it stands.`,
      )
    }
  }

  function readUnit(unit: unknown): number | undefined {
    if (unit === fact.unit) return 1
    const known = typeof unit === 'string' ? fact.accepts[unit] : undefined
    if (known !== undefined && Object.hasOwn(fact.accepts, unit as string)) return known
    const accepted = [fact.unit, ...Object.keys(fact.accepts)].map(quoted).join(', ')
    problem(
      'wrong-unit',
      'unit',
      unit === undefined
        ? `The unit of ${fact.words} is missing.`
        : `${quoted(unit)} is not a unit of ${fact.words}.`,
      `Use ${accepted}.`,
    )
    return undefined
  }

  function readNumber(value: unknown, where: string): number | undefined {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    problem('wrong-shape', where, `${quoted(value)} is not a number.`, 'Give a number.')
    return undefined
  }

  /** In the canonical unit; the unit itself is judged apart, so that both problems are listed. */
  function canonical(value: unknown, where: string): number | undefined {
    const number = readNumber(value, where)
    if (number === undefined || factor === undefined) return undefined
    const converted = factor === 1 ? number : number * factor
    checkNumber(converted, where)
    return converted
  }

  function readInterval(from: Readonly<Record<string, unknown>>): Interval | undefined {
    const ranged = 'low' in from || 'high' in from
    if (ranged === 'value' in from) {
      problem(
        'wrong-shape',
        '',
        ranged ? 'A value and a range cannot both be given.' : 'The value is missing.',
        'Give "value", or "low" and "high" in its place.',
      )
      return undefined
    }
    if (ranged) return readRange(from)
    const value = canonical(from['value'], 'value')
    const by = from['comparator']
    if (by === undefined) return value === undefined ? undefined : exactly(value)
    if (!isComparison(by)) {
      problem('wrong-shape', 'comparator', `${quoted(by)} is no comparator.`, 'Use <, <=, > or >=.')
      return undefined
    }
    if (value === undefined) return undefined
    const bound = bounded(by, value)
    if (isEmpty(clip(bound, fact.possible))) {
      problem(
        'impossible',
        'value',
        `No ${fact.words} is ${by} ${formatNumber(value)} ${unitWords}.`,
        `Possible is ${String(least)} to ${String(most)} ${unitWords}.`,
      )
    }
    return bound
  }

  function readRange(from: Readonly<Record<string, unknown>>): Interval | undefined {
    if (from['comparator'] !== undefined) {
      problem(
        'wrong-shape',
        'comparator',
        'A range takes no comparator.',
        'Leave the comparator out.',
      )
    }
    const low = canonical(from['low'], 'low')
    const high = canonical(from['high'], 'high')
    if (low === undefined || high === undefined) return undefined
    if (low > high) {
      problem(
        'impossible',
        'low',
        'The range ends below where it begins.',
        'Exchange low and high.',
      )
    }
    return { low, high }
  }

  function readLowerLimit(limit: unknown): number | undefined {
    if (limit === undefined) return undefined
    if (fact.ownLimit !== true) {
      problem(
        'wrong-shape',
        'lowerLimit',
        `${fact.words} has no laboratory limit in this guideline.`,
        'Leave lowerLimit out.',
      )
      return undefined
    }
    const number = readNumber(limit, 'lowerLimit')
    if (number === undefined || factor === undefined) return number
    if (number * factor < least || number * factor > most) {
      problem(
        'impossible',
        'lowerLimit',
        `${formatNumber(number * factor)} ${unitWords} is impossible as a lower limit of ${fact.words}.`,
        'Give the limit of the laboratory in the same unit as the value.',
      )
    }
    return number
  }

  function readDate(date: unknown): string | undefined {
    if (date === undefined) return undefined
    if (typeof date !== 'string' || !isCivilDate(date)) {
      problem('wrong-shape', 'date', `${quoted(date)} is not a date.`, 'Write it as YYYY-MM-DD.')
      return undefined
    }
    if (daysBetween(date, on) < 0) {
      problem(
        'impossible',
        'date',
        `${date} is after the day of the assessment, ${on}.`,
        'Correct the date, or assess on a later day.',
      )
    }
    return date
  }
}
