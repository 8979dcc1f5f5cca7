import { describe } from 'vitest'
import type { Truth } from '../logic/truth.ts'
import * as avoid from './avoid.ts'
import * as referral from './referral.ts'
import * as secondLine from './second-line.ts'
import { gateOpen, situations, typical } from './situation.test-support.ts'
import type { Situation } from './situation.test-support.ts'

type Row = readonly [string, Situation, Truth]

const cirrhosis: Situation = { ...gateOpen, liverDisease: true, cirrhosis: true }
const spasm: Situation = { ...gateOpen, anxiety: true, muscleSpasm: true, musclePain: true }

/** What keeps the gate to the second line shut, or leaves it undecided. */
const gateRows: readonly Row[] = [
  ['the gate is open', {}, 'true'],
  ['six days at the ceiling', { daysAtDose: 6 }, 'false'],
  ['20 mg/day: the dose comes first', { baclofenDose: 20 }, 'false'],
  ['15 mg/day with eGFR 60: it cannot go up', { baclofenDose: 15, eGfr: 60 }, 'true'],
  ['20 mg/day, no eGFR: undecided', { baclofenDose: 20, eGfr: undefined }, 'unknown'],
  ['physical measures not tried', { physicalMeasuresTried: false }, 'false'],
  ['physical measures not asked', { physicalMeasuresTried: undefined }, 'unknown'],
  ['low potassium first', { potassium: 3.4 }, 'false'],
  ['potassium not known', { potassium: undefined }, 'unknown'],
  ['low magnesium first', { magnesium: 0.6 }, 'false'],
  ['magnesium not known', { magnesium: undefined }, 'unknown'],
  ['cramps are gone', { crampsPersist: false }, 'false'],
  ['a red flag', { redFlags: true }, 'false'],
  ['an emergency', { withdrawalSigns: true }, 'false'],
  ['neurotoxicity', { neurotoxicitySigns: true }, 'false'],
  ['35 mg/day is outside', { baclofenDose: 35 }, 'false'],
  ['pregnant', { pregnancy: true }, 'false'],
  ['under 18', { age: 17 }, 'false'],
]

describe('albumin', () => {
  situations(secondLine.considerAlbumin, cirrhosis, [
    ...gateRows,
    ['liver disease without cirrhosis', { cirrhosis: false }, 'false'],
    ['cirrhosis not known', { cirrhosis: undefined }, 'unknown'],
    ['already given', { receivesAlbumin: true }, 'false'],
    ['fluid overload', { fluidOverload: true }, 'false'],
    ['severe anemia', { severeAnemia: true }, 'false'],
    ['allergy to albumin', { albuminAllergy: true }, 'false'],
    ['dialysis: the specialist decides', { onDialysis: true }, 'true'],
    [
      '20 mg/day with side effects: it cannot go up',
      { baclofenDose: 20, baclofenSideEffects: true },
      'true',
    ],
    [
      '20 mg/day with encephalopathy: it cannot go up',
      { baclofenDose: 20, hepaticEncephalopathy: true },
      'true',
    ],
    ['70 years, 15 mg/day for a week', { age: 70, baclofenDose: 15 }, 'true'],
    ['64 years, 15 mg/day for a week', { age: 64, baclofenDose: 15 }, 'false'],
    ['70 years, 14.5 mg/day', { age: 70, baclofenDose: 14.5 }, 'false'],
  ])
  situations(secondLine.albuminContraindicated, typical, [
    ['fluid overload', { fluidOverload: true }, 'true'],
    ['severe anemia', { severeAnemia: true }, 'true'],
    ['allergy', { albuminAllergy: true }, 'true'],
    ['none of them', {}, 'false'],
  ])
})

describe('muscle relaxants', () => {
  situations(secondLine.considerOrphenadrine, cirrhosis, [
    ...gateRows,
    ['no liver disease', { liverDisease: false, cirrhosis: false }, 'false'],
    ['liver disease without cirrhosis', { cirrhosis: false }, 'true'],
    ['already taken', { takesOrphenadrine: true }, 'false'],
    ['65 years: Beers', { age: 65 }, 'false'],
    ['glaucoma', { glaucoma: true }, 'false'],
    ['urinary obstruction', { urinaryObstruction: true }, 'false'],
    ['bowel obstruction', { gastrointestinalObstruction: true }, 'false'],
    ['myasthenia', { myastheniaGravis: true }, 'false'],
    ['arrhythmia', { arrhythmia: true }, 'false'],
    ['encephalopathy', { hepaticEncephalopathy: true }, 'false'],
    ['eGFR 20', { eGfr: 20 }, 'false'],
  ])
  situations(secondLine.considerMethocarbamol, gateOpen, [
    ...gateRows,
    ['already taken', { takesMethocarbamol: true }, 'false'],
    ['65 years: Beers', { age: 65 }, 'false'],
    ['myasthenia', { myastheniaGravis: true }, 'false'],
    ['encephalopathy', { hepaticEncephalopathy: true }, 'false'],
    ['dialysis', { onDialysis: true }, 'false'],
    ['liver disease, nothing of its branch in use', { liverDisease: true }, 'false'],
    ['liver disease, albumin in use', { liverDisease: true, receivesAlbumin: true }, 'true'],
    ['liver disease, orphenadrine in use', { liverDisease: true, takesOrphenadrine: true }, 'true'],
    ['liver disease not known', { liverDisease: undefined }, 'unknown'],
  ])
  situations(secondLine.muscleRelaxantOlderAdult, typical, [
    ['65 years with cramps', { age: 65 }, 'true'],
    ['64 years', { age: 64 }, 'false'],
    ['65 years, no cramps', { age: 65, crampsPersist: false }, 'false'],
  ])
  situations(secondLine.orphenadrineContraindicated, typical, [
    ['glaucoma', { glaucoma: true }, 'true'],
    ['urinary obstruction', { urinaryObstruction: true }, 'true'],
    ['bowel obstruction', { gastrointestinalObstruction: true }, 'true'],
    ['myasthenia', { myastheniaGravis: true }, 'true'],
    ['arrhythmia', { arrhythmia: true }, 'true'],
    ['none of them', {}, 'false'],
  ])
  situations(secondLine.methocarbamolContraindicated, typical, [
    ['myasthenia', { myastheniaGravis: true }, 'true'],
    ['no myasthenia', {}, 'false'],
  ])
})

