import { describe } from 'vitest'
import { bounded, exactly } from '../logic/interval.ts'
import * as electrolytes from './electrolytes.ts'
import * as physical from './physical.ts'
import { situations, typical } from './situation.test-support.ts'

const lowMagnesium = { ...typical, magnesium: 0.6, waterAndSodiumDepletion: false }

describe('physical measures', () => {
  for (const statement of [physical.stretchAndMassage, physical.applyIce]) {
    situations(statement, typical, [
      ['cramps persist: at once, whatever the dose', {}, 'true'],
      ['no cramps', { crampsPersist: false }, 'false'],
      ['a red flag: the cause comes first', { redFlags: true }, 'false'],
    ])
  }
  situations(physical.restAndAvoidTriggers, typical, [
    ['cramps persist', {}, 'true'],
    ['with a red flag rest does no harm', { redFlags: true }, 'true'],
    ['no cramps', { crampsPersist: false }, 'false'],
  ])
})

describe('what is low', () => {
  situations(electrolytes.correctHypokalemia, typical, [
    ['3.49 without a laboratory limit', { potassium: 3.49 }, 'true'],
    ['3.5 without a laboratory limit', { potassium: 3.5 }, 'false'],
    [
      '3.49 where the laboratory begins at 3.4',
      { potassium: { ...exactly(3.49), lowerLimit: 3.4 } },
      'false',
    ],
    [
      '3.55 where the laboratory begins at 3.6',
      { potassium: { ...exactly(3.55), lowerLimit: 3.6 } },
      'true',
    ],
    [
      '2.99 is low whatever the limit',
      { potassium: { ...exactly(2.99), lowerLimit: 2.5 } },
      'true',
    ],
    ['3.0 with a limit of 2.5 is not', { potassium: { ...exactly(3), lowerLimit: 2.5 } }, 'false'],
    ['"<3.5" is low', { potassium: bounded('<', 3.5) }, 'true'],
    ['no result: not documented', { potassium: undefined }, 'unknown'],
  ])
  situations(electrolytes.correctHypomagnesemia, typical, [
    ['0.699', { magnesium: 0.699 }, 'true'],
    ['0.70', { magnesium: 0.7 }, 'false'],
    [
      '0.69 where the laboratory begins at 0.65',
      { magnesium: { ...exactly(0.69), lowerLimit: 0.65 } },
      'false',
    ],
    ['0.49 whatever the limit', { magnesium: { ...exactly(0.49), lowerLimit: 0.4 } }, 'true'],
    [
      '0.50 with a limit of 0.4 is not',
      { magnesium: { ...exactly(0.5), lowerLimit: 0.4 } },
      'false',
    ],
  ])
  situations(electrolytes.checkPotassiumAndMagnesium, typical, [
    ['both known', {}, 'false'],
    ['potassium missing', { potassium: undefined }, 'true'],
    ['magnesium missing', { magnesium: undefined }, 'true'],
    ['no cramps', { magnesium: undefined, crampsPersist: false }, 'false'],
  ])
})

describe('magnesium oxide', () => {
  situations(electrolytes.magnesiumOxideAtNight, lowMagnesium, [
    ['documented low, kidneys clear, no depletion', {}, 'true'],
    ['magnesium not low', { magnesium: 0.82 }, 'false'],
    ['no result: no magnesium', { magnesium: undefined }, 'unknown'],
    ['eGFR 60.1', { eGfr: 60.1 }, 'true'],
    ['eGFR 60: a clinician decides', { eGfr: 60 }, 'false'],
    ['eGFR not known', { eGfr: undefined }, 'unknown'],
    ['dialysis', { onDialysis: true }, 'false'],
    ['acute kidney injury', { acuteKidneyInjury: true }, 'false'],
    ['depletion: that first', { waterAndSodiumDepletion: true }, 'false'],
    ['depletion not assessed: ask', { waterAndSodiumDepletion: undefined }, 'unknown'],
    ['bowel obstruction', { gastrointestinalObstruction: true }, 'false'],
    ['myasthenia', { myastheniaGravis: true }, 'false'],
    ['pregnant', { pregnancy: true }, 'false'],
    ['17 years', { age: 17 }, 'false'],
    ['18 years', { age: 18 }, 'true'],
    ['baclofen does not matter', { baclofenDose: 0 }, 'true'],
  ])
  situations(electrolytes.correctDepletionFirst, lowMagnesium, [
    ['low magnesium and depletion', { waterAndSodiumDepletion: true }, 'true'],
    ['no depletion', {}, 'false'],
    ['depletion, magnesium fine', { waterAndSodiumDepletion: true, magnesium: 0.8 }, 'false'],
    ['not assessed', { waterAndSodiumDepletion: undefined }, 'unknown'],
  ])
  situations(electrolytes.magnesiumRenalCaution, lowMagnesium, [
    ['eGFR 60', { eGfr: 60 }, 'true'],
    ['eGFR 60.1', { eGfr: 60.1 }, 'false'],
    ['dialysis', { onDialysis: true }, 'true'],
    ['acute kidney injury', { acuteKidneyInjury: true }, 'true'],
    ['magnesium fine', { eGfr: 20, magnesium: 0.8 }, 'false'],
  ])
})
