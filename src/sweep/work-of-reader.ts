import type { RecordRules } from '../logic/record-rules.ts'
import type { SweepParts } from './parts.ts'
import type { FilePart } from './part-of-file.ts'

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>

/** A line that could not be used: where it begins in its file, its number in the part from 1, and why. */
export interface Fault {
  readonly offset: number
  readonly line: number
  readonly reason: string
}

/** A part of a file, for one worker to read into records of people. */
export interface ScanTask extends FilePart {
  readonly do: 'scan'
  /** The number of the file. */
  readonly file: number
}

/** What was found in a part of a file. */
export interface Scanned {
  readonly did: 'scan'
  /** Lines that are not blank, and of these those that are plainly written. */
  readonly lines: number
  readonly plain: number
  readonly faults: readonly Fault[]
}

/** That all files are read: each worker tells the pieces that it kept. */
interface EndTask {
  readonly do: 'end'
}

/** The pieces of JSON that the records of one worker tell by their numbers. */
export interface Ended {
  readonly did: 'end'
  readonly pieces: readonly string[]
}

/** A share of the people, for one worker to read. */
export interface ReadTask {
  readonly do: 'read'
  readonly share: number
}

/** What a worker did. */
export interface Done {
  readonly did: 'read'
  /** People of whom there is anything at all, and of these those without a list of medicines. */
  readonly screened: number
  readonly withoutList: number
  readonly people: number
  /** People who were read as their lines stand in the files, for a resource stands there more than once. */
  readonly doubled: number
  readonly refused: number
  readonly setAside: number
}

/** How all tasks of a run are done. */
export interface WorkSettings {
  readonly on: string
  readonly folder: string
  /** The number of this worker, and how many there are. */
  readonly worker: number
  readonly workers: number
  readonly shares: number
  /** The file of each number. */
  readonly paths: readonly string[]
}

/** What is sent to a worker: first the settings, then tasks; the pieces of all workers before people are read. */
export type Message =
  | { readonly do: 'begin'; readonly settings: WorkSettings }
  | { readonly do: 'pieces'; readonly pieces: readonly (readonly string[])[] }
  | ScanTask
  | EndTask
  | ReadTask

/** What a worker answers to a task. */
export type Answer = Scanned | Ended | Done

/** Reads the resources of one person: a row of cells, or nothing where the record is refused. */
export type ReadPerson = (
  patient: string,
  resources: readonly unknown[],
  on: string,
) => {
  readonly cells: readonly (string | number | boolean | null)[] | undefined
  readonly problems: readonly {
    readonly kind: string
    readonly where: string
    readonly message: string
  }[]
}

/** What a worker is made with. */
export interface WorkerParts {
  readonly rules: RecordRules
  readonly listed: SweepParts['listed']
  readonly read: ReadPerson
}
