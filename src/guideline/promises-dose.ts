import { all, any, is, known, not } from '../logic/condition.ts'
import type { Claim, SafetyPromise } from '../logic/promise.ts'
import { days, mgPerDay } from '../logic/quantity.ts'
import { applies as holds } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import {
  baclofenAtCeiling,
  increaseBaclofen,
  increaseBaclofenOlderAdult,
  noIncreaseSideEffects,
  reviewBeforeExceeding15Mg,
  waitBeforeNextIncrease,
} from './dose.ts'
import * as emergencies from './emergencies.ts'
import * as fact from './facts.ts'
import * as kidney from './kidney.ts'
import * as p from './promised.ts'
import { noIncreaseEncephalopathy } from './safety.ts'
import { outsideGuideline } from './scope.ts'
import { neverStopAbruptly, taperBaclofen } from './taper.ts'

/** The statements by which a dose can go up. */
export const increases = [
  increaseBaclofen,
  increaseBaclofenOlderAdult,
  reviewBeforeExceeding15Mg,
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
  noIncreaseEncephalopathy,
  kidney.noIncreaseModerateRenal,
  noIncreaseSideEffects,
  taperBaclofen,
  ...halts,
] as const

/** The statements that say what is to become of the dose, in or out of the ordinary. */
export const doseStatements = [
  ...blocks,
  kidney.reduceBaclofenModerateRenal,
  ...increases,
  waitBeforeNextIncrease,
  baclofenAtCeiling,
] as const

/** At least one of the statements holds. */
export const oneHolds = (statements: readonly Statement[]) => any(...statements.map(holds))

const wheneverOne = (
  statements: readonly Statement[],
  then: Extract<Claim, { op: 'always' }>['then'],
): readonly Claim[] =>
  statements.map((statement) => ({ op: 'always', when: holds(statement), then }))

/** Each pair of different things, once. */
export const pairs = <T>(of: readonly T[]): readonly (readonly [T, T])[] =>
  of.flatMap((one, index) => of.slice(index + 1).map((other): [T, T] => [one, other]))

/** The promises about raising, keeping, lowering and ending baclofen. */
export const dosePromises: readonly SafetyPromise[] = [
  {
    id: '1-increase-only-when-known-safe',
    title:
      'No increase is advised unless eGFR is known and above 60, there is no dialysis, age is known, and side effects are known to be absent.',
    why: 'Baclofen leaves through the kidneys; an unknown eGFR, age or side effect is never read as a good one.',
    claims: wheneverOne(
      increases,
      all(
        p.kidneysClear,
        not(is(fact.onDialysis)),
        known(fact.age),
        any(p.isYounger, p.isOlder),
        not(is(fact.baclofenSideEffects)),
      ),
    ),
  },
  {
    id: '2-no-dose-or-step-too-high-or-too-soon',
    title:
      'No advised dose is above 30 mg/day, nor above 15 mg/day from 65 on without a clinician’s review; no step is above 10 mg/day (5 from 65 on), and none comes sooner than 7 days.',
    why: 'Computed for every real dose: the next dose is the present one and a step, but never above the ceiling. It also always rises: an increase that is none is not advised.',
    claims: [
      {
        op: 'next-dose',
        of: increaseBaclofen,
        bounds: {
          dose: fact.baclofenDose,
          nextAtMost: mgPerDay(30),
          stepAtMost: mgPerDay(10),
          rises: true,
          apartAtLeast: days(7),
        },
      },
      { op: 'always', when: holds(increaseBaclofen), then: p.isYounger },
      {
        op: 'next-dose',
        of: increaseBaclofenOlderAdult,
        bounds: {
          dose: fact.baclofenDose,
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
          dose: fact.baclofenDose,
          nextAtMost: mgPerDay(30),
          stepAtMost: mgPerDay(5),
          rises: true,
          apartAtLeast: days(7),
        },
      },
      {
        op: 'next-dose',
        of: waitBeforeNextIncrease,
        bounds: { dose: fact.baclofenDose, apartAtLeast: days(7) },
      },
      ...wheneverOne(increases, p.aWeek),
      { op: 'only', action: 'titrate', of: increases },
    ],
  },
  {
    id: '3-one-increase-and-none-beside-a-block',
    title:
      'At most one increase is advised, and no increase and no waiting for one beside anything that forbids it: a block, a reduction, or being outside the guideline.',
    why: 'Two advices on one dose, or an advice and its opposite, are a dosing error waiting to happen.',
    claims: [
      ...pairs(increases).map(([one, other]): Claim => ({
        op: 'always',
        when: holds(one),
        then: not(holds(other)),
      })),
      ...[...increases, waitBeforeNextIncrease].map((statement): Claim => ({
        op: 'never',
        when: holds(statement),
        then: oneHolds([...blocks, kidney.reduceBaclofenModerateRenal, outsideGuideline]),
      })),
    ],
  },
  {
    id: '4-never-a-sudden-stop',
    title:
      'Whenever baclofen is taken, the warning against a sudden stop holds; whenever baclofen is to end, the advice is a gradual withdrawal.',
    why: 'A sudden stop can bring on seizures and hallucinations. Avoiding baclofen in someone who takes it means withdrawing it slowly.',
    claims: [
      { op: 'always', when: p.takes, then: holds(neverStopAbruptly) },
      {
        op: 'always',
        when: all(p.takes, any(is(fact.stoppingBaclofen), p.kidneysSevere)),
        then: holds(taperBaclofen),
      },
      {
        op: 'always',
        when: all(p.takes, holds(kidney.avoidBaclofenSevereRenal)),
        then: holds(taperBaclofen),
      },
      { op: 'only', action: 'taper', of: [taperBaclofen] },
    ],
  },
]
