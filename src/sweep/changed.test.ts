import { describe, expect, test } from 'vitest'
import { below, is, not } from '../logic/condition.ts'
import type { Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { PresenceFact, QuantityFact } from '../logic/fact.ts'
import { exactly } from '../logic/interval.ts'
import { mmolPerL } from '../logic/quantity.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import { evaluate } from '../logic/trace.ts'
import { withLimits } from './changed.ts'

const takes: PresenceFact = {
  kind: 'presence',
  id: 'takes',
  words: 'takes it',
  negated: 'does not take it',
  question: 'Takes it?',
  absent: 'ask',
  basis: 'S01',
}

const potassium: QuantityFact<'mmol/L'> = {
  kind: 'quantity',
  id: 'potassium',
  words: 'potassium',
  question: 'Potassium?',
  unit: 'mmol/L',
  absent: 'ask',
  possible: [1, 10],
  likely: [2, 7],
  resolution: 0.1,
  accepts: {},
  stale: true,
  basis: 'S05',
}

const low: Limit<'mmol/L'> = { ...mmolPerL(3.5), name: 'low', basis: 'R13' }

const statement = (id: string, change: Partial<Statement>): Statement => ({
  id,
  kind: 'information',
  title: id,
  says: id,
  implements: [],
  basis: ['source'],
  references: [],
  outside: [],
  when: is(takes),
  action: { kind: 'inform', words: id },
  ...change,
})

const correct = statement('correct', { when: below(potassium, low) })
const wait = statement('wait', { unless: [correct], urgentUnlessFalse: not(below(potassium, low)) })

const definition: Definition = {
  id: 'small',
  version: '1',
  title: 'small',
  reviewBy: '2030-01-01',
  facts: [takes, potassium],
  implications: [{ when: below(potassium, low), fact: takes, is: 'true' }],
  limits: [low],
  statements: [correct, wait],
}

describe('the guideline with another limit', () => {
  const changed = withLimits(definition, new Map([['low', 4]]))
  const findings = { takes: 'true', potassium: exactly(3.8) } as const
  const holds = (of: Definition): readonly string[] =>
    of.statements.map((one) => evaluate(applies(one), findings))
  test('decides by the new number, in statements and in what defeats them', () => {
    expect(holds(definition)).toEqual(['false', 'true'])
    expect(holds(changed)).toEqual(['true', 'false'])
  })
  test('has it in what makes a statement urgent, in what follows, and in the list of limits', () => {
    const [, other] = changed.statements
    expect(other?.urgentUnlessFalse && evaluate(other.urgentUnlessFalse, findings)).toBe('false')
    expect(changed.implications.map(({ when }) => evaluate(when, findings))).toEqual(['true'])
    expect(changed.limits.map(({ value }) => value)).toEqual([4])
  })
  test('is otherwise the same, and the guideline itself is left as it was', () => {
    expect(withLimits(definition, new Map())).toEqual(definition)
    expect(low.value).toBe(3.5)
  })
})
