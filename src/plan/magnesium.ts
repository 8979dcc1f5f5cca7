import { formatNumber } from '../logic/quantity.ts'
import type { MagnesiumCalendar, Origin } from './calendar.ts'
import { addDays, daysBetween } from './dates.ts'
import { countTablets, held, magnesiumAmount } from './magnesium-tablet.ts'
import type { MagnesiumTablet } from './magnesium-tablet.ts'
import type { PlanProblem, PlanRefusal } from './refusal.ts'

/** The terms of a magnesium course, from the action of the statement that allows it. */
export interface MagnesiumTerms {
  readonly mmolPerDay: number
  readonly mmolPerDayAtMost: number
  /** The last night on which magnesium and eGFR still count as known (R04, R17). */
  readonly knownUntil: string
}

/** What the prescriber chooses. */
export interface MagnesiumChoice {
  readonly start: string
  readonly nights: number
  /** The clinician's own step above the dose of the terms (R16). */
  readonly mmol?: number | undefined
  readonly tablet?: MagnesiumTablet | undefined
}

/** A course of magnesium oxide at night, in three figures; with a tablet, how many of it, or that none make it. */
export const magnesium = (
  origin: Origin,
  terms: MagnesiumTerms,
  choice: MagnesiumChoice,
): MagnesiumCalendar | PlanRefusal => {
  const { start, nights, tablet } = choice
  const mmol = choice.mmol ?? terms.mmolPerDay
  const problems = choiceProblems(terms, choice, mmol)
  if (problems.length > 0) return { problems }
  return {
    kind: 'magnesium',
    from: start,
    until: addDays(start, nights - 1),
    nights,
    perNight: magnesiumAmount(mmol),
    raisedByClinician: mmol > terms.mmolPerDay,
    ...(tablet === undefined ? {} : { tablet: tabletsFor(tablet, mmol, nights, terms) }),
    ...origin,
  }
}

const choiceProblems = (
  terms: MagnesiumTerms,
  { start, nights }: MagnesiumChoice,
  mmol: number,
): readonly PlanProblem[] => {
  const { mmolPerDay, mmolPerDayAtMost, knownUntil } = terms
  const most = daysBetween(start, knownUntil) + 1
  const problems: PlanProblem[] = []
  if (mmol < mmolPerDay || mmol > mmolPerDayAtMost) {
    problems.push({
      kind: 'impossible',
      where: 'mmol',
      message: `${formatNumber(mmol)} mmol a night is outside ${formatNumber(mmolPerDay)} to ${formatNumber(mmolPerDayAtMost)} (S22, R16).`,
      remedy: `Leave it out for ${formatNumber(mmolPerDay)} mmol; more, up to ${formatNumber(mmolPerDayAtMost)} mmol, is the clinician's step.`,
    })
  }
  if (nights > most) {
    problems.push({
      kind: 'impossible',
      where: 'nights',
      message: `Magnesium and eGFR count as known only until ${knownUntil} (R04).`,
      remedy:
        most > 0
          ? `Give at most ${most === 1 ? '1 night' : `${String(most)} nights`}; then measure and assess again.`
          : 'Measure both and assess again, or start earlier.',
    })
  }
  return problems
}

const tabletsFor = (
  tablet: MagnesiumTablet,
  mmol: number,
  nights: number,
  terms: MagnesiumTerms,
): NonNullable<MagnesiumCalendar['tablet']> => {
  const count = countTablets(tablet, mmol)
  const shared = { label: tablet.label, holds: held(tablet) }
  if ('tablets' in count) {
    const { tablets, rounding } = count
    return {
      ...shared,
      perNight: tablets,
      inAll: tablets * nights,
      ...(rounding === undefined ? {} : { rounding }),
    }
  }
  const above = held(tablet, count.above)
  const below = held(tablet, count.below)
  const limit =
    above.mmol > terms.mmolPerDayAtMost
      ? `The amount above is more than the ${formatNumber(terms.mmolPerDayAtMost)} mmol a night that the source allows.`
      : 'The amount above would be a step of the clinician.'
  return {
    ...shared,
    notMade: {
      message: `No whole or half tablets of ${tablet.label} make ${formatNumber(mmol)} mmol. Nothing was rounded. ${limit}`,
      ...(count.below === 0 ? {} : { below: { tablets: count.below, ...below } }),
      above: { tablets: count.above, ...above },
    },
  }
}
