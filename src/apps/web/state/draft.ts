import type { facts } from '../../../guideline/facts.ts'
import type { PresenceFact } from '../../../logic/fact.ts'
import type { LoadedRecord } from './loaded-record.ts'

type AnyFact = (typeof facts)[number]

/** The name of a fact that is there or not. */
export type PresenceId = Extract<AnyFact, PresenceFact>['id']

/** The name of a fact that is measured. */
export type QuantityId = Exclude<AnyFact, PresenceFact>['id']

/** The four answers to a question. Blank is never "no". */
export type Answer = 'yes' | 'no' | 'unknown' | 'unasked'

/** A quantity exactly as it was typed, in the unit that stood beside it. */
export interface TypedQuantity {
  readonly text: string
  /** A UCUM code that the fact accepts. */
  readonly unit: string
  /** The civil date of the result; a value without one is current. */
  readonly date?: string
  /** The laboratory's own lower limit, as typed, in the same unit. */
  readonly lowerLimit?: string
  /** How it was estimated, when it was; it is not a measured value then. */
  readonly estimated?: string
}

/**
 * What the page knows of one patient: what was typed and answered, and the record that was read.
 * What is typed goes before the record. It lives in memory only.
 */
export interface Draft {
  readonly quantities: Readonly<Partial<Record<QuantityId, TypedQuantity>>>
  readonly answers: Readonly<Partial<Record<PresenceId, Answer>>>
  readonly record?: LoadedRecord
}

/** A new patient: nothing is known. */
export const emptyDraft: Draft = { quantities: {}, answers: {} }
