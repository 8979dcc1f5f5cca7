import type { Fact } from '../logic/fact.ts'
import type { Problem } from '../logic/given.ts'
import type { LaboratoryRule, RecordRules } from '../logic/record-rules.ts'
import type { Answers } from './answers.ts'
import type { CodeIndex } from './code-index.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import type { Result } from './laboratory.ts'
import type { DrugEntry } from './medicines.ts'
import type { ReadingMemory } from './memory.ts'
import type { Said } from './presence.ts'
import type { Resolve } from './resolve.ts'

/** What every resource is read with. */
export interface Context {
  readonly rules: RecordRules
  readonly index: CodeIndex
  readonly facts: ReadonlyMap<string, Fact>
  /** The day of the assessment. */
  readonly on: Moment
  /** A dated result or answer older than this counts as not known. */
  readonly staleAfterDays: number
  readonly resolve: Resolve
  readonly problems: Problem[]
  /** What readings of one record with other orders, otherwise alike, have in common. */
  readonly memory?: ReadingMemory | undefined
}

/** A diagnosis that stands in for a result, and where it stands. */
export interface StandIn {
  readonly rule: LaboratoryRule
  readonly at: string
  /** What it is called there, quoted. */
  readonly words: string
  /** Whether it is confirmed and by a code: any other stands in for nothing, and is told. */
  readonly isCertain: boolean
}

/** Something dispensed of the drug: of what day, until when it lasts, and why it may be used up. */
export interface Supply {
  readonly at: string
  readonly moment: Moment
  readonly last: number
  readonly why: string | undefined
}

/** What the resources of a record say, before it is weighed. */
export interface Gathered {
  readonly results: Map<LaboratoryRule, Result[]>
  /** Results that others are computed from, with the day of each. */
  readonly sources: {
    readonly rule: LaboratoryRule
    readonly at: string
    readonly moment: Moment
  }[]
  /** Diagnoses that stand in for a result where there is no current one. */
  readonly standIns: StandIn[]
  readonly drug: DrugEntry[]
  /** What was dispensed of the drug, as far as it says for how long. */
  readonly supplies: Supply[]
  readonly said: Said[]
  readonly answers: Answers[]
  /** Lists of which the record holds an entry. */
  readonly lists: Set<'problem' | 'medicine' | 'allergy' | 'procedure'>
  /** Something that may be the drug, so that it cannot be said to be on no list. */
  mayBeDrug: string | undefined
}

/** Reads a resource of one type. */
export type Reader = (placed: Placed, into: Gathered, context: Context) => void
