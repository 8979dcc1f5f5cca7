import { quartersOf, tabletsOf } from './tablets.ts'
import type { Tablets, TabletTable } from './tablets.ts'

/** A time of the day at which a medicine is taken. */
export type TimeOfDay = 'morning' | 'midday' | 'bedtime'

/** One dose of the day, and the tablets that sum to it exactly. */
export interface Dose {
  readonly at: TimeOfDay
  readonly mgPerDose: number
  readonly tablets: readonly Tablets[]
}

/** How many doses a day: at bedtime; in the morning and at bedtime; or at midday too. */
export type DosesPerDay = 1 | 2 | 3

/** How a split is judged, what matters most first: smaller is better. */
type Cost = readonly [unused: number, halves: number, unevenness: number, pieces: number]

const isBetter = (one: Cost, other: Cost | undefined): boolean => {
  if (other === undefined) return true
  for (const [index, value] of one.entries()) {
    const against = other[index] as number
    if (value !== against) return value < against
  }
  return false
}

/**
 * The doses of a day, found by trying every split: each time that was asked for is used if it can
 * be, then as few tablets as possible are halved, then the doses are as even as possible, then the
 * pieces are few. The largest dose is the one at bedtime and the smallest the one at midday.
 * Undefined when whole and half tablets do not make the daily dose.
 */
export const splitDay = (
  table: TabletTable,
  mgPerDay: number,
  dosesPerDay: DosesPerDay,
): readonly Dose[] | undefined => {
  const total = quartersOf(mgPerDay)
  if (!Number.isInteger(total) || table.made[total] === undefined) return undefined
  let best: readonly number[] = []
  let least: Cost | undefined
  for (const parts of ascending(table, total, dosesPerDay)) {
    const cost = costOf(table, parts)
    if (cost !== undefined && isBetter(cost, least)) {
      best = parts
      least = cost
    }
  }
  const [bedtime = 0, morning = 0, midday = 0] = [...best].reverse()
  const dose = (at: TimeOfDay, quarters: number): readonly Dose[] =>
    quarters === 0
      ? []
      : [{ at, mgPerDose: quarters / 4, tablets: tabletsOf(table, quarters) ?? [] }]
  return [...dose('morning', morning), ...dose('midday', midday), ...dose('bedtime', bedtime)]
}

const costOf = ({ made }: TabletTable, parts: readonly number[]): Cost | undefined => {
  let [unused, halves, unevenness, pieces] = [0, 0, 0, 0]
  for (const part of parts) {
    const making = made[part]
    if (making === undefined) return undefined
    unused += part === 0 ? 1 : 0
    halves += making.halves
    unevenness += part * part
    pieces += making.pieces
  }
  return [unused, halves, unevenness, pieces]
}

/** Every way to make a total of so many parts that tablets make, the smaller first. */
function* ascending(
  table: TabletTable,
  total: number,
  parts: DosesPerDay,
  least = 0,
): Generator<readonly number[], void> {
  if (parts === 1) {
    yield [total]
    return
  }
  for (let first = least; first * parts <= total; first++) {
    if (table.made[first] === undefined) continue
    const others = ascending(table, total - first, parts === 3 ? 2 : 1, first)
    for (const rest of others) yield [first, ...rest]
  }
}
