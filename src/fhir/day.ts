/** When something was, as far as a record says: a civil day, and the instant where a time is given. */
export interface Moment {
  /** The civil day as the record has it, `YYYY-MM-DD`; of a partial date the first day it can be. */
  readonly date: string
  /** Days since 1970-01-01 of that day. */
  readonly day: number
  /** Milliseconds since 1970 where the record gives a time with its offset. */
  readonly instant?: number
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/

/** The number of a civil day, or undefined where there is no such day. */
export const dayNumber = (year: number, month: number, day: number): number | undefined => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.getTime() / 86_400_000
    : undefined
}

/** Reads a FHIR date, dateTime or instant; undefined where it is none. */
export const momentOf = (value: unknown): Moment | undefined => {
  if (typeof value !== 'string') return undefined
  const found = shape.exec(value)
  if (found === null) return undefined
  const [, year, month = '01', dayOfMonth = '01', time] = found
  const day = dayNumber(Number(year), Number(month), Number(dayOfMonth))
  if (day === undefined) return undefined
  const date = `${String(year)}-${month}-${dayOfMonth}`
  if (time === undefined) return { date, day }
  const instant = Date.parse(value)
  if (Number.isNaN(instant)) return undefined
  return /(?:Z|[+-]\d\d:\d\d)$/.test(time) ? { date, day, instant } : { date, day }
}

/** Whole years from a birth date to a day: a range where the birth date is partial. */
export const ageOn = (birth: string, on: Moment): readonly [number, number] | undefined => {
  const born = momentOf(birth)
  if (born === undefined || born.day > on.day) return undefined
  const latest = birth.length === 4 ? `${birth}-12-31` : birth.length === 7 ? `${birth}-31` : birth
  return [years(latest, on.date), years(born.date, on.date)]
}

/** Civil dates as text order as their days do; a birthday that does not come this year counts from the next day. */
const years = (from: string, to: string): number =>
  Math.max(
    0,
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0),
  )
