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

/** How one promise came out. */
export interface PromiseResult {
  readonly promise: { readonly id: string; readonly title: string; readonly why: string }
  readonly verdict: Verdict
  /** What the proof covered: how many claims, facts and values. */
  readonly covered: string
  /** A patient of whom the promise really speaks. None where the promise is on the data alone. */
  readonly witness?: Example
  /** A patient who breaks the promise; with `later` where more was learned of the same patient. */
  readonly counterexample?: Example & { readonly later?: Example }
  /** What is wrong, in sentences, one for each claim that is not proved. */
  readonly faults: readonly string[]
  readonly ms: number
}

/** What else the solver found, beside the promises. */
export interface Survey {
  /** For each statement a patient for whom it holds and one for whom it does not. */
  readonly statements: readonly {
    readonly id: string
    readonly holds?: Example
    readonly fails?: Example
  }[]
  /** Parts of statements that are never true, or never false, for any patient. */
  readonly dead: readonly string[]
  /** Parts that can be taken out without changing any answer: other parts say the same. */
  readonly redundant: readonly string[]
  /** Patients for whom no statement holds. */
  readonly silence: {
    /** Nothing holds and nothing is left open: no advice at all. */
    readonly total?: Example
    /** Nothing holds, and at least one statement asks for what is missing. */
    readonly asking?: Example
  }
}

/** All promises of a guideline, held against every patient. */
export interface ProofReport {
  readonly guideline: { readonly id: string; readonly version: string }
  /** Whether every promise is proved. */
  readonly proved: boolean
  readonly promises: readonly PromiseResult[]
  readonly survey?: Survey
  readonly ms: number
}
