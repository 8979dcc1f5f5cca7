export { addDays, daysBetween, isCivilDate } from '../plan/dates.ts'

/** Today, where this program runs: a civil date, `YYYY-MM-DD`. */
export const today = (): string => {
  const now = new Date()
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
