import { all, any, is, not } from '../logic/condition.ts'
import * as fact from './facts.ts'
import { gate } from './gate.ts'
import { avoidBaclofenSevereRenal } from './kidney.ts'
import { olderAdult, severeRenal, taking } from './patient.ts'
import { noIncreaseEncephalopathy } from './safety.ts'
import { statement } from './statement.ts'

export const albuminContraindicated = statement({
  id: 'albumin-contraindicated',
  kind: 'contraindication',
  title: 'No albumin',
  says: 'Fluid overload or heart failure, severe anemia, or an allergy to albumin speaks against albumin.',
  implements: [],
  outside: ['albumin-label'],
  when: any(is(fact.fluidOverload), is(fact.severeAnemia), is(fact.albuminAllergy)),
  action: { kind: 'avoid', what: 'albumin', words: 'Do not give albumin on this advice.' },
})

export const considerAlbumin = statement({
  id: 'consider-albumin',
  kind: 'consider',
  title: 'Consider human albumin',
  says: 'In confirmed cirrhosis, when baclofen at its highest is not enough: 20 to 40 g of human albumin a week by infusion, considered by a specialist.',
  implements: ['S27', 'S28', 'S29', 'S30', 'S51', 'R19', 'R20'],
  outside: ['albumin-label'],
  when: all(gate, is(fact.cirrhosis), not(is(fact.receivesAlbumin))),
  unless: [albuminContraindicated],
  action: {
    kind: 'consider',
    what: 'human albumin',
    perWeek: { low: 20, high: 40, unit: 'g' },
    words:
      'A specialist may consider human albumin, 20 to 40 g a week by infusion. Strength, rate and number of weeks are not in the source.',
    also: [
      { when: severeRenal, words: 'With an eGFR below 30 or on dialysis the specialist decides.' },
    ],
  },
})

export const orphenadrineContraindicated = statement({
  id: 'orphenadrine-contraindicated',
  kind: 'contraindication',
  title: 'No orphenadrine',
  says: 'Glaucoma, urinary or gastrointestinal obstruction, myasthenia gravis or an arrhythmia speaks against orphenadrine.',
  implements: [],
  outside: ['orphenadrine-label'],
  when: any(
    is(fact.glaucoma),
    is(fact.urinaryObstruction),
    is(fact.gastrointestinalObstruction),
    is(fact.myastheniaGravis),
    is(fact.arrhythmia),
  ),
  action: {
    kind: 'avoid',
    what: 'orphenadrine',
    words: 'Do not start orphenadrine.',
    also: [{ when: is(fact.takesOrphenadrine), words: 'If it is taken: prescriber review.' }],
  },
})

export const muscleRelaxantOlderAdult = statement({
  id: 'muscle-relaxant-older-adult',
  kind: 'precaution',
  title: 'From 65 on: no muscle relaxants',
  says: 'The Beers criteria advise against muscle relaxants from 65 on, methocarbamol and orphenadrine among them.',
  implements: [],
  outside: ['beers-2023'],
  when: all(olderAdult, is(fact.crampsPersist)),
  action: {
    kind: 'avoid',
    what: 'methocarbamol, orphenadrine and cyclobenzaprine',
    words: 'Do not add a muscle relaxant from 65 on.',
  },
})

export const considerOrphenadrine = statement({
  id: 'consider-orphenadrine',
  kind: 'consider',
  title: 'Consider orphenadrine',
  says: 'In liver disease, when baclofen at its highest is not enough, orphenadrine is another choice.',
  implements: ['S27', 'S28', 'S31', 'R20'],
  outside: ['orphenadrine-label'],
  when: all(gate, is(fact.liverDisease), not(is(fact.takesOrphenadrine))),
  unless: [
    orphenadrineContraindicated,
    muscleRelaxantOlderAdult,
    noIncreaseEncephalopathy,
    avoidBaclofenSevereRenal,
  ],
  action: {
    kind: 'consider',
    what: 'orphenadrine',
    words: 'Orphenadrine may be considered as an alternative. The source gives no dose.',
  },
})

