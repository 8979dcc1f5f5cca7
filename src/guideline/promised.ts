import { above, all, any, atLeast, atMost, below, is, known, not } from '../logic/condition.ts'
import type { Condition, Limit } from '../logic/condition.ts'
import type { PresenceFact } from '../logic/fact.ts'
import type { Unit } from '../logic/quantity.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'

// What promises are made of. Nothing here is shared with the statements, and each limit has its
// number written out again: a promise must not move when a statement or a limit does.

const at = <U extends Unit>(of: Limit<U>, value: number): Limit<U> => ({ ...of, value })

const eighteen = at(limit.adult, 18)
const sixtyFive = at(limit.olderAdult, 65)
const none = at(limit.noDose, 0)
const tenMg = at(limit.effectiveDose, 10)
const fifteenMg = at(limit.olderAdultCeiling, 15)
const thirtyMg = at(limit.ceiling, 30)
const sevenDays = at(limit.daysBetweenSteps, 7)
const thirtyMl = at(limit.severeRenal, 30)
const sixtyMl = at(limit.moderateRenalUpper, 60)

/** 18 or older, and known to be so. */
export const isAdult = atLeast(fact.age, eighteen)
/** Under 18. */
const isChild = below(fact.age, eighteen)
/** 65 or older. */
export const isOlder = atLeast(fact.age, sixtyFive)
/** Under 65. */
export const isYounger = below(fact.age, sixtyFive)

/** Takes baclofen, by mouth or through a pump. */
export const takes = any(is(fact.takesBaclofen), is(fact.intrathecalBaclofen))
/** No baclofen by mouth. */
export const takesNone = atMost(fact.baclofenDose, none)
/** A dose above 0. */
export const above0 = above(fact.baclofenDose, none)
/** A dose below 10 mg/day. */
export const below10 = below(fact.baclofenDose, tenMg)
/** A dose above 15 mg/day. */
export const above15 = above(fact.baclofenDose, fifteenMg)
/** A dose of 15 mg/day or more. */
export const from15 = atLeast(fact.baclofenDose, fifteenMg)
/** A dose below 15 mg/day. */
export const below15 = below(fact.baclofenDose, fifteenMg)
/** A dose of 30 mg/day or less. */
const upTo30 = atMost(fact.baclofenDose, thirtyMg)
/** A dose above 30 mg/day. */
export const above30 = above(fact.baclofenDose, thirtyMg)
/** A dose of 30 mg/day or more. */
export const from30 = atLeast(fact.baclofenDose, thirtyMg)
/** A dose below 30 mg/day. */
export const below30 = below(fact.baclofenDose, thirtyMg)
/** A week or more at the present dose. */
export const aWeek = atLeast(fact.daysAtDose, sevenDays)
/** Less than a week at the present dose. */
export const lessThanAWeek = below(fact.daysAtDose, sevenDays)

/** eGFR above 60. */
export const kidneysClear = all(known(fact.eGfr), above(fact.eGfr, sixtyMl))
/** eGFR of 60 or less. */
export const kidneysNotClear = atMost(fact.eGfr, sixtyMl)
/** eGFR below 60: what the Beers criteria are of. */
export const eGfrBelow60 = below(fact.eGfr, sixtyMl)
/** eGFR below 30. */
export const eGfrBelow30 = below(fact.eGfr, thirtyMl)
/** eGFR below 30, or dialysis. */
export const kidneysSevere = any(eGfrBelow30, is(fact.onDialysis))
/** eGFR from 30 to 60. */
export const kidneysModerate = all(atLeast(fact.eGfr, thirtyMl), kidneysNotClear)

/** Potassium below the result's own limit, or below 3.5 without one. */
export const potassiumBelowLimit = below(fact.potassium, at(limit.lowPotassium, 3.5))
/** Potassium below 3.0. */
export const potassiumBelow3 = below(fact.potassium, at(limit.urgentPotassium, 3))
/** Potassium low by its limit, and in any case below 3.0. */
export const potassiumLow = any(potassiumBelowLimit, potassiumBelow3)

/** Magnesium below the result's own limit, or below 0.70 without one. */
export const magnesiumBelowLimit = below(fact.magnesium, at(limit.lowMagnesium, 0.7))
/** Magnesium below 0.50. */
export const magnesiumBelowHalf = below(fact.magnesium, at(limit.urgentMagnesium, 0.5))
/** Magnesium low by its limit, and in any case below 0.50. */
export const magnesiumLow = any(magnesiumBelowLimit, magnesiumBelowHalf)

/** Potassium below 2.5. */
export const potassiumCritical = below(fact.potassium, at(limit.criticalPotassium, 2.5))

/** Cramps persist at the present dose. */
export const cramps = is(fact.crampsPersist)

/** None of these is present, each known or assumed to be absent. */
export const noneOf = (...facts: readonly PresenceFact[]): Condition =>
  all(...facts.map((absent) => not(is(absent))))

/** At least one of these is present. */
export const oneOf = (...facts: readonly PresenceFact[]): Condition =>
  any(...facts.map((present) => is(present)))

/** An emergency or a red flag. */
export const halted = any(
  oneOf(fact.neurotoxicitySigns, fact.withdrawalSigns, fact.redFlags),
  potassiumCritical,
)

/** An adult who takes up to 30 mg/day by mouth, and for whom nothing puts the guideline out of place. */
export const insideGuideline = all(
  isAdult,
  noneOf(fact.pregnancy, fact.intrathecalBaclofen, fact.baclofenAllergy),
  above0,
  upTo30,
)

/** Each way in which baclofen is as high as this person may have it (R20). */
export const optimizedBy = {
  ceiling: all(aWeek, from30),
  olderAdultCeiling: all(aWeek, isOlder, from15),
  sideEffects: is(fact.baclofenSideEffects),
  kidneys: kidneysNotClear,
  dialysis: is(fact.onDialysis),
  encephalopathy: is(fact.hepaticEncephalopathy),
} as const

/** The gate to second-line drugs but for the dose: in scope, the simple things done, no halt. */
export const gateOpenBut = (optimized: Condition): Condition =>
  all(
    insideGuideline,
    cramps,
    optimized,
    is(fact.physicalMeasuresTried),
    not(potassiumLow),
    not(magnesiumLow),
    not(halted),
  )

/** The gate to second-line drugs: baclofen as high as it may be, the simple things done, no halt (R20). */
export const gateOpen = gateOpenBut(any(...Object.values(optimizedBy)))

/** Each way of being outside the guideline (R24). */
export const waysToBeOutside = [
  isChild,
  is(fact.pregnancy),
  is(fact.intrathecalBaclofen),
  is(fact.baclofenAllergy),
  takesNone,
  above30,
] as const
