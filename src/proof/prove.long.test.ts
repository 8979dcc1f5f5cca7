import { beforeAll, describe, expect, test } from 'vitest'
import { above, all, any, atMost, below, is, not } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import { days, mgPerDay } from '../logic/quantity.ts'
import type { Claim, SafetyPromise } from '../logic/promise.ts'
import { applies } from '../logic/statement.ts'
import { prove } from './prove.ts'
import type { ProofReport, PromiseResult } from './result.ts'
import * as s from './small.test-support.ts'

const promise = (id: string, ...claims: readonly Claim[]): SafetyPromise => ({
  id,
  title: id,
  why: 'For a test.',
  claims,
})

const raises = applies(s.raise)

const promises: readonly SafetyPromise[] = [
  promise('1-kept', { op: 'always', when: raises, then: not(is(s.dialysis)) }),
  promise('2-broken', { op: 'always', when: raises, then: is(s.liver) }),
  promise('3-of-nobody', {
    op: 'always',
    when: all(raises, is(s.dialysis)),
    then: is(s.liver),
  }),
  promise('4-never-kept', { op: 'never', when: raises, then: applies(s.block) }),
  promise('5-never-of-nobody', { op: 'never', when: raises, then: any() }),
  promise('6-open-kept', { op: 'open', when: not(raises), then: not(raises) }),
  promise('7-open-broken', { op: 'open', when: is(s.cramps), then: raises }),
  promise('8-stays', { op: 'stays', of: applies(s.block) }),
  promise('9-does-not-stay', { op: 'stays', of: applies(s.ask) }),
  promise('10-varies', { op: 'varies', of: raises }),
  promise('11-does-not-vary', { op: 'varies', of: all() }),
  promise('12-next-dose-kept', {
    op: 'next-dose',
    of: s.raise,
    bounds: {
      dose: s.dose,
      nextAtMost: mgPerDay(30),
      stepAtMost: mgPerDay(10),
      rises: true,
      apartAtLeast: days(7),
    },
  }),
  promise('13-next-dose-broken', {
    op: 'next-dose',
    of: s.raise,
    bounds: { dose: s.dose, nextAtMost: mgPerDay(29) },
  }),
  promise('14-told', { op: 'told', when: is(s.dialysis), of: s.block, part: 'urgent' }),
  promise('15-told-too-little', {
    op: 'told',
    when: atMost(s.kidney, s.weak),
    of: s.block,
    part: { says: 'On dialysis' },
  }),
  promise('16-untold', {
    op: 'untold',
    when: not(is(s.dialysis)),
    of: s.block,
    part: { says: 'On dialysis' },
  }),
  promise('17-only', { op: 'only', action: 'titrate', of: [s.raise] }),
  promise('18-not-only', { op: 'only', action: 'titrate', of: [] }),
  promise('19-implied', { op: 'always', when: is(s.cirrhosis), then: is(s.liver) }),
  promise('20-too-soon', {
    op: 'next-dose',
    of: s.raise,
    bounds: { dose: s.dose, apartAtLeast: days(8) },
  }),
]

let report: ProofReport
beforeAll(async () => {
  report = await prove(s.small, promises, {
    together: [{ one: s.ask, other: s.stop, why: 'Both.' }],
  })
})

const of = (id: string): PromiseResult => {
  const found = report.promises.find((one) => one.promise.id === id)
  if (found === undefined) throw new Error(`no promise ${id}`)
  return found
}

test.each([
  ['1-kept', 'proved'],
  ['2-broken', 'refuted'],
  ['3-of-nobody', 'vacuous'],
  ['4-never-kept', 'proved'],
  ['5-never-of-nobody', 'vacuous'],
  ['6-open-kept', 'proved'],
  ['7-open-broken', 'refuted'],
  ['8-stays', 'proved'],
  ['9-does-not-stay', 'refuted'],
  ['10-varies', 'proved'],
  ['11-does-not-vary', 'vacuous'],
  ['12-next-dose-kept', 'proved'],
  ['13-next-dose-broken', 'refuted'],
  ['14-told', 'proved'],
  ['15-told-too-little', 'refuted'],
  ['16-untold', 'proved'],
  ['17-only', 'proved'],
  ['18-not-only', 'refuted'],
  ['19-implied', 'proved'],
  ['20-too-soon', 'refuted'],
] as const)('promise %s is %s', (id, verdict) => {
  expect(of(id).verdict).toBe(verdict)
})

