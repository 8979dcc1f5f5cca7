import { above, all, any, atLeast, atMost, below, is, known, not } from '../logic/condition.ts'
import type { Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { PresenceFact, QuantityFact } from '../logic/fact.ts'
import { mgPerDay, mlPerMinPer173m2 } from '../logic/quantity.ts'
import type { Action } from '../logic/action.ts'
import type { Statement } from '../logic/statement.ts'

const presence = (id: string, absent: PresenceFact['absent']): PresenceFact => ({
  kind: 'presence',
  id,
  words: `has ${id}`,
  negated: `has no ${id}`,
  question: `Is there ${id}?`,
  absent,
  basis: 'R01',
})

export const cramps = presence('cramps', 'ask')
export const liver = presence('liver', 'ask')
export const cirrhosis = presence('cirrhosis', 'ask')
export const dialysis = presence('dialysis', 'assumed-no')

const quantity = { kind: 'quantity', absent: 'ask', accepts: {}, stale: false, basis: '' } as const

export const dose: QuantityFact<'mg/d'> = {
  ...quantity,
  id: 'dose',
  words: 'dose',
  question: 'How much?',
  unit: 'mg/d',
  possible: [0, 300],
  likely: [0, 100],
  typical: 20,
  resolution: 0.5,
}

export const kidney: QuantityFact<'mL/min/{1.73_m2}'> = {
  ...quantity,
  id: 'kidney',
  words: 'kidney function',
  question: 'How well?',
  unit: 'mL/min/{1.73_m2}',
  possible: [0, 200],
  likely: [2, 150],
  typical: 80,
  resolution: 0.1,
  ownLimit: true,
}

export const ceiling: Limit<'mg/d'> = { ...mgPerDay(30), name: 'ceiling', basis: 'S01' }
export const weak: Limit<'mL/min/{1.73_m2}'> = {
  ...mlPerMinPer173m2(60),
  name: 'weak',
  basis: 'S02',
}
export const low: Limit<'mL/min/{1.73_m2}'> = { ...weak, name: 'low', ownFirst: true }

/** A statement of a small guideline. */
export const statement = (
  id: string,
  when: Statement['when'],
  change: Partial<Statement> = {},
): Statement => ({
  id,
  kind: 'recommendation',
  title: id,
  says: `Says ${id}.`,
  implements: ['S01'],
  basis: ['source'],
  references: [1],
  outside: [],
  when,
  action: { kind: 'inform', words: `Does ${id}.` },
  ...change,
})

export const raising: Extract<Action, { kind: 'titrate' }> = {
  kind: 'titrate',
  words: 'From {from} to {to}.',
  step: mgPerDay(10),
  everyDays: 7,
  ceiling: mgPerDay(30),
}

export const block = statement('block', any(atMost(kidney, weak), is(dialysis)), {
  kind: 'contraindication',
  urgentUnlessFalse: is(dialysis),
  action: {
    kind: 'avoid',
    what: 'raising',
    words: 'Do not raise.',
    also: [{ when: is(dialysis), words: 'On dialysis: at once.' }],
  },
})

export const raise = statement(
  'raise',
  all(is(cramps), below(dose, ceiling), above(kidney, weak)),
  {
    unless: [block],
    action: raising,
  },
)

export const ask = statement('ask', not(known(kidney)))
export const stop = statement('stop', atLeast(dose, ceiling))

/** A guideline small enough to be checked by eye. */
export const small: Definition = {
  id: 'small',
  version: '1.0.0',
  title: 'Small',
  reviewBy: '2030-01-01',
  facts: [dose, kidney, cramps, liver, cirrhosis, dialysis],
  implications: [{ when: is(cirrhosis), fact: liver, is: 'true' }],
  limits: [ceiling, weak, low],
  statements: [block, raise, ask, stop],
}
