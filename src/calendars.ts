/**
 * Calendars from an assessment: titration, taper, magnesium and monitoring, as data, text or
 * iCalendar.
 *
 * @module
 */
export { magnesiumCalendar } from './assess/calendar-magnesium.ts'
export type { MagnesiumOptions } from './assess/calendar-magnesium.ts'
export { monitoringCalendar } from './assess/calendar-monitoring.ts'
export type { MonitoringOptions } from './assess/calendar-monitoring.ts'
export { taperCalendar } from './assess/calendar-taper.ts'
export type { TaperOptions } from './assess/calendar-taper.ts'
export { titrationCalendar } from './assess/calendar-titration.ts'
export type { TitrationOptions } from './assess/calendar-titration.ts'
export * from './plan/index.ts'