describe('benzodiazepines', () => {
  situations(secondLine.considerBenzodiazepineTrial, spasm, [
    ...gateRows,
    ['no anxiety', { anxiety: false }, 'false'],
    ['no spasm', { muscleSpasm: false }, 'false'],
    ['no pain', { musclePain: false }, 'false'],
    ['pain not asked', { musclePain: undefined }, 'unknown'],
    ['liver disease', { liverDisease: true }, 'false'],
    ['one is already taken', { takesBenzodiazepine: true }, 'false'],
    ['65 years', { age: 65 }, 'false'],
    ['an opioid', { sedativeUse: true }, 'false'],
    ['sleep apnea', { respiratoryDisease: true }, 'false'],
    ['substance use disorder', { substanceUseDisorder: true }, 'false'],
    ['encephalopathy', { hepaticEncephalopathy: true }, 'false'],
    ['side effects of baclofen', { baclofenSideEffects: true }, 'false'],
    ['eGFR 20', { eGfr: 20 }, 'false'],
  ])
  situations(secondLine.benzodiazepineRisk, typical, [
    ['65 years', { age: 65 }, 'true'],
    ['64 years, nothing else', { age: 64 }, 'false'],
    ['a sedative', { sedativeUse: true }, 'true'],
    ['respiratory disease', { respiratoryDisease: true }, 'true'],
    ['substance use disorder', { substanceUseDisorder: true }, 'true'],
    ['encephalopathy', { hepaticEncephalopathy: true }, 'true'],
    ['side effects of baclofen', { baclofenSideEffects: true }, 'true'],
  ])
  situations(secondLine.monitorFirstMonth, typical, [
    ['liver disease and baclofen', { liverDisease: true }, 'true'],
    ['no liver disease', {}, 'false'],
    ['liver disease, no baclofen', { liverDisease: true, baclofenDose: 0 }, 'false'],
  ])
})

describe('what is never used for cramps', () => {
  situations(avoid.avoidCyclobenzaprine, typical, [
    ['cramps', {}, 'true'],
    ['taken, no cramps', { takesCyclobenzaprine: true, crampsPersist: false }, 'true'],
    ['neither', { crampsPersist: false }, 'false'],
  ])
  situations(avoid.avoidQuinidine, typical, [
    ['cramps', {}, 'true'],
    ['taken, no cramps', { takesQuinidine: true, crampsPersist: false }, 'true'],
    ['neither', { crampsPersist: false }, 'false'],
  ])
})

describe('referral', () => {
  situations(referral.referToSpecialist, { ...gateOpen, secondLineTried: true }, [
    ...gateRows,
    ['nothing of the second line tried', { secondLineTried: false }, 'false'],
    ['albumin in use', { secondLineTried: false, receivesAlbumin: true }, 'true'],
    ['orphenadrine in use', { secondLineTried: false, takesOrphenadrine: true }, 'true'],
    ['methocarbamol in use', { secondLineTried: false, takesMethocarbamol: true }, 'true'],
    ['a benzodiazepine in use', { secondLineTried: false, takesBenzodiazepine: true }, 'true'],
  ])
  situations(referral.referNoOptionLeft, gateOpen, [
    ['methocarbamol is open', {}, 'false'],
    ['65 years, no liver disease: nothing is open', { age: 65 }, 'true'],
    [
      '65 years with cirrhosis: albumin is open',
      { age: 65, liverDisease: true, cirrhosis: true },
      'false',
    ],
    [
      '65 years with cirrhosis and fluid overload',
      { age: 65, liverDisease: true, cirrhosis: true, fluidOverload: true },
      'true',
    ],
    ['65 years, second line tried: referred for that', { age: 65, secondLineTried: true }, 'false'],
    ['the gate is shut', { age: 65, physicalMeasuresTried: false }, 'false'],
  ])
})
