import { all, any, atLeast, atMost, below, is, known, not } from '../logic/condition.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'
import { lowMagnesium, lowPotassium, moderateRenal, renalClear, severeRenal } from './patient.ts'
import { statement } from './statement.ts'

export const checkPotassiumAndMagnesium = statement({
  id: 'check-potassium-and-magnesium',
  kind: 'recommendation',
  title: 'Measure potassium and magnesium',
  says: 'Potassium and magnesium are measured at once and put right when low, before baclofen is called a failure.',
  implements: ['S05', 'S19', 'S20', 'S50', 'R12'],
  when: all(is(fact.crampsPersist), any(not(known(fact.potassium)), not(known(fact.magnesium)))),
  action: {
    kind: 'measure',
    what: ['potassium', 'magnesium'],
    words: 'Measure potassium and magnesium now.',
  },
})

export const correctHypokalemia = statement({
  id: 'correct-hypokalemia',
  kind: 'recommendation',
  title: 'Correct low potassium',
  says: 'Low potassium is corrected. The source gives neither drug nor dose.',
  implements: ['S05', 'S19', 'S20', 'S50', 'R13', 'R14'],
  outside: ['hypokalemia-bands'],
  when: lowPotassium,
  urgentUnlessFalse: below(fact.potassium, limit.urgentPotassium),
  action: {
    kind: 'correct',
    what: 'potassium',
    words:
      'Correct the low potassium (no dose in the source). Check magnesium too: potassium often does not rise until magnesium is corrected (outside evidence).',
    also: [
      {
        when: below(fact.potassium, limit.urgentPotassium),
        words: 'Below 3.0 mmol/L: today, with an ECG (outside evidence).',
      },
    ],
  },
})

export const correctHypomagnesemia = statement({
  id: 'correct-hypomagnesemia',
  kind: 'recommendation',
  title: 'Correct low magnesium',
  says: 'Low magnesium is corrected.',
  implements: ['S05', 'S19', 'S20', 'S50', 'R13', 'R14'],
  outside: ['magnesium-bands', 'severe-hypomagnesemia'],
  when: lowMagnesium,
  urgentUnlessFalse: below(fact.magnesium, limit.urgentMagnesium),
  action: {
    kind: 'correct',
    what: 'magnesium',
    words: 'Correct the magnesium deficit.',
    also: [
      {
        when: any(
          atMost(fact.eGfr, limit.moderateRenalUpper),
          is(fact.onDialysis),
          is(fact.acuteKidneyInjury),
        ),
        words:
          'Where the kidneys are weak or not known, how is a decision of a clinician: below 30, on dialysis or in acute injury not by this guideline.',
      },
      {
        when: is(fact.waterAndSodiumDepletion),
        words: 'Where water and sodium are lacking, they come first.',
      },
      {
        when: below(fact.magnesium, limit.urgentMagnesium),
        words: 'Below 0.50 mmol/L: today; magnesium by mouth alone may not do (outside evidence).',
      },
    ],
  },
})

export const correctDepletionFirst = statement({
  id: 'correct-depletion-first',
  kind: 'recommendation',
  title: 'Correct water and sodium first',
  says: 'A lack of water and sodium is put right before magnesium: the aldosterone that answers it drives magnesium out.',
  implements: ['S24', 'S25', 'R18'],
  when: all(lowMagnesium, is(fact.waterAndSodiumDepletion)),
  action: {
    kind: 'correct',
    what: 'water and sodium depletion',
    words:
      'Correct the depletion of water and sodium first, then magnesium. No fluid is named by the source.',
    also: [
      {
        when: any(is(fact.cirrhosis), is(fact.fluidOverload)),
        words: 'In cirrhosis, fluid overload or heart failure: only with the specialist.',
      },
    ],
  },
})

export const magnesiumRenalCaution = statement({
  id: 'magnesium-renal-caution',
  kind: 'precaution',
  title: 'Magnesium: kidneys too weak',
  says: 'With weak kidneys magnesium asks for extreme caution.',
  implements: ['S26', 'R17'],
  outside: ['acute-kidney-injury'],
  when: all(
    lowMagnesium,
    any(
      atMost(fact.eGfr, limit.moderateRenalUpper),
      is(fact.onDialysis),
      is(fact.acuteKidneyInjury),
    ),
  ),
  action: {
    kind: 'avoid',
    what: 'magnesium without a clinician’s decision',
    words: 'No automatic magnesium.',
    also: [
      {
        when: any(severeRenal, is(fact.acuteKidneyInjury)),
        words: 'eGFR below 30, dialysis or acute kidney injury: no magnesium by this guideline.',
      },
      {
        when: all(moderateRenal, not(is(fact.onDialysis)), not(is(fact.acuteKidneyInjury))),
        words: 'eGFR 30 to 60: a clinician decides, 12 mmol a day at most.',
      },
    ],
  },
})

export const magnesiumOxideAtNight = statement({
  id: 'magnesium-oxide-at-night',
  kind: 'recommendation',
  title: 'Magnesium oxide at night',
  says: 'When magnesium is documented to be low, magnesium oxide is given at night: 12 mmol, up to 24 mmol as a clinician’s step.',
  implements: ['S21', 'S22', 'S23', 'R15', 'R16', 'R17'],
  outside: ['magnesium-uk'],
  when: all(
    lowMagnesium,
    atLeast(fact.age, limit.adult),
    not(is(fact.pregnancy)),
    renalClear,
    not(is(fact.waterAndSodiumDepletion)),
    not(is(fact.gastrointestinalObstruction)),
    not(is(fact.myastheniaGravis)),
  ),
  unless: [correctDepletionFirst, magnesiumRenalCaution],
  action: {
    kind: 'supplement',
    substance: 'magnesium oxide',
    mmolPerDay: 12,
    mmolPerDayAtMost: 24,
    at: 'bedtime',
    words:
      'Magnesium oxide at night: {mmol} mmol = {mgOxide} mg of magnesium oxide = {mgElemental} mg of elemental magnesium. Up to {mmolAtMost} mmol is a clinician’s step.',
  },
})
