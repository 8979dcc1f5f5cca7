import { describe } from 'vitest'
import { statements } from './index.ts'
import type { Statement } from '../logic/statement.ts'
import type { Truth } from '../logic/truth.ts'
import { gateOpen, situations, typical } from './situation.test-support.ts'
import type { Situation } from './situation.test-support.ts'

const named = (id: string): Statement => {
  const found = statements.find((statement) => statement.id === id)
  if (found === undefined) throw new Error(`There is no statement "${id}".`)
  return found
}

type Row = readonly [sentence: string, change: Situation, expected: Truth]

const open = (sentence: string, change: Situation): Row => [sentence, change, 'unknown']

/** What keeps a statement open: asked and not known, or never said. None of it is ever read as "no". */
const rows: Readonly<Record<string, readonly Row[]>> = {
  'suspected-neurotoxicity': [
    open('whether there are signs is not known: an emergency is not excluded', {
      neurotoxicitySigns: 'unknown',
    }),
  ],
  'suspected-withdrawal': [
    open('whether there are signs is not known: an emergency is not excluded', {
      withdrawalSigns: 'unknown',
    }),
  ],
  'no-increase-encephalopathy': [
    open('encephalopathy asked, and not known', { hepaticEncephalopathy: 'unknown' }),
  ],
  'check-dose-adequacy': [open('no dose: it may be below the range', { baclofenDose: undefined })],
  'wait-before-next-increase': [
    open('nobody knows since when: perhaps a week is not over', { daysAtDose: undefined }),
  ],
  'baclofen-at-ceiling': [open('no dose: it may be the ceiling', { baclofenDose: undefined })],
  'monitor-side-effects': [open('no dose: baclofen may be taken', { baclofenDose: undefined })],
  'monitor-older-adult': [open('no age: the person may be older', { age: undefined })],
  tolerance: [open('loss of benefit asked, and not known', { lossOfBenefit: 'unknown' })],
  'sedative-interaction': [
    open('sedatives asked, and not known', { sedativeUse: 'unknown' }),
    open('orphenadrine asked, and not known', { takesOrphenadrine: 'unknown' }),
  ],
  'seizure-caution': [open('epilepsy asked, and not known', { epilepsy: 'unknown' })],
  'ask-about-diuretic': [open('a diuretic asked, and not known', { takesDiuretic: 'unknown' })],
  'stretch-and-massage': [
    open('whether cramps persist was never said', { crampsPersist: undefined }),
    open('a red flag is not excluded', { redFlags: 'unknown' }),
  ],
  'apply-ice': [
    open('whether cramps persist was never said', { crampsPersist: undefined }),
    open('a red flag is not excluded', { redFlags: 'unknown' }),
  ],
  'rest-and-avoid-triggers': [
    open('whether cramps persist was never said', { crampsPersist: undefined }),
  ],
  'check-potassium-and-magnesium': [
    open('no potassium, and whether cramps persist is not known', {
      potassium: undefined,
      crampsPersist: 'unknown',
    }),
  ],
  'correct-hypomagnesemia': [open('never measured: it may be low', { magnesium: undefined })],
  'magnesium-renal-caution': [
    open('low magnesium, and no eGFR', {
      magnesium: 0.6,
      waterAndSodiumDepletion: false,
      eGfr: undefined,
    }),
  ],
  'albumin-contraindicated': [
    open('heart failure asked, and not known', { fluidOverload: 'unknown' }),
    open('anemia asked, and not known', { severeAnemia: 'unknown' }),
  ],
  'orphenadrine-contraindicated': [
    open('glaucoma asked, and not known', { glaucoma: 'unknown' }),
    open('myasthenia asked, and not known', { myastheniaGravis: 'unknown' }),
  ],
  'methocarbamol-contraindicated': [
    open('myasthenia asked, and not known', { myastheniaGravis: 'unknown' }),
  ],
  'muscle-relaxant-older-adult': [open('no age: the person may be older', { age: undefined })],
  'benzodiazepine-risk': [
    open('no age: the person may be older', { age: undefined }),
    open('respiratory disease asked, and not known', { respiratoryDisease: 'unknown' }),
  ],
  'monitor-first-month': [open('liver disease never said', { liverDisease: undefined })],
  'avoid-cyclobenzaprine': [
    open('whether cramps persist was never said', { crampsPersist: undefined }),
  ],
  'avoid-quinidine': [open('whether cramps persist was never said', { crampsPersist: undefined })],
  'refer-no-option-left': [
    open('no eGFR: an option may be left, or none', { eGfr: undefined }),
    open('side effects asked, and not known', { baclofenSideEffects: 'unknown' }),
  ],
}

describe('what is not known keeps a statement open', () => {
  for (const [id, of] of Object.entries(rows)) situations(named(id), typical, of)
})

describe('with the second line open', () => {
  situations(named('consider-albumin'), gateOpen, [
    open('cirrhosis never said', { cirrhosis: undefined, liverDisease: true }),
  ])
})
