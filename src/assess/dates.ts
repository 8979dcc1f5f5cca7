import { Temporal } from 'temporal-polyfill'

/** Today, where this program runs: a civil date, `YYYY-MM-DD`. */
export const today = (): string => Temporal.Now.plainDateISO().toString()

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
