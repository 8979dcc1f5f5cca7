import type { Assessment } from '../../../assess/assess.ts'
import { magnesiumCalendar } from '../../../assess/calendar-magnesium.ts'
import type { MagnesiumOptions } from '../../../assess/calendar-magnesium.ts'
import { monitoringCalendar } from '../../../assess/calendar-monitoring.ts'
import type { MonitoringOptions } from '../../../assess/calendar-monitoring.ts'
import { taperCalendar } from '../../../assess/calendar-taper.ts'
import type { TaperOptions } from '../../../assess/calendar-taper.ts'
import { titrationCalendar } from '../../../assess/calendar-titration.ts'
import type { TitrationOptions } from '../../../assess/calendar-titration.ts'
import type { Calendar } from '../../../plan/calendar.ts'
import type { PlanRefusal } from '../../../plan/refusal.ts'

type Make = (assessment: Assessment, options: object) => Calendar | PlanRefusal

/** The calendars by name. Each reads its options itself and names every one that is wrong. */
export const calendars: Readonly<Record<string, Make>> = {
  titration: (assessment, options) => titrationCalendar(assessment, options as TitrationOptions),
  taper: (assessment, options) => taperCalendar(assessment, options as TaperOptions),
  magnesium: (assessment, options) => magnesiumCalendar(assessment, options as MagnesiumOptions),
  monitoring: (assessment, options) => monitoringCalendar(assessment, options as MonitoringOptions),
}
