import { above, all, any, atMost, below, is, not } from '../logic/condition.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'
import { statement } from './statement.ts'

export const outsideGuideline = statement({
  id: 'outside-guideline',
  kind: 'scope',
  title: 'Outside this guideline',
  says: 'The guideline speaks of adults with cramps who take up to 30 mg/day of baclofen by mouth. Under 18, pregnancy, intrathecal baclofen, allergy to baclofen, no baclofen by mouth or more than 30 mg/day is outside it.',
  implements: ['S01', 'S02', 'R07', 'R24'],
  when: any(
    below(fact.age, limit.adult),
    is(fact.pregnancy),
    is(fact.intrathecalBaclofen),
    is(fact.baclofenAllergy),
    atMost(fact.baclofenDose, limit.noDose),
    above(fact.baclofenDose, limit.ceiling),
  ),
  action: {
    kind: 'inform',
    words:
      'This question is outside this guideline. No recommendation on the dose is given. Safety statements still hold.',
    also: [
      {
        when: above(fact.baclofenDose, limit.ceiling),
        words: 'Above 30 mg/day the prescriber reviews the dose; it may serve spasticity.',
      },
      {
        when: all(
          above(fact.baclofenDose, limit.ceiling),
          not(atMost(fact.eGfr, limit.moderateRenalUpper)),
          not(is(fact.onDialysis)),
        ),
        words: 'This is no advice to cut it.',
      },
    ],
  },
})
