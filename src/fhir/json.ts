/** An object of parsed JSON, whose properties may be anything. */
export type Json = Readonly<Record<string, unknown>>

/** The value as an object, or undefined. */
export const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

/** The value as a text that is not empty, or undefined. */
export const textOf = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  // Nearly every text begins with a sign that is seen: only others are looked at whole.
  return value.charCodeAt(0) > space || value.trim() !== '' ? value : undefined
}

const space = 32

/** The value as a number, or undefined: text that looks like one is none. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** Whether anything stands there at all: `null` is as nothing, whatever else is something. */
export const isThere = (value: unknown): boolean => value !== undefined && value !== null

const none: readonly Json[] = []

const isObject = (value: unknown): boolean => objectOf(value) !== undefined

/**
 * The objects in a list, or undefined where a part of it is none and so may hold anything. Senders
 * that write one object in place of a list are understood.
 */
export const allObjectsOf = (value: unknown): readonly Json[] | undefined => {
  if (!isThere(value)) return none
  if (Array.isArray(value)) return value.every(isObject) ? (value as readonly Json[]) : undefined
  const one = objectOf(value)
  return one === undefined ? undefined : [one]
}

/** The objects in a list; what is none is passed over. */
export const objectsOf = (value: unknown): readonly Json[] =>
  allObjectsOf(value) ?? (Array.isArray(value) ? (value.filter(isObject) as readonly Json[]) : none)
