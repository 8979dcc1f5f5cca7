/** When something was, as far as a record says: a civil day, and the instant where a time is given. */
export interface Moment {
  /** The civil day as the record has it, `YYYY-MM-DD`; of a partial date the first day it can be. */
  readonly date: string
  /** Days since 1970-01-01 of that day. */
  readonly day: number
  /** The last day it can be: another than `day` only where the date is partial. */
  readonly last: number
  /** Milliseconds since 1970 where the record gives a time with its offset. */
  readonly instant: number | undefined
}

const dayMs = 86_400_000

/** The number that these digits write; not a number where one of them is no digit. */
const digits = (text: string, from: number, to: number): number => {
  let number = from < text.length ? 0 : NaN
  for (let place = from; place < to; place++) {
    const digit = text.charCodeAt(place) - 48
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : NaN
  }
  return number
}

/** Days in each month of a year that is no leap year. */
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days in a month, January being 1; 0 where there is no such month. */
const lengthOf = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
    ? 29
    : (lengths[month - 1] ?? 0)

/** Days since 1970-01-01 of a day of the Gregorian calendar, counted in years that begin in March. */
const dayNumber = (year: number, month: number, day: number): number => {
  const years = month <= 2 ? year - 1 : year
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return (
    years * 365 +
    Math.floor(years / 4) -
    Math.floor(years / 100) +
    Math.floor(years / 400) +
    dayOfYear -
    719_468
  )
}

/** Codes of the signs that a date is written with. */
const [colon, point, comma, plus, minus, tee, zulu] = [58, 46, 44, 43, 45, 84, 90]

/** Reads a FHIR date, dateTime or instant; undefined where it is none. */
export const momentOf = (value: unknown): Moment | undefined => {
  if (typeof value !== 'string') return undefined
  const { length } = value
  const year = digits(value, 0, 4)
  if (length === 4) return span(`${value}-01-01`, dayNumber(year, 1, 1), dayNumber(year, 12, 31))
  const month = digits(value, 5, 7)
  const daysInMonth = lengthOf(year, month)
  if (value.charCodeAt(4) !== minus || daysInMonth === 0) return undefined
  if (length === 7) {
    return span(`${value}-01`, dayNumber(year, month, 1), dayNumber(year, month, daysInMonth))
  }
  const dayOfMonth = digits(value, 8, 10)
  if (value.charCodeAt(7) !== minus || !(dayOfMonth >= 1 && dayOfMonth <= daysInMonth)) {
    return undefined
  }
  const day = dayNumber(year, month, dayOfMonth)
  if (length === 10) return span(value, day, day)
  const instant = instantOf(value, day)
  return instant === undefined || Number.isNaN(day)
    ? undefined
    : {
        date: value.slice(0, 10),
        day,
        last: day,
        instant: instant === 'local' ? undefined : instant,
      }
}

const span = (date: string, day: number, last: number): Moment | undefined =>
  Number.isNaN(day) ? undefined : { date, day, last, instant: undefined }

/**
 * The instant of a dateTime, of which the day is read; `local` where it has no offset, undefined
 * where its time is none. A pattern would say it shorter; most of the time of a record is spent here.
 */
const instantOf = (value: string, day: number): number | 'local' | undefined => {
  const { length } = value
  const hours = digits(value, 11, 13)
  const minutes = digits(value, 14, 16)
  const isTime = value.charCodeAt(10) === tee && value.charCodeAt(13) === colon
  // 60 is a leap second, 24 the end of the day.
  if (!isTime || !(hours <= 24 && minutes <= 59)) return undefined
  let at = 16
  let seconds = 0
  if (value.charCodeAt(at) === colon) {
    seconds = digits(value, 17, 19)
    at = 19
    const sign = value.charCodeAt(at)
    if (sign === point || sign === comma) {
      const first = at + 1
      do at++
      while (isDigit(value.charCodeAt(at)))
      if (at === first) return undefined
      seconds += Number(`0.${value.slice(first, at)}`)
    }
  }
  if (!(seconds < 61)) return undefined
  if (at === length) return 'local'
  const ahead = minutesAhead(value, at)
  return ahead === undefined
    ? undefined
    : day * dayMs + (hours * 60 + minutes - ahead) * 60_000 + seconds * 1000
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Minutes by which an offset is ahead of UTC; undefined where it is none. */
const minutesAhead = (value: string, at: number): number | undefined => {
  const sign = value.charCodeAt(at)
  if (sign === zulu) return value.length === at + 1 ? 0 : undefined
  const hours = digits(value, at + 1, at + 3)
  const minutes = digits(value, at + 4, at + 6)
  const isOffset =
    (sign === plus || sign === minus) &&
    value.charCodeAt(at + 3) === colon &&
    value.length === at + 6 &&
    hours <= 14 &&
    minutes <= 59
  return isOffset ? (sign === minus ? -1 : 1) * (hours * 60 + minutes) : undefined
}

/** Whole years from a birth date to a day: a range where the birth date is partial. */
export const ageOn = (birth: string, on: Moment): readonly [number, number] | undefined => {
  const born = momentOf(birth)
  if (born === undefined || born.day > on.day) return undefined
  const first = years(born.date, on.date)
  if (born.last === born.day) return [first, first]
  return [years(new Date(born.last * dayMs).toISOString().slice(0, 10), on.date), first]
}

/** Civil dates as text order as their days do; a birthday that does not come this year counts from the next day. */
const years = (from: string, to: string): number =>
  Math.max(
    0,
    Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(5) < from.slice(5) ? 1 : 0),
  )
