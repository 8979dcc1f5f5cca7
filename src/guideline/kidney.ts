import { above, all, atMost, below, is, known, not } from '../logic/condition.ts'
import { mgPerDay } from '../logic/quantity.ts'
import { halts } from './emergencies.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'
import { moderateRenal, olderAdult, severeRenal, taking } from './patient.ts'
import { outsideGuideline } from './scope.ts'
import { statement } from './statement.ts'
import { taperBaclofen } from './taper.ts'

export const avoidBaclofenSevereRenal = statement({
  id: 'avoid-baclofen-severe-renal',
  kind: 'contraindication',
  title: 'Avoid baclofen: severe renal impairment',
  says: 'With an eGFR below 30 mL/min/1.73 m², or on dialysis, baclofen is avoided: the kidneys clear it, and what stays poisons the nervous system. In someone who takes it, that means a supervised gradual withdrawal, never a sudden stop.',
  implements: ['S11', 'S13', 'S14', 'S15', 'R01', 'R03'],
  outside: ['cheong-2020'],
  when: severeRenal,
  urgentUnlessFalse: taking,
  action: {
    kind: 'avoid',
    what: 'baclofen',
    words: 'Do not start, raise or keep baclofen as maintenance.',
    also: [
      {
        when: taking,
        words:
          'Taken already: urgent prescriber review for a supervised gradual withdrawal. The person must not stop it suddenly.',
      },
    ],
  },
})

export const noIncreaseAcuteKidneyInjury = statement({
  id: 'no-increase-acute-kidney-injury',
  kind: 'precaution',
  title: 'No increase: acute kidney injury',
  says: 'In acute kidney injury the eGFR overstates the function, and the function is not steady: baclofen is not raised.',
  implements: [],
  outside: ['acute-kidney-injury'],
  when: all(taking, is(fact.acuteKidneyInjury)),
  action: {
    kind: 'avoid',
    what: 'an increase of baclofen',
    words:
      'Do not raise baclofen: renal function is not steady. The prescriber reviews the dose; watch for signs of neurotoxicity.',
  },
})

export const noIncreaseModerateRenal = statement({
  id: 'no-increase-moderate-renal',
  kind: 'precaution',
  title: 'No automatic increase: moderate renal impairment',
  says: 'With an eGFR of 30 to 60 mL/min/1.73 m² a lower dose of baclofen is required; the source does not say how much lower. Nothing is raised automatically.',
  implements: ['S11', 'S12', 'R02', 'R03'],
  outside: ['beers-2023', 'muanda-2019'],
  when: all(taking, moderateRenal),
  action: {
    kind: 'avoid',
    what: 'an automatic increase of baclofen',
    words:
      'No automatic increase of baclofen: the source requires a lower dose here and names no amount. The prescriber reviews the dose.',
    also: [
      {
        when: above(fact.baclofenDose, limit.ceiling),
        words: 'That stands above 30 mg/day too, outside this guideline; no target is given.',
      },
      {
        when: all(olderAdult, below(fact.eGfr, limit.moderateRenalUpper)),
        words:
          'From 65 on, the Beers criteria advise avoiding baclofen at an eGFR below 60 (outside evidence).',
      },
    ],
  },
})

export const reduceBaclofenModerateRenal = statement({
  id: 'reduce-baclofen-moderate-renal',
  kind: 'recommendation',
  title: 'Review for a lower dose: moderate renal impairment',
  says: 'With an eGFR of 30 to 60 mL/min/1.73 m² and more than 15 mg/day, a prescriber reviews a gradual reduction to 15 mg/day or less. The figure is outside evidence: half of 30 mg/day.',
  implements: ['S12', 'R02'],
  outside: ['half-dose-teaching-case', 'vlavonou-2014', 'muanda-2019'],
  when: all(
    above(fact.baclofenDose, limit.moderateRenalDose),
    atMost(fact.baclofenDose, limit.ceiling),
    moderateRenal,
    not(is(fact.onDialysis)),
  ),
  unless: [outsideGuideline, taperBaclofen, ...halts],
  action: {
    kind: 'reduce',
    to: mgPerDay(limit.moderateRenalDose.value),
    words:
      'The prescriber reviews a gradual reduction from {from} to {to} or less (15 mg/day is outside evidence). Steps and intervals are the prescriber’s.',
  },
})

export const checkRenalFunction = statement({
  id: 'check-renal-function',
  kind: 'recommendation',
  title: 'Measure renal function',
  says: 'Baclofen is cleared by the kidneys: without a current eGFR the dose is not raised.',
  implements: ['S11', 'R04'],
  when: all(taking, not(known(fact.eGfr)), not(is(fact.onDialysis))),
  action: {
    kind: 'measure',
    what: ['creatinine', 'eGFR'],
    words: 'Measure creatinine and eGFR before any increase of baclofen.',
  },
})
