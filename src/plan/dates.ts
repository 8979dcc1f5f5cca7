import { Temporal } from 'temporal-polyfill'

/** Whether a text is a civil date of the calendar, written `YYYY-MM-DD`. */
export const isCivilDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}

/** The civil date so many days later. */
export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString()

/** Whole days from one civil date to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

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
  const { day, year } = Temporal.PlainDate.from(date)
  return `${weekday(date)} ${String(day)} ${month(date)} ${String(year)}`
}

/** Two civil dates in full; a year that both share is said once. */
export const longDates = (from: string, until: string): string =>
  from.slice(0, 4) === until.slice(0, 4)
    ? `${longDate(from).slice(0, -5)} to ${longDate(until)}`
    : `${longDate(from)} to ${longDate(until)}`

/** A day to tick off, in a column of its own: "Mon 30". */
export const shortDay = (date: string): string =>
  `${weekday(date).slice(0, 3)} ${String(Temporal.PlainDate.from(date).day).padStart(2)}`

const weekday = (date: string): string =>
  weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1] as string

const month = (date: string): string => months[Temporal.PlainDate.from(date).month - 1] as string
