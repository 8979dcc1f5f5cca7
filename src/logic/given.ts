import type { Finding } from './fact.ts'

/** Where a finding came from, for the reader to check. */
export interface Origin {
  /** The civil date of the result or order, `YYYY-MM-DD` (or as much of it as the record gives). */
  readonly date?: string
  /** The resource: "Observation/egfr-1". Left out for a typed value. */
  readonly from?: string
  /** The value and unit as they stood, when they were converted or computed: "1.7 mg/dL". */
  readonly original?: string
  /** What a reader should know of how the value was read. */
  readonly note?: string
}

/** A finding and its origin. */
export interface Given extends Origin {
  readonly finding: Finding
}

/** Something wrong or doubtful in an input: its place, what it is, and the remedy. */
export interface Problem {
  readonly kind: ProblemKind
  /** The place: a property path of the facts, or a resource and element of a record. */
  readonly where: string
  readonly message: string
  readonly remedy: string
}

/** The kinds of problem. All but the last two refuse a facts input; see `refuses`. */
export type ProblemKind =
  | 'not-json'
  | 'too-large'
  | 'wrong-shape'
  | 'unknown-name'
  | 'wrong-unit'
  | 'impossible'
  | 'contradiction'
  | 'no-patient'
  | 'several-patients'
  | 'unlikely'
  | 'set-aside'

/** Whether a problem leaves nothing that may be assessed. */
export const refuses = (problem: Problem): boolean =>
  problem.kind !== 'unlikely' && problem.kind !== 'set-aside'
