import { bytesOf } from './bytes.ts'
import type { Found } from './found.ts'
import { joined } from './joined.ts'
import { parsed, reasonOf, reasons } from './rejected.ts'
import { shapeFor, subjectAt } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { personOf } from './whose.ts'
import type { Place } from './whose.ts'
import type { Json } from './work-of-reader.ts'

/** A line that is written otherwise than most senders do, as JSON.parse reads it. */
interface OddLine {
  /** Its resource, if it bears on a fact; of nobody where no person is told. */
  readonly found?: Found & { readonly shape: Shape; readonly person: Place | undefined }
  /** Bytes of its resource. */
  readonly length: number
  /** What is wrong, and how many bytes from the begin of the line on. */
  readonly fault?: { readonly reason: string; readonly at: number }
}

/** A resource in the form in which elements are found. */
const foundIn = (resource: Json, shape: Shape): NonNullable<OddLine['found']> => {
  const places = new Int32Array(2 * shape.elements.length)
  const id = personOf(resource)
  const pieces = [id ?? '']
  let at = Buffer.byteLength(id ?? '')
  const person = id === undefined ? undefined : { from: 0, to: at, isUsual: false }
  shape.elements.forEach((element, place) => {
    const value = resource[element]
    // An element is never at 0, which stands for none: the sign between keeps it off.
    if (value === undefined || place < subjectAt) return
    const piece = JSON.stringify(value)
    pieces.push(` ${piece}`)
    places[2 * place] = at + 1
    at += 1 + Buffer.byteLength(piece)
    places[2 * place + 1] = at
  })
  const bytes = Buffer.from(pieces.join(''))
  return { ...bytesOf(bytes), places, isPlain: false, shape, person }
}

const resourceOf = (value: unknown, text: string, fault?: OddLine['fault']): OddLine => {
  const resource = value as Json
  const shape = shapeFor(String(resource['resourceType']))
  return {
    length: Buffer.byteLength(text),
    ...(shape === undefined ? {} : { found: foundIn(resource, shape) }),
    ...(fault === undefined ? {} : { fault }),
  }
}

/** Reads a line that is not plain. */
export const oddLine = (given: string, isLast: boolean): OddLine => {
  const line = given.replace(/^\uFEFF/, '')
  const value = parsed(line)
  const reason = reasonOf(value, isLast)
  if (reason === undefined) return resourceOf(value, given)
  const first = value instanceof Error ? joined(line) : undefined
  if (first === undefined) return { length: 0, fault: { reason, at: 0 } }
  const firstReason = reasonOf(first.value, isLast)
  const at = Buffer.byteLength(given.slice(0, given.length - line.length + first.end))
  return firstReason === undefined
    ? resourceOf(first.value, line.slice(0, first.end), { reason: reasons.second, at })
    : { length: 0, fault: { reason: firstReason, at: 0 } }
}
