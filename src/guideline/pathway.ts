import type { Pathway } from '../logic/pathway.ts'
import * as avoid from './avoid.ts'
import * as dose from './dose.ts'
import { atOnceLane } from './pathway-at-once.ts'
import { doseLane } from './pathway-dose.ts'
import { secondLineLane } from './pathway-second-line.ts'
import * as safety from './safety.ts'
import * as secondLine from './second-line.ts'
import * as taper from './taper.ts'

/** The pathway as it is drawn. The statements decide; the drawing is tested against them. */
export const pathway: Pathway = {
  lanes: [doseLane, atOnceLane, secondLineLane],
  beside: [
    {
      title: 'While baclofen is taken',
      statements: [
        taper.neverStopAbruptly,
        safety.monitorSideEffects,
        safety.monitorOlderAdult,
        secondLine.monitorFirstMonth,
        safety.sedativeInteraction,
        safety.seizureCaution,
        safety.tolerance,
        dose.checkDoseAdequacy,
        safety.askAboutDiuretic,
      ],
    },
    { title: 'Not for cramps', statements: [avoid.avoidCyclobenzaprine, avoid.avoidQuinidine] },
    {
      title: 'What closes a second-line treatment',
      statements: [
        secondLine.albuminContraindicated,
        secondLine.orphenadrineContraindicated,
        secondLine.methocarbamolContraindicated,
        secondLine.muscleRelaxantOlderAdult,
        secondLine.benzodiazepineRisk,
      ],
    },
  ],
}
