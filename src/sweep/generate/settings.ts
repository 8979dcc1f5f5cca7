import type { RecordRules } from '../../logic/record-rules.ts'

/** The files of a Bulk Data export, one for each type of resource. */
export const resourceTypes = [
  'Patient',
  'MedicationRequest',
  'MedicationStatement',
  'Observation',
  'Condition',
  'Procedure',
] as const

/** A type of resource that is generated. */
export type ResourceType = (typeof resourceTypes)[number]

/** What is generated: the same settings and codes give the same bytes. */
export interface GeneratorSettings {
  readonly patients: number
  /** A whole number from 0 up to 2³² − 1. */
  readonly seed: number
  /** The day as of which dates are made, `YYYY-MM-DD`. */
  readonly on: string
  /** The share of resources that carry a quirk of real senders, 0 to 1. */
  readonly quirks: number
}

/** The codes that are written: those by which records are read, and so held once. */
export interface GeneratorCodes extends Pick<
  RecordRules,
  'tablets' | 'laboratory' | 'problems' | 'medicines' | 'procedures'
> {
  readonly drug: Pick<RecordRules['drug'], 'oral' | 'pumped'>
}
