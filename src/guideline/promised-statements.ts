import { any } from '../logic/condition.ts'
import { applies as holds } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import * as dose from './dose.ts'
import * as emergencies from './emergencies.ts'
import * as kidney from './kidney.ts'
import * as safety from './safety.ts'
import * as secondLineStatements from './second-line.ts'
import { taperBaclofen } from './taper.ts'

// Lists of statements that promises speak of, written out again: a promise must not change when a
// list that the statements themselves use loses an entry.

/** The statements by which a dose can go up. */
export const increases = [
  dose.increaseBaclofen,
  dose.increaseBaclofenOlderAdult,
  dose.reviewBeforeExceeding15Mg,
] as const

/** The statements that end the pathway before anything is raised or added. */
export const halts = [
  emergencies.suspectedNeurotoxicity,
  emergencies.suspectedWithdrawal,
  emergencies.criticalHypokalemia,
  emergencies.redFlags,
] as const

/** The statements beside which no dose goes up. */
export const blocks = [
  kidney.avoidBaclofenSevereRenal,
  kidney.noIncreaseAcuteKidneyInjury,
  safety.noIncreaseEncephalopathy,
  kidney.noIncreaseModerateRenal,
  dose.noIncreaseSideEffects,
  taperBaclofen,
  ...halts,
] as const

/** The statements that say what is to become of the dose, in or out of the ordinary. */
export const doseStatements = [
  ...blocks,
  kidney.reduceBaclofenModerateRenal,
  ...increases,
  dose.waitBeforeNextIncrease,
  dose.baclofenAtCeiling,
] as const

/** The second-line drugs, each as an option for a clinician. */
export const secondLine = [
  secondLineStatements.considerAlbumin,
  secondLineStatements.considerOrphenadrine,
  secondLineStatements.considerMethocarbamol,
  secondLineStatements.considerBenzodiazepineTrial,
] as const

/** At least one of the statements holds. */
export const oneHolds = (statements: readonly Statement[]) => any(...statements.map(holds))
