import { Temporal } from 'temporal-polyfill'

export { addDays, daysBetween, isCivilDate } from '../plan/dates.ts'

/** Today, where this program runs: a civil date, `YYYY-MM-DD`. */
export const today = (): string => Temporal.Now.plainDateISO().toString()
