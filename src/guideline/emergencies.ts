import { below, is } from '../logic/condition.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'
import { statement } from './statement.ts'

export const suspectedNeurotoxicity = statement({
  id: 'suspected-neurotoxicity',
  kind: 'emergency',
  title: 'Suspected baclofen neurotoxicity',
  says: 'New confusion, a person hard to rouse, slow breathing, jerks or a seizure may be baclofen poisoning: an emergency, whatever else is true.',
  implements: ['S15', 'R09', 'R27'],
  outside: ['el-husseini-2011', 'toxicity-or-withdrawal'],
  when: is(fact.neurotoxicitySigns),
  action: {
    kind: 'emergency',
    words:
      'Emergency assessment now. Whether baclofen is withheld is decided there. Tell them the last dose, the last change of dose and the eGFR.',
  },
})

export const suspectedWithdrawal = statement({
  id: 'suspected-withdrawal',
  kind: 'emergency',
  title: 'Suspected baclofen withdrawal',
  says: 'Hallucinations, agitation, fever, returning spasticity or a seizure after a stop or missed doses may be baclofen withdrawal: an emergency.',
  implements: ['S39', 'R27'],
  outside: ['baclofen-label', 'toxicity-or-withdrawal'],
  when: is(fact.withdrawalSigns),
  action: {
    kind: 'emergency',
    words:
      'Emergency assessment now. The person must not be left without baclofen unsupervised. Tell them the last dose, the last change of dose and the eGFR.',
  },
})

export const criticalHypokalemia = statement({
  id: 'critical-hypokalemia',
  kind: 'emergency',
  title: 'Critically low potassium',
  says: 'A potassium below 2.5 mmol/L is an emergency and halts the pathway.',
  implements: ['R14', 'R27'],
  outside: ['hypokalemia-bands'],
  when: below(fact.potassium, limit.criticalPotassium),
  action: { kind: 'emergency', words: 'Emergency assessment now, with an ECG.' },
})

export const redFlags = statement({
  id: 'red-flags',
  kind: 'urgent',
  title: 'Red flag: perhaps not simple cramps',
  says: 'A red flag points to another cause than simple cramps. The pathway ends here; a clinician assesses the cause.',
  implements: ['R27'],
  outside: ['red-flags'],
  when: is(fact.redFlags),
  action: {
    kind: 'review',
    words:
      'Leave this pathway: a clinician assesses the cause urgently. Numb saddle, new loss of bladder or bowel control, or a rigid jaw or neck is an emergency.',
  },
})

/** What halts the pathway: nothing is raised and no second-line drug is offered (R27). */
export const halts = [
  suspectedNeurotoxicity,
  suspectedWithdrawal,
  criticalHypokalemia,
  redFlags,
] as const
