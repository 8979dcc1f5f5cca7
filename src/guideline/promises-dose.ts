import { all, any, is, known, not } from '../logic/condition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { days, mgPerDay } from '../logic/quantity.ts'
import { applies as holds } from '../logic/statement.ts'
import {
  increaseBaclofen,
  increaseBaclofenOlderAdult,
  reviewBeforeExceeding15Mg,
  waitBeforeNextIncrease,
} from './dose.ts'
import * as fact from './facts.ts'
import { avoidBaclofenSevereRenal, reduceBaclofenModerateRenal } from './kidney.ts'
import { neverBeside, only, pairs, reaches } from './promise-claims.ts'
import * as p from './promised.ts'
import { blocks, increases } from './promised-statements.ts'
import { outsideGuideline } from './scope.ts'
import { neverStopAbruptly, taperBaclofen } from './taper.ts'

const dose = fact.baclofenDose

/** The promises about raising, keeping, lowering and ending baclofen. */
export const dosePromises: readonly SafetyPromise[] = [
  {
    id: '1-increase-only-when-known-safe',
    title:
      'No increase is advised unless eGFR is known and above 60, there is no dialysis, age is known, and side effects are known to be absent.',
    why: 'Baclofen leaves through the kidneys; an unknown eGFR, age or side effect is never read as a good one.',
    claims: increases.flatMap((increase) =>
      only(
        increase,
        all(known(fact.eGfr), p.kidneysClear),
        not(is(fact.onDialysis)),
        all(known(fact.age), any(p.isYounger, p.isOlder)),
        all(known(fact.baclofenSideEffects), not(is(fact.baclofenSideEffects))),
      ),
    ),
  },
  {
    id: '2-no-dose-or-step-too-high-or-too-soon',
    title:
      'No advised dose is above 30 mg/day, nor above 15 mg/day from 65 on without a clinician’s review; no step is above 10 mg/day (5 from 65 on), and none comes sooner than 7 days.',
    why: 'Computed for every real dose: the next dose is the present one and a step, but never above the ceiling. An increase always raises, and the reduction always lowers, to 15 mg/day.',
    claims: [
      {
        op: 'next-dose',
        of: increaseBaclofen,
        bounds: {
          dose,
          nextAtMost: mgPerDay(30),
          stepAtMost: mgPerDay(10),
          rises: true,
          apartAtLeast: days(7),
        },
      },
      ...only(increaseBaclofen, p.isYounger),
      {
        op: 'next-dose',
        of: increaseBaclofenOlderAdult,
        bounds: {
          dose,
          nextAtMost: mgPerDay(15),
          stepAtMost: mgPerDay(5),
          rises: true,
          apartAtLeast: days(7),
        },
      },
      {
        op: 'next-dose',
        of: reviewBeforeExceeding15Mg,
        bounds: {
          dose,
          nextAtMost: mgPerDay(30),
          stepAtMost: mgPerDay(5),
          rises: true,
          apartAtLeast: days(7),
        },
      },
      {
        op: 'next-dose',
        of: reduceBaclofenModerateRenal,
        bounds: { dose, nextAtMost: mgPerDay(15), falls: true },
      },
      { op: 'next-dose', of: waitBeforeNextIncrease, bounds: { dose, apartAtLeast: days(7) } },
      ...increases.flatMap((increase) => only(increase, p.aWeek)),
      { op: 'only', action: 'titrate', of: increases },
      { op: 'only', action: 'reduce', of: [reduceBaclofenModerateRenal] },
      { op: 'only', action: 'wait', of: [waitBeforeNextIncrease] },
    ],
  },
  {
    id: '3-one-increase-and-none-beside-a-block',
    title:
      'At most one increase is advised, and no increase and no waiting for one beside anything that forbids it: a block, a reduction, or being outside the guideline.',
    why: 'Two advices on one dose, or an advice and its opposite, are a dosing error waiting to happen. Proved in the stronger form: what forbids it is decided not to hold, and not merely open.',
    claims: [
      ...pairs(increases).flatMap(([one, other]) => neverBeside(one, [other])),
      ...[...increases, waitBeforeNextIncrease].flatMap((statement) =>
        neverBeside(statement, [...blocks, reduceBaclofenModerateRenal, outsideGuideline]),
      ),
    ],
  },
  {
    id: '4-never-a-sudden-stop',
    title:
      'Whenever baclofen is taken, the warning against a sudden stop holds; whenever baclofen is to end, the advice is a gradual withdrawal.',
    why: 'A sudden stop can bring on seizures and hallucinations. Avoiding baclofen in someone who takes it means withdrawing it slowly.',
    claims: [
      ...reaches(neverStopAbruptly, p.takes),
      ...reaches(
        taperBaclofen,
        all(p.takes, is(fact.stoppingBaclofen)),
        all(p.takes, p.kidneysSevere),
        all(p.takes, holds(avoidBaclofenSevereRenal)),
      ),
      { op: 'only', action: 'taper', of: [taperBaclofen] },
    ],
  },
]
