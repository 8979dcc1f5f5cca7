import { describe } from 'vitest'
import { bounded } from '../logic/interval.ts'
import * as dose from './dose.ts'
import { situations, typical } from './situation.test-support.ts'
import type { Situation } from './situation.test-support.ts'
import type { Truth } from '../logic/truth.ts'

type Row = readonly [string, Situation, Truth]

/** What forbids every increase, whatever the age. */
const neverRaised: readonly Row[] = [
  ['eGFR 60 is moderate', { eGfr: 60 }, 'false'],
  ['eGFR 25 is severe', { eGfr: 25 }, 'false'],
  ['eGFR never measured: ask before advising', { eGfr: undefined }, 'unknown'],
  ['eGFR ">60" is known to be above 60', { eGfr: bounded('>', 60) }, 'true'],
  ['eGFR ">=60" is not', { eGfr: bounded('>=', 60) }, 'unknown'],
  ['on dialysis', { onDialysis: true }, 'false'],
  ['dialysis asked, not known', { onDialysis: 'unknown' }, 'unknown'],
  ['side effects have appeared', { baclofenSideEffects: true }, 'false'],
  ['side effects not asked', { baclofenSideEffects: undefined }, 'unknown'],
  ['acute kidney injury', { acuteKidneyInjury: true }, 'false'],
  ['hepatic encephalopathy', { hepaticEncephalopathy: true }, 'false'],
  ['it was decided to stop', { stoppingBaclofen: true }, 'false'],
  ['neurotoxicity suspected', { neurotoxicitySigns: true }, 'false'],
  ['withdrawal suspected', { withdrawalSigns: true }, 'false'],
  ['a red flag', { redFlags: true }, 'false'],
  ['potassium 2.49 is an emergency', { potassium: 2.49 }, 'false'],
  ['potassium 2.5 is not', { potassium: 2.5 }, 'true'],
  ['potassium not known: it might be an emergency', { potassium: undefined }, 'unknown'],
  ['cramps are gone', { crampsPersist: false }, 'false'],
  ['cramps not asked', { crampsPersist: undefined }, 'unknown'],
  ['six days at the dose', { daysAtDose: 6 }, 'false'],
  ['seven days at the dose', { daysAtDose: 7 }, 'true'],
  ['days at the dose not known', { daysAtDose: undefined }, 'unknown'],
  ['at least 10 days at the dose', { daysAtDose: bounded('>=', 10) }, 'true'],
  ['pregnant', { pregnancy: true }, 'false'],
  ['a pump', { intrathecalBaclofen: true }, 'false'],
  ['allergic', { baclofenAllergy: true }, 'false'],
  ['age not known', { age: undefined }, 'unknown'],
]

describe('raising baclofen under 65', () => {
  situations(dose.increaseBaclofen, typical, [
    ['20 mg/day for 14 days, cramps persist', {}, 'true'],
    ['29.5 mg/day', { baclofenDose: 29.5 }, 'true'],
    ['30 mg/day is the ceiling', { baclofenDose: 30 }, 'false'],
    ['0.5 mg/day', { baclofenDose: 0.5 }, 'true'],
    ['no baclofen', { baclofenDose: 0 }, 'false'],
    ['dose not known', { baclofenDose: undefined, takesBaclofen: true }, 'unknown'],
    ['age 64', { age: 64 }, 'true'],
    ['age 65', { age: 65 }, 'false'],
    ['age 18', { age: 18 }, 'true'],
    ['age 17', { age: 17 }, 'false'],
    ...neverRaised,
  ])
})

describe('raising baclofen from 65 on', () => {
  situations(dose.increaseBaclofenOlderAdult, { ...typical, age: 70, baclofenDose: 10 }, [
    ['10 mg/day', {}, 'true'],
    ['14.5 mg/day', { baclofenDose: 14.5 }, 'true'],
    ['15 mg/day: a clinician decides', { baclofenDose: 15 }, 'false'],
    ['age 65', { age: 65 }, 'true'],
    ['age 64', { age: 64 }, 'false'],
    ...neverRaised,
  ])
  situations(dose.reviewBeforeExceeding15Mg, { ...typical, age: 70, baclofenDose: 15 }, [
    ['15 mg/day', {}, 'true'],
    ['14.5 mg/day', { baclofenDose: 14.5 }, 'false'],
    ['29.5 mg/day', { baclofenDose: 29.5 }, 'true'],
    ['30 mg/day', { baclofenDose: 30 }, 'false'],
    ['age 64', { age: 64 }, 'false'],
    ...neverRaised,
  ])
})

describe('between steps, and at the ends', () => {
  situations(dose.waitBeforeNextIncrease, { ...typical, daysAtDose: 3 }, [
    ['three days at 20 mg/day', {}, 'true'],
    ['six days', { daysAtDose: 6 }, 'true'],
    ['seven days', { daysAtDose: 7 }, 'false'],
    ['at 30 mg/day there is no next step', { baclofenDose: 30 }, 'false'],
    ['at 29.5 mg/day there is', { baclofenDose: 29.5 }, 'true'],
    ['cramps are gone', { crampsPersist: false }, 'false'],
    ['side effects', { baclofenSideEffects: true }, 'false'],
    ['eGFR 45', { eGfr: 45 }, 'false'],
    ['dialysis', { onDialysis: true }, 'false'],
    ['acute kidney injury', { acuteKidneyInjury: true }, 'false'],
    ['encephalopathy', { hepaticEncephalopathy: true }, 'false'],
    ['to be stopped', { stoppingBaclofen: true }, 'false'],
    ['an emergency', { withdrawalSigns: true }, 'false'],
    ['outside the guideline', { pregnancy: true }, 'false'],
  ])
  situations(dose.baclofenAtCeiling, { ...typical, baclofenDose: 30 }, [
    ['30 mg/day', {}, 'true'],
    ['29.5 mg/day', { baclofenDose: 29.5 }, 'false'],
    ['30.5 mg/day is outside', { baclofenDose: 30.5 }, 'false'],
    ['eGFR 45: a lower dose instead', { eGfr: 45 }, 'false'],
    ['eGFR 20: avoided', { eGfr: 20 }, 'false'],
    ['to be stopped', { stoppingBaclofen: true }, 'false'],
    ['an emergency', { neurotoxicitySigns: true }, 'false'],
    ['pregnant', { pregnancy: true }, 'false'],
  ])
  situations(dose.checkDoseAdequacy, { ...typical, baclofenDose: 5 }, [
    ['5 mg/day', {}, 'true'],
    ['9.5 mg/day', { baclofenDose: 9.5 }, 'true'],
    ['10 mg/day is in the range', { baclofenDose: 10 }, 'false'],
    ['eGFR 45: less is right there', { eGfr: 45 }, 'false'],
    ['eGFR 20', { eGfr: 20 }, 'false'],
    ['no baclofen', { baclofenDose: 0 }, 'false'],
    ['under 18', { age: 17 }, 'false'],
  ])
  situations(dose.noIncreaseSideEffects, typical, [
    ['side effects', { baclofenSideEffects: true }, 'true'],
    ['none', {}, 'false'],
    ['not asked', { baclofenSideEffects: undefined }, 'unknown'],
    [
      'with a pump too',
      { baclofenSideEffects: true, baclofenDose: 0, intrathecalBaclofen: true },
      'true',
    ],
    ['not taking baclofen', { baclofenSideEffects: true, baclofenDose: 0 }, 'false'],
  ])
})
