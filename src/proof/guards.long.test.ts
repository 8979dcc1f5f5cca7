import { expect, test } from 'vitest'
import { all, any, is, not } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { applies } from '../logic/statement.ts'
import type { Shows } from './evaluated.ts'
import { guards } from './guards.ts'
import { proverOf } from './prover.ts'
import { withSolver } from './session.ts'
import * as s from './small.test-support.ts'

const onDialysis: SafetyPromise = {
  id: '1-no-raise-on-dialysis',
  title: 'No raise on dialysis.',
  why: 'For a test.',
  claims: [
    { op: 'always', when: applies(s.raise), then: not(is(s.dialysis)) },
    { op: 'told', when: is(s.dialysis), of: s.block, part: 'urgent' },
  ],
}

/** The small guideline with a condition that says nothing new. */
const repeated: Definition = {
  ...s.small,
  statements: s.small.statements.map((one) =>
    one.id === 'stop' ? { ...one, when: all(one.when, any(one.when, is(s.cramps))) } : one,
  ),
}

test('each part that is taken out breaks a promise, changes nothing, or changes somebody', async () => {
  const found = new Map(
    (await guards(repeated, [onDialysis])).map(({ id, breaks, effect }) => [id, breaks ?? effect]),
  )
  expect(Object.fromEntries(found)).toMatchObject({
    'block without dialysis': '1-no-raise-on-dialysis',
    'raise without its exception block': '1-no-raise-on-dialysis',
    'block never urgent': '1-no-raise-on-dialysis',
    'raise without cramps': 'advice',
    'block urgent without dialysis': 'advice',
    'stop without (dose >= 30 or cramps)': 'none',
    'raise without kidney > 60': 'none',
    'facts without cirrhosis → liver true': 'advice',
  })
})

test('what the solver finds is evaluated again, and a disagreement is not passed over', async () => {
  await withSolver(async (terms) => {
    const prover = proverOf(terms, s.small)
    const shows: Shows = ([patient]) => patient?.['cramps'] === 'true'
    expect(await prover.find(is(s.cramps), 'true', shows)).toEqual({ cramps: 'true' })
    await expect(prover.find(is(s.cramps), 'true', () => false)).rejects.toThrow(
      'Solver and evaluation disagree',
    )
  })
})
