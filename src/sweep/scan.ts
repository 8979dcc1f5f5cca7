import { isAscii, isUtf8 } from 'node:buffer'
import { bytesOf, isAt } from './bytes.ts'
import type { ReadType } from './elements.ts'
import { beginOf, endOf } from './found.ts'
import type { Found } from './found.ts'
import { keeperOf } from './keep.ts'
import type { KeepSettings, Stands } from './keep.ts'
import { oddLine } from './odd-line.ts'
import { linesOf } from './part-of-file.ts'
import type { Lines } from './part-of-file.ts'
import { findElements, namesOf } from './plain-json.ts'
import { reasons } from './rejected.ts'
import { allShapes, idAt, patientAt, shapeFor, subjectAt, typeAt } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { findPerson } from './whose.ts'
import type { Place } from './whose.ts'
import type { Fault, ScanTask, Scanned } from './work-of-reader.ts'

/** Types that are of nobody where they name no person: a device may be of nobody. */
const mayBeOfNobody: readonly ReadType[] = ['Device']

const typeNames = namesOf(['resourceType'])

const lineFeed = 10
const space = 32
const quote = 34

/** Makes what reads parts of files into records. */
export const scannerOf = (settings: KeepSettings): ((task: ScanTask) => Scanned) => {
  const keep = keeperOf(settings)
  const places = new Int32Array(2 * Math.max(...allShapes.map(({ elements }) => elements.length)))
  const person: Place = { from: 0, to: 0, isUsual: true }
  const stands: Stands = { file: 0, offset: 0, length: 0 }
  /** Of the line before: most often the next is of the same type. */
  let shape: Shape | undefined

  /** Finds whose a resource is; false where that is not plainly told. */
  const isTold = (found: Found, { type }: Shape): boolean => {
    if (type === 'Patient' || type === 'Medication') {
      const [from, to] = [beginOf(found, idAt), endOf(found, idAt)]
      person.from = from + 1
      person.to = to - 1
      person.isUsual = true
      return to > 0 && found.bytes[from] === quote
    }
    const whose = endOf(found, subjectAt) === 0 ? patientAt : subjectAt
    return findPerson(found.bytes, beginOf(found, whose), endOf(found, whose), person)
  }

  /** Reads a line as it is usually written; false where it is not. */
  const readPlain = (found: Found, from: number, to: number): boolean => {
    const { bytes } = found
    if (!findElements(bytes, from, to, shape?.names ?? typeNames, places)) return false
    const [type, typeEnd] = [beginOf(found, typeAt), endOf(found, typeAt)]
    const length = typeEnd - type
    if (shape?.written.length !== length || !isAt(bytes, type, shape.written)) {
      const name = bytes.toString('latin1', type + 1, typeEnd - 1)
      if (!/^[A-Za-z]+$/.test(name)) return false
      shape = shapeFor(name)
      // Resources of this type bear on no fact.
      if (shape === undefined) return true
      if (!findElements(bytes, from, to, shape.names, places)) return false
    }
    if (!isTold(found, shape)) return false
    keep(found, shape, person, stands)
    return true
  }

  /** Reads a line that is written otherwise; answers with what is wrong in it, and how many bytes on. */
  const readOdd = (line: string, isLast: boolean): ReturnType<typeof oddLine>['fault'] => {
    const { found, fault, length } = oddLine(line, isLast)
    if (found === undefined) return fault
    stands.length = length
    if (found.person !== undefined) keep(found, found.shape, found.person, stands)
    else if (!mayBeOfNobody.includes(found.shape.type)) {
      return { reason: reasons[found.shape.type === 'Patient' ? 'no id' : 'no subject'], at: 0 }
    }
    return fault
  }

  const readLines = ({ bytes, offset, tooLong }: Lines, task: ScanTask): Scanned => {
    const faults: Fault[] = []
    const found: Found = { ...bytesOf(bytes), places, isPlain: true }
    const isSound = isAscii(bytes) || isUtf8(bytes)
    let [line, odd] = [0, 0]
    for (let from = 0; from < bytes.length;) {
      const end = bytes.indexOf(lineFeed, from)
      const next = end < 0 ? bytes.length : end + 1
      let to = end < 0 ? bytes.length : end
      while (to > from && (bytes[to - 1] ?? 0) <= space) to -= 1
      if (to > from) {
        line += 1
        stands.file = task.file
        stands.offset = offset + from
        stands.length = to - from
        const begin = stands.offset
        if (!isSound && !isUtf8(bytes.subarray(from, to))) {
          faults.push({ offset: begin, line, reason: reasons.notText })
        } else if (!readPlain(found, from, to)) {
          odd += 1
          const isLast = end < 0 && offset + next >= task.size
          const fault = readOdd(bytes.toString('utf8', from, to), isLast)
          if (fault !== undefined) {
            faults.push({ offset: begin + fault.at, line, reason: fault.reason })
          }
        }
      }
      from = next
    }
    const plain = line - odd
    if (tooLong === undefined) return { did: 'scan', lines: line, plain, faults }
    const fault = { offset: tooLong, line: line + 1, reason: reasons.tooLong }
    return { did: 'scan', lines: line + 1, plain, faults: [...faults, fault] }
  }

  const room = { bytes: Buffer.alloc(0) }
  return (task) => readLines(linesOf(task, room), task)
}
