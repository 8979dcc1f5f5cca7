import * as fc from 'fast-check'
import type { Origin } from './calendar.ts'
import { addDays } from './dates.ts'
import type { TabletsAtHand } from './dose-steps.ts'
import type { DosesPerDay } from './split.ts'

/** An origin for calendars that are made without an assessment. */
export const origin: Origin = {
  assessedOn: '2026-11-25',
  guideline: { id: 'muscle-cramps', version: '1.0.0', status: 'Not signed off.' },
  allowedBy: { statement: 'increase-baclofen', implements: ['S08'], basis: ['source'] },
  notes: [],
}

/** Tablets at hand: strengths as named, three doses a day, halves allowed. */
export const tabletsOf = (...mgPerTablet: readonly number[]): TabletsAtHand => ({
  mgPerTablet: [...mgPerTablet].sort((one, other) => other - one),
  wholeTabletsOnly: false,
  dosesPerDay: 3,
})

/** Any tablets: real strengths and odd ones. */
export const anyTablets: fc.Arbitrary<TabletsAtHand> = fc.record({
  mgPerTablet: fc
    .uniqueArray(fc.constantFrom(2.5, 5, 7.5, 10, 12.5, 15, 20, 25), { minLength: 1, maxLength: 4 })
    .map((strengths) => strengths.sort((one, other) => other - one)),
  wholeTabletsOnly: fc.boolean(),
  dosesPerDay: fc.constantFrom<DosesPerDay>(1, 2, 3),
})

/** Any day of forty years, with the ends of years and of February, and changes of the clock, among them. */
export const anyDay: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 0, max: 40 * 365 }).map((days) => addDays('2020-01-01', days)),
  fc.constantFrom(
    '2027-12-28',
    '2028-02-25',
    '2028-02-29',
    '2100-02-26',
    '2027-03-28',
    '2027-10-31',
    '2027-03-14',
    '2027-11-07',
  ),
)
