import { all, any, atMost, below, is, known, not } from '../logic/condition.ts'
import { advice, end, question } from '../logic/pathway.ts'
import type { Lane } from '../logic/pathway.ts'
import { applies } from '../logic/statement.ts'
import * as electrolytes from './electrolytes.ts'
import { redFlags } from './emergencies.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'
import { lowMagnesium, lowPotassium } from './patient.ts'
import * as physical from './physical.ts'

const weakKidneys = any(
  atMost(fact.eGfr, limit.moderateRenalUpper),
  is(fact.onDialysis),
  is(fact.acuteKidneyInjury),
)

const againstOxide = any(
  below(fact.age, limit.adult),
  is(fact.pregnancy),
  is(fact.gastrointestinalObstruction),
  is(fact.myastheniaGravis),
)

/** What does not wait for the dose: physical measures and electrolytes (R11, R12). */
export const atOnceLane: Lane = {
  id: 'at-once',
  title: 'At once, beside the dose',
  steps: [
    question(
      'cramps',
      'Do cramps persist, without a red flag?',
      all(is(fact.crampsPersist), not(applies(redFlags))),
      { yes: 'physical', no: 'potassium', unknownGoesOn: true },
    ),
    advice(
      'physical',
      'Physical measures',
      [physical.stretchAndMassage, physical.applyIce, physical.restAndAvoidTriggers],
      'results',
    ),
    question(
      'results',
      'Potassium and magnesium known?',
      all(known(fact.potassium), known(fact.magnesium)),
      { yes: 'potassium', no: 'measure' },
    ),
    advice('measure', 'Measure', [electrolytes.checkPotassiumAndMagnesium], 'potassium'),
    question('potassium', 'Low potassium?', lowPotassium, {
      yes: 'correct-potassium',
      no: 'magnesium',
      unknownGoesOn: true,
    }),
    advice(
      'correct-potassium',
      'Correct potassium',
      [electrolytes.correctHypokalemia],
      'magnesium',
    ),
    question('magnesium', 'Low magnesium?', lowMagnesium, { yes: 'correct-magnesium', no: 'done' }),
    end('done', 'No magnesium'),
    advice(
      'correct-magnesium',
      'Correct magnesium',
      [electrolytes.correctHypomagnesemia],
      'depletion',
    ),
    question('depletion', 'Water and sodium lacking?', is(fact.waterAndSodiumDepletion), {
      yes: 'depletion-first',
      no: 'weak-kidneys',
    }),
    advice('depletion-first', 'That first', [electrolytes.correctDepletionFirst]),
    question('weak-kidneys', 'Kidneys too weak for magnesium?', weakKidneys, {
      yes: 'caution',
      no: 'against',
    }),
    advice('caution', 'Extreme caution', [electrolytes.magnesiumRenalCaution]),
    question('against', 'Anything else against it?', againstOxide, {
      yes: 'no-oxide',
      no: 'oxide',
    }),
    end('no-oxide', 'No magnesium oxide by this guideline'),
    advice('oxide', 'Magnesium oxide', [electrolytes.magnesiumOxideAtNight]),
  ],
}
