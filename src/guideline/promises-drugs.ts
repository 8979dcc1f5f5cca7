import { all, is, known, not } from '../logic/condition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { avoidCyclobenzaprine, avoidQuinidine } from './avoid.ts'
import { magnesiumOxideAtNight } from './electrolytes.ts'
import * as fact from './facts.ts'
import { avoidBaclofenSevereRenal } from './kidney.ts'
import { neverBeside, only, reaches } from './promise-claims.ts'
import * as p from './promised.ts'
import { halts, oneHolds, secondLine } from './promised-statements.ts'
import { referNoOptionLeft, referToSpecialist } from './referral.ts'
import { noIncreaseEncephalopathy } from './safety.ts'
import {
  considerAlbumin,
  considerBenzodiazepineTrial,
  considerMethocarbamol,
  considerOrphenadrine,
} from './second-line.ts'

/** The promises about every drug but baclofen. */
export const drugPromises: readonly SafetyPromise[] = [
  {
    id: '5-magnesium-only-when-low-and-safe',
    title:
      'Magnesium oxide is advised only when magnesium is documented to be low, eGFR is known and above 60, and there is no dialysis, acute kidney injury, depletion or pregnancy, in an adult.',
    why: 'Weak kidneys keep magnesium in; without a low result there is nothing to correct.',
    claims: [
      ...only(
        magnesiumOxideAtNight,
        all(
          known(fact.magnesium),
          p.magnesiumLow,
          p.kidneysClear,
          p.noneOf(
            fact.onDialysis,
            fact.acuteKidneyInjury,
            fact.waterAndSodiumDepletion,
            fact.pregnancy,
          ),
          p.isAdult,
        ),
      ),
      { op: 'only', action: 'supplement', of: [magnesiumOxideAtNight] },
    ],
  },
  {
    id: '6-quinidine-and-cyclobenzaprine-never',
    title: 'Quinidine and cyclobenzaprine are never recommended.',
    why: 'Checked in the text of every statement: none names them but to avoid them. The advice to avoid them holds whenever cramps persist, and whenever they are taken.',
    claims: [
      { op: 'unnamed', medicine: 'quinidine' },
      { op: 'unnamed', medicine: 'cyclobenzaprine' },
      ...reaches(avoidQuinidine, p.cramps, is(fact.takesQuinidine)),
      ...reaches(avoidCyclobenzaprine, p.cramps, is(fact.takesCyclobenzaprine)),
    ],
  },
  {
    id: '7-second-line-drugs-only-behind-the-gate',
    title:
      'No second-line drug is offered before the gate is open, nor while its contraindication, an emergency or a red flag holds; albumin only in cirrhosis; no benzodiazepine in liver disease or from 65 on; no relaxant or benzodiazepine beside severe kidney impairment, no relaxant beside encephalopathy.',
    why: 'Proved in the stronger form: a drug is offered only when what speaks against it is known, or assumed and listed as assumed, to be absent. Myasthenia, glaucoma, obstruction, arrhythmia, fluid overload, anemia, allergy, sedatives, respiratory disease, substance use and side effects each on their own.',
    claims: [
      ...secondLine.flatMap((drug) => only(drug, p.gateOpen)),
      ...secondLine.flatMap((drug) => neverBeside(drug, halts)),
      ...only(
        considerAlbumin,
        all(
          is(fact.cirrhosis),
          p.noneOf(fact.fluidOverload, fact.severeAnemia, fact.albuminAllergy),
        ),
      ),
      ...only(
        considerOrphenadrine,
        all(
          is(fact.liverDisease),
          p.isYounger,
          not(p.kidneysSevere),
          p.noneOf(
            fact.glaucoma,
            fact.urinaryObstruction,
            fact.gastrointestinalObstruction,
            fact.myastheniaGravis,
            fact.arrhythmia,
            fact.hepaticEncephalopathy,
          ),
        ),
      ),
      ...only(
        considerMethocarbamol,
        all(
          p.isYounger,
          not(p.kidneysSevere),
          p.noneOf(fact.myastheniaGravis, fact.hepaticEncephalopathy),
        ),
      ),
      ...only(
        considerBenzodiazepineTrial,
        all(
          p.isYounger,
          not(p.kidneysSevere),
          p.noneOf(
            fact.liverDisease,
            fact.sedativeUse,
            fact.respiratoryDisease,
            fact.substanceUseDisorder,
            fact.hepaticEncephalopathy,
            fact.baclofenSideEffects,
          ),
        ),
      ),
      ...[considerOrphenadrine, considerMethocarbamol, considerBenzodiazepineTrial].flatMap(
        (drug) => neverBeside(drug, [avoidBaclofenSevereRenal]),
      ),
      ...[considerOrphenadrine, considerMethocarbamol].flatMap((drug) =>
        neverBeside(drug, [noIncreaseEncephalopathy]),
      ),
      { op: 'only', action: 'consider', of: secondLine },
    ],
  },
  {
    id: '11-an-open-gate-leads-on',
    title:
      'An open gate always leads to a second-line drug or a referral, decided or naming what is missing.',
    why: 'Nobody whose baclofen has reached its end is left without a next step.',
    claims: [
      {
        op: 'open',
        when: p.gateOpen,
        then: oneHolds([...secondLine, referToSpecialist, referNoOptionLeft]),
      },
    ],
  },
]
