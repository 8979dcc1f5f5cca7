import type { MagnesiumCalendar } from '../plan/calendar.ts'
import { readTablet } from '../plan/magnesium-tablet.ts'
import type { MagnesiumTablet } from '../plan/magnesium-tablet.ts'
import { magnesium } from '../plan/magnesium.ts'
import { optionReader } from '../plan/options.ts'
import type { OptionReader } from '../plan/options.ts'
import type { PlanRefusal } from '../plan/refusal.ts'
import type { Assessment } from './assess.ts'
import { holding, knownUntil, numberIn, originOf, readStart, whyNot } from './calendar.ts'

/** What a magnesium course needs besides an assessment. */
export interface MagnesiumOptions {
  /** The first night, `YYYY-MM-DD`. */
  readonly start: string
  /** How many nights, set by the prescriber. */
  readonly nights: number
  /** mmol a night, when a clinician goes above the dose that the assessment names. */
  readonly mmol?: number
  /** A tablet with its basis: "4 mmol", "400 mg oxide" or "97.2 mg elemental". */
  readonly tablet?: string
}

const magnesiumAtNight = ['magnesium-oxide-at-night']

/** The course of magnesium oxide that an assessment advises, or every reason why there is none. */
export const magnesiumCalendar = (
  assessment: Assessment,
  options: MagnesiumOptions,
): MagnesiumCalendar | PlanRefusal => {
  const reader = optionReader(options)
  const start = readStart(reader, assessment)
  const nights = reader.number('nights', {
    least: 1,
    most: 366,
    unit: 'nights',
    whole: true,
    needed: 'The prescriber sets how many nights: there is no default.',
  })
  const mmol = reader.number('mmol', { least: 0, most: 1000, unit: 'mmol a night' })
  const tablet = tabletOf(reader, options.tablet)
  if (reader.problems.length > 0 || nights === undefined) return { problems: reader.problems }
  const allowing = holding(assessment, magnesiumAtNight)
  if (allowing === undefined) return whyNot(assessment, magnesiumAtNight)
  const { action } = allowing
  const [known = ''] = [knownUntil(assessment, 'magnesium'), knownUntil(assessment, 'eGfr')].sort()
  return magnesium(
    originOf(assessment, allowing, []),
    {
      mmolPerDay: numberIn(action, 'mmolPerDay'),
      mmolPerDayAtMost: numberIn(action, 'mmolPerDayAtMost'),
      knownUntil: known,
    },
    { start, nights, mmol, tablet },
  )
}

const tabletOf = (reader: OptionReader, label: unknown): MagnesiumTablet | undefined => {
  if (label === undefined) return undefined
  const read = readTablet(typeof label === 'string' ? label : '')
  if ('amount' in read) return read
  reader.refuse('tablet', read.message, read.remedy)
  return undefined
}