describe('what a report shows', () => {
  test('a kept promise has a witness that states only what is needed', () => {
    expect(of('1-kept').witness?.facts).toEqual({ dose: 20, kidney: 80, cramps: true })
  })
  test('a broken promise has a patient who breaks it, in words and as facts', () => {
    expect(of('2-broken').counterexample).toEqual({
      words: 'dose 20 mg/day; kidney function 80 mL/min/1.73 m²; has cramps',
      facts: { dose: 20, kidney: 80, cramps: true },
    })
    expect(of('2-broken').faults).toEqual(['Somebody breaks this: wherever raise: liver.'])
  })
  test('a warning that learning takes away shows the patient before and after', () => {
    const { counterexample } = of('9-does-not-stay')
    expect(counterexample?.facts).toEqual({})
    expect(counterexample?.later?.facts).toHaveProperty('kidney')
  })
  test('a next dose that is too high shows a present dose from which it is reached', () => {
    const present = of('13-next-dose-broken').counterexample?.facts?.['dose']
    expect(present).toBeGreaterThan(19)
    expect(present).toBeLessThan(30)
  })
  test('the facts that bear on a promise include those from which others follow', () => {
    expect(of('19-implied').covered).toMatchObject({ quantities: 0, presences: 2, others: 4 })
    expect(of('12-next-dose-kept').covered).toMatchObject({ quantities: 2, presences: 2 })
  })
  test('a promise that is not proved makes the whole report not proved', () => {
    expect(report.proved).toBe(false)
  })
})

describe('what is found beside the promises', () => {
  test('every statement has its simplest patient', () => {
    expect(report.survey?.statements.map(({ id, holds }) => [id, holds?.facts])).toEqual([
      ['block', { kidney: 15 }],
      ['raise', { dose: 20, kidney: 80, cramps: true }],
      ['ask', {}],
      ['stop', { dose: 50 }],
    ])
  })
  test('nothing of it is idle', () => {
    expect(report.survey?.dead).toEqual([])
  })
  test('two statements that may hold together are shown with a patient who has both', () => {
    expect(report.survey?.together[0]?.example?.facts).toEqual({ dose: 50 })
  })
  test('somebody for whom every statement is decided not to hold is met with silence', () => {
    expect(report.survey?.silence.total?.facts).toEqual({ dose: 20, kidney: 80, cramps: false })
  })
})

test('a part that can never be true is named as idle, and so is a sentence that nobody is told', async () => {
  const idle = s.statement('idle', all(below(s.dose, s.ceiling), not(below(s.dose, s.ceiling))), {
    action: { kind: 'inform', words: 'x', also: [{ when: is(s.cramps), words: 'Never said.' }] },
  })
  const definition: Definition = { ...s.small, statements: [...s.small.statements, idle] }
  const found = await prove(definition, [])
  expect(found.survey?.dead).toEqual([
    'idle: (dose < 30 and not dose < 30) is never true.',
    'idle: never says "Never said.".',
  ])
})

test('only the promises that are asked for are proved, by number or by id', async () => {
  const found = await prove(s.small, promises, { only: ['1', '4-never-kept'], survey: false })
  expect(found.promises.map(({ promise: { id } }) => id)).toEqual(['1-kept', '4-never-kept'])
  expect(found.proved).toBe(true)
})

test('a promise is held against the guideline as it is, not as it was when the promise was written', async () => {
  const unblocked: Definition = {
    ...s.small,
    statements: s.small.statements.map((one) =>
      one.id === 'raise'
        ? { ...one, when: all(is(s.cramps), above(s.kidney, s.weak)), unless: [] }
        : one,
    ),
  }
  const found = await prove(unblocked, promises, { only: ['1'], survey: false })
  expect(found.promises[0]?.counterexample?.facts).toMatchObject({ dialysis: true, cramps: true })
})
