import { above, all, any, below, is, known, named, not } from '../logic/condition.ts'
import type { Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { PresenceFact, QuantityFact } from '../logic/fact.ts'
import { mgPerDay, mmolPerL } from '../logic/quantity.ts'
import type { Statement } from '../logic/statement.ts'

const presence = (id: string, words: string, absent: PresenceFact['absent']): PresenceFact => ({
  kind: 'presence',
  id,
  words,
  negated: `not: ${words}`,
  question: `Is it so: ${words}?`,
  absent,
  basis: 'S01',
})

/** A presence that is asked for. */
export const takesIt = presence('takesIt', 'takes it', 'ask')

/** A presence that is assumed absent. */
export const onDialysis = presence('onDialysis', 'is on dialysis', 'assumed-no')

const quantity = {
  kind: 'quantity',
  absent: 'ask',
  accepts: {},
  stale: true,
  resolution: 0.1,
} as const

/** A quantity without a limit of its own. */
export const dose: QuantityFact<'mg/d'> = {
  ...quantity,
  id: 'dailyDose',
  words: 'daily dose',
  question: 'How much is taken in a day?',
  unit: 'mg/d',
  possible: [0, 300],
  likely: [0, 100],
  basis: 'S02',
}

/** A quantity whose results may carry the laboratory's own limit. */
export const potassium: QuantityFact<'mmol/L'> = {
  ...quantity,
  id: 'potassium',
  words: 'potassium',
  question: 'What is the potassium?',
  unit: 'mmol/L',
  possible: [1, 10],
  likely: [2, 7],
  ownLimit: true,
  basis: 'S03',
}

const none: Limit<'mg/d'> = { ...mgPerDay(0), name: 'none', basis: 'S02' }
const low: Limit<'mmol/L'> = { ...mmolPerL(3.5), name: 'low', basis: 'R13', ownFirst: true }

const statement = (
  id: string,
  title: string,
  rest: Pick<Statement, 'when'> & Partial<Statement>,
): Statement => ({
  id,
  kind: 'information',
  title,
  says: `Says: ${title}.`,
  implements: ['S01', 'R02'],
  basis: ['source', 'reading'],
  references: [1],
  outside: [],
  action: { kind: 'inform', words: title },
  ...rest,
})

const lowPotassium = named('low potassium', any(below(potassium, low)))

/** A statement that another gives way to. */
export const avoid = statement('avoid-it', 'Avoid it', {
  when: any(is(onDialysis), all(is(takesIt), not(lowPotassium))),
  urgentUnlessFalse: is(takesIt),
})

/** A statement with an exception, and with a question whether something is known. */
export const measure = statement('measure-it', 'Measure "it"', {
  when: all(above(dose, none), not(known(potassium)), lowPotassium),
  unless: [avoid],
  references: [],
  outside: ['a-label'],
})

/** A definition with one of everything, small enough to be read whole in every form. */
export const small: Definition = {
  id: 'a-small-guideline',
  version: '1.2.3',
  title: 'A small guideline',
  reviewBy: '2027-01-01',
  facts: [takesIt, onDialysis, dose, potassium],
  implications: [{ when: above(dose, none), fact: takesIt, is: 'true' }],
  limits: [none, low],
  statements: [avoid, measure],
}
