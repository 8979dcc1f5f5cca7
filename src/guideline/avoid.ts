import { all, any, is } from '../logic/condition.ts'
import * as fact from './facts.ts'
import { olderAdult } from './patient.ts'
import { statement } from './statement.ts'

export const avoidCyclobenzaprine = statement({
  id: 'avoid-cyclobenzaprine',
  kind: 'contraindication',
  title: 'Avoid cyclobenzaprine',
  says: 'Cyclobenzaprine is not used in the belief that it relieves spasm: nothing shows that it helps in chronic pain, and older people fall more often with it.',
  implements: ['S43', 'S44', 'S45'],
  outside: ['beers-2023'],
  when: any(is(fact.crampsPersist), is(fact.takesCyclobenzaprine)),
  action: {
    kind: 'avoid',
    what: 'cyclobenzaprine',
    words: 'Do not use cyclobenzaprine for cramps. Instead: the rest of this plan.',
    also: [
      { when: is(fact.takesCyclobenzaprine), words: 'If it is taken: prescriber review.' },
      {
        when: all(is(fact.takesCyclobenzaprine), olderAdult),
        words: 'From 65 on this matters more: falls.',
      },
    ],
  },
})

export const avoidQuinidine = statement({
  id: 'avoid-quinidine',
  kind: 'contraindication',
  title: 'Avoid quinidine',
  says: 'Quinidine is avoided although it has an effect: about one person in three gives it up because of diarrhea.',
  implements: ['S46', 'S47'],
  outside: ['quinidine-label'],
  when: any(is(fact.crampsPersist), is(fact.takesQuinidine)),
  urgentUnlessFalse: is(fact.takesQuinidine),
  action: {
    kind: 'avoid',
    what: 'quinidine',
    words: 'Do not use quinidine for cramps. Instead: the rest of this plan.',
    also: [
      {
        when: is(fact.takesQuinidine),
        words:
          'If it is taken: urgent review. It may be for an arrhythmia and is not stopped unasked.',
      },
    ],
  },
})
