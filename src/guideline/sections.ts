import type { Section } from '../logic/pathway.ts'
import type { Statement } from '../logic/statement.ts'
import * as avoid from './avoid.ts'
import * as dose from './dose.ts'
import * as electrolytes from './electrolytes.ts'
import { halts } from './emergencies.ts'
import * as kidney from './kidney.ts'
import * as physical from './physical.ts'
import * as referral from './referral.ts'
import * as safety from './safety.ts'
import * as scope from './scope.ts'
import * as second from './second-line.ts'
import * as taper from './taper.ts'

const section = (id: string, title: string, ...statements: readonly Statement[]): Section => ({
  id,
  title,
  statements,
})

/** Every statement in the section to which it belongs, as a reader would look for it. */
export const sections: readonly Section[] = [
  section('emergencies', 'Emergencies and red flags', ...halts),
  section('scope', 'Who is outside', scope.outsideGuideline, safety.olderAdultStartingDose),
  section(
    'kidneys',
    'Kidneys and other reasons not to raise',
    kidney.avoidBaclofenSevereRenal,
    kidney.noIncreaseAcuteKidneyInjury,
    safety.noIncreaseEncephalopathy,
    kidney.noIncreaseModerateRenal,
    kidney.reduceBaclofenModerateRenal,
    kidney.checkRenalFunction,
    dose.noIncreaseSideEffects,
  ),
  section(
    'dose',
    'The dose',
    dose.checkDoseAdequacy,
    dose.increaseBaclofen,
    dose.increaseBaclofenOlderAdult,
    dose.reviewBeforeExceeding15Mg,
    dose.waitBeforeNextIncrease,
    dose.baclofenAtCeiling,
  ),
  section(
    'safety',
    'While baclofen is taken, and its end',
    safety.monitorSideEffects,
    safety.monitorOlderAdult,
    taper.neverStopAbruptly,
    taper.taperBaclofen,
    safety.tolerance,
    safety.sedativeInteraction,
    safety.seizureCaution,
    safety.askAboutDiuretic,
  ),
  section(
    'physical',
    'Physical measures',
    physical.stretchAndMassage,
    physical.applyIce,
    physical.restAndAvoidTriggers,
  ),
  section(
    'electrolytes',
    'Electrolytes',
    electrolytes.checkPotassiumAndMagnesium,
    electrolytes.correctHypokalemia,
    electrolytes.correctHypomagnesemia,
    electrolytes.magnesiumOxideAtNight,
    electrolytes.correctDepletionFirst,
    electrolytes.magnesiumRenalCaution,
  ),
  section(
    'liver',
    'Second line in liver disease',
    second.considerAlbumin,
    second.albuminContraindicated,
    second.considerOrphenadrine,
    second.orphenadrineContraindicated,
    second.monitorFirstMonth,
  ),
  section(
    'relaxants',
    'Second line: methocarbamol and benzodiazepines',
    second.considerMethocarbamol,
    second.methocarbamolContraindicated,
    second.muscleRelaxantOlderAdult,
    second.considerBenzodiazepineTrial,
    second.benzodiazepineRisk,
  ),
  section(
    'avoid-and-refer',
    'What to avoid, and whom to refer',
    avoid.avoidCyclobenzaprine,
    avoid.avoidQuinidine,
    referral.referToSpecialist,
    referral.referNoOptionLeft,
  ),
]
