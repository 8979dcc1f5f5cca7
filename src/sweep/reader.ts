import { closeSync, openSync, writeSync } from 'node:fs'
import { hasMedicines } from './share.ts'
import type { Reading } from './share.ts'
import type { Done, Json, ReadPerson } from './work-of-reader.ts'

export type { Json } from './work-of-reader.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The id in a reference to a patient. */
const idIn = (reference: string): string =>
  /([^/]+?)(?:\/_history\/.*)?$/.exec(reference)?.[1] ?? reference

const referenceOf = (resource: Json): string | undefined => {
  const whose = (resource['subject'] ?? resource['patient']) as Json | undefined
  const reference = whose?.['reference']
  return typeof reference === 'string' ? reference : undefined
}

/** Whose resources these are; one whom no Patient tells of is known by the id alone. */
export const patientOf = (
  resources: readonly Json[],
): { readonly id: string; readonly added: Json[] } => {
  const patient = resources.find((one) => one['resourceType'] === 'Patient')
  if (patient !== undefined) return { id: textOf(patient['id']), added: [] }
  const reference = resources.map(referenceOf).find((one) => one !== undefined)
  const id = idIn(reference ?? '')
  return { id, added: [{ resourceType: 'Patient', id }] }
}

type Cell = string | number | boolean | null

/** A cell as it is written: what would break a line is left out of it. */
export const cellText = (cell: Cell): string =>
  cell === null
    ? ''
    : cell === Infinity
      ? 'inf'
      : cell === -Infinity
        ? '-inf'
        : typeof cell === 'string'
          ? // eslint-disable-next-line no-control-regex -- an id may hold anything
            cell.replaceAll(/[\u0000-\u001f]/g, ' ')
          : String(cell)

/** A resource; what is no JSON after all counts as a part of the record that is missing. */
export const resourceIn = (line: string): Json => {
  try {
    return JSON.parse(line) as Json
  } catch {
    return {}
  }
}

const append = (file: string, lines: readonly string[]): void => {
  if (lines.length === 0) return
  const opened = openSync(file, 'a')
  try {
    const bytes = Buffer.from(`${lines.join('\n')}\n`)
    let written = 0
    while (written < bytes.length) written += writeSync(opened, bytes, written)
  } finally {
    closeSync(opened)
  }
}

/** Where the rows of facts go, and who was not assessed and what was set aside. */
interface Files {
  readonly facts: string
  readonly notes: string
}

/** Reads all people of a share who may take the drug, and writes their rows. */
export const readShare = (
  share: number,
  { peopleOf, resourcesOf }: Reading,
  read: ReadPerson,
  on: string,
  files: Files,
): Done => {
  const [facts, notes]: [string[], string[]] = [[], []]
  let [withoutList, people, doubled, refused, setAside] = [0, 0, 0, 0, 0]
  const all = peopleOf(share)
  for (const person of all) {
    if (!hasMedicines(person)) withoutList += 1
    const found = resourcesOf(person)
    if (found === undefined) continue
    const { id, added } = patientOf(found.resources)
    const { cells, problems } = read(id, [...added, ...found.resources], on)
    people += 1
    if (found.doubled) doubled += 1
    if (cells === undefined) refused += 1
    else facts.push(cells.map(cellText).join('\t'))
    if (problems.length === 0) continue
    setAside += problems.length
    notes.push(JSON.stringify({ patient: id, assessed: cells !== undefined, problems }))
  }
  append(files.facts, facts)
  append(files.notes, notes)
  return { did: 'read', screened: all.length, withoutList, people, doubled, refused, setAside }
}
