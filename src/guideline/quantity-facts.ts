import type { QuantityFact } from '../logic/fact.ts'
import type { Unit } from '../logic/quantity.ts'

const quantity = <const Id extends string, U extends Unit>(
  id: Id,
  fact: Omit<QuantityFact<U>, 'kind' | 'id' | 'absent'>,
): QuantityFact<U> & { readonly id: Id } => ({ kind: 'quantity', id, absent: 'ask', ...fact })

export const age = quantity('age', {
  words: 'age',
  question: 'How old is the person?',
  unit: 'a',
  possible: [0, 120],
  likely: [0, 120],
  typical: 58,
  resolution: 1,
  accepts: {},
  stale: false,
  basis: 'S40, S41, R24',
})

export const eGfr = quantity('eGfr', {
  words: 'eGFR',
  question: 'What is the latest eGFR?',
  unit: 'mL/min/{1.73_m2}',
  possible: [0, 200],
  likely: [2, 150],
  typical: 78,
  resolution: 0.1,
  accepts: {},
  stale: true,
  basis: 'S12, S13, R03, R04',
})

export const baclofenDose = quantity('baclofenDose', {
  words: 'baclofen dose',
  question: 'How much baclofen is taken by mouth in a whole day?',
  unit: 'mg/d',
  possible: [0, 300],
  likely: [0, 100],
  typical: 20,
  resolution: 0.5,
  accepts: {},
  stale: false,
  basis: 'S03, S07, S08',
})

export const daysAtDose = quantity('daysAtDose', {
  words: 'days at this dose',
  question: 'How many days ago was the dose last changed?',
  unit: 'd',
  possible: [0, 20000],
  likely: [0, 20000],
  typical: 14,
  resolution: 1,
  accepts: {},
  stale: false,
  basis: 'S08, R06',
})

export const potassium = quantity('potassium', {
  words: 'potassium',
  question: 'What is the latest potassium?',
  unit: 'mmol/L',
  possible: [1, 10],
  likely: [2, 7],
  typical: 4.1,
  resolution: 0.1,
  accepts: { 'meq/L': 1, 'mEq/L': 1 },
  stale: true,
  ownLimit: true,
  basis: 'S19, R13',
})

export const magnesium = quantity('magnesium', {
  words: 'magnesium',
  question: 'What is the latest magnesium?',
  unit: 'mmol/L',
  possible: [0.1, 5],
  likely: [0.3, 2],
  typical: 0.82,
  resolution: 0.01,
  accepts: { 'mg/dL': 1 / 2.4305, 'meq/L': 1 / 2, 'mEq/L': 1 / 2 },
  stale: true,
  ownLimit: true,
  basis: 'S19, S21, R13',
})
