import { cellText, patientOf, resourceIn } from '../reader.ts'
import type { Bearing } from '../relevance.ts'
import type { ReadPerson } from '../work-of-reader.ts'
import { headOf } from './piped.ts'
import type { Out, PipedLine } from './piped.ts'

/** What the reader of people is given of each resource, all of one person together; tabs between. */
export const personInput = ['person', 'type', 'id', 'bearing', 'text'] as const

const [drug, nothing]: readonly Bearing[] = ['drug', 'nothing']

/** The most text of one person that is held in memory, in bytes. */
export const largestPerson = 128 * 1024 * 1024

/** What comes before the cells of a row, and what comes after them so that no row ends in nothing. */
export const beforeCells = ['kind', 'notes'] as const
export const afterCells = 'ends'

interface Line {
  /** Its type and id, by which copies and versions of it are known; empty where it has no id. */
  readonly key: string
  readonly bears: boolean
  readonly text: string
}

interface Person {
  readonly id: string
  readonly lines: Line[]
  bytes: number
  /** Whether anything may be of the drug; only then is the person read. */
  isRead: boolean
  hasMedicines: boolean
}

/** What is to be read: what bears on a fact, and what may be another version of that. */
const resourcesOf = (lines: readonly Line[]) => {
  const keys = new Set(lines.filter(({ bears }) => bears).map(({ key }) => key))
  keys.delete('')
  return lines
    .filter(({ key, bears }) => bears || keys.has(key))
    .map(({ text }) => resourceIn(text))
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
  const finish = ({ id: known, lines: of, bytes, isRead, hasMedicines }: Person): void => {
    count.screened += 1
    if (!hasMedicines) count.withoutMedicationList += 1
    if (!isRead) return
    count.read += 1
    const resources = resourcesOf(of)
    const isWhole = bytes <= largestPerson
    const { id, added } = isWhole ? patientOf(resources) : { id: known, added: [] }
    const { cells, problems } = isWhole
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
    const [[id = '', type = '', own = '', bearing = ''], from] = headOf(bytes, personInput)
    if (person?.id !== id) {
      if (person !== undefined) finish(person)
      person = { id, lines: [], bytes: 0, isRead: false, hasMedicines: false }
    }
    person.isRead ||= bearing === drug
    person.hasMedicines ||= type.startsWith('Medication') && type !== 'Medication'
    person.bytes += length
    if (person.bytes > largestPerson) person.lines.length = 0
    else {
      const key = own === '' ? '' : `${type}/${own}`
      person.lines.push({ key, bears: bearing !== nothing, text: bytes.toString('utf8', from) })
    }
  }
  if (person !== undefined) finish(person)
  row('count', JSON.stringify(count), [...none])
  out.end()
}
