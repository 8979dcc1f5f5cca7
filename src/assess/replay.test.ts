import { describe, expect, test } from 'vitest'
import type { Assessment } from './assess.ts'
import { assess } from './assess.ts'
import { hashOf } from './canonical.ts'
import type { FactsInput } from './input.ts'
import { replay } from './replay.ts'
import type { Replayed } from './replay.ts'
import { assessAndSave } from './saved-answer.ts'
import type { GivenInput, SavedAnswer } from './saved-answer.ts'

const facts: FactsInput = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  potassium: 4.1,
  crampsPersist: true,
  baclofenSideEffects: false,
  magnesium: { value: 1.6, unit: 'mg/dL' },
}

const record = [
  { resourceType: 'Patient', id: 'p1', birthDate: '1968-03-01' },
  {
    resourceType: 'Observation',
    id: 'o1',
    status: 'final',
    subject: { reference: 'Patient/p1' },
    code: { coding: [{ system: 'http://loinc.org', code: '98979-8' }] },
    effectiveDateTime: '2026-11-13',
    valueQuantity: {
      value: 52,
      system: 'http://unitsofmeasure.org',
      code: 'mL/min/{1.73_m2}',
    },
  },
]

const saved = async (
  given: GivenInput = { facts },
  policy?: { readonly name: string; readonly staleAfterDays: number },
): Promise<SavedAnswer> => {
  const answer = await assessAndSave(given, {
    on: '2026-11-23',
    ...(policy === undefined ? {} : { policy }),
  })
  if ('problems' in answer) throw new Error(JSON.stringify(answer.problems))
  // What is replayed came through a file.
  return JSON.parse(JSON.stringify(answer)) as SavedAnswer
}

const replayed = async (input: unknown): Promise<Replayed> => {
  const done = await replay(input)
  if ('problems' in done) throw new Error(JSON.stringify(done.problems))
  return done
}

/** A saved answer as an older version would have made it: its answer changed, and hashed again. */
const byAnother = async (change: (answer: Assessment) => Assessment): Promise<SavedAnswer> => {
  const now = await saved()
  const answer = change(now.answer)
  return {
    ...now,
    crampwise: '0.0.9',
    definition: `sha256:${'0'.repeat(64)}`,
    answer,
    answerHash: await hashOf(answer),
  }
}

