import { above, all, any, atLeast, atMost, below, is, named, not } from '../logic/condition.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'

/** Takes baclofen, by mouth or through a pump. */
export const taking = named(
  'taking baclofen',
  any(is(fact.takesBaclofen), is(fact.intrathecalBaclofen)),
)

/** The people for whom the guideline gives advice on the dose (S02, R24). */
export const inScope = named(
  'inside the guideline',
  all(
    atLeast(fact.age, limit.adult),
    not(is(fact.pregnancy)),
    not(is(fact.intrathecalBaclofen)),
    not(is(fact.baclofenAllergy)),
    above(fact.baclofenDose, limit.noDose),
    atMost(fact.baclofenDose, limit.ceiling),
  ),
)

/** 65 or older (S40). */
export const olderAdult = atLeast(fact.age, limit.olderAdult)

/** Potassium below the laboratory's limit, or below 3.0 mmol/L whatever that limit is (R13). */
export const lowPotassium = named(
  'low potassium',
  any(below(fact.potassium, limit.lowPotassium), below(fact.potassium, limit.urgentPotassium)),
)

/** Magnesium below the laboratory's limit, or below 0.50 mmol/L whatever that limit is (R13). */
export const lowMagnesium = named(
  'low magnesium',
  any(below(fact.magnesium, limit.lowMagnesium), below(fact.magnesium, limit.urgentMagnesium)),
)

/** eGFR below 30 or dialysis (S13, S14). */
export const severeRenal = named(
  'severe renal impairment',
  any(below(fact.eGfr, limit.severeRenal), is(fact.onDialysis)),
)

/** eGFR 30 to 60, both ends included (R03). */
export const moderateRenal = named(
  'moderate renal impairment',
  all(atLeast(fact.eGfr, limit.severeRenal), atMost(fact.eGfr, limit.moderateRenalUpper)),
)

/** An eGFR at which no renal rule speaks. */
export const renalClear = above(fact.eGfr, limit.moderateRenalUpper)
