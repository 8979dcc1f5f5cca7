import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { assess } from '../../src/assess/assess.ts'
import type { FactsInput } from '../../src/assess/input.ts'
import { guideline } from '../../src/guideline/index.ts'
import { together } from '../../src/guideline/opposed.ts'
import { promises } from '../../src/guideline/promises.ts'
import { proofMarkdown } from '../../src/proof/markdown.ts'
import { prove, proveWith } from '../../src/proof/prove.ts'
import type { Example, ProofReport, PromiseResult } from '../../src/proof/result.ts'
import { withSolver } from '../../src/proof/session.ts'
import { without } from './weakened.test-support.ts'

let report: ProofReport
let seconds: number
beforeAll(async () => {
  // What it costs and not how long it took: other work on the machine is not held against it.
  const began = process.cpuUsage()
  report = await prove(guideline, promises, { together })
  const { user, system } = process.cpuUsage(began)
  seconds = (user + system) / 1e6
})

/** What an assessment makes of an example; a refusal fails the test with its problems. */
const assessed = ({ facts }: Example): readonly string[] => {
  const plan = assess((facts ?? { facts: 'missing' }) as FactsInput, { on: '2026-11-23' })
  if (!('statements' in plan)) throw new Error(JSON.stringify(plan.problems))
  return plan.statements.filter(({ holds }) => holds === 'true').map(({ id }) => id)
}

describe('the guideline keeps its promises', () => {
  test.each(promises.map(({ id, title }) => [id, title] as const))('%s: %s', (id) => {
    const result = report.promises.find(({ promise }) => promise.id === id)
    expect(result?.faults).toEqual([])
    expect(result?.verdict).toBe('proved')
    expect(result?.witness, 'it speaks of somebody').toBeDefined()
  })
  test('all of them, and all that is found beside them, take less than a minute of computing', () => {
    expect(seconds).toBeLessThan(60)
  })
  test('the eleven promises of the guideline come first, each with its number', () => {
    const numbers = promises.map(({ id }) => Number.parseInt(id, 10))
    expect(numbers).toEqual(promises.map((_promise, index) => index + 1))
    expect(promises.filter(({ further }) => further !== true)).toHaveLength(11)
  })
  test('every witness is a patient whom an assessment accepts', () => {
    for (const { witness } of report.promises) if (witness !== undefined) assessed(witness)
  })
})

describe('what is found beside the promises', () => {
  const survey = () => {
    if (report.survey === undefined) throw new Error('no survey')
    return report.survey
  }
  test('an assessment agrees that every statement holds for its simplest patient', () => {
    for (const { id, holds } of survey().statements) {
      expect(holds, id).toBeDefined()
      if (holds !== undefined) expect(assessed(holds)).toContain(id)
    }
  })
  test('no part of a statement is idle', () => {
    expect(survey().dead).toEqual([])
  })
  test('pairs that might be taken for a contradiction can hold together: none is listed in vain', () => {
    for (const { one, other, example } of survey().together) {
      expect(example, `${one} and ${other}`).toBeDefined()
      if (example !== undefined) {
        expect(assessed(example)).toEqual(expect.arrayContaining([one, other]))
      }
    }
  })
  test('nobody is met with silence', () => {
    expect(survey().silence.total).toBeUndefined()
  })
  test('advised nothing is only somebody without cramps and without baclofen, who is told to be outside', () => {
    expect(survey().silence.noAdvice?.hears).toEqual(['outside-guideline'])
    expect(survey().silence.noAdvice?.facts).toMatchObject({
      baclofenDose: 0,
      crampsPersist: false,
    })
  })
  test('the report in exports is that of this guideline', () => {
    const written = readFileSync(new URL('../../exports/proof/report.md', import.meta.url), 'utf8')
    expect(proofMarkdown(report)).toBe(written)
  })
})

