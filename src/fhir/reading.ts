import type { Given } from '../logic/given.ts'

/** What is read of each fact so far, and why nothing is known of others. */
export interface Reading {
  readonly given: Map<string, Given>
  readonly why: Map<string, string>
  /** The day of an entry about a fact that could not be read: what is older settles nothing. */
  readonly unreadOn: Map<string, string>
}
