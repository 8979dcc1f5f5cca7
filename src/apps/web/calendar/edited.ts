import type { DoseStep, TaperCalendar, TitrationCalendar } from '../../../plan/calendar.ts'
import { addDays, daysBetween, isCivilDate } from '../../../plan/dates.ts'
import { tabletsFor } from '../../../plan/dose-steps.ts'
import { splitDay } from '../../../plan/split.ts'
import { tabletTable } from '../../../plan/tablets.ts'

/** What a clinician changed in a row, as it was typed. */
export interface RowEdit {
  readonly mgPerDay?: string
  readonly from?: string
}

/** A row of a calendar, and what a clinician's change of it leaves. */
export interface EditedStep extends DoseStep {
  /** There when the row was changed: whether it is still within the source. */
  readonly edited?: 'inside source' | 'outside source'
  /** Why the change cannot be used; the row is then as it was. */
  readonly refused?: string
}

type DoseCalendar = TitrationCalendar | TaperCalendar

/** A calendar whose rows a clinician may have changed. */
export type EditedCalendar =
  | (Omit<TitrationCalendar, 'steps'> & { readonly steps: readonly EditedStep[] })
  | (Omit<TaperCalendar, 'steps'> & { readonly steps: readonly EditedStep[] })

/** A calendar with a clinician's changes: days and tablets follow from them, and each is marked. */
export const editCalendar = (
  calendar: DoseCalendar,
  edits: Readonly<Record<number, RowEdit>>,
): EditedCalendar => {
  const changed = calendar.steps.map((step) => applied(calendar, step, edits[step.number]))
  const most = Math.max(...changed.map(({ mgPerDay }) => mgPerDay))
  const table = tabletTable(calendar.mgPerTablet, most, calendar.wholeTabletsOnly)
  const steps = changed.map((step, index): EditedStep => {
    const before = changed[index - 1]
    const after = changed[index + 1]
    const change = step.mgPerDay - (before?.mgPerDay ?? calendar.presentMgPerDay)
    const { until: _until, notMade: _notMade, tabletsForStep: _tablets, ...kept } = step
    const doses = splitDay(table, step.mgPerDay, calendar.dosesPerDay)
    const until = after === undefined ? undefined : addDays(after.from, -1)
    const sooner = before !== undefined && daysBetween(before.from, step.from) < calendar.everyDays
    const backwards = before !== undefined && step.from <= before.from
    return {
      ...kept,
      changeMgPerDay: Number(change.toFixed(6)),
      doses: doses ?? [],
      tabletsPerWeek: tabletsFor(doses ?? [], 7),
      ...(until === undefined ? {} : { until }),
      ...(until === undefined
        ? {}
        : { tabletsForStep: tabletsFor(doses ?? [], daysBetween(step.from, until) + 1) }),
      ...(doses === undefined
        ? { notMade: step.notMade ?? { message: 'The tablets at hand do not make this dose.' } }
        : {}),
      ...(step.edited === undefined
        ? {}
        : { edited: isOutside(calendar, step.mgPerDay, change, sooner) ? outside : inside }),
      ...(backwards ? { refused: 'A step begins after the one before it.' } : {}),
    }
  })
  const isUsable = steps.every(
    ({ notMade, refused }) => notMade === undefined && refused === undefined,
  )
  return { ...calendar, steps, ready: isUsable }
}

const outside = 'outside source'
const inside = 'inside source'

const isOutside = (calendar: DoseCalendar, mg: number, change: number, sooner: boolean): boolean =>
  calendar.kind === 'titration' &&
  (mg > calendar.ceilingMgPerDay || change > calendar.stepMgPerDay || sooner)

const applied = (calendar: DoseCalendar, step: DoseStep, edit: RowEdit | undefined): EditedStep => {
  if (edit === undefined) return step
  const text = edit.mgPerDay?.trim().replace(',', '.')
  const mg = text === undefined ? step.mgPerDay : /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN
  const from = edit.from ?? step.from
  const refuse = (refused: string): EditedStep => ({ ...step, refused, edited: inside })
  if (!(mg >= 0 && mg <= 300)) return refuse('Give a dose in mg per day, up to 300.')
  if (!isCivilDate(from)) return refuse('Give the first day.')
  const isLast = step.number === calendar.steps.length
  if (mg === 0 && !(calendar.kind === 'taper' && isLast && calendar.steps.length > 1)) {
    return refuse('No baclofen at once would be a sudden stop (S38).')
  }
  if (mg === step.mgPerDay && from === step.from) return step
  return { ...step, mgPerDay: mg, from, edited: inside }
}
