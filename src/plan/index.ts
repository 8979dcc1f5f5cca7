/**
 * Calendars on civil dates, of whole and half tablets.
 *
 * @module
 */
export type {
  Calendar,
  DoseStep,
  MagnesiumAmount,
  MagnesiumCalendar,
  MonitoringCalendar,
  NotMade,
  Origin,
  TaperCalendar,
  TitrationCalendar,
} from './calendar.ts'
export { calendarIcs } from './ics.ts'
export type { IcsOptions } from './ics.ts'
export { isNotAllowed } from './refusal.ts'
export type { PlanProblem, PlanRefusal } from './refusal.ts'
export type { Dose, DosesPerDay, TimeOfDay } from './split.ts'
export type { Tablets } from './tablets.ts'
export { calendarText } from './text.ts'
