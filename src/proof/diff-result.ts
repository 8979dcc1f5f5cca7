import type { Truth } from '../logic/truth.ts'
import type { Example } from './result.ts'

/** A text or a number that reads differently. */
export interface TextChange {
  /** What it is: "title", "step", "limit moderateRenalUpper". */
  readonly what: string
  /** Left out where it is new. */
  readonly before?: string
  /** Left out where it is gone. */
  readonly after?: string
}

/** Patients for whom a statement comes out differently, by the simplest of them. */
export interface TruthChange {
  readonly from: Truth
  readonly to: Truth
  readonly example: Example
}

/** Patients for whom a statement holds in both versions, and tells more or less. */
export interface ToldChange {
  /** "urgent", "on hold", "says "…"", "refers to hepatology". */
  readonly what: string
  readonly now: 'told' | 'left out'
  readonly example: Example
}

/** What changes about one statement. */
export interface StatementDiff {
  readonly id: string
  readonly title: string
  readonly change: 'added' | 'removed' | 'changed'
  /** A patient for whom an added statement holds, or a removed one held. */
  readonly example?: Example
  readonly truths: readonly TruthChange[]
  readonly told: readonly ToldChange[]
  readonly texts: readonly TextChange[]
  /** The condition is written differently, and no answer is different. */
  readonly rewritten: boolean
}

/** What changes between two versions of a guideline. */
export interface DefinitionDiff {
  readonly before: { readonly id: string; readonly version: string }
  readonly after: { readonly id: string; readonly version: string }
  /** Whether nothing at all is different. */
  readonly same: boolean
  /** Whether somebody's plan is different: a statement, what it tells, or a word or number of it. */
  readonly plansChange: boolean
  readonly texts: readonly TextChange[]
  readonly factsAdded: readonly string[]
  readonly factsRemoved: readonly string[]
  /** A patient whose facts contradict each other only in the later, or only in the earlier version. */
  readonly refusedNow?: Example
  readonly refusedBefore?: Example
  readonly statements: readonly StatementDiff[]
  /** Statements that stand elsewhere in the order of the plan. */
  readonly moved: readonly string[]
  readonly ms: number
}

/** Two versions that cannot be compared: one fact means two things. */
export interface Incomparable {
  readonly problems: readonly { readonly fact: string; readonly message: string }[]
}
