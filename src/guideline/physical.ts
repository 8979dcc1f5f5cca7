import { is } from '../logic/condition.ts'
import { redFlags } from './emergencies.ts'
import * as fact from './facts.ts'
import { statement } from './statement.ts'

export const stretchAndMassage = statement({
  id: 'stretch-and-massage',
  kind: 'recommendation',
  title: 'Stretch and massage',
  says: 'Stretching and massaging the cramping muscle is the first measure to add, at once.',
  implements: ['S04', 'S16', 'S49', 'R11'],
  when: is(fact.crampsPersist),
  unless: [redFlags],
  action: { kind: 'self-care', words: 'Stretch and massage the cramping muscles.' },
})

export const applyIce = statement({
  id: 'apply-ice',
  kind: 'recommendation',
  title: 'Apply ice',
  says: 'Ice may be put on the cramping muscle.',
  implements: ['S04', 'S17', 'S49', 'R11'],
  when: is(fact.crampsPersist),
  unless: [redFlags],
  action: { kind: 'self-care', words: 'Put ice on the cramping muscles.' },
})

export const restAndAvoidTriggers = statement({
  id: 'rest-and-avoid-triggers',
  kind: 'recommendation',
  title: 'Rest and avoid triggers',
  says: 'Rest, and leave the activities that bring the cramps on.',
  implements: ['S18'],
  when: is(fact.crampsPersist),
  action: { kind: 'self-care', words: 'Rest, and leave the activities that bring the cramps on.' },
})
