import { all, any, atLeast, atMost, is, named, not } from '../logic/condition.ts'
import { applies } from '../logic/statement.ts'
import { halts } from './emergencies.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'
import { inScope, lowMagnesium, lowPotassium, olderAdult } from './patient.ts'

/** Baclofen is as high as this person may have it: a week at the ceiling, or a reason not to go up (R20). */
export const optimized = named(
  'baclofen optimized',
  any(
    all(
      atLeast(fact.daysAtDose, limit.daysBetweenSteps),
      any(
        atLeast(fact.baclofenDose, limit.ceiling),
        all(olderAdult, atLeast(fact.baclofenDose, limit.olderAdultCeiling)),
      ),
    ),
    is(fact.baclofenSideEffects),
    atMost(fact.eGfr, limit.moderateRenalUpper),
    is(fact.onDialysis),
    is(fact.hepaticEncephalopathy),
  ),
)

/** The gate to the second line (S27, R20). */
export const gate = named(
  'second line open',
  all(
    inScope,
    is(fact.crampsPersist),
    optimized,
    is(fact.physicalMeasuresTried),
    not(lowPotassium),
    not(lowMagnesium),
    ...halts.map((halt) => not(applies(halt))),
  ),
)