/** For each promise, parts without which it no longer holds. */
const losses: readonly (readonly [number: string, what: string, ...parts: string[]])[] = [
  [
    '1',
    'raising without the eGFR',
    'increase-baclofen without eGfr > 60',
    'increase-baclofen without its exception avoid-baclofen-severe-renal',
    'increase-baclofen without its exception no-increase-moderate-renal',
    'increase-baclofen without its exception taper-baclofen',
  ],
  ['1', 'raising by 10 mg at any age', 'increase-baclofen without age < 65'],
  [
    '1',
    'raising without asking for side effects',
    'increase-baclofen without not baclofenSideEffects',
    'increase-baclofen without its exception no-increase-side-effects',
  ],
  ['2', 'raising at 30 mg/day and above', 'increase-baclofen without baclofenDose < 30'],
  ['2', 'raising before a week is over', 'increase-baclofen without daysAtDose >= 7'],
  [
    '3',
    'raising in acute kidney injury',
    'increase-baclofen without its exception no-increase-acute-kidney-injury',
  ],
  ['4', 'no warning to those with a pump', 'never-stop-abruptly without intrathecalBaclofen'],
  ['4', 'no withdrawal on dialysis', 'taper-baclofen without onDialysis'],
  ['5', 'magnesium without a low result', 'magnesium-oxide-at-night without low magnesium'],
  ['5', 'magnesium in pregnancy', 'magnesium-oxide-at-night without not pregnancy'],
  ['6', 'quinidine in use unnoticed', 'avoid-quinidine without takesQuinidine'],
  ['7', 'albumin before the gate', 'consider-albumin without second line open'],
  [
    '7',
    'a benzodiazepine against its risks',
    'consider-benzodiazepine-trial without its exception benzodiazepine-risk',
  ],
  ['8', 'a withdrawal that dialysis no longer keeps', 'taper-baclofen without onDialysis'],
  ['9', 'side effects unheard', 'no-increase-side-effects without takesBaclofen'],
  ['10', 'monitoring for everybody', 'monitor-side-effects without taking baclofen'],
  [
    '11',
    'a referral only from 65 on',
    'refer-no-option-left without baclofenDose >= 30 in baclofen optimized in second line open',
  ],
  ['12', 'children not told', 'outside-guideline without age < 18'],
  [
    '13',
    'kidney injury with a pump',
    'no-increase-acute-kidney-injury without intrathecalBaclofen',
  ],
  ['14', 'seizures without epilepsy', 'seizure-caution without epilepsy'],
  ['15', 'dialysis unheard', 'avoid-baclofen-severe-renal without onDialysis'],
  ['16', 'the ceiling below 30 mg/day', 'baclofen-at-ceiling without baclofenDose >= 30'],
  ['17', 'the laboratory’s limit ignored', 'correct-hypokalemia without potassium < 3.5'],
  [
    '18',
    'a missing magnesium unasked',
    'check-potassium-and-magnesium without not magnesium known',
  ],
  ['19', 'red flags for everyone', 'red-flags without redFlags'],
  [
    '20',
    'no gate for side effects',
    'consider-albumin without baclofenSideEffects in second line open',
  ],
  ['21', 'methocarbamol twice', 'consider-methocarbamol without not takesMethocarbamol'],
  ['22', 'ice beside a red flag', 'apply-ice without its exception red-flags'],
  ['23', 'never urgent', 'avoid-baclofen-severe-renal never urgent'],
  ['24', 'cirrhosis without liver disease', 'facts without cirrhosis → liverDisease true'],
]

describe('a weakened guideline breaks its promises', () => {
  const results = new Map<string, PromiseResult>()
  beforeAll(async () => {
    await withSolver(async (terms) => {
      for (const [number, what, ...parts] of losses) {
        const only = { only: [number], survey: false }
        const [result] = (await proveWith(terms, without(...parts), promises, only)).promises
        if (result !== undefined) results.set(what, result)
      }
    })
  })
  test.each(losses)(
    'promise %s notices: %s, and shows a patient whom an assessment accepts',
    (number, what) => {
      const result = results.get(what)
      expect(result?.promise.id.split('-')[0]).toBe(number)
      expect(result?.verdict).toBe(number === '10' ? 'vacuous' : 'refuted')
      expect(result?.faults).not.toEqual([])
      const shown = result?.counterexample
      expect(shown === undefined).toBe(number === '10')
      if (shown !== undefined) assessed(shown)
      if (shown?.later !== undefined) assessed(shown.later)
    },
  )
  test('there is such a loss for every promise', () => {
    const noticed = new Set(losses.map(([number]) => number))
    const numbers = promises.map(({ id }) => id.split('-')[0] ?? '')
    expect(numbers.filter((number) => !noticed.has(number))).toEqual([])
  })
  test('an increase that asks for no eGFR is shown by somebody without one', () => {
    const facts = results.get('raising without the eGFR')?.counterexample?.facts
    expect(facts).toMatchObject({ baclofenDose: 20, crampsPersist: true })
    expect(facts).not.toHaveProperty('eGfr')
  })
})
