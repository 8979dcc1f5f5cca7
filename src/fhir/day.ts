/** When something was, as far as a record says: a civil day, and the instant where a time is given. */
export interface Moment {
  /** The civil day as the record has it, `YYYY-MM-DD`; of a partial date the first day it can be. */
  readonly date: string
  /** Days since 1970-01-01 of that day. */
  readonly day: number
  /** The last day it can be: another than `day` only where the date is partial. */
  readonly last: number
  /** Milliseconds since 1970 where the record gives a time with its offset. */
  readonly instant?: number
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.{1,40})?)?)?$/

const dayMs = 86_400_000

/** The number of a civil day, or undefined where there is no such day. */
const dayNumber = (year: number, month: number, day: number): number | undefined => {
  const time = Date.UTC(year, month - 1, day)
  const date = new Date(time)
  return date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
    ? time / dayMs
    : undefined
}

/** Reads a FHIR date, dateTime or instant; undefined where it is none. */
export const momentOf = (value: unknown): Moment | undefined => {
  if (typeof value !== 'string') return undefined
  const found = shape.exec(value)
  if (found === null) return undefined
  const [, year = '', month, dayOfMonth, time] = found
  const day = dayNumber(Number(year), Number(month ?? 1), Number(dayOfMonth ?? 1))
  if (day === undefined) return undefined
  const date = `${year}-${month ?? '01'}-${dayOfMonth ?? '01'}`
  if (month === undefined) return { date, day, last: Date.UTC(Number(year), 12, 0) / dayMs }
  if (dayOfMonth === undefined) {
    return { date, day, last: Date.UTC(Number(year), Number(month), 0) / dayMs }
  }
  if (time === undefined) return { date, day, last: day }
  const instant = Date.parse(value)
  if (Number.isNaN(instant)) return undefined
  return /(?:Z|[+-]\d\d:\d\d)$/.test(time)
    ? { date, day, last: day, instant }
    : { date, day, last: day }
}

/** Whole years from a birth date to a day: a range where the birth date is partial. */
export const ageOn = (birth: string, on: Moment): readonly [number, number] | undefined => {
  const born = momentOf(birth)
  if (born === undefined || born.day > on.day) return undefined
  const latest = new Date(born.last * dayMs).toISOString().slice(0, 10)
  return [years(latest, on.date), years(born.date, on.date)]
}

/** Civil dates as text order as their days do; a birthday that does not come this year counts from the next day. */
const years = (from: string, to: string): number =>
  Math.max(
    0,
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0),
  )
