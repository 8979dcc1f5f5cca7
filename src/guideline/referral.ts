import { all, any, is } from '../logic/condition.ts'
import type { Action } from '../logic/action.ts'
import * as fact from './facts.ts'
import { gate } from './gate.ts'
import {
  considerAlbumin,
  considerBenzodiazepineTrial,
  considerMethocarbamol,
  considerOrphenadrine,
} from './second-line.ts'
import { statement } from './statement.ts'

const refer: Action = {
  kind: 'refer',
  to: [{ specialty: 'hepatology', when: is(fact.cirrhosis) }, { specialty: 'neurology' }],
  words: 'Refer to {specialty}.',
}

export const referToSpecialist = statement({
  id: 'refer-to-specialist',
  kind: 'recommendation',
  title: 'Refer to a specialist',
  says: 'When cramps persist although a second-line treatment is in use or was tried, a specialist takes over.',
  implements: ['S53', 'R23'],
  when: all(
    gate,
    any(
      is(fact.secondLineTried),
      is(fact.receivesAlbumin),
      is(fact.takesOrphenadrine),
      is(fact.takesMethocarbamol),
      is(fact.takesBenzodiazepine),
    ),
  ),
  action: refer,
})

export const referNoOptionLeft = statement({
  id: 'refer-no-option-left',
  kind: 'recommendation',
  title: 'Refer: no second-line treatment is open',
  says: 'When cramps persist and no second-line treatment is open to this person, a specialist takes over.',
  implements: ['S53', 'R23'],
  when: gate,
  unless: [
    considerAlbumin,
    considerOrphenadrine,
    considerMethocarbamol,
    considerBenzodiazepineTrial,
    referToSpecialist,
  ],
  action: refer,
})
