import type { Limit } from '../logic/condition.ts'
import { days, mgPerDay, mlPerMinPer173m2, mmolPerL, years } from '../logic/quantity.ts'
import type { Quantity, Unit } from '../logic/quantity.ts'

const limit = <U extends Unit>(name: string, quantity: Quantity<U>, basis: string): Limit<U> => ({
  ...quantity,
  name,
  basis,
})

/** An adult: the source speaks of nobody younger. */
export const adult = limit('adult', years(18), 'R24')

/** From this age the source's advice for older adults holds. */
export const olderAdult = limit('olderAdult', years(65), 'S40')

/** No dose at all. */
export const noDose = limit('noDose', mgPerDay(0), 'S02')

/** The lower end of the range that works for cramps. */
export const effectiveDose = limit('effectiveDose', mgPerDay(10), 'S07')

/** The highest dose at first from 65 on; the level to which an outside half-dose rule points at eGFR 30 to 60. */
export const olderAdultCeiling = limit('olderAdultCeiling', mgPerDay(15), 'S40, R05')

/** The dose above which a prescriber reviews a reduction at eGFR 30 to 60: half of 30, outside evidence. */
export const moderateRenalDose = limit('moderateRenalDose', mgPerDay(15), 'S12, R02')

/** The dose at which raising stops. */
export const ceiling = limit('ceiling', mgPerDay(30), 'S03, S09')

/** Full days at a dose before the next step, and before it is judged. */
export const daysBetweenSteps = limit('daysBetweenSteps', days(7), 'S08, R06')

/** Below this eGFR baclofen is avoided. */
export const severeRenal = limit('severeRenal', mlPerMinPer173m2(30), 'S13, R03')

/** Up to and including this eGFR, from 30 on, the dose must be reduced. */
export const moderateRenalUpper = limit('moderateRenalUpper', mlPerMinPer173m2(60), 'S12, R03')

/** Low potassium when the result carries no limit of its own. */
export const lowPotassium: Limit<'mmol/L'> = {
  ...limit('lowPotassium', mmolPerL(3.5), 'R13'),
  ownFirst: true,
}

/** Below this potassium is low, and urgent, whatever limit the result carries. */
export const urgentPotassium = limit('urgentPotassium', mmolPerL(3), 'R13, R14')

/** Below this potassium is an emergency. */
export const criticalPotassium = limit('criticalPotassium', mmolPerL(2.5), 'R14')

/** Low magnesium when the result carries no limit of its own. */
export const lowMagnesium: Limit<'mmol/L'> = {
  ...limit('lowMagnesium', mmolPerL(0.7), 'R13'),
  ownFirst: true,
}

/** Below this magnesium is low, and urgent, whatever limit the result carries. */
export const urgentMagnesium = limit('urgentMagnesium', mmolPerL(0.5), 'R13, R14')

/** Every limit of the guideline. */
export const limits: readonly Limit[] = [
  adult,
  olderAdult,
  noDose,
  effectiveDose,
  olderAdultCeiling,
  moderateRenalDose,
  ceiling,
  daysBetweenSteps,
  severeRenal,
  moderateRenalUpper,
  lowPotassium,
  urgentPotassium,
  criticalPotassium,
  lowMagnesium,
  urgentMagnesium,
]

/** A dated laboratory result older than this many days counts as not known (R04). */
export const staleAfterDays = 90
