import type { Definition } from '../logic/definition.ts'
import type { Statement } from '../logic/statement.ts'
import * as avoid from './avoid.ts'
import * as dose from './dose.ts'
import * as electrolytes from './electrolytes.ts'
import * as emergencies from './emergencies.ts'
import { facts } from './facts.ts'
import { implications } from './implications.ts'
import * as kidney from './kidney.ts'
import { limits } from './limits.ts'
import * as physical from './physical.ts'
import * as referral from './referral.ts'
import * as safety from './safety.ts'
import * as scope from './scope.ts'
import * as secondLine from './second-line.ts'
import * as taper from './taper.ts'

/** Every statement, in the order of the pathway. */
export const statements: readonly Statement[] = [
  emergencies.suspectedNeurotoxicity,
  emergencies.suspectedWithdrawal,
  emergencies.criticalHypokalemia,
  emergencies.redFlags,
  scope.outsideGuideline,
  kidney.avoidBaclofenSevereRenal,
  kidney.noIncreaseAcuteKidneyInjury,
  safety.noIncreaseEncephalopathy,
  kidney.noIncreaseModerateRenal,
  kidney.reduceBaclofenModerateRenal,
  kidney.checkRenalFunction,
  dose.checkDoseAdequacy,
  dose.noIncreaseSideEffects,
  dose.increaseBaclofen,
  dose.increaseBaclofenOlderAdult,
  dose.reviewBeforeExceeding15Mg,
  dose.waitBeforeNextIncrease,
  dose.baclofenAtCeiling,
  safety.monitorSideEffects,
  safety.monitorOlderAdult,
  safety.olderAdultStartingDose,
  taper.neverStopAbruptly,
  taper.taperBaclofen,
  safety.tolerance,
  safety.sedativeInteraction,
  safety.seizureCaution,
  safety.askAboutDiuretic,
  physical.stretchAndMassage,
  physical.applyIce,
  physical.restAndAvoidTriggers,
  electrolytes.checkPotassiumAndMagnesium,
  electrolytes.correctHypokalemia,
  electrolytes.correctHypomagnesemia,
  electrolytes.magnesiumOxideAtNight,
  electrolytes.correctDepletionFirst,
  electrolytes.magnesiumRenalCaution,
  secondLine.considerAlbumin,
  secondLine.albuminContraindicated,
  secondLine.considerOrphenadrine,
  secondLine.orphenadrineContraindicated,
  secondLine.monitorFirstMonth,
  secondLine.considerMethocarbamol,
  secondLine.methocarbamolContraindicated,
  secondLine.muscleRelaxantOlderAdult,
  secondLine.considerBenzodiazepineTrial,
  secondLine.benzodiazepineRisk,
  avoid.avoidCyclobenzaprine,
  avoid.avoidQuinidine,
  referral.referToSpecialist,
  referral.referNoOptionLeft,
]

/** The whole guideline. */
export const guideline: Definition = {
  id: 'muscle-cramps-despite-baclofen',
  version: '1.0.0',
  title: 'Muscle cramps despite baclofen',
  reviewBy: '2027-11-23',
  facts,
  implications,
  limits,
  statements,
}
