import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { Done, ReadPerson, Task } from './work-of-reader.ts'

/** An object of JSON. */
export type Json = Readonly<Record<string, unknown>>

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

/** A cell as it is written: what would break a line is left out of it. */
export const cellText = (cell: string | number | boolean | null): string =>
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

interface Output {
  readonly facts: string[]
  readonly notes: string[]
  refused: number
  setAside: number
  people: number
}

/** A resource; what is no JSON after all counts as a part of the record that is missing. */
export const resourceIn = (line: string): Json => {
  try {
    return JSON.parse(line) as Json
  } catch {
    return {}
  }
}

const readOne = (lines: readonly string[], on: string, read: ReadPerson, into: Output): void => {
  const resources = lines.map(resourceIn)
  const { id, added } = patientOf(resources)
  const { cells, problems } = read(id, [...added, ...resources], on)
  into.people += 1
  if (cells === undefined) into.refused += 1
  else into.facts.push(cells.map(cellText).join('\t'))
  if (problems.length > 0) {
    into.setAside += problems.length
    const assessed = cells !== undefined
    into.notes.push(JSON.stringify({ patient: id, assessed, problems }))
  }
}

/** The bytes of a part of a file. */
const partOf = (file: string, from: number, to: number): Buffer => {
  const opened = openSync(file, 'r')
  try {
    const bytes = Buffer.allocUnsafe(to - from)
    let read = 0
    while (read < bytes.length) {
      const more = readSync(opened, bytes, read, bytes.length - read, from + read)
      if (more === 0) break
      read += more
    }
    return bytes.subarray(0, read)
  } finally {
    closeSync(opened)
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

/** Reads all people of a part of the file, and writes their rows. */
export const readPart = (task: Task, read: ReadPerson): Done => {
  const bytes = partOf(task.file, task.from, task.to)
  const into: Output = { facts: [], notes: [], refused: 0, setAside: 0, people: 0 }
  let person = ''
  let lines: string[] = []
  let from = 0
  while (from < bytes.length) {
    const tab = bytes.indexOf(9, from)
    const end = bytes.indexOf(10, from)
    const to = end < 0 ? bytes.length : end
    const whose = bytes.toString('latin1', from, tab)
    if (whose !== person && lines.length > 0) {
      readOne(lines, task.on, read, into)
      lines = []
    }
    person = whose
    lines.push(bytes.toString('utf8', tab + 1, to))
    from = to + 1
  }
  if (lines.length > 0) readOne(lines, task.on, read, into)
  append(task.facts, into.facts)
  append(task.notes, into.notes)
  const { people, refused, setAside } = into
  return { people, refused, setAside }
}

/** Makes this thread read parts of the file of people as they are given to it. */
export const serveReader = (read: ReadPerson): void => {
  parentPort?.on('message', (task: Task) => {
    parentPort?.postMessage(readPart(task, read))
  })
}
