import { all, any, is, known, not } from '../logic/condition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import * as dose from './dose.ts'
import * as electrolytes from './electrolytes.ts'
import * as fact from './facts.ts'
import * as kidney from './kidney.ts'
import { only, reaches, spares } from './promise-claims.ts'
import * as p from './promised.ts'
import { increases } from './promised-statements.ts'
import { olderAdultStartingDose } from './safety.ts'

/** The promises that advice on the dose, on electrolytes and on tests fits the person who gets it. */
export const fitPromises: readonly SafetyPromise[] = [
  {
    id: '16-advice-on-the-dose-fits-the-person',
    title:
      'Advice on the dose is given only inside the guideline and only where it fits: to raise or wait with cramps below 30 mg/day, to stay at 30 mg/day, to come down above 15 mg/day at an eGFR of 30 to 60.',
    why: 'A finding that forbids the advice decides it: the answer is then "no", and nobody is asked for more.',
    further: true,
    claims: [
      ...[
        ...increases,
        dose.waitBeforeNextIncrease,
        dose.baclofenAtCeiling,
        dose.checkDoseAdequacy,
        kidney.reduceBaclofenModerateRenal,
      ].flatMap((statement) => only(statement, p.insideGuideline)),
      ...increases.flatMap((increase) => [
        ...only(increase, p.cramps, p.below30, p.aWeek),
        ...spares(increase, p.kidneysNotClear, p.kidneysSevere, is(fact.baclofenSideEffects)),
      ]),
      ...only(dose.increaseBaclofenOlderAdult, p.isOlder, p.below15),
      ...only(dose.reviewBeforeExceeding15Mg, p.isOlder, p.from15),
      ...only(dose.waitBeforeNextIncrease, p.cramps, p.below30, p.lessThanAWeek),
      ...spares(dose.waitBeforeNextIncrease, p.kidneysSevere),
      ...only(dose.baclofenAtCeiling, p.from30),
      ...spares(dose.baclofenAtCeiling, p.kidneysSevere),
      ...only(dose.checkDoseAdequacy, p.below10),
      ...only(
        kidney.reduceBaclofenModerateRenal,
        p.above15,
        p.kidneysModerate,
        not(is(fact.onDialysis)),
      ),
      ...spares(kidney.reduceBaclofenModerateRenal, p.kidneysSevere),
      ...spares(kidney.noIncreaseModerateRenal, p.eGfrBelow30),
      ...only(
        olderAdultStartingDose,
        p.isOlder,
        p.takesNone,
        p.noneOf(fact.intrathecalBaclofen, fact.pregnancy, fact.baclofenAllergy),
        p.kidneysClear,
      ),
      ...spares(olderAdultStartingDose, p.kidneysNotClear),
    ],
  },
  {
    id: '17-low-potassium-and-magnesium-are-put-right',
    title:
      'Low potassium and low magnesium are put right whenever they are low, by the laboratory’s own limit or the fixed one, and only then; depletion goes first, and weak kidneys, obstruction and myasthenia hold magnesium back.',
    why: 'A laboratory’s limit may be lower or higher than the fixed one: each counts on its own.',
    further: true,
    claims: [
      ...reaches(electrolytes.correctHypokalemia, p.potassiumBelowLimit, p.potassiumBelow3),
      ...only(electrolytes.correctHypokalemia, p.potassiumLow),
      ...reaches(electrolytes.correctHypomagnesemia, p.magnesiumBelowLimit, p.magnesiumBelowHalf),
      ...only(electrolytes.correctHypomagnesemia, p.magnesiumLow),
      ...[p.magnesiumBelowLimit, p.magnesiumBelowHalf].flatMap((low) => [
        ...reaches(electrolytes.correctDepletionFirst, all(low, is(fact.waterAndSodiumDepletion))),
        ...reaches(
          electrolytes.magnesiumRenalCaution,
          all(low, p.kidneysNotClear),
          all(low, is(fact.onDialysis)),
          all(low, is(fact.acuteKidneyInjury)),
        ),
        ...reaches(
          electrolytes.magnesiumOxideAtNight,
          all(
            low,
            p.isAdult,
            p.kidneysClear,
            p.noneOf(
              fact.pregnancy,
              fact.onDialysis,
              fact.acuteKidneyInjury,
              fact.waterAndSodiumDepletion,
              fact.gastrointestinalObstruction,
              fact.myastheniaGravis,
            ),
          ),
        ),
      ]),
      ...only(electrolytes.correctDepletionFirst, p.magnesiumLow, is(fact.waterAndSodiumDepletion)),
      ...only(
        electrolytes.magnesiumRenalCaution,
        p.magnesiumLow,
        any(p.kidneysNotClear, is(fact.onDialysis), is(fact.acuteKidneyInjury)),
      ),
      ...only(
        electrolytes.magnesiumOxideAtNight,
        p.noneOf(fact.gastrointestinalObstruction, fact.myastheniaGravis),
      ),
      ...spares(
        electrolytes.magnesiumOxideAtNight,
        p.kidneysNotClear,
        is(fact.waterAndSodiumDepletion),
      ),
    ],
  },
  {
    id: '18-what-is-missing-is-measured',
    title:
      'A missing eGFR is asked for in everyone who takes baclofen and is not on dialysis; a missing potassium or magnesium in everyone with cramps. What is known is not asked for again.',
    why: 'No increase without an eGFR is only right when somebody is told to measure it.',
    further: true,
    claims: [
      ...[is(fact.takesBaclofen), is(fact.intrathecalBaclofen)].flatMap((takes) =>
        reaches(
          kidney.checkRenalFunction,
          all(takes, not(known(fact.eGfr)), not(is(fact.onDialysis))),
        ),
      ),
      ...spares(kidney.checkRenalFunction, known(fact.eGfr), is(fact.onDialysis)),
      ...reaches(
        electrolytes.checkPotassiumAndMagnesium,
        all(p.cramps, not(known(fact.potassium))),
        all(p.cramps, not(known(fact.magnesium))),
      ),
      ...spares(
        electrolytes.checkPotassiumAndMagnesium,
        not(p.cramps),
        all(known(fact.potassium), known(fact.magnesium)),
      ),
    ],
  },
]
