import type { Interval } from './interval.ts'
import type { Unit } from './quantity.ts'
import type { Truth } from './truth.ts'

/**
 * What it means when nothing is said of a fact: `ask` leaves it unknown, never "no"; `assumed-no`
 * takes it as absent and lists it to the reader as an assumption.
 */
export type Absence = 'ask' | 'assumed-no'

/** Something that is present or not: a condition, a sign, a medicine in use, a decision. */
export interface PresenceFact {
  readonly kind: 'presence'
  readonly id: string
  /** The fact as it stands in a sentence: "takes baclofen by mouth". */
  readonly words: string
  /** The sentence part for when it is known to be absent: "does not take baclofen by mouth". */
  readonly negated: string
  readonly question: string
  readonly absent: Absence
  /** Why the fact is here, with its source: "S09, S10". */
  readonly basis: string
}

/** A pair of numbers, both included. */
export type Range = readonly [low: number, high: number]

/** Something that is measured, in one canonical unit. Never assumed. */
export interface QuantityFact<U extends Unit = Unit> {
  readonly kind: 'quantity'
  readonly id: string
  readonly words: string
  readonly question: string
  readonly unit: U
  readonly absent: 'ask'
  /** Outside this range a value is refused. */
  readonly possible: Range
  /** Outside this range a value is assessed, and the reader is asked to check it. */
  readonly likely: Range
  /** What an ordinary patient might have: examples begin with it. */
  readonly typical?: number
  /** The finest step in which the quantity is given: what "just above a limit" means to a reader. */
  readonly resolution: number
  /** The units besides the canonical one in which it may be typed, each with its factor to canonical. */
  readonly accepts: Readonly<Record<string, number>>
  /** Whether a result older than the staleness limit counts as not known (R04). */
  readonly stale: boolean
  /** Whether its results may carry a lower limit of the laboratory's own (R13). */
  readonly ownLimit?: true
  readonly basis: string
}

/** Something that can be known about a patient. */
export type Fact = PresenceFact | QuantityFact

/** What is known of one fact. A presence that is `unknown` was asked, and is not known. */
export type Finding = Truth | Interval

/** What is known of a patient, by fact id. A fact that is left out is unknown: assumptions are made before. */
export type Findings = Readonly<Record<string, Finding | undefined>>
