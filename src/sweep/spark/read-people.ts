import { cellText, patientOf, resourceIn } from '../reader.ts'
import type { ReadPerson } from '../work-of-reader.ts'
import type { Out, PipedLine } from './piped.ts'
import { flags } from './read-lines.ts'

/** What the reader of people is given of each resource, all of one person together; tabs between. */
export const personInput = ['person', 'flags', 'text'] as const

/** The most text of one person that is held in memory, in bytes. */
export const largestPerson = 128 * 1024 * 1024

/** What comes before the cells of a row, and what comes after them so that no row ends in nothing. */
export const beforeCells = ['kind', 'notes'] as const
export const afterCells = 'ends'

/** How people were read, as the row of kind `count` says it. */
export interface ReadCount {
  readonly screened: number
  readonly withoutMedicationList: number
  readonly read: number
  readonly notAssessed: number
  readonly setAside: number
}

interface Person {
  readonly key: string
  readonly lines: string[]
  bytes: number
  /** Whether anything may be of the drug; only then is the person read. */
  mentions: boolean
  medicines: boolean
}

const tooLarge = {
  kind: 'refused',
  where: 'the record',
  message: 'The record is larger than 128 MB, and was not read.',
  remedy: 'Look for another person’s data in it, or assess this person alone.',
} as const

/**
 * Reads people from their lines, into a row of facts each. Who was not assessed, and what was set
 * aside, is in the notes of the row; of whoever is not concerned it is counted that they were there.
 */
export const readPeople = (
  options: { readonly on: string; readonly cells: number; readonly read: ReadPerson },
  lines: Iterable<PipedLine>,
  out: Out,
): void => {
  const { on, read } = options
  const count = { screened: 0, withoutMedicationList: 0, read: 0, notAssessed: 0, setAside: 0 }
  const none: readonly null[] = Array.from({ length: options.cells }, () => null)
  const row = (kind: string, notes: string, cells: Parameters<typeof cellText>[0][] | null[]) => {
    out.write([kind, notes, ...cells.map(cellText), '.'].join('\t'))
  }
  const finish = ({ key, lines: texts, bytes, mentions, medicines }: Person): void => {
    count.screened += 1
    if (!medicines) count.withoutMedicationList += 1
    if (!mentions) return
    count.read += 1
    const resources = bytes > largestPerson ? [] : texts.map(resourceIn)
    const { id, added } =
      resources.length > 0
        ? patientOf(resources)
        : { id: key.slice(key.indexOf('/') + 1), added: [] }
    const { cells, problems } =
      resources.length > 0
        ? read(id, [...added, ...resources], on)
        : { cells: undefined, problems: [tooLarge] }
    if (cells === undefined) count.notAssessed += 1
    count.setAside += problems.length
    const notes =
      problems.length === 0
        ? ''
        : JSON.stringify({ patient: id, assessed: cells !== undefined, problems })
    if (cells !== undefined || notes !== '') {
      row(cells === undefined ? 'refused' : 'facts', notes, [...(cells ?? none)])
    }
  }
  let person: Person | undefined
  for (const { bytes, length } of lines) {
    const afterKey = bytes.indexOf(9)
    const afterFlags = bytes.indexOf(9, afterKey + 1)
    const key = bytes.toString('utf8', 0, afterKey)
    if (person?.key !== key) {
      if (person !== undefined) finish(person)
      person = { key, lines: [], bytes: 0, mentions: false, medicines: false }
    }
    const said = bytes.toString('latin1', afterKey + 1, afterFlags)
    person.mentions ||= said.includes(flags.mentions)
    person.medicines ||= said.includes(flags.medicines)
    person.bytes += length
    if (person.bytes > largestPerson) person.lines.length = 0
    else person.lines.push(bytes.toString('utf8', afterFlags + 1))
  }
  if (person !== undefined) finish(person)
  row('count', JSON.stringify(count), [...none])
  out.end()
}
