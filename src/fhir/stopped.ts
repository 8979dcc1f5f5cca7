import type { Context } from './context.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import { objectOf } from './json.ts'
import type { DrugEntry } from './medicines.ts'
import type { Reading } from './reading.ts'
import { isToCome } from './taken.ts'

/** Statuses by which it is not taken any more, or not now. */
const ended: readonly unknown[] = ['stopped', 'completed', 'not-taken', 'on-hold']

/** The last day on which an entry can have ended, where the record tells it. */
const endedBy = ({ placed: { resource } }: DrugEntry): Moment | undefined => {
  const end = objectOf(resource['effectivePeriod'])?.['end']
  return momentOf(
    end ??
      (ended.includes(resource['status'])
        ? (resource['dateAsserted'] ?? objectOf(resource['meta'])?.['lastUpdated'])
        : undefined),
  )
}

/**
 * Asks for signs of withdrawal where the drug was taken and nothing shows that it is any more (S38,
 * S39), unless it is known to have ended longer ago than withdrawal begins.
 */
export const readWithdrawal = (
  entries: readonly DrugEntry[],
  now: readonly DrugEntry[],
  { rules: { drug }, on }: Context,
  { given, why }: Reading,
): void => {
  const isTaken = now.some(({ taken, doubt }) => taken === 'now' && doubt === undefined)
  if (isTaken || given.get(drug.withdrawal)?.finding === 'true') return
  const lately = entries.filter((entry) => {
    if (entry.taken === 'no' || isToCome(entry.since, on)) return false
    const ended = endedBy(entry)
    return ended === undefined || on.day - ended.last <= drug.withdrawalDays
  })
  const [first] = lately
  if (first === undefined) return
  const dates = lately.flatMap((entry) => {
    const date = (endedBy(entry) ?? entry.since)?.date
    return date === undefined ? [] : [date]
  })
  const newest = dates.sort().at(-1)
  const { at } = first.placed
  const note = `${drug.name} (${at}) may have been stopped within the last ${String(drug.withdrawalDays)} days: ask for signs of withdrawal (S38, S39)`
  given.set(drug.withdrawal, {
    finding: 'unknown',
    from: at,
    note,
    ...(newest === undefined ? {} : { date: newest }),
  })
  why.set(drug.withdrawal, note)
}
