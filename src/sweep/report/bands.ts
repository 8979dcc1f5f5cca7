import { compareInterval } from '../../logic/interval.ts'
import type { Interval } from '../../logic/interval.ts'
import { count, table } from './html.ts'
import type { DoseAtKidney, ReportInput } from './report-data.ts'

type Limits = ReportInput['limits']

/** The band of kidney function that an eGFR lies in, whole; else it is not known. */
export type KidneyBand = 'severe' | 'moderate' | 'above' | 'not known'

/** The band of doses that a dose lies in, whole; else it is not known. */
export type DoseBand = 'reduced' | 'usual' | 'above' | 'not known'

/** Where every value of the interval agrees (R03, R26). */
export const kidneyBand = (
  eGfr: Interval | undefined,
  { severe, moderate }: Limits,
): KidneyBand => {
  if (eGfr === undefined) return 'not known'
  if (compareInterval(eGfr, '<', severe) === 'true') return 'severe'
  if (compareInterval(eGfr, '>', moderate) === 'true') return 'above'
  const inside =
    compareInterval(eGfr, '>=', severe) === 'true' &&
    compareInterval(eGfr, '<=', moderate) === 'true'
  return inside ? 'moderate' : 'not known'
}

/** Where every value of the interval agrees. */
export const doseBand = (dose: Interval | undefined, { reduced, ceiling }: Limits): DoseBand => {
  if (dose === undefined) return 'not known'
  if (compareInterval(dose, '<=', reduced) === 'true') return 'reduced'
  if (compareInterval(dose, '>', ceiling) === 'true') return 'above'
  const inside =
    compareInterval(dose, '>', reduced) === 'true' &&
    compareInterval(dose, '<=', ceiling) === 'true'
  return inside ? 'usual' : 'not known'
}

/** The table that says what the plot shows, and what it cannot show: results that are bounds, or missing. */
export const bandTable = (doses: readonly DoseAtKidney[], limits: Limits): string => {
  const { severe, moderate, reduced, ceiling } = limits
  const kidneys: readonly (readonly [KidneyBand, string])[] = [
    ['severe', `eGFR below ${String(severe)}`],
    ['moderate', `eGFR ${String(severe)} to ${String(moderate)}`],
    ['above', `eGFR above ${String(moderate)}`],
    ['not known', 'eGFR not known, or not which of these'],
  ]
  const columns: readonly (readonly [DoseBand, string])[] = [
    ['reduced', `up to ${String(reduced)} mg/day`],
    ['usual', `above ${String(reduced)}, up to ${String(ceiling)} mg/day`],
    ['above', `above ${String(ceiling)} mg/day`],
    ['not known', 'dose not known, or not which of these'],
  ]
  const sums = new Map<string, number>()
  for (const { eGfr, dose, patients } of doses) {
    const key = `${kidneyBand(eGfr, limits)}/${doseBand(dose, limits)}`
    sums.set(key, (sums.get(key) ?? 0) + patients)
  }
  return table(
    'Patients by eGFR and dose',
    ['Kidney function', ...columns.map(([, words]) => words)],
    kidneys.map(([kidney, words]) => [
      words,
      ...columns.map(([dose]) => count(sums.get(`${kidney}/${dose}`) ?? 0)),
    ]),
  )
}
