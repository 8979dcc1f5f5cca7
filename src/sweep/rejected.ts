/** A line, or a part of one, that could not be used. */
export interface Rejected {
  readonly file: string
  /** Where it begins, in bytes of the unpacked file; null where that is no NDJSON. */
  readonly offset: number | null
  /** The number of the line from 1, blank lines not counted. */
  readonly line: number
  readonly reason: string
}

/** Why a line is rejected that is JSON or not, in words. */
export const reasons = {
  'no id': 'a Patient without an id: nobody can be told by it',
  'no subject': 'no subject: it does not say whose it is',
  notText: 'not UTF-8',
  tooLong: 'longer than 16 MB: no resource that is read is as long',
  second: 'a second object on one line, of which the first is read: a line feed is missing',
} as const satisfies Readonly<Record<string, string>>

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A line as JSON, or the error where it is none. */
export const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    return error
  }
}

/** Why what stands on a line is no resource; undefined where it is one. */
export const reasonOf = (value: unknown, isLast: boolean): string | undefined => {
  if (value instanceof Error) {
    // The words of the parser may quote the record, and so are not told.
    const torn = /end of JSON|Unterminated|double-quoted property|property name/.test(value.message)
    if (!torn) return 'not JSON'
    return isLast ? 'not JSON: the last line is torn off' : 'not JSON: the line is torn off'
  }
  if (!isObject(value)) return 'not an object: a resource is one'
  const type = value['resourceType']
  if (typeof type !== 'string' || !/^[A-Za-z]+$/.test(type))
    return 'no resourceType: not a resource'
  return undefined
}
