import type { Bytes } from './bytes.ts'
import type { Shape } from './shapes.ts'

/** A resource as JSON in which its elements were found. */
export interface Found extends Bytes {
  /** Where each element begins and ends: two numbers for each, 0 where it is missing. */
  readonly places: Int32Array
  /** Whether it is as it stood in the file, and so has no escapes. */
  readonly isPlain: boolean
}

/** Where an element begins; 0 where it is missing. */
export const beginOf = ({ places }: Found, place: number): number => places[2 * place] ?? 0

/** Where an element ends; 0 where it is missing. */
export const endOf = ({ places }: Found, place: number): number => places[2 * place + 1] ?? 0

/** JSON without spaces between its parts; undefined of `null`. */
export const compact = (json: string): string | undefined =>
  json === 'null' ? undefined : JSON.stringify(JSON.parse(json))

/** An element by its name as JSON without spaces; undefined where it is missing or null. */
export const elementIn = (found: Found, shape: Shape, name: string): string | undefined => {
  const place = shape.elements.indexOf(name)
  const end = endOf(found, place)
  return end === 0 ? undefined : compact(found.bytes.toString('utf8', beginOf(found, place), end))
}
