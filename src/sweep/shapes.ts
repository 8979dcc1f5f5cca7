import { elementsOf, readTypes } from './elements.ts'
import type { ReadType } from './elements.ts'
import { ascii } from './bytes.ts'
import { namesOf } from './plain-json.ts'
import type { Names } from './plain-json.ts'

/** What is looked for in a resource of a type: these three of all, then its own elements. */
const ofEveryType = ['resourceType', 'subject', 'patient'] as const

/** Places of what is looked for in every resource, and of its id. */
export const [typeAt, subjectAt, patientAt, idAt] = [0, 1, 2, 3] as const

/** How a type of resource is read. */
export interface Shape {
  readonly type: ReadType
  /** The type as it is written in JSON. */
  readonly written: Uint8Array
  /** The names of all that is looked for: the number of each is its place. */
  readonly elements: readonly string[]
  readonly names: Names
  /** Whether an element names a concept, in which a code that is none of ours says nothing. */
  readonly isConcept: readonly boolean[]
  /** A resource of the type in which every element is missing. */
  readonly blank: Readonly<Record<string, unknown>>
  /** The place of what is said about the resource itself, or -1. */
  readonly meta: number
}

/** Elements that are read as concepts by their codes, each with its terminology. */
const concepts = ['code', 'medicationCodeableConcept', 'valueCodeableConcept']

const shapeOf = (type: ReadType): Shape => {
  const elements = [...ofEveryType, ...elementsOf(type)]
  // Of a List a code counts whatever its terminology.
  const isConcept = elements.map((element) => type !== 'List' && concepts.includes(element))
  return {
    type,
    written: ascii(JSON.stringify(type)),
    elements,
    names: namesOf(elements),
    isConcept,
    blank: {
      ...Object.fromEntries(elements.map((element) => [element, undefined])),
      resourceType: type,
    },
    meta: elements.indexOf('meta'),
  }
}

const shapes: ReadonlyMap<string, Shape> = new Map(readTypes.map((type) => [type, shapeOf(type)]))

/** How a type is read; undefined of one that bears on no fact. */
export const shapeFor = (type: string): Shape | undefined => shapes.get(type)

/** Every shape, in the order of the types. */
export const allShapes: readonly Shape[] = [...shapes.values()]
