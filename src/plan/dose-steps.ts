import { formatNumber } from '../logic/quantity.ts'
import type { DoseCalendar, DoseStep, NotMade } from './calendar.ts'
import { addDays, daysBetween } from './dates.ts'
import { splitDay } from './split.ts'
import type { Dose, DosesPerDay } from './split.ts'
import { nearestMade, tabletTable } from './tablets.ts'
import type { Tablets, TabletTable } from './tablets.ts'

/** The tablets at hand and how they are taken. */
export interface TabletsAtHand {
  readonly mgPerTablet: readonly number[]
  readonly wholeTabletsOnly: boolean
  readonly dosesPerDay: DosesPerDay
}

/** Daily doses with their days, each made of tablets or said to be made by none, and whether all are. */
export const doseSteps = (
  present: number,
  mgPerDay: readonly number[],
  start: string,
  everyDays: number,
  tablets: TabletsAtHand,
  before: (from: string) => readonly string[],
): Pick<DoseCalendar, 'steps' | 'ready'> => {
  const { mgPerTablet, wholeTabletsOnly, dosesPerDay } = tablets
  const table = tabletTable(mgPerTablet, Math.max(0, ...mgPerDay), wholeTabletsOnly)
  const steps = mgPerDay.map((mg, index): DoseStep => {
    const from = addDays(start, index * everyDays)
    const last = index === mgPerDay.length - 1
    const until = addDays(from, everyDays - 1)
    const doses = splitDay(table, mg, dosesPerDay)
    const doseBefore = index === 0 ? present : (mgPerDay[index - 1] as number)
    return {
      number: index + 1,
      from,
      ...(last ? {} : { until }),
      mgPerDay: mg,
      changeMgPerDay: Math.round((mg - doseBefore) * 1e6) / 1e6,
      doses: doses ?? [],
      tabletsPerWeek: tabletsFor(doses ?? [], 7),
      ...(last ? {} : { tabletsForStep: tabletsFor(doses ?? [], daysBetween(from, until) + 1) }),
      ...(doses === undefined ? { notMade: notMade(table, mg, doseBefore, tablets) } : {}),
      before: before(from),
    }
  })
  return { steps, ready: steps.every((step) => step.notMade === undefined) }
}

const notMade = (
  table: TabletTable,
  mg: number,
  doseBefore: number,
  tablets: TabletsAtHand,
): NotMade => {
  const { below, above } = nearestMade(table, mg)
  const strengths = tablets.mgPerTablet.map(formatNumber).join(', ')
  const perDay = (dose: number): string => `${formatNumber(dose)} mg per day`
  const nearest = [
    ...(below === undefined ? [] : [`below, ${perDay(below)}`]),
    ...(above === undefined
      ? []
      : [`above, ${perDay(above)}${above < doseBefore ? '' : ' (not allowed by this step)'}`]),
  ]
  return {
    message: `No ${tablets.wholeTabletsOnly ? 'whole' : 'whole or half'} tablets of ${strengths} mg per tablet make ${perDay(mg)}. Nothing was rounded. The nearest that they make: ${nearest.join('; ')}.`,
    ...(below === undefined ? {} : { mgPerDayBelow: below }),
    ...(above === undefined ? {} : { mgPerDayAbove: above }),
  }
}

/** The tablets of each strength that the doses of so many days take, larger first. */
export const tabletsFor = (doses: readonly Dose[], days: number): readonly Tablets[] => {
  const count = new Map<number, number>()
  for (const { tablets } of doses) {
    for (const { mgPerTablet, tablets: each } of tablets) {
      count.set(mgPerTablet, (count.get(mgPerTablet) ?? 0) + each * days)
    }
  }
  return [...count]
    .sort(([one], [other]) => other - one)
    .map(([mgPerTablet, tablets]) => ({ mgPerTablet, tablets }))
}
