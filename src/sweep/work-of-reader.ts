/** A part of the file of people, for one worker to read. */
export interface Task {
  readonly file: string
  readonly from: number
  readonly to: number
  readonly on: string
  /** Where the rows of facts go, one line a person, tabs between. */
  readonly facts: string
  /** Where people go who were not assessed, and what was set aside, as NDJSON. */
  readonly notes: string
}

/** What a worker did. */
export interface Done {
  readonly people: number
  readonly refused: number
  readonly setAside: number
}

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
