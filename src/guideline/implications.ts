import { above, atMost, is, not } from '../logic/condition.ts'
import type { Implication } from '../logic/implication.ts'
import * as fact from './facts.ts'
import * as limit from './limits.ts'

/** What one fact says about another. In this order each is drawn once. */
export const implications: readonly Implication[] = [
  {
    when: above(fact.baclofenDose, limit.noDose),
    fact: fact.takesBaclofen,
    is: 'true',
  },
  {
    when: atMost(fact.baclofenDose, limit.noDose),
    fact: fact.takesBaclofen,
    is: 'false',
  },
  { when: is(fact.cirrhosis), fact: fact.liverDisease, is: 'true' },
  { when: not(is(fact.liverDisease)), fact: fact.cirrhosis, is: 'false' },
]
