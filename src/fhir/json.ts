/** An object of parsed JSON, whose properties may be anything. */
export type Json = Readonly<Record<string, unknown>>

/** The value as an object, or undefined. */
export const objectOf = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

/** The value as a text that is not empty, or undefined. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined

/** The value as a number, or undefined: text that looks like one is none. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

const none: readonly Json[] = []

/** The objects in a list; senders that write one object in place of a list are understood. */
export const objectsOf = (value: unknown): readonly Json[] => {
  if (value === undefined || value === null) return none
  if (!Array.isArray(value)) {
    const one = objectOf(value)
    return one === undefined ? none : [one]
  }
  const list = value as readonly unknown[]
  return list.every((part) => objectOf(part) !== undefined)
    ? (list as readonly Json[])
    : list.map(objectOf).filter((part) => part !== undefined)
}
