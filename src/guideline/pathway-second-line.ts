import { any, is } from '../logic/condition.ts'
import { advice, end, question } from '../logic/pathway.ts'
import type { Lane } from '../logic/pathway.ts'
import { applies } from '../logic/statement.ts'
import * as fact from './facts.ts'
import { gate } from './gate.ts'
import * as referral from './referral.ts'
import * as secondLine from './second-line.ts'

const options = [
  secondLine.considerAlbumin,
  secondLine.considerOrphenadrine,
  secondLine.considerMethocarbamol,
  secondLine.considerBenzodiazepineTrial,
]

const referrals = [referral.referToSpecialist, referral.referNoOptionLeft]

/** The way behind the gate: the branches of S28 and S33, and the referral of S53. */
export const secondLineLane: Lane = {
  id: 'second-line',
  title: 'When baclofen at its highest is not enough',
  steps: [
    question('gate', 'Second line open?', gate, { yes: 'open', no: 'closed' }),
    end('closed', 'First the dose, physical measures and electrolytes'),
    question('open', 'Any treatment open to this person?', any(...options.map(applies)), {
      yes: 'liver',
      no: 'referral',
      unknownGoesOn: true,
    }),
    question('liver', 'Liver disease?', is(fact.liverDisease), {
      yes: 'with-liver-disease',
      no: 'without-liver-disease',
    }),
    advice(
      'with-liver-disease',
      'With liver disease: whichever is open',
      [
        secondLine.considerAlbumin,
        secondLine.considerOrphenadrine,
        secondLine.considerMethocarbamol,
      ],
      'referral',
    ),
    advice(
      'without-liver-disease',
      'Without liver disease: whichever is open',
      [secondLine.considerMethocarbamol, secondLine.considerBenzodiazepineTrial],
      'referral',
    ),
    question('referral', 'One in use or tried, or none open?', any(...referrals.map(applies)), {
      yes: 'refer',
      no: 'follow',
    }),
    advice('refer', 'A specialist', referrals),
    end('follow', 'Follow up; a specialist if cramps persist'),
  ],
}
