import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Assessment, FactsInput } from '../src/index.ts'
import { assess } from '../src/index.ts'
import { assessRecord } from '../src/record.ts'
import { root } from './repository.test-support.ts'

const on = '2026-11-23'
const folder = join(root, 'examples')
const json = (kind: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, kind, `${name}.json`), 'utf8'))

/** The worked examples of the guideline, with what must come of each whatever else changes. */
const workedExamples: readonly {
  readonly name: string
  readonly who: string
  readonly true: readonly string[]
  readonly false?: readonly string[]
  readonly unknown?: Readonly<Record<string, readonly string[]>>
  readonly to?: Readonly<Record<string, number>>
}[] = [
  {
    name: '01-increase',
    who: '58 years, 20 mg/day for 14 days, eGFR 78: to 30 mg/day, and physical measures',
    true: ['increase-baclofen', 'stretch-and-massage', 'apply-ice'],
    to: { 'increase-baclofen': 30 },
  },
  {
    name: '02-egfr-never-measured',
    who: 'the same, eGFR never measured: undecided for want of it, and it is to be measured',
    true: ['check-renal-function'],
    unknown: { 'increase-baclofen': ['eGfr'] },
  },
  {
    name: '03-egfr-60',
    who: 'the same with an eGFR of 60: no increase, and a lower dose is reviewed',
    true: ['no-increase-moderate-renal', 'reduce-baclofen-moderate-renal'],
    false: ['increase-baclofen'],
  },
  {
    name: '04-dialysis',
    who: 'the same on dialysis: avoid, withdraw gradually, never abruptly',
    true: ['avoid-baclofen-severe-renal', 'taper-baclofen', 'never-stop-abruptly'],
    false: ['increase-baclofen'],
  },
  {
    name: '05-older-adult-at-15',
    who: '65 years on 15 mg/day, eGFR 90: a review before more',
    true: ['review-before-exceeding-15-mg', 'monitor-older-adult'],
    false: ['increase-baclofen'],
  },
  {
    name: '06-last-step-to-ceiling',
    who: '64 years on 25 mg/day for 7 days, eGFR 61: 30 mg/day, not 35',
    true: ['increase-baclofen'],
    to: { 'increase-baclofen': 30 },
  },
  {
    name: '07-cirrhosis-at-ceiling',
    who: '50 years on 30 mg/day with cirrhosis: at the ceiling, albumin is considered',
    true: ['baclofen-at-ceiling', 'consider-albumin', 'monitor-first-month'],
  },
  {
    name: '08-low-magnesium',
    who: '45 years on 10 mg/day, magnesium 0.6, depletion not assessed: the oxide waits',
    true: ['increase-baclofen', 'correct-hypomagnesemia'],
    unknown: { 'magnesium-oxide-at-night': ['waterAndSodiumDepletion'] },
    to: { 'increase-baclofen': 20 },
  },
]

const assessed = (name: string): readonly (readonly [string, Assessment])[] => {
  const plans = [
    ['as facts', assess(json('facts', name) as FactsInput, { on })],
    ['as a record', assessRecord(json('records', name), { on })],
  ] as const
  return plans.map(([how, plan]) => {
    if (!('statements' in plan)) expect.fail(`${name} ${how}: ${JSON.stringify(plan.problems)}`)
    return [how, plan]
  })
}

describe('the worked examples of the guideline', () => {
  test('each is there as facts', () => {
    const files = readdirSync(join(folder, 'facts'))
    expect(files).toEqual(workedExamples.map(({ name }) => `${name}.json`))
  })

  test.each(workedExamples)(
    '$who',
    ({ name, true: holds, false: not = [], unknown = {}, to = {} }) => {
      for (const [how, { statements }] of assessed(name)) {
        const truth = Object.fromEntries(statements.map((one) => [one.id, one]))
        for (const id of holds) expect(truth[id]?.holds, `${id} ${how}`).toBe('true')
        for (const id of not) expect(truth[id]?.holds, `${id} ${how}`).toBe('false')
        for (const [id, missing] of Object.entries(unknown)) {
          expect(truth[id], how).toMatchObject({ holds: 'unknown', missing })
        }
        for (const [id, dose] of Object.entries(to)) {
          expect(truth[id]?.action, how).toMatchObject({ to: dose, unit: 'mg/d' })
        }
      }
    },
  )

  test.each(workedExamples)('$name: the record and the facts give the same truths', ({ name }) => {
    const [facts, record] = assessed(name).map(([, { statements, ask }]) => ({
      truths: statements.map(({ id, holds, urgency }) => `${id} ${holds} ${urgency}`).sort(),
      ask: ask.map(({ fact }) => fact),
    }))
    expect(record).toEqual(facts)
  })
})
