import type { Together } from '../logic/promise.ts'
import type { Statement } from '../logic/statement.ts'
import * as avoid from './avoid.ts'
import * as dose from './dose.ts'
import * as electrolytes from './electrolytes.ts'
import { redFlags, suspectedNeurotoxicity, suspectedWithdrawal } from './emergencies.ts'
import * as kidney from './kidney.ts'
import * as physical from './physical.ts'
import { blocks, halts, increases } from './promised-statements.ts'
import * as referral from './referral.ts'
import * as safety from './safety.ts'
import { outsideGuideline } from './scope.ts'
import * as secondLine from './second-line.ts'
import * as taper from './taper.ts'

/** One thing that some statements ask for and others forbid: no two of them may hold together. */
export interface Opposed {
  readonly about: string
  readonly asks: readonly Statement[]
  readonly forbids: readonly Statement[]
}

const relaxantsForbidden = [
  secondLine.muscleRelaxantOlderAdult,
  safety.noIncreaseEncephalopathy,
  kidney.avoidBaclofenSevereRenal,
] as const

const secondLineForbidden = [...halts, outsideGuideline, referral.referNoOptionLeft] as const

/** Everything that statements of this guideline can contradict each other about. */
export const opposed: readonly Opposed[] = [
  {
    about: 'raising baclofen, or waiting to raise it',
    asks: [...increases, dose.waitBeforeNextIncrease],
    forbids: [
      ...blocks,
      kidney.reduceBaclofenModerateRenal,
      dose.baclofenAtCeiling,
      outsideGuideline,
    ],
  },
  {
    about: 'raising baclofen today',
    asks: increases,
    forbids: [dose.waitBeforeNextIncrease],
  },
  {
    about: 'going on at 30 mg/day',
    asks: [dose.baclofenAtCeiling],
    forbids: [
      kidney.avoidBaclofenSevereRenal,
      kidney.reduceBaclofenModerateRenal,
      taper.taperBaclofen,
      outsideGuideline,
      ...halts,
    ],
  },
  {
    about: 'coming down to 15 mg/day and staying there',
    asks: [kidney.reduceBaclofenModerateRenal],
    forbids: [kidney.avoidBaclofenSevereRenal, taper.taperBaclofen, outsideGuideline, ...halts],
  },
  {
    about: 'finding the dose too low',
    asks: [dose.checkDoseAdequacy],
    forbids: [
      kidney.avoidBaclofenSevereRenal,
      kidney.noIncreaseModerateRenal,
      kidney.reduceBaclofenModerateRenal,
      outsideGuideline,
    ],
  },
  {
    about: 'starting baclofen',
    asks: [safety.olderAdultStartingDose],
    forbids: [kidney.avoidBaclofenSevereRenal, taper.taperBaclofen, ...halts],
  },
  {
    about: 'magnesium oxide',
    asks: [electrolytes.magnesiumOxideAtNight],
    forbids: [electrolytes.magnesiumRenalCaution, electrolytes.correctDepletionFirst],
  },
  {
    about: 'albumin',
    asks: [secondLine.considerAlbumin],
    forbids: [secondLine.albuminContraindicated, ...secondLineForbidden],
  },
  {
    about: 'orphenadrine',
    asks: [secondLine.considerOrphenadrine],
    forbids: [
      secondLine.orphenadrineContraindicated,
      ...relaxantsForbidden,
      ...secondLineForbidden,
    ],
  },
  {
    about: 'methocarbamol',
    asks: [secondLine.considerMethocarbamol],
    forbids: [
      secondLine.methocarbamolContraindicated,
      ...relaxantsForbidden,
      ...secondLineForbidden,
    ],
  },
  {
    about: 'a benzodiazepine',
    asks: [secondLine.considerBenzodiazepineTrial],
    forbids: [
      secondLine.benzodiazepineRisk,
      kidney.avoidBaclofenSevereRenal,
      ...secondLineForbidden,
    ],
  },
  {
    about: 'working on the cramping muscle',
    asks: [physical.stretchAndMassage, physical.applyIce],
    forbids: [redFlags],
  },
  {
    about: 'leaving the pathway for a referral',
    asks: [referral.referToSpecialist, referral.referNoOptionLeft],
    forbids: [...halts, outsideGuideline],
  },
  {
    about: 'why the referral is made',
    asks: [referral.referToSpecialist],
    forbids: [referral.referNoOptionLeft],
  },
]