export const monitorFirstMonth = statement({
  id: 'monitor-first-month',
  kind: 'monitoring',
  title: 'Liver disease: blood tests in the first month',
  says: 'In liver disease, creatinine, sodium and potassium are followed in the first month after each change of baclofen and each start of albumin or orphenadrine.',
  implements: ['S32', 'R25'],
  when: all(taking, is(fact.liverDisease)),
  action: {
    kind: 'monitor',
    what: ['creatinine', 'sodium', 'potassium'],
    schedule: { everyDays: 7, forDays: 28 },
    words:
      'Creatinine, sodium and potassium before each change, then every {everyDays} days for four weeks (weekly is outside evidence).',
  },
})

export const methocarbamolContraindicated = statement({
  id: 'methocarbamol-contraindicated',
  kind: 'contraindication',
  title: 'No methocarbamol',
  says: 'Myasthenia gravis speaks against methocarbamol.',
  implements: [],
  outside: ['methocarbamol-label'],
  when: is(fact.myastheniaGravis),
  action: {
    kind: 'avoid',
    what: 'methocarbamol',
    words: 'Do not start methocarbamol.',
    also: [{ when: is(fact.takesMethocarbamol), words: 'If it is taken: prescriber review.' }],
  },
})

export const considerMethocarbamol = statement({
  id: 'consider-methocarbamol',
  kind: 'consider',
  title: 'Consider methocarbamol, short term',
  says: 'When baclofen at its highest is not enough, methocarbamol may be added for a short time; its effect is said to be unspecific and not to come from relaxing muscle. In liver disease only once albumin or orphenadrine is in use.',
  implements: ['S27', 'S33', 'S34', 'S35', 'S52', 'R20', 'R21'],
  outside: ['methocarbamol-label'],
  when: all(
    gate,
    not(is(fact.takesMethocarbamol)),
    any(not(is(fact.liverDisease)), is(fact.receivesAlbumin), is(fact.takesOrphenadrine)),
  ),
  unless: [
    muscleRelaxantOlderAdult,
    methocarbamolContraindicated,
    noIncreaseEncephalopathy,
    avoidBaclofenSevereRenal,
  ],
  action: {
    kind: 'consider',
    what: 'methocarbamol',
    reviewAfterDays: 14,
    words:
      'Methocarbamol may be considered for a short time, with a review after {reviewAfterDays} days. The source gives no dose and calls its effect unspecific.',
  },
})

export const benzodiazepineRisk = statement({
  id: 'benzodiazepine-risk',
  kind: 'precaution',
  title: 'Benzodiazepine: risk too high',
  says: 'Benzodiazepines are risky, above all in older people; also with sedatives, respiratory disease, substance use disorder, encephalopathy or side effects of baclofen.',
  implements: ['S37'],
  outside: ['benzodiazepine-warnings', 'beers-2023'],
  when: any(
    olderAdult,
    is(fact.sedativeUse),
    is(fact.respiratoryDisease),
    is(fact.substanceUseDisorder),
    is(fact.hepaticEncephalopathy),
    is(fact.baclofenSideEffects),
  ),
  action: {
    kind: 'avoid',
    what: 'benzodiazepines',
    words: 'Do not start a benzodiazepine.',
    also: [
      {
        when: is(fact.takesBenzodiazepine),
        words: 'If one is taken: prescriber review; it is not stopped suddenly.',
      },
    ],
  },
})

export const considerBenzodiazepineTrial = statement({
  id: 'consider-benzodiazepine-trial',
  kind: 'consider',
  title: 'Consider a short benzodiazepine trial',
  says: 'Without liver disease, when anxiety, muscle spasm and pain come together and baclofen at its highest is not enough: a short trial of a benzodiazepine.',
  implements: ['S27', 'S33', 'S36', 'R20', 'R22'],
  when: all(
    gate,
    not(is(fact.liverDisease)),
    not(is(fact.takesBenzodiazepine)),
    is(fact.anxiety),
    is(fact.muscleSpasm),
    is(fact.musclePain),
  ),
  unless: [benzodiazepineRisk, avoidBaclofenSevereRenal],
  action: {
    kind: 'consider',
    what: 'a benzodiazepine, short trial',
    words:
      'A short trial of a benzodiazepine may be considered. The source names neither drug, dose nor duration.',
  },
})
