import type { FactsJson } from './concrete.ts'

/**
 * Proved for every patient; refuted by a patient; vacuous, because no patient meets the premise; or
 * not settled by the solver.
 */
export type Verdict = 'proved' | 'refuted' | 'vacuous' | 'unknown'

/** A patient in words, and as facts JSON that an assessment accepts. */
export interface Example {
  readonly words: string
  /** Left out for a patient whom only a table can state: a range that excludes one of its ends. */
  readonly facts?: FactsJson
}

/** What a proof covered. */
export interface Covered {
  readonly claims: number
  /** Facts that bear on it, taken at every value, bound and range, and as not known. */
  readonly quantities: number
  /** Facts that bear on it, taken as yes, as no, and as not known. */
  readonly presences: number
  /** Facts that cannot change it. */
  readonly others: number
  /** Whether it was proved of what is known now, and of everything that may be known later. */
  readonly later: boolean
  /** Claims that were read in the statements themselves. */
  readonly onData: number
}

/** How one promise came out. */
export interface PromiseResult {
  readonly promise: {
    readonly id: string
    readonly title: string
    readonly why: string
    readonly further: boolean
  }
  readonly verdict: Verdict
  readonly covered: Covered
  /** A patient of whom the promise really speaks. None where the promise is on the data alone. */
  readonly witness?: Example
  /** A patient who breaks the promise; with `later` where more was learned of the same patient. */
  readonly counterexample?: Example & { readonly later?: Example }
  /** What is wrong, in sentences, one for each claim that is not proved. */
  readonly faults: readonly string[]
  /** How long it took, in milliseconds. */
  readonly ms: number
}

/** What else the solver found, beside the promises. */
export interface Survey {
  /** For each statement the simplest patient for whom it holds. */
  readonly statements: readonly {
    readonly id: string
    readonly title: string
    readonly holds?: Example
  }[]
  /** Parts of statements that are never true, never false or never told, for any patient. */
  readonly dead: readonly string[]
  /** Pairs that might be taken for a contradiction: why they are none, and a patient who has both. */
  readonly together: readonly {
    readonly one: string
    readonly other: string
    readonly why: string
    readonly example?: Example
  }[]
  readonly silence: Silence
}

/** Which patients get no advice. */
export interface Silence {
  /** A patient for whom every statement is decided not to hold: none, when nobody is met with silence. */
  readonly total?: Example
  /** A patient for whom no statement holds, and at least one asks for what is missing. */
  readonly asking?: Example
  /** A patient who hears only what is told for information, and the statements that hold. */
  readonly noAdvice?: Example & { readonly hears: readonly string[] }
}

/** All promises of a guideline, held against every patient. */
export interface ProofReport {
  readonly guideline: {
    readonly id: string
    readonly version: string
    readonly title: string
    readonly facts: number
    readonly statements: number
  }
  /** Whether every promise that was asked for is proved. */
  readonly proved: boolean
  readonly promises: readonly PromiseResult[]
  readonly survey?: Survey
  /** How long all of it took, in milliseconds. */
  readonly ms: number
}
