import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryCondition, arbitraryFindings } from './arbitrary.test-support.ts'
import { is } from './condition.ts'
import type { Condition } from './condition.ts'
import { applies } from './statement.ts'
import type { Statement } from './statement.ts'
import { evaluate } from './trace.ts'
import { and, negate } from './truth.ts'
import type { Truth } from './truth.ts'
import { cramps, dialysis, drowsy, vocabulary } from './vocabulary.test-support.ts'

const statement = (id: string, when: Condition, unless?: readonly Statement[]): Statement => ({
  id,
  kind: 'recommendation',
  title: id,
  says: id,
  implements: [],
  basis: ['source'],
  references: [],
  outside: [],
  when,
  ...(unless === undefined ? {} : { unless }),
  action: { kind: 'inform', words: id },
})

const supervised = statement('supervised', is(drowsy))
const avoid = statement('avoid', is(dialysis))
const avoidUnlessSupervised = statement('avoid', is(dialysis), [supervised])

type Row = readonly [cramps: Truth, dialysis: Truth, drowsy: Truth, expected: Truth]

const holds = (of: Statement, [first, second, third]: Row): Truth =>
  evaluate(applies(of), { cramps: first, dialysis: second, drowsy: third })

describe('advice that another statement defeats', () => {
  const advice = statement('advice', is(cramps), [avoid])

  test.each<Row>([
    ['true', 'false', 'unknown', 'true'],
    ['true', 'true', 'unknown', 'false'],
    ['true', 'unknown', 'unknown', 'unknown'],
    ['false', 'false', 'unknown', 'false'],
    ['false', 'unknown', 'unknown', 'false'],
    ['unknown', 'true', 'unknown', 'false'],
    ['unknown', 'false', 'unknown', 'unknown'],
  ])('cramps %s, dialysis %s (drowsy %s): %s', (...row) => {
    expect(holds(advice, row)).toBe(row[3])
  })
})

describe('advice whose defeat has an exception of its own', () => {
  const advice = statement('advice', is(cramps), [avoidUnlessSupervised])

  test.each<Row>([
    ['true', 'true', 'false', 'false'],
    ['true', 'true', 'true', 'true'],
    ['true', 'true', 'unknown', 'unknown'],
    ['true', 'unknown', 'true', 'true'],
    ['true', 'unknown', 'false', 'unknown'],
    ['true', 'false', 'unknown', 'true'],
    ['false', 'true', 'true', 'false'],
  ])('cramps %s, dialysis %s, drowsy %s: %s', (...row) => {
    expect(holds(advice, row)).toBe(row[3])
  })

  test('whatever the three conditions are', () => {
    const condition = arbitraryCondition(vocabulary)
    fc.assert(
      fc.property(
        fc.tuple(condition, condition, condition, arbitraryFindings(vocabulary)),
        ([first, second, third, findings]) => {
          const exception = statement('exception', third)
          const defeat = statement('defeat', second, [exception])
          const one = evaluate(applies(statement('advice', first, [defeat])), findings)
          const defeated = and([evaluate(second, findings), negate(evaluate(third, findings))])
          expect(one).toBe(and([evaluate(first, findings), negate(defeated)]))
        },
      ),
    )
  })
})

describe('when a statement applies', () => {
  const advice = statement('advice', is(cramps), [avoid, supervised])

  test('each of several defeats is enough', () => {
    expect(holds(advice, ['true', 'false', 'true', 'false'])).toBe('false')
    expect(holds(advice, ['true', 'true', 'false', 'false'])).toBe('false')
    expect(holds(advice, ['true', 'false', 'false', 'true'])).toBe('true')
  })

  test('reads as the statement, its own condition first and each defeat by its name', () => {
    expect(applies(advice)).toEqual({
      op: 'all',
      name: 'advice',
      of: [
        is(cramps),
        { op: 'not', of: { op: 'all', name: 'avoid', of: [is(dialysis)] } },
        { op: 'not', of: { op: 'all', name: 'supervised', of: [is(drowsy)] } },
      ],
    })
  })

  test('is made once, so that what shares it is evaluated once', () => {
    expect(applies(advice)).toBe(applies(advice))
    const defeat = applies(advice)
    expect(defeat.op === 'all' && defeat.of[1]).toEqual({ op: 'not', of: applies(avoid) })
    expect(applies(statement('advice', is(cramps)))).not.toBe(applies(advice))
  })
})
