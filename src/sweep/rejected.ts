import type { Database } from './database.ts'
import type { Source } from './inputs.ts'
import { faultsSql } from './scan.ts'
import { canWalk, jointsIn, linesOf } from './walk.ts'

/** A line, or a part of one, that could not be used. */
export interface Rejected {
  readonly file: string
  /** Where it begins, in bytes of the unpacked file; null where DuckDB alone can read the file. */
  readonly offset: number | null
  /** The number of the line from 1, blank lines not counted. */
  readonly line: number | null
  readonly reason: string
}

/** What is wrong in a file, and lines that JSON.parse reads although DuckDB does not. */
export interface Faults {
  readonly rejected: readonly Rejected[]
  readonly readable: readonly Readonly<Record<string, unknown>>[]
}

/** Why a line is rejected that is JSON or not, in words. */
export const reasons = {
  unreadable: 'not JSON, or not a FHIR resource',
  'no id': 'a Patient without an id: nobody can be told by it',
  'no subject': 'no subject: it does not say whose it is',
  notText: 'not UTF-8',
  second: 'a second object on one line, of which the first is read: a line feed is missing',
} as const satisfies Readonly<Record<string, string>>

const reasonFor = (fault: string): string =>
  (reasons as Readonly<Record<string, string>>)[fault] ?? fault

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

/** Finds the lines of a file that cannot be used, with their place and why. */
export const faultsIn = async (
  database: Database,
  source: Source,
  columns: ReadonlySet<string>,
): Promise<Faults> => {
  await database.run('SET preserve_insertion_order = true')
  const rows = await database.rows(faultsSql(source, columns))
  await database.run('SET preserve_insertion_order = false')
  const faults = new Map(rows.map(({ line, fault }) => [Number(line), String(fault)]))
  if (!canWalk(source)) {
    const rejected = [...faults].map(([line, fault]): Rejected => {
      const reason = reasonFor(fault)
      return { file: source.name, offset: null, line, reason }
    })
    return { rejected, readable: [] }
  }
  const rejected: Rejected[] = []
  const readable: Readonly<Record<string, unknown>>[] = []
  const last = Math.max(...faults.keys())
  for await (const line of linesOf(source, (number) => faults.has(number))) {
    const fault = faults.get(line.number) ?? ''
    const value = parsed(line.text.replace(/^\uFEFF/, ''))
    const broken = fault === 'unreadable' ? reasonOf(value, line.number === last) : undefined
    const place = { file: source.name, offset: line.offset, line: line.number }
    if (broken !== undefined) rejected.push({ ...place, reason: broken })
    else if (fault === 'unreadable' && isObject(value) && !line.text.includes('\uFFFD')) {
      readable.push(value)
    } else {
      const reason = line.text.includes('\uFFFD') ? reasons.notText : reasonFor(fault)
      rejected.push({ ...place, reason })
    }
  }
  return { rejected, readable }
}

/** Finds what stands on a line behind a first resource: that one is read, and the rest is not. */
export const joinedIn = async (source: Source): Promise<readonly Rejected[]> => {
  const joints = canWalk(source) ? await jointsIn(source) : []
  if (joints.length === 0) return []
  const rejected: Rejected[] = []
  let next = 0
  const holds = (_number: number, from: number, to: number): boolean => {
    while ((joints[next] ?? Infinity) < from) next += 1
    return (joints[next] ?? Infinity) < to
  }
  for await (const { text, offset, number } of linesOf(source, holds)) {
    if (!(parsed(text) instanceof Error)) continue
    // Where the first of several objects ends: everything behind it was not read.
    for (let at = text.indexOf('{', 1); at > 0; at = text.indexOf('{', at + 1)) {
      if (!/\}\s?$/.test(text.slice(0, at)) || parsed(text.slice(0, at)) instanceof Error) continue
      rejected.push({
        file: source.name,
        offset: offset + Buffer.byteLength(text.slice(0, at)),
        line: number,
        reason: reasons.second,
      })
      break
    }
  }
  return rejected
}
