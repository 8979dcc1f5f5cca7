import type { Evaluation } from '../evaluation.ts'
import type { Findings } from '../../../logic/fact.ts'
import { age, baclofenDose, daysAtDose, eGfr } from '../../../guideline/quantity-facts.ts'
import { exactValue } from '../../../logic/interval.ts'
import type { Interval } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'

/** How much a card interrupts. */
export type Indicator = 'info' | 'warning' | 'critical'

/** What a card is about: at most one card for each. */
export type Topic = 'baclofen' | 'electrolytes' | 'medicines' | 'cramps'

/** One thing to tell, before it becomes part of a card. */
export interface Line {
  readonly topic: Topic
  readonly indicator: Indicator
  /** The statement behind it. */
  readonly statement: string
  /** For the summary, when this line leads its card; our own words and numbers only. */
  readonly head: string
  /** What to do, before what the statement says itself. */
  readonly words?: string
  /** A heading in place of the statement's own, where an order breaks what the statement says. */
  readonly title?: string
  /** By what the line is explained; by the person of the card when left out. */
  readonly by?: Evaluation
  /** The other medicine that it speaks of: `takesQuinidine`. */
  readonly medicine?: string
}

const weight: Readonly<Record<Indicator, number>> = { info: 0, warning: 1, critical: 2 }

/** Positive where the first interrupts more. */
export const compareIndicators = (one: Indicator, other: Indicator): number =>
  weight[one] - weight[other]

/** The most that any quantity of a summary can be: beyond it an end is open. */
const most: ReadonlySet<number> = new Set(
  [eGfr, baclofenDose, daysAtDose, age].map(({ possible }) => possible[1]),
)

/** A quantity in as few words as a summary needs: "25", "below 30", "20 to 40". */
export const short = (interval: Interval): string => {
  const value = exactValue(interval)
  if (value !== undefined) return formatNumber(value)
  if (most.has(interval.high) || interval.high === Infinity)
    return `${interval.lowOpen === true ? 'above' : 'at least'} ${formatNumber(interval.low)}`
  if (interval.low <= 0)
    return `${interval.highOpen === true ? 'below' : 'at most'} ${formatNumber(interval.high)}`
  return `${formatNumber(interval.low)} to ${formatNumber(interval.high)}`
}

/** The interval of a quantity, where anything is known of it. */
export const intervalOf = (findings: Findings, fact: string): Interval | undefined => {
  const finding = findings[fact]
  return typeof finding === 'object' ? finding : undefined
}
