import { any, atLeast, is, known } from '../logic/condition.ts'
import { advice, end, question } from '../logic/pathway.ts'
import type { Lane } from '../logic/pathway.ts'
import { applies } from '../logic/statement.ts'
import * as dose from './dose.ts'
import { halts } from './emergencies.ts'
import * as fact from './facts.ts'
import * as kidney from './kidney.ts'
import * as limit from './limits.ts'
import { moderateRenal, olderAdult, severeRenal } from './patient.ts'
import * as safety from './safety.ts'
import * as scope from './scope.ts'
import * as taper from './taper.ts'

const reasonsNotToRaise = any(
  moderateRenal,
  is(fact.acuteKidneyInjury),
  is(fact.hepaticEncephalopathy),
  is(fact.baclofenSideEffects),
)

/** The way to a decision on the dose, what keeps the person safe first. */
export const doseLane: Lane = {
  id: 'dose',
  title: 'The dose of baclofen',
  steps: [
    question('halt', 'Emergency or red flag?', any(...halts.map(applies)), {
      yes: 'halted',
      no: 'severe',
    }),
    advice('halted', 'The pathway halts', halts),
    question('severe', 'Severe renal impairment?', severeRenal, {
      yes: 'kidneys',
      no: 'scope',
      unknownGoesOn: true,
    }),
    advice('kidneys', 'No baclofen, and no sudden stop', [
      kidney.avoidBaclofenSevereRenal,
      taper.taperBaclofen,
    ]),
    question('scope', 'Outside the guideline?', scope.outsideGuideline.when, {
      yes: 'outside',
      no: 'stopping',
    }),
    advice('outside', 'No advice on the dose', [
      scope.outsideGuideline,
      safety.olderAdultStartingDose,
    ]),
    question('stopping', 'Is baclofen to end?', is(fact.stoppingBaclofen), {
      yes: 'withdraw',
      no: 'renal',
    }),
    advice('withdraw', 'Withdraw gradually', [taper.taperBaclofen]),
    question('renal', 'Renal function known?', any(known(fact.eGfr), is(fact.onDialysis)), {
      yes: 'reason',
      no: 'measure',
    }),
    advice('measure', 'Measure first', [kidney.checkRenalFunction]),
    question('reason', 'A reason not to raise?', reasonsNotToRaise, { yes: 'stay', no: 'ceiling' }),
    advice(
      'stay',
      'Do not raise, do not stop',
      [
        kidney.noIncreaseModerateRenal,
        kidney.reduceBaclofenModerateRenal,
        kidney.noIncreaseAcuteKidneyInjury,
        safety.noIncreaseEncephalopathy,
        dose.noIncreaseSideEffects,
      ],
      'second-line',
    ),
    question('ceiling', 'At the ceiling?', atLeast(fact.baclofenDose, limit.ceiling), {
      yes: 'at-ceiling',
      no: 'cramps',
    }),
    advice('at-ceiling', 'No more baclofen', [dose.baclofenAtCeiling], 'second-line'),
    question('cramps', 'Do cramps persist?', is(fact.crampsPersist), {
      yes: 'week',
      no: 'no-change',
    }),
    end('no-change', 'No change of the dose'),
    question('week', 'A week at this dose?', atLeast(fact.daysAtDose, limit.daysBetweenSteps), {
      yes: 'older',
      no: 'wait',
    }),
    advice('wait', 'Wait', [dose.waitBeforeNextIncrease]),
    question('older', 'Older adult?', olderAdult, { yes: 'older-ceiling', no: 'raise' }),
    advice('raise', 'Raise', [dose.increaseBaclofen]),
    question(
      'older-ceiling',
      'At the first ceiling of older adults?',
      atLeast(fact.baclofenDose, limit.olderAdultCeiling),
      { yes: 'review', no: 'raise-older' },
    ),
    advice('raise-older', 'Raise by a small step', [dose.increaseBaclofenOlderAdult]),
    advice('review', 'A clinician decides', [dose.reviewBeforeExceeding15Mg], 'second-line'),
  ],
}
