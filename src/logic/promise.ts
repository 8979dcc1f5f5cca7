import type { Terms } from './action.ts'
import type { Condition } from './condition.ts'
import type { QuantityFact } from './fact.ts'
import type { Quantity } from './quantity.ts'
import type { Statement } from './statement.ts'

/** What a next dose must keep to, for every present dose that the findings leave open. */
export interface DoseBounds {
  /** The present dose. */
  readonly dose: QuantityFact<'mg/d'>
  /** The next dose is this or less. */
  readonly nextAtMost?: Quantity<'mg/d'>
  /** The next dose is above the present one by this or less. */
  readonly stepAtMost?: Quantity<'mg/d'>
  /** The next dose is above the present one. */
  readonly rises?: true
  /** The next dose is below the present one. */
  readonly falls?: true
  /** The steps are this far apart, or further. */
  readonly apartAtLeast?: Quantity<'d'>
}

/**
 * A part of what a statement tells that depends on the patient: that it is urgent, that its steps
 * are on hold, a sentence that begins so, or a specialty that it names. It is left out only where
 * its condition is known to be false.
 */
export type Part = 'urgent' | 'on-hold' | { readonly says: string } | { readonly refersTo: string }

/** Something that must be so for every patient: all values and all unknowns of all facts. */
export type Claim =
  /** Wherever `when` is true, `then` is true. */
  | { readonly op: 'always'; readonly when: Condition; readonly then: Condition }
  /** Wherever `when` is true, `then` is not true. */
  | { readonly op: 'never'; readonly when: Condition; readonly then: Condition }
  /** Wherever `when` is true, `then` is true or still undecided: never false. */
  | { readonly op: 'open'; readonly when: Condition; readonly then: Condition }
  /** Once true it stays true whatever more is learned, for as long as `until` is known to be false. */
  | { readonly op: 'stays'; readonly of: Condition; readonly until?: Condition }
  /** True for some patient, and false for some other. */
  | { readonly op: 'varies'; readonly of: Condition }
  /** Wherever `when` is true and the statement holds, the part is told. */
  | { readonly op: 'told'; readonly when: Condition; readonly of: Statement; readonly part: Part }
  /** Wherever `when` is true and the statement holds, the part is left out. */
  | { readonly op: 'untold'; readonly when: Condition; readonly of: Statement; readonly part: Part }
  /** Wherever a statement holds that steps a dose up or down, or waits to do so, the dose keeps to bounds. */
  | { readonly op: 'next-dose'; readonly of: Statement; readonly bounds: DoseBounds }
  /** No other statements than these have an action of this kind. */
  | { readonly op: 'only'; readonly action: Terms['kind']; readonly of: readonly Statement[] }
  /** Nothing names the medicine but to avoid it, and a contraindication says to avoid it. */
  | { readonly op: 'unnamed'; readonly medicine: string }

/** A promise of safety, to be proved for every patient and not only tested. */
export interface SafetyPromise {
  /** Stable: "1-increase-needs-known-kidneys". */
  readonly id: string
  /** The promise in plain words. */
  readonly title: string
  /** Why it is made, or what exactly is claimed where the title is short. */
  readonly why: string
  /** Added beside the promises that the guideline makes, because without it a part of the guideline could be lost unnoticed. */
  readonly further?: true
  readonly claims: readonly Claim[]
}

/** Two statements that a reader might take for a contradiction, with the reason why they are none. */
export interface Together {
  readonly one: Statement
  readonly other: Statement
  readonly why: string
}
