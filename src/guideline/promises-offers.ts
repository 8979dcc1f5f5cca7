import { all, any, is, not } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { applies as holds } from '../logic/statement.ts'
import * as dose from './dose.ts'
import * as fact from './facts.ts'
import { reduceBaclofenModerateRenal } from './kidney.ts'
import { only, reaches } from './promise-claims.ts'
import * as p from './promised.ts'
import { blocks, halts, oneHolds, secondLine } from './promised-statements.ts'
import { referNoOptionLeft, referToSpecialist } from './referral.ts'
import {
  considerAlbumin,
  considerBenzodiazepineTrial,
  considerMethocarbamol,
  considerOrphenadrine,
} from './second-line.ts'
import { taperBaclofen } from './taper.ts'

/** Any second-line treatment, in use or tried. */
const waysToBeTreated = [
  is(fact.secondLineTried),
  is(fact.receivesAlbumin),
  is(fact.takesOrphenadrine),
  is(fact.takesMethocarbamol),
  is(fact.takesBenzodiazepine),
] as const

/** Where methocarbamol has its place: outside liver disease, or beside a treatment of it (R21). */
const waysToMethocarbamol = [
  not(is(fact.liverDisease)),
  is(fact.receivesAlbumin),
  is(fact.takesOrphenadrine),
] as const

const ways = (...names: readonly (keyof typeof p.optimizedBy)[]): readonly Condition[] =>
  names.map((name) => p.gateOpenBut(p.optimizedBy[name]))

const mayIncrease = all(
  p.insideGuideline,
  p.cramps,
  p.below30,
  p.aWeek,
  p.kidneysClear,
  not(oneHolds(blocks)),
)

const noneAgainstRelaxants = all(
  p.isYounger,
  not(p.kidneysSevere),
  p.noneOf(fact.hepaticEncephalopathy, fact.myastheniaGravis),
)

/** The promises that what the guideline offers is offered to all who qualify, and to them only. */
export const offerPromises: readonly SafetyPromise[] = [
  {
    id: '19-everyone-who-qualifies-gets-the-advice-on-the-dose',
    title:
      'Everyone who qualifies for a step up, for waiting, for the ceiling or for the reduction gets that advice.',
    why: 'The other side of the first three promises: nothing but what they name holds an advice back.',
    further: true,
    claims: [
      ...reaches(dose.increaseBaclofen, all(mayIncrease, p.isYounger)),
      ...reaches(dose.increaseBaclofenOlderAdult, all(mayIncrease, p.isOlder, p.below15)),
      ...reaches(dose.reviewBeforeExceeding15Mg, all(mayIncrease, p.isOlder, p.from15)),
      ...reaches(
        dose.waitBeforeNextIncrease,
        all(p.insideGuideline, p.cramps, p.below30, p.lessThanAWeek, not(oneHolds(blocks))),
      ),
      ...reaches(
        dose.baclofenAtCeiling,
        all(
          p.insideGuideline,
          p.from30,
          p.kidneysClear,
          not(is(fact.onDialysis)),
          not(oneHolds([taperBaclofen, ...halts])),
        ),
      ),
      ...reaches(
        dose.checkDoseAdequacy,
        all(p.insideGuideline, p.below10, p.kidneysClear, not(is(fact.onDialysis))),
      ),
      ...reaches(
        reduceBaclofenModerateRenal,
        all(
          p.insideGuideline,
          p.above15,
          p.kidneysModerate,
          p.noneOf(fact.onDialysis, fact.stoppingBaclofen),
          not(p.halted),
        ),
      ),
    ],
  },
  {
    id: '20-everyone-who-qualifies-is-offered-a-second-line-drug',
    title:
      'Whoever has reached the gate, in whichever way, is offered each second-line drug against which nothing speaks, and is referred once one was tried.',
    why: 'Each way to the gate on its own: 30 mg/day, 15 mg/day from 65 on, side effects, weak kidneys, dialysis, encephalopathy.',
    further: true,
    claims: [
      ...ways(
        'ceiling',
        'olderAdultCeiling',
        'sideEffects',
        'kidneys',
        'dialysis',
        'encephalopathy',
      ).flatMap((gate) => [
        ...reaches(
          considerAlbumin,
          all(
            gate,
            is(fact.cirrhosis),
            p.noneOf(
              fact.receivesAlbumin,
              fact.fluidOverload,
              fact.severeAnemia,
              fact.albuminAllergy,
            ),
          ),
        ),
        ...waysToBeTreated.flatMap((treated) => reaches(referToSpecialist, all(gate, treated))),
      ]),
      ...ways('ceiling', 'sideEffects', 'kidneys').flatMap((gate) => [
        ...reaches(
          considerOrphenadrine,
          all(
            gate,
            is(fact.liverDisease),
            noneAgainstRelaxants,
            p.noneOf(
              fact.takesOrphenadrine,
              fact.glaucoma,
              fact.urinaryObstruction,
              fact.gastrointestinalObstruction,
              fact.arrhythmia,
            ),
          ),
        ),
        ...waysToMethocarbamol.flatMap((place) =>
          reaches(
            considerMethocarbamol,
            all(gate, place, noneAgainstRelaxants, not(is(fact.takesMethocarbamol))),
          ),
        ),
      ]),
      ...ways('ceiling', 'kidneys').flatMap((gate) =>
        reaches(
          considerBenzodiazepineTrial,
          all(
            gate,
            p.isYounger,
            not(p.kidneysSevere),
            is(fact.anxiety),
            is(fact.muscleSpasm),
            is(fact.musclePain),
            p.noneOf(
              fact.liverDisease,
              fact.takesBenzodiazepine,
              fact.sedativeUse,
              fact.respiratoryDisease,
              fact.substanceUseDisorder,
              fact.hepaticEncephalopathy,
              fact.baclofenSideEffects,
            ),
          ),
        ),
      ),
    ],
  },
  {
    id: '21-offers-and-referrals-fit-the-person',
    title:
      'Nothing is offered that is in use already; a benzodiazepine only for anxiety, spasm and pain together; methocarbamol in liver disease only beside a treatment of it; a referral only behind the gate, and for want of options only when none is open.',
    why: 'The conditions of the second line that promise 7 does not name.',
    further: true,
    claims: [
      ...only(considerAlbumin, not(is(fact.receivesAlbumin))),
      ...only(considerOrphenadrine, not(is(fact.takesOrphenadrine))),
      ...only(considerMethocarbamol, not(is(fact.takesMethocarbamol)), any(...waysToMethocarbamol)),
      ...only(
        considerBenzodiazepineTrial,
        not(is(fact.takesBenzodiazepine)),
        is(fact.anxiety),
        is(fact.muscleSpasm),
        is(fact.musclePain),
      ),
      ...only(referToSpecialist, p.gateOpen, any(...waysToBeTreated)),
      ...only(referNoOptionLeft, p.gateOpen, not(oneHolds([...secondLine, referToSpecialist]))),
      ...reaches(
        referNoOptionLeft,
        all(p.gateOpen, not(oneHolds([...secondLine, referToSpecialist]))),
      ),
      ...secondLine.flatMap((drug) => only(drug, not(holds(referNoOptionLeft)))),
    ],
  },
]
