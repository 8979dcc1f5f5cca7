import { all, any, atLeast, atMost, below, is, not } from '../logic/condition.ts'
import { mgPerDay } from '../logic/quantity.ts'
import type { Statement } from '../logic/statement.ts'
import { halts } from './emergencies.ts'
import * as fact from './facts.ts'
import {
  avoidBaclofenSevereRenal,
  noIncreaseAcuteKidneyInjury,
  noIncreaseModerateRenal,
  reduceBaclofenModerateRenal,
} from './kidney.ts'
import * as limit from './limits.ts'
import { inScope, olderAdult, renalClear, taking } from './patient.ts'
import { statement } from './statement.ts'
import { noIncreaseEncephalopathy } from './safety.ts'
import { taperBaclofen } from './taper.ts'

export const noIncreaseSideEffects = statement({
  id: 'no-increase-side-effects',
  kind: 'precaution',
  title: 'No increase: side effects',
  says: 'Raising ends when side effects appear. The dose stays where it is until the prescriber has reviewed it: neither more, nor a sudden stop.',
  implements: ['S09', 'R08'],
  when: all(taking, is(fact.baclofenSideEffects)),
  action: {
    kind: 'review',
    words: 'Do not raise baclofen and do not stop it. The prescriber reviews the dose.',
    also: [
      {
        // Beside a withdrawal, a reduction or an emergency these words would say the opposite of it.
        when: not(
          any(
            is(fact.stoppingBaclofen),
            atMost(fact.eGfr, limit.moderateRenalUpper),
            is(fact.onDialysis),
            is(fact.neurotoxicitySigns),
            is(fact.withdrawalSigns),
          ),
        ),
        words: 'Until then the person stays at this dose; usually one step back follows.',
      },
    ],
  },
})

/** What forbids every increase, for whatever else is true. */
export const blocks: readonly Statement[] = [
  avoidBaclofenSevereRenal,
  noIncreaseAcuteKidneyInjury,
  noIncreaseEncephalopathy,
  noIncreaseModerateRenal,
  noIncreaseSideEffects,
  taperBaclofen,
  ...halts,
]

/** What every increase asks: in scope, cramps, below 30 mg/day, kidneys known and clear, a week at the dose, no side effects. */
const mayIncrease = [
  inScope,
  is(fact.crampsPersist),
  below(fact.baclofenDose, limit.ceiling),
  renalClear,
  not(is(fact.baclofenSideEffects)),
  atLeast(fact.daysAtDose, limit.daysBetweenSteps),
] as const

export const checkDoseAdequacy = statement({
  id: 'check-dose-adequacy',
  kind: 'information',
  title: 'Dose below the effective range',
  says: 'The range that works for cramps is 10 to 30 mg/day; a dose below it may not be enough.',
  implements: ['S06', 'S07'],
  when: all(inScope, below(fact.baclofenDose, limit.effectiveDose)),
  unless: [avoidBaclofenSevereRenal, noIncreaseModerateRenal],
  action: {
    kind: 'inform',
    words: 'The dose is below the range that works for cramps, 10 to 30 mg/day.',
  },
})

export const increaseBaclofen = statement({
  id: 'increase-baclofen',
  kind: 'recommendation',
  title: 'Increase baclofen',
  says: 'Below 30 mg/day, and with no side effects, the dose goes up by 10 mg/day each week, to 30 mg/day at the most.',
  implements: ['S03', 'S06', 'S07', 'S08', 'S09', 'S48', 'R06'],
  when: all(...mayIncrease, below(fact.age, limit.olderAdult)),
  unless: blocks,
  action: {
    kind: 'titrate',
    step: mgPerDay(10),
    everyDays: 7,
    ceiling: mgPerDay(30),
    words:
      'Raise baclofen from {from} to {to}. Then by up to {step} every {everyDays} days, to {ceiling} at the most; stop raising when side effects appear.',
  },
})

export const increaseBaclofenOlderAdult = statement({
  id: 'increase-baclofen-older-adult',
  kind: 'recommendation',
  title: 'Increase baclofen by a small step',
  says: 'From 65 on, a dose below 15 mg/day goes up by 5 mg/day each week, to 15 mg/day.',
  implements: ['S40', 'R05', 'R06'],
  when: all(...mayIncrease, olderAdult, below(fact.baclofenDose, limit.olderAdultCeiling)),
  unless: blocks,
  action: {
    kind: 'titrate',
    step: mgPerDay(5),
    everyDays: 7,
    ceiling: mgPerDay(15),
    words:
      'Raise baclofen from {from} to {to}. Then by up to {step} every {everyDays} days, to {ceiling}; beyond that only after a review. Stop raising when side effects appear.',
  },
})

export const reviewBeforeExceeding15Mg = statement({
  id: 'review-before-exceeding-15-mg',
  kind: 'consider',
  title: 'Review before going above 15 mg/day',
  says: 'From 65 on, going above 15 mg/day is a clinician’s decision, after looking at weakness, urinary function, cognition and sedation; by 5 mg/day each week, to 30 mg/day at the most.',
  implements: ['S40', 'S41', 'R05', 'R06'],
  when: all(...mayIncrease, olderAdult, atLeast(fact.baclofenDose, limit.olderAdultCeiling)),
  unless: blocks,
  action: {
    kind: 'titrate',
    step: mgPerDay(5),
    everyDays: 7,
    ceiling: mgPerDay(30),
    afterReview: ['weakness', 'urinary function', 'cognition', 'sedation'],
    words:
      'A clinician decides after checking weakness, urinary function, cognition and sedation. If raised: from {from} to {to}, {step} at a time and {everyDays} days apart, {ceiling} at the most.',
  },
})

export const waitBeforeNextIncrease = statement({
  id: 'wait-before-next-increase',
  kind: 'information',
  title: 'Wait before the next step',
  says: 'Steps are at least seven full days apart.',
  implements: ['S08', 'R06'],
  when: all(
    inScope,
    is(fact.crampsPersist),
    below(fact.baclofenDose, limit.ceiling),
    below(fact.daysAtDose, limit.daysBetweenSteps),
  ),
  unless: blocks,
  action: {
    kind: 'wait',
    days: 7,
    words: 'No step yet: seven full days at this dose come first. Earliest: {date}.',
    also: [
      {
        when: all(olderAdult, atLeast(fact.baclofenDose, limit.olderAdultCeiling)),
        words:
          'That is the earliest date of the review, not of a step: from 65 on and at 15 mg/day or more a clinician decides.',
      },
    ],
  },
})

export const baclofenAtCeiling = statement({
  id: 'baclofen-at-ceiling',
  kind: 'information',
  title: 'Baclofen is at its ceiling',
  says: 'At 30 mg/day raising ends; if cramps persist, the pathway goes on without more baclofen.',
  implements: ['S09', 'S27'],
  when: all(inScope, atLeast(fact.baclofenDose, limit.ceiling)),
  unless: [avoidBaclofenSevereRenal, reduceBaclofenModerateRenal, taperBaclofen, ...halts],
  action: { kind: 'inform', words: 'Do not exceed 30 mg/day. Go on with the rest of the plan.' },
})
