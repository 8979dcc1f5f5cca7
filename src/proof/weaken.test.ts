import { describe, expect, test } from 'vitest'
import { is } from '../logic/condition.ts'
import { applies } from '../logic/statement.ts'
import { evaluate } from '../logic/trace.ts'
import { partOf, partsOf, withParts } from './parts.ts'
import * as s from './small.test-support.ts'
import { weakenings } from './weaken.ts'

const weakened = weakenings(s.small)
const without = (id: string) => {
  const found = weakened.find((one) => one.id === id)
  if (found === undefined) throw new Error(`nothing is called ${id}`)
  return found.definition
}

describe('a guideline with one part taken out', () => {
  test('there is one for each condition, exception, urgency, sentence and implication', () => {
    expect(weakened.map(({ id }) => id)).toEqual([
      'block without (kidney <= 60 or dialysis)',
      'block without kidney <= 60',
      'block without dialysis',
      'raise without cramps',
      'raise without dose < 30',
      'raise without kidney > 60',
      'ask without not kidney known',
      'stop without dose >= 30',
      'raise without its exception block',
      'block never urgent',
      'block urgent without dialysis',
      'block never says "On dialysis: at once."',
      'block says "On dialysis: at once." without dialysis',
      'facts without cirrhosis → liver true',
    ])
  })
  test('what refers to a statement that lost a part refers to it as it is then', () => {
    const [, raise] = without('block without dialysis').statements
    if (raise === undefined) throw new Error('no statement')
    const findings = {
      cramps: 'true',
      dialysis: 'true',
      dose: { low: 20, high: 20 },
      kidney: { low: 80, high: 80 },
    } as const
    expect(evaluate(applies(s.raise), findings)).toBe('false')
    expect(evaluate(applies(raise), findings)).toBe('true')
  })
  test('the guideline itself stays as it was', () => {
    expect(s.small.statements).toEqual([s.block, s.raise, s.ask, s.stop])
  })
  test('an urgency is taken away, or given to everybody', () => {
    expect(without('block never urgent').statements[0]).not.toHaveProperty('urgentUnlessFalse')
    expect(without('block urgent without dialysis').statements[0]?.urgentUnlessFalse).toEqual({
      op: 'all',
      of: [],
    })
  })
})

describe('what a statement tells, part by part', () => {
  const referral = s.statement('refer', is(s.cramps), {
    action: {
      kind: 'refer',
      words: 'To {specialty}.',
      to: [{ specialty: 'one', when: is(s.liver) }, { specialty: 'other' }],
    },
  })
  test('a specialty gives way to those that are named before it', () => {
    expect(partsOf(referral).map(({ words }) => words)).toEqual([
      'refers to one',
      'refers to other',
    ])
    const other = partOf(referral, { refersTo: 'other' })
    expect(evaluate(other, { liver: 'true' })).toBe('false')
    expect(evaluate(other, { liver: 'false' })).toBe('true')
    expect(evaluate(other, {})).toBe('unknown')
  })
  test('an emergency is always urgent, and a sentence that is not there is never said', () => {
    expect(partOf({ ...s.ask, kind: 'emergency' }, 'urgent')).toEqual({ op: 'all', of: [] })
    expect(partOf(s.block, { says: 'Never written' })).toEqual({ op: 'any', of: [] })
  })
  test('parts that are put back as they were make the same statement', () => {
    for (const statement of [s.block, s.raise, referral]) {
      expect(withParts(statement, (condition) => condition)).toEqual(statement)
    }
  })
})
