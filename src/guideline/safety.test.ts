import { describe } from 'vitest'
import * as emergencies from './emergencies.ts'
import * as safety from './safety.ts'
import { outsideGuideline } from './scope.ts'
import { situations, typical } from './situation.test-support.ts'
import * as taper from './taper.ts'

describe('emergencies and red flags', () => {
  situations(emergencies.suspectedNeurotoxicity, typical, [
    [
      'signs of neurotoxicity, whatever else is true',
      { neurotoxicitySigns: true, eGfr: 90 },
      'true',
    ],
    ['no signs', {}, 'false'],
    [
      'also in someone outside the guideline',
      { neurotoxicitySigns: true, pregnancy: true },
      'true',
    ],
  ])
  situations(emergencies.suspectedWithdrawal, typical, [
    ['signs of withdrawal', { withdrawalSigns: true }, 'true'],
    ['also when the dose is now 0', { withdrawalSigns: true, baclofenDose: 0 }, 'true'],
    ['no signs', {}, 'false'],
  ])
  situations(emergencies.criticalHypokalemia, typical, [
    ['potassium 2.49', { potassium: 2.49 }, 'true'],
    ['potassium 2.5', { potassium: 2.5 }, 'false'],
    ['no result', { potassium: undefined }, 'unknown'],
  ])
  situations(emergencies.redFlags, typical, [
    ['a red flag', { redFlags: true }, 'true'],
    ['none', {}, 'false'],
    ['asked, not known', { redFlags: 'unknown' }, 'unknown'],
  ])
})

describe('who is outside the guideline', () => {
  situations(outsideGuideline, typical, [
    ['an adult on 20 mg/day is inside', {}, 'false'],
    ['17 years', { age: 17 }, 'true'],
    ['18 years', { age: 18 }, 'false'],
    ['pregnancy', { pregnancy: true }, 'true'],
    ['a pump', { intrathecalBaclofen: true }, 'true'],
    ['allergy', { baclofenAllergy: true }, 'true'],
    ['no baclofen by mouth', { baclofenDose: 0 }, 'true'],
    ['30 mg/day', { baclofenDose: 30 }, 'false'],
    ['30.5 mg/day', { baclofenDose: 30.5 }, 'true'],
    ['dose not known', { baclofenDose: undefined }, 'unknown'],
  ])
})

describe('never suddenly', () => {
  situations(taper.neverStopAbruptly, typical, [
    ['takes baclofen', {}, 'true'],
    ['has a pump', { baclofenDose: 0, intrathecalBaclofen: true }, 'true'],
    ['takes none', { baclofenDose: 0 }, 'false'],
    [
      'an active order of unreadable dose',
      { baclofenDose: undefined, takesBaclofen: true },
      'true',
    ],
    ['not known whether any is taken', { baclofenDose: undefined }, 'unknown'],
  ])
  situations(taper.taperBaclofen, typical, [
    ['a decision to stop', { stoppingBaclofen: true }, 'true'],
    ['eGFR 29.9', { eGfr: 29.9 }, 'true'],
    ['eGFR 30', { eGfr: 30 }, 'false'],
    ['dialysis', { onDialysis: true }, 'true'],
    ['no eGFR and no decision', { eGfr: undefined }, 'unknown'],
    ['not taking baclofen', { eGfr: 20, baclofenDose: 0 }, 'false'],
    ['side effects are no reason to withdraw', { baclofenSideEffects: true }, 'false'],
  ])
  situations(safety.noIncreaseEncephalopathy, typical, [
    ['encephalopathy', { hepaticEncephalopathy: true }, 'true'],
    ['none', {}, 'false'],
    ['without baclofen', { hepaticEncephalopathy: true, baclofenDose: 0 }, 'false'],
  ])
})

describe('watching', () => {
  situations(safety.monitorSideEffects, typical, [
    ['takes baclofen', {}, 'true'],
    ['takes none', { baclofenDose: 0 }, 'false'],
  ])
  situations(safety.monitorOlderAdult, typical, [
    ['65', { age: 65 }, 'true'],
    ['64', { age: 64 }, 'false'],
    ['65, no baclofen', { age: 65, baclofenDose: 0 }, 'false'],
  ])
  situations(safety.olderAdultStartingDose, { ...typical, age: 65, baclofenDose: 0 }, [
    ['65, takes none, kidneys clear', {}, 'true'],
    ['64', { age: 64 }, 'false'],
    ['already takes some', { baclofenDose: 5 }, 'false'],
    ['a pump', { intrathecalBaclofen: true }, 'false'],
    ['pregnant', { pregnancy: true }, 'false'],
    ['allergic', { baclofenAllergy: true }, 'false'],
    ['eGFR 60', { eGfr: 60 }, 'false'],
    ['eGFR not known', { eGfr: undefined }, 'unknown'],
    ['dialysis', { onDialysis: true }, 'false'],
    ['a halt', { redFlags: true }, 'false'],
  ])
  situations(safety.tolerance, typical, [
    ['benefit lost', { lossOfBenefit: true }, 'true'],
    ['benefit kept', {}, 'false'],
    ['benefit lost, no baclofen', { lossOfBenefit: true, baclofenDose: 0 }, 'false'],
  ])
  situations(safety.sedativeInteraction, typical, [
    ['an opioid, alcohol or another sedative', { sedativeUse: true }, 'true'],
    ['a benzodiazepine', { takesBenzodiazepine: true }, 'true'],
    ['methocarbamol', { takesMethocarbamol: true }, 'true'],
    ['orphenadrine', { takesOrphenadrine: true }, 'true'],
    ['cyclobenzaprine', { takesCyclobenzaprine: true }, 'true'],
    ['none of them', {}, 'false'],
    ['an opioid without baclofen', { sedativeUse: true, baclofenDose: 0 }, 'false'],
  ])
  situations(safety.seizureCaution, typical, [
    ['epilepsy', { epilepsy: true }, 'true'],
    ['no epilepsy', {}, 'false'],
    ['epilepsy without baclofen', { epilepsy: true, baclofenDose: 0 }, 'false'],
  ])
  situations(safety.askAboutDiuretic, typical, [
    ['cramps and a diuretic', { takesDiuretic: true }, 'true'],
    ['a diuretic, no cramps', { takesDiuretic: true, crampsPersist: false }, 'false'],
    ['no diuretic', {}, 'false'],
  ])
})
