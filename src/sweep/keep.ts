import { hashOf } from './bytes.ts'
import { beginOf, compact, elementIn, endOf } from './found.ts'
import type { Found } from './found.ts'
import { listedBy } from './listed.ts'
import type { Pieces } from './pieces.ts'
import { findElements, namesOf } from './plain-json.ts'
import { addBytes, addPiece, elementsFor } from './records.ts'
import type { Kept, RecordFiles } from './records.ts'
import { relevanceOf } from './relevance.ts'
import type { Bearing } from './relevance.ts'
import { allShapes, idAt, patientAt, subjectAt } from './shapes.ts'
import type { Shape } from './shapes.ts'
import type { Place } from './whose.ts'
import type { WorkerParts } from './work-of-reader.ts'

/** Where a line stands. */
export interface Stands {
  file: number
  offset: number
  length: number
}

/** Keeps what reading looks at of a resource of a person, if it may bear on a fact. */
export type Keep = (found: Found, shape: Shape, person: Place, stands: Stands) => void

/** What is kept with, besides the rules. */
export interface KeepSettings extends Omit<WorkerParts, 'read'> {
  readonly on: string
  /** Among so many shares the people are divided; the Medications are one more. */
  readonly shares: number
  readonly pieces: Pieces
  readonly records: RecordFiles
}

const metaNames = namesOf(['lastUpdated'])
const metaPlaces = new Int32Array(2)

const quote = 34
const zero = 48
const nine = 57

/** Begins with a digit: most likely a date, which stands in no other resource. */
const isDate = ({ bytes }: Found, at: number): boolean => {
  const first = bytes[at + 1] ?? 0
  return bytes[at] === quote && first >= zero && first <= nine
}

/** What is remembered of a type of resource from line to line. */
interface Memory {
  /** The places of the elements that tell how far a resource bears on a fact. */
  readonly by: readonly number[]
  /** How far it does, by the number of the piece that tells it. */
  readonly bearings: (Bearing | undefined)[]
  /** The piece that stood last in each element: most often the next is the same. */
  readonly last: Int32Array
}

/** Makes what keeps resources. */
export const keeperOf = (settings: KeepSettings): Keep => {
  const { rules, listed, on, shares, pieces, records } = settings
  const relevances = relevanceOf(rules)
  const isListed = listedBy(listed, on)
  const elements = elementsFor(Math.max(...allShapes.map((shape) => shape.elements.length)))
  const memories = new Map(
    allShapes.map((shape): readonly [Shape, Memory] => [
      shape,
      {
        by: relevances[shape.type].by.map((name) => shape.elements.indexOf(name)),
        bearings: [],
        last: new Int32Array(shape.elements.length),
      },
    ]),
  )
  const kept: { -readonly [K in keyof Kept]: Kept[K] } = {
    type: 'Patient',
    bearing: 'nothing',
    file: 0,
    offset: 0,
    length: 0,
    idHash: 0,
  }

  const numberOf = (found: Found, shape: Shape, { last }: Memory, place: number): number => {
    const [from, to] = [beginOf(found, place), endOf(found, place)]
    const lately = last[place] ?? 0
    if (pieces.is(lately, found, from, to)) return lately
    const number =
      found.isPlain && shape.isConcept[place] === true
        ? pieces.numberOfConcept(found, from, to)
        : pieces.numberOf(found, from, to)
    last[place] = number
    return number
  }

  /** Told by one element most often: then it is known by the number of its piece. */
  const bearingOf = (found: Found, shape: Shape, memory: Memory): Bearing => {
    let [only, count] = [-1, 0]
    for (const place of memory.by) {
      if (endOf(found, place) === 0) continue
      only = place
      count += 1
    }
    const number = count === 1 ? numberOf(found, shape, memory, only) : 0
    const known = number === 0 ? undefined : memory.bearings[number]
    if (known !== undefined) return known
    const { of } = relevances[shape.type]
    if (number === 0) return of((name) => elementIn(found, shape, name))
    const piece = compact(pieces.textOf(number))
    return (memory.bearings[number] = of((name) =>
      name === shape.elements[only] ? piece : undefined,
    ))
  }

  /** Adds the elements that reading looks at; of what stands about a resource only when it was changed. */
  const gather = (found: Found, shape: Shape, memory: Memory, isDrug: boolean, whose: Place) => {
    for (let place: number = subjectAt; place < shape.elements.length; place++) {
      const [from, to] = [beginOf(found, place), endOf(found, place)]
      if (to === 0 || (place <= patientAt && whose.isUsual)) continue
      if (place === shape.meta) {
        if (!isDrug || !findElements(found.bytes, from, to, metaNames, metaPlaces)) continue
        const [begin = 0, end = 0] = metaPlaces
        if (end > 0) addBytes(elements, place, begin, end - begin)
        continue
      }
      // What is of one person or resource alone is no piece.
      const isOwn = place <= idAt || isDate(found, from)
      const number = isOwn ? 0 : numberOf(found, shape, memory, place)
      if (number === 0) addBytes(elements, place, from, to - from)
      else addPiece(elements, place, number)
    }
  }

  return (found, shape, person, stands) => {
    const memory = memories.get(shape) as Memory
    const { type } = shape
    let bearing = bearingOf(found, shape, memory)
    if (bearing === 'list' && !isListed(type, (name) => elementIn(found, shape, name))) {
      bearing = 'fact'
    }
    elements.count = 0
    if (bearing === 'drug' || bearing === 'fact') {
      gather(found, shape, memory, bearing === 'drug', person)
    }
    const idEnd = endOf(found, idAt)
    kept.type = type
    kept.bearing = bearing
    kept.file = stands.file
    kept.offset = stands.offset
    kept.length = stands.length
    kept.idHash = idEnd === 0 ? 0 : hashOf(found, beginOf(found, idAt), idEnd)
    const share =
      type === 'Medication' ? shares : (hashOf(found, person.from, person.to) >>> 0) % shares
    records.add(share, kept, found.bytes, person, elements)
  }
}