const withStatement = (
  answer: Assessment,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Assessment => ({
  ...answer,
  statements: answer.statements.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

describe('an answer that was saved', () => {
  test.each<[string, GivenInput]>([
    ['facts', { facts }],
    ['a record', { record }],
    ['a record with facts beside it', { record, facts: { crampsPersist: true } }],
    ['a record whose medication list is said to be whole', { record, medications: true }],
    ['nothing at all', {}],
  ])('of %s is made again to the last character', async (_what, given) => {
    expect(await replayed(await saved(given))).toMatchObject({
      same: true,
      sameProgram: true,
      differences: [],
    })
  })

  test('is made again by the policy of its site, and on its own day', async () => {
    const old: FactsInput = {
      ...facts,
      eGfr: { value: 78, unit: 'mL/min/{1.73_m2}', date: '2026-10-01' },
    }
    const answer = await saved({ facts: old }, { name: 'A hospital', staleAfterDays: 30 })
    expect(answer.policy).toMatchObject({ name: 'A hospital' })
    expect((await replayed(answer)).same).toBe(true)
    const { policy: _policy, ...without } = answer
    expect((await replayed(without)).same).toBe(false)
  })

  test('holds the answer that the library gives', async () => {
    expect((await saved()).answer).toEqual(
      JSON.parse(JSON.stringify(assess(facts, { on: '2026-11-23' }))),
    )
  })

  test('is not made of an input that is refused', async () => {
    expect(await assessAndSave({ facts: { age: 580 } })).toMatchObject({ problems: [{}] })
  })
})

describe('a difference', () => {
  test('from the same version is said to be a fault: a fact was changed after saving', async () => {
    const answer = await saved()
    const { same, sameProgram, differences } = await replayed({
      ...answer,
      given: { facts: { ...facts, eGfr: 45 } },
    })
    expect({ same, sameProgram }).toEqual({ same: false, sameProgram: true })
    expect(differences.join('\n')).toMatch(
      /Increase baclofen \(increase-baclofen\): it held; now it does not hold\. .*eGFR 45/,
    )
    expect(differences).toContain('What is known: this is different.')
  })

  test.each<[string, (answer: Assessment) => Assessment, RegExp]>([
    [
      'a statement that held otherwise',
      (answer) => withStatement(answer, 'increase-baclofen', { holds: 'unknown' }),
      /increase-baclofen\): it could not be decided; now it holds/,
    ],
    [
      'another dose in an action',
      (answer) =>
        withStatement(answer, 'increase-baclofen', {
          action: { kind: 'titrate', words: 'Raise it.', to: 40 },
        }),
      /increase-baclofen\): What to do was "Raise it\." .*"to":40.*now it is .*"to":30/,
    ],
    [
      'another urgency',
      (answer) => withStatement(answer, 'apply-ice', { urgency: 'urgent' }),
      /apply-ice\): its urgency was urgent; now it is routine/,
    ],
    [
      'another title',
      (answer) => withStatement(answer, 'apply-ice', { title: 'Cold' }),
      /apply-ice\): its title was "Cold"/,
    ],
    [
      'another basis',
      (answer) => withStatement(answer, 'apply-ice', { basis: ['outside'] }),
      /apply-ice\): another basis/,
    ],
    [
      'another reason',
      (answer) => withStatement(answer, 'apply-ice', { because: 'Because.' }),
      /explained otherwise: apply-ice\./,
    ],
    [
      'a statement that there was not',
      (answer) => ({
        ...answer,
        statements: answer.statements.filter(({ id }) => id !== 'apply-ice'),
      }),
      /apply-ice\): there was no such statement; now it holds/,
    ],
    [
      'a statement that there is no longer',
      (answer) => ({
        ...answer,
        statements: [
          ...answer.statements,
          { ...(answer.statements[0] as Assessment['statements'][number]), id: 'gone' },
        ],
      }),
      /\(gone\): it .*; now there is no such statement/,
    ],
    [
      'another order',
      (answer) => ({ ...answer, statements: answer.statements.toReversed() }),
      /stand in another order/,
    ],
    [
      'another version of the guideline',
      (answer) => ({ ...answer, guideline: { ...answer.guideline, version: '0.9.0' } }),
      /What is said of the guideline itself/,
    ],
    ['other assumptions', (answer) => ({ ...answer, assumed: [] }), /What is assumed absent/],
  ])('%s is told in words', async (_what, change, words) => {
    const { same, sameProgram, differences, saved: by } = await replayed(await byAnother(change))
    expect({ same, sameProgram }).toEqual({ same: false, sameProgram: false })
    expect(by.crampwise).toBe('0.0.9')
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatch(words)
  })

  test('is never left unsaid: an answer that differs anywhere has at least one', async () => {
    const { answer } = await saved()
    for (const part of Object.keys(answer)) {
      const other = await byAnother((whole) => ({
        ...whole,
        [part]: part === 'statements' ? whole.statements.slice(1) : 'other',
      }))
      expect((await replayed(other)).differences.length, part).toBeGreaterThan(0)
    }
  })

  test('is told where an input is refused now that was taken before', async () => {
    const answer = await saved()
    const { differences } = await replayed({ ...answer, given: { facts: { agee: 58 } } })
    expect(differences[0]).toMatch(/refused now, at agee/)
  })

  test('another version with the same answer: the same', async () => {
    expect(await replayed(await byAnother((answer) => answer))).toMatchObject({
      same: true,
      sameProgram: false,
    })
  })
})
