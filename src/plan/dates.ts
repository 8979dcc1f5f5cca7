const millisecondsPerDay = 86_400_000

/**
 * A civil date as whole days since 1970. No time zone has a part in it, and no polyfill: every page
 * that assesses would have to load it.
 */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay

const civilDate = (day: number): string => {
  const time = day * millisecondsPerDay
  if (!(time >= firstDay && time <= lastDay)) throw new RangeError('No civil date of four digits.')
  return new Date(time).toISOString().slice(0, 10)
}

const firstDay = Date.parse('0000-01-01T00:00:00Z')
const lastDay = Date.parse('9999-12-31T00:00:00Z')

/** Whether a text is a civil date of the calendar, written `YYYY-MM-DD`. */
export const isCivilDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8))

/** The civil date so many whole days later. */
export const addDays = (date: string, days: number): string => civilDate(dayNumber(date) + days)

/** Whole days from one civil date to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** A civil date in full, the same in every place and program: "Monday 30 November 2026". */
export const longDate = (date: string): string => {
  return `${weekday(date)} ${String(dayOf(date))} ${month(date)} ${String(Number(date.slice(0, 4)))}`
}

/** Two civil dates in full; a year that both share is said once. */
export const longDates = (from: string, until: string): string =>
  from.slice(0, 4) === until.slice(0, 4)
    ? `${longDate(from).slice(0, -5)} to ${longDate(until)}`
    : `${longDate(from)} to ${longDate(until)}`

/** A day to tick off, in a column of its own: "Mon 30". */
export const shortDay = (date: string): string =>
  `${weekday(date).slice(0, 3)} ${String(dayOf(date)).padStart(2)}`

const dayOf = (date: string): number => Number(date.slice(8))

/** 1 January 1970 was a Thursday. */
const weekday = (date: string): string => weekdays[(((dayNumber(date) + 3) % 7) + 7) % 7] as string

const month = (date: string): string => months[Number(date.slice(5, 7)) - 1] as string