/** Pairs that a reader might take for a contradiction, and are none. Each is shown to be possible. */
export const together: readonly Together[] = [
  {
    one: kidney.avoidBaclofenSevereRenal,
    other: taper.neverStopAbruptly,
    why: 'To avoid baclofen in someone who takes it is to withdraw it slowly (R01).',
  },
  {
    one: taper.taperBaclofen,
    other: suspectedWithdrawal,
    why: 'The withdrawal stays planned, and is on hold: no step down while withdrawal is suspected.',
  },
  {
    one: taper.taperBaclofen,
    other: suspectedNeurotoxicity,
    why: 'The withdrawal stays planned, and is on hold: the emergency team decides on the next dose.',
  },
  {
    one: suspectedNeurotoxicity,
    other: suspectedWithdrawal,
    why: 'The two can look alike. Both lead to the same place, now; what is withheld or given is decided there.',
  },
  {
    one: dose.noIncreaseSideEffects,
    other: taper.taperBaclofen,
    why: 'Staying at the dose holds until the prescriber has reviewed it; the withdrawal is what the review plans.',
  },
  {
    one: dose.noIncreaseSideEffects,
    other: kidney.reduceBaclofenModerateRenal,
    why: 'Both put the dose before the prescriber, and both point down: one step back, and to 15 mg/day or less.',
  },
  {
    one: dose.baclofenAtCeiling,
    other: dose.noIncreaseSideEffects,
    why: 'Neither raises the dose; the prescriber reviews it, and the rest of the plan goes on.',
  },
  {
    one: dose.checkDoseAdequacy,
    other: dose.noIncreaseSideEffects,
    why: 'That a dose is below the range that works is told for information; that it may not be raised decides.',
  },
  {
    one: dose.checkDoseAdequacy,
    other: taper.taperBaclofen,
    why: 'That a dose is below the range that works is told for information; that baclofen is to end decides.',
  },
  {
    one: safety.olderAdultStartingDose,
    other: outsideGuideline,
    why: 'The starting dose says itself that starting is outside this guideline (S40).',
  },
  {
    one: electrolytes.correctHypomagnesemia,
    other: electrolytes.magnesiumRenalCaution,
    why: 'The deficit is to be corrected, but not automatically: a clinician decides how, and below eGFR 30 not by this guideline.',
  },
  {
    one: electrolytes.correctHypomagnesemia,
    other: electrolytes.correctDepletionFirst,
    why: 'An order, not a contradiction: water and sodium first, then magnesium (R18).',
  },
  {
    one: secondLine.considerAlbumin,
    other: kidney.avoidBaclofenSevereRenal,
    why: 'Albumin does not rest on the kidneys as baclofen does; its words leave it to the specialist at an eGFR below 30 or on dialysis.',
  },
  {
    one: secondLine.considerAlbumin,
    other: referral.referToSpecialist,
    why: 'One more option, and a specialist who decides on it.',
  },
  {
    one: secondLine.considerMethocarbamol,
    other: safety.sedativeInteraction,
    why: 'An option for a clinician, with the warning beside it that sedation adds up.',
  },
  {
    one: secondLine.considerOrphenadrine,
    other: safety.sedativeInteraction,
    why: 'An option for a clinician, with the warning beside it that sedation adds up.',
  },
  {
    one: secondLine.considerBenzodiazepineTrial,
    other: safety.sedativeInteraction,
    why: 'Possible beside methocarbamol, orphenadrine or cyclobenzaprine only (other sedatives rule it out): an option for a clinician, with the warning beside it.',
  },
  {
    one: secondLine.considerBenzodiazepineTrial,
    other: avoid.avoidCyclobenzaprine,
    why: 'Different drugs: the one that is avoided is not the one that is offered.',
  },
  {
    one: physical.restAndAvoidTriggers,
    other: redFlags,
    why: 'Rest does no harm while a clinician looks for the cause; stretching, massage and ice are withheld.',
  },
]
