import { all, any, atMost, is, not } from '../logic/condition.ts'
import { halts } from './emergencies.ts'
import * as fact from './facts.ts'
import { avoidBaclofenSevereRenal } from './kidney.ts'
import * as limit from './limits.ts'
import { olderAdult, renalClear, taking } from './patient.ts'
import { statement } from './statement.ts'

export const noIncreaseEncephalopathy = statement({
  id: 'no-increase-encephalopathy',
  kind: 'precaution',
  title: 'No increase: hepatic encephalopathy',
  says: 'With present or recent hepatic encephalopathy, a TIPS or hepatorenal syndrome, baclofen is not raised.',
  implements: [],
  outside: ['encephalopathy-trial'],
  when: all(taking, is(fact.hepaticEncephalopathy)),
  action: {
    kind: 'avoid',
    what: 'an increase of baclofen',
    words: 'Do not raise baclofen. Hepatology reviews it.',
  },
})

export const monitorSideEffects = statement({
  id: 'monitor-side-effects',
  kind: 'monitoring',
  title: 'Watch for side effects',
  says: 'While baclofen is taken and raised, watch for side effects such as dizziness, sleepiness, impaired thinking and muscle weakness.',
  implements: ['S10'],
  outside: ['baclofen-label'],
  when: taking,
  action: {
    kind: 'monitor',
    what: ['dizziness', 'somnolence', 'cognitive impairment', 'muscle weakness'],
    words:
      'Ask about dizziness, sleepiness, trouble thinking and muscle weakness; others count too. No driving until the effects are known (outside evidence).',
  },
})

export const monitorOlderAdult = statement({
  id: 'monitor-older-adult',
  kind: 'monitoring',
  title: 'From 65 on: four checks',
  says: 'From 65 on, follow weakness, urinary function, cognition and sedation.',
  implements: ['S41'],
  when: all(taking, olderAdult),
  action: {
    kind: 'monitor',
    what: ['weakness', 'urinary function', 'cognition', 'sedation'],
    words: 'At each visit check weakness, urinary function, cognition and sedation.',
  },
})

export const olderAdultStartingDose = statement({
  id: 'older-adult-starting-dose',
  kind: 'information',
  title: 'From 65 on: begin low',
  says: 'If baclofen is ever begun from 65 on: 5 mg one to three times a day, and at first no more than 15 mg/day.',
  implements: ['S40'],
  when: all(
    olderAdult,
    atMost(fact.baclofenDose, limit.noDose),
    not(is(fact.intrathecalBaclofen)),
    not(is(fact.pregnancy)),
    not(is(fact.baclofenAllergy)),
    renalClear,
  ),
  unless: [avoidBaclofenSevereRenal, ...halts],
  action: {
    kind: 'inform',
    words:
      'Starting baclofen is outside this guideline. If it is ever started: 5 mg up to three times a day, 15 mg/day at most at first.',
  },
})

export const tolerance = statement({
  id: 'tolerance',
  kind: 'information',
  title: 'Tolerance is possible',
  says: 'Tolerance to baclofen can develop, mainly in the first 12 to 18 months. The evidence inferred for this is on intrathecal baclofen.',
  implements: ['S42'],
  when: all(taking, is(fact.lossOfBenefit)),
  action: {
    kind: 'inform',
    words: 'Tolerance is possible. It is never a reason to go above 30 mg/day.',
  },
})

export const sedativeInteraction = statement({
  id: 'sedative-interaction',
  kind: 'precaution',
  title: 'Sedation adds up',
  says: 'Baclofen and other sedatives, opioids and alcohol among them, add to each other.',
  implements: [],
  outside: ['baclofen-label', 'beers-2023', 'benzodiazepine-warnings'],
  when: all(
    taking,
    any(
      is(fact.sedativeUse),
      is(fact.takesBenzodiazepine),
      is(fact.takesMethocarbamol),
      is(fact.takesOrphenadrine),
      is(fact.takesCyclobenzaprine),
    ),
  ),
  action: {
    kind: 'review',
    words:
      'Sedation, slow breathing and falls become more likely: the prescriber reviews the combination. None of them is stopped suddenly on this advice.',
  },
})

export const seizureCaution = statement({
  id: 'seizure-caution',
  kind: 'precaution',
  title: 'Epilepsy: seizures',
  says: 'In epilepsy both baclofen and its withdrawal can bring on seizures.',
  implements: [],
  outside: ['baclofen-uk', 'baclofen-label'],
  when: all(taking, is(fact.epilepsy)),
  action: {
    kind: 'review',
    words:
      'Baclofen and its withdrawal can both bring on seizures: supervise every change of dose.',
  },
})

export const askAboutDiuretic = statement({
  id: 'ask-about-diuretic',
  kind: 'information',
  title: 'Ask about the diuretic',
  says: 'Cramps are more common with diuretics. The source is silent on them.',
  implements: [],
  outside: ['diuretics-garrison'],
  when: all(is(fact.crampsPersist), is(fact.takesDiuretic)),
  action: {
    kind: 'inform',
    words:
      'The source is silent on diuretics: ask the team that prescribes it. It is never stopped on this advice.',
  },
})
