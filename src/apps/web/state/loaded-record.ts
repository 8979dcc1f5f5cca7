import type { Given, Problem } from '../../../logic/given.ts'

/** A record that was read: each fact with its origin, why others were not found, and what was wrong. */
export interface LoadedRecord {
  /** Where it came from, for the reader: a file's name, "pasted text", or a server. */
  readonly from: string
  readonly given: Readonly<Record<string, Given>>
  readonly why: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  /** Who it is about, when the record was handed over by a health record system. */
  readonly patient?: { readonly id: string; readonly name: string; readonly birthDate?: string }
}
