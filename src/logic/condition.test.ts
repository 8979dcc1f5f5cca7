import { describe, expect, test } from 'vitest'
import {
  above,
  all,
  any,
  atLeast,
  atMost,
  below,
  factsOf,
  fold,
  is,
  known,
  named,
  not,
} from './condition.ts'
import type { Cases, Condition } from './condition.ts'
import {
  ceiling,
  cramps,
  dialysis,
  dose,
  filtration,
  low,
  potassium,
  severe,
} from './vocabulary.test-support.ts'

/** A condition as a line, with brackets everywhere. */
const line: Cases<string> = {
  is: ({ id }) => id,
  compare: ({ id }, by, { value }) => `${id} ${by} ${String(value)}`,
  known: ({ id }) => `${id}?`,
  all: (of, name) => `${name ?? ''}(${of.join(' and ')})`,
  any: (of, name) => `${name ?? ''}(${of.join(' or ')})`,
  not: (of) => `not ${of}`,
}

const read = (condition: Condition): string => fold(condition, line)

describe('each shape is read as it was written', () => {
  test.each<[string, Condition]>([
    ['cramps', is(cramps)],
    ['dose < 30', below(dose, ceiling)],
    ['dose <= 30', atMost(dose, ceiling)],
    ['filtration > 30', above(filtration, severe)],
    ['filtration >= 30', atLeast(filtration, severe)],
    ['potassium < 3.5', below(potassium, low)],
    ['dose?', known(dose)],
    ['cramps?', known(cramps)],
    ['(cramps and dose < 30)', all(is(cramps), below(dose, ceiling))],
    ['(cramps or dialysis)', any(is(cramps), is(dialysis))],
    ['()', all()],
    ['()', any()],
    ['not cramps', not(is(cramps))],
    [
      'not (cramps or not (dialysis and cramps))',
      not(any(is(cramps), not(all(is(dialysis), is(cramps))))),
    ],
  ])('%s', (expected, condition) => {
    expect(read(condition)).toBe(expected)
  })
})

describe('an idea with a name', () => {
  test('that has several parts keeps its shape', () => {
    expect(named('either', any(is(cramps), is(dialysis)))).toEqual({
      op: 'any',
      of: [is(cramps), is(dialysis)],
      name: 'either',
    })
    expect(read(named('both', all(is(cramps), is(dialysis))))).toBe('both(cramps and dialysis)')
  })

  test.each<[string, Condition]>([
    ['a fact', is(cramps)],
    ['a comparison', below(dose, ceiling)],
    ['a question about knowledge', known(dose)],
    ['a negation', not(is(cramps))],
  ])('that is %s becomes a list of one', (_what, condition) => {
    expect(named('idea', condition)).toEqual({ op: 'all', of: [condition], name: 'idea' })
  })

  test('is given its latest name', () => {
    expect(read(named('new', named('old', all(is(cramps)))))).toBe('new(cramps)')
  })
})

describe('what a fold keeps', () => {
  const shared = all(is(cramps), is(dialysis))

  /** How often parts were made, and how often lists, with or without a map to keep them in. */
  const count = (condition: Condition, made?: Map<Condition, string>): number => {
    let lists = 0
    const counting: Cases<string> = {
      ...line,
      all: (of) => {
        lists++
        return `(${of.join(' and ')})`
      },
    }
    fold(condition, counting, made)
    return lists
  }

  test('a shared part is made at every place where it stands', () => {
    expect(count(any(shared, not(shared)))).toBe(2)
  })

  test('but once only when there is a map to keep it in', () => {
    const made = new Map<Condition, string>()
    expect(count(any(shared, not(shared)), made)).toBe(1)
    expect(made.get(shared)).toBe('(cramps and dialysis)')
  })

  test('and what is in the map already is not made again', () => {
    const made = new Map<Condition, string>([[shared, 'kept']])
    expect(fold(not(shared), line, made)).toBe('not kept')
  })
})

describe('the facts that a condition asks about', () => {
  test('come each once, as they are first met', () => {
    const condition = all(
      below(potassium, low),
      any(is(dialysis), not(known(dose))),
      is(cramps),
      not(all(is(dialysis), atMost(potassium, low))),
    )
    expect(factsOf(condition)).toEqual([potassium, dialysis, dose, cramps])
  })

  test('of nothing are none', () => {
    expect(factsOf(all(any(), not(all())))).toEqual([])
  })
})
