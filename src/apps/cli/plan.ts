import {
  calendarIcs,
  calendarText,
  isNotAllowed,
  magnesiumCalendar,
  monitoringCalendar,
  taperCalendar,
  titrationCalendar,
} from '../../calendars.ts'
import type {
  Calendar,
  MagnesiumOptions,
  MonitoringOptions,
  PlanProblem,
  PlanRefusal,
  TaperOptions,
  TitrationOptions,
} from '../../calendars.ts'
import type { Assessment } from '../../assess/assess.ts'
import { assessFile } from './patient.ts'
import type { PatientOptions } from './patient.ts'
import { refuse } from './problems.ts'

/** The calendars that can be asked for. */
export type PlanName = 'titration' | 'taper' | 'magnesium' | 'monitoring'

/** What was typed, as it was typed: the calendars say what is wrong with it. */
export interface PlanOptions extends PatientOptions {
  readonly json?: true
  readonly ics?: true
  readonly icsDoses?: true
  readonly series?: string
  readonly start?: string
  readonly strengths?: string
  readonly dosesPerDay?: string
  readonly wholeOnly?: true
  readonly reviewed?: true
  readonly step?: string
  readonly every?: string
  readonly to?: string
  readonly nights?: string
  readonly mmol?: string
  readonly tablet?: string
  readonly changes?: string
}

/** `crampwise plan`: a calendar as text, JSON or iCalendar; exit 1 when the assessment allows none. */
export const runPlan = async (
  name: PlanName,
  file: string,
  options: PlanOptions,
): Promise<number> => {
  if (options.json === true && (options.ics === true || options.icsDoses === true)) {
    return refuseOptions([
      {
        kind: 'contradiction',
        where: '--json',
        message: 'A calendar is printed in one form.',
        remedy: 'Give either --json or --ics.',
      },
    ])
  }
  const assessment = await assessFile(file, options)
  if (!('statements' in assessment)) return refuse(assessment.problems)
  const calendar = calendarOf(name, assessment, options)
  if ('problems' in calendar) {
    return isNotAllowed(calendar)
      ? sayNo(name, calendar.problems)
      : refuseOptions(calendar.problems)
  }
  process.stdout.write(printed(calendar, options))
  if ('ready' in calendar && !calendar.ready) {
    process.stderr.write(
      'crampwise: the tablets do not make every step; this calendar must not be used as it is.\n',
    )
  }
  return 0
}

const printed = (calendar: Calendar, options: PlanOptions): string => {
  if (options.json === true) return `${JSON.stringify(calendar, null, 2)}\n`
  if (options.ics !== true && options.icsDoses !== true) return calendarText(calendar)
  return calendarIcs(calendar, {
    doses: options.icsDoses === true,
    ...(options.series === undefined ? {} : { series: options.series }),
  })
}

const calendarOf = (
  name: PlanName,
  assessment: Assessment,
  typed: PlanOptions,
): Calendar | PlanRefusal => {
  // What was typed goes on as it is: the calendars read their options and name each that is wrong.
  const options: unknown = {
    start: typed.start,
    strengths: typed.strengths?.split(',').map(numberOr),
    dosesPerDay: numberOr(typed.dosesPerDay),
    wholeTabletsOnly: typed.wholeOnly,
    reviewed: typed.reviewed,
    step: numberOr(typed.step),
    everyDays: numberOr(typed.every),
    to: numberOr(typed.to),
    nights: numberOr(typed.nights),
    mmol: numberOr(typed.mmol),
    tablet: typed.tablet,
    changes: typed.changes?.split(',').map((date) => date.trim()),
  }
  switch (name) {
    case 'titration':
      return titrationCalendar(assessment, options as TitrationOptions)
    case 'taper':
      return taperCalendar(assessment, options as TaperOptions)
    case 'magnesium':
      return magnesiumCalendar(assessment, options as MagnesiumOptions)
    case 'monitoring':
      return monitoringCalendar(assessment, options as MonitoringOptions)
  }
}

/** A typed number; a text that is none stays as it is. */
const numberOr = (text: string | undefined): number | string | undefined =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text

const flags: Readonly<Record<string, string>> = {
  dosesPerDay: '--doses-per-day',
  wholeTabletsOnly: '--whole-only',
  everyDays: '--every',
}

const refuseOptions = (problems: readonly PlanProblem[]): 2 => {
  const count = problems.length === 1 ? 'a problem' : `${String(problems.length)} problems`
  process.stderr.write(`crampwise: ${count} in the options; no calendar was made.\n`)
  for (const { where, message, remedy } of problems) {
    const flag = where.startsWith('--') ? where : (flags[where] ?? `--${where}`)
    process.stderr.write(`  ${flag}: ${message}\n    ${remedy}\n`)
  }
  return 2
}

const sayNo = (name: PlanName, problems: readonly PlanProblem[]): 1 => {
  process.stderr.write(`crampwise: this assessment allows no ${name} calendar.\n`)
  for (const { where, message, remedy } of problems) {
    process.stderr.write(`  ${where}: ${message}\n    ${remedy}\n`)
  }
  return 1
}
