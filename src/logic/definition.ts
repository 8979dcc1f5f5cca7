import type { Limit } from './condition.ts'
import type { Fact } from './fact.ts'
import type { Implication } from './implication.ts'
import type { Statement } from './statement.ts'

/** A whole guideline: everything that an output, a proof or an assessment needs to know of it. */
export interface Definition {
  readonly id: string
  readonly version: string
  readonly title: string
  /** The civil date after which every interface says that a review is due. */
  readonly reviewBy: string
  readonly facts: readonly Fact[]
  readonly implications: readonly Implication[]
  readonly limits: readonly Limit[]
  /** In the order of the pathway. */
  readonly statements: readonly Statement[]
}
