import { describe, expect, test } from 'vitest'
import {
  answered,
  bundle,
  eGfr,
  holds,
  icd,
  increasing,
  known,
  order,
  patient,
  planOf,
  problem,
  read,
  snomed,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { assessRecord } from './record.ts'

const sideEffects = (answer: boolean | number | Resource, change: Resource = {}): unknown =>
  known('baclofenSideEffects', answered({ baclofenSideEffects: answer }, change))

const coding = (code: string): Resource => ({ valueCoding: { code } })

describe('an answer', () => {
  test.each([
    ['yes', true, 'true'],
    ['no', false, 'false'],
    ['coded yes', coding('Y'), 'true'],
    ['coded no', coding('N'), 'false'],
    ['asked and not known', coding('asked-unknown'), 'unknown'],
    ['coded as something else', coding('maybe'), 'unknown'],
    ['a code that only objects know', coding('constructor'), 'unknown'],
    ['in words', { valueString: 'no' }, 'unknown'],
    ['"false" written as text', { valueBoolean: 'false' }, 'unknown'],
    ['empty', {}, 'unknown'],
  ])('%s', (_sentence, answer, expected) => {
    expect(sideEffects(answer)).toBe(expected)
  })
  test('that cannot be read is named with its place', () => {
    expect(read(answered({ crampsPersist: { valueString: 'often' } })).problems).toMatchObject([
      { kind: 'set-aside', where: 'QuestionnaireResponse/answers.item[crampsPersist]' },
    ])
  })
  test('given twice is not known', () => {
    const item = [
      { linkId: 'baclofenSideEffects', answer: [{ valueBoolean: false }] },
      { linkId: 'baclofenSideEffects', answer: [{ valueBoolean: true }] },
    ]
    expect(sideEffects(false, { item })).toBe('unknown')
    const answer = [{ valueBoolean: false }, { valueBoolean: true }]
    expect(sideEffects(false, { item: [{ linkId: 'baclofenSideEffects', answer }] })).toBe(
      'unknown',
    )
  })
  test('in a group, or below another answer, counts', () => {
    const inner = { linkId: 'baclofenSideEffects', answer: [{ valueBoolean: false }] }
    expect(sideEffects(false, { item: [{ linkId: 'group', item: [inner] }] })).toBe('false')
    const below = [{ linkId: 'crampsPersist', answer: [{ valueBoolean: true, item: [inner] }] }]
    expect(sideEffects(false, { item: below })).toBe('false')
  })
  test('to a question that is none of ours, or without an answer, counts for nothing', () => {
    const item = [
      { linkId: '__proto__', answer: [{ valueBoolean: true }] },
      { linkId: 'crampsPersist' },
    ]
    expect(Object.keys(read(answered({}, { item })).given)).toEqual(['age'])
  })
  test.each([
    ['of another questionnaire', { questionnaire: 'http://example.org/other' }, 'nothing'],
    ['not finished', { status: 'in-progress' }, 'nothing'],
    ['entered in error', { status: 'entered-in-error' }, 'nothing'],
    ['without a date', { authored: undefined }, 'nothing'],
    ['of tomorrow', { authored: '2026-11-24' }, 'nothing'],
    ['of nobody', { subject: undefined }, 'unknown'],
    ['amended', { status: 'amended' }, 'false'],
  ])('in a response %s', (_sentence, change, expected) => {
    expect(sideEffects(false, change)).toBe(expected)
  })
  test('to a version of our questionnaire counts', () => {
    const versioned = `${String(answered({})['questionnaire'])}|1.0.0`
    expect(sideEffects(false, { questionnaire: versioned })).toBe('false')
  })
})

describe('an amount that is answered', () => {
  const amount = (fact: string, answer: number | Resource): unknown =>
    known(fact, answered({ [fact]: answer }))
  const inUnit = (value: unknown, unit?: string): Resource => ({ valueQuantity: { value, unit } })

  test('is read in its unit', () => {
    expect(amount('magnesium', inUnit(1.7, 'mg/dL'))).toBeCloseTo(0.699444, 5)
    expect(amount('eGfr', inUnit(78, 'mL/min/{1.73_m2}'))).toBe(78)
  })
  test('as a bare number is read only where no other unit is possible', () => {
    expect(amount('daysAtDose', 14)).toBe(14)
    expect(amount('baclofenDose', 20)).toBe(20)
    expect(amount('magnesium', 1.7)).toMatch(/cannot be read/)
    expect(amount('potassium', 4)).toMatch(/cannot be read/)
  })
  test.each([
    ['without a unit', inUnit(78)],
    ['in another unit', inUnit(78, 'mL/min')],
    ['in a unit that only objects know', inUnit(78, 'constructor')],
    ['as text', inUnit('78', 'mL/min/{1.73_m2}')],
    ['that cannot be', inUnit(780, 'mL/min/{1.73_m2}')],
    ['as a bound', { valueQuantity: { value: 60, unit: 'mL/min/{1.73_m2}', comparator: '>' } }],
  ])('%s is not read', (_sentence, answer) => {
    expect(amount('eGfr', answer)).toMatch(/cannot be read/)
  })
})

describe('an answer and its age', () => {
  test('of 90 days counts, of 91 days does not', () => {
    expect(sideEffects(false, { authored: '2026-08-25' })).toBe('false')
    expect(sideEffects(false, { authored: '2026-08-24' })).toBe('unknown')
  })
  test('that was "yes" long ago is asked again, never assumed away', () => {
    const old = { authored: '2026-01-01' }
    expect(known('onDialysis', answered({ onDialysis: true }, old))).toBe('unknown')
    expect(known('onDialysis', answered({ onDialysis: false }, old))).toBe('nothing')
  })
  test('from before the present dose says nothing of side effects at it', () => {
    const change = { authored: '2026-11-01' }
    const answers = answered({ baclofenSideEffects: false, anxiety: true }, change)
    const raised = [
      order({ id: 'before', status: 'completed', dosageInstruction: [], authoredOn: '2026-09-01' }),
      order({ authoredOn: '2026-11-10' }),
    ]
    expect(known('baclofenSideEffects', answers, ...raised)).toBe('unknown')
    expect(known('anxiety', answers, ...raised)).toBe('true')
    expect(known('baclofenSideEffects', answers, order())).toBe('false')
  })
  test('the newest response counts, in any order', () => {
    const two = [
      answered({ baclofenSideEffects: true }, { id: 'old', authored: '2026-11-01' }),
      answered({ baclofenSideEffects: false }, { id: 'new', authored: '2026-11-20' }),
    ]
    expect(known('baclofenSideEffects', ...two)).toBe('false')
    expect(known('baclofenSideEffects', ...[...two].reverse())).toBe('false')
  })
  test('two of the same day that differ are not known; by their times the later counts', () => {
    const at = (authored: string, yes: boolean): Resource =>
      answered({ baclofenSideEffects: yes }, { id: authored, authored })
    const of = (...answers: readonly Resource[]): unknown =>
      known('baclofenSideEffects', ...answers)
    expect(of(at('2026-11-20', true), { ...at('2026-11-20', false), id: 'b' })).toBe('unknown')
    expect(of(at('2026-11-20T08:00:00Z', true), at('2026-11-20T09:00:00Z', false))).toBe('false')
  })
  test('a newer one that cannot be read hides the older one', () => {
    const unreadable = answered(
      { baclofenSideEffects: { valueString: '?' } },
      { id: 'b', authored: '2026-11-22' },
    )
    const before = answered({ baclofenSideEffects: false }, { authored: '2026-11-10' })
    expect(known('baclofenSideEffects', before, unreadable)).toBe('unknown')
  })
})

describe('answers beside the record', () => {
  test('fill what the record leaves open', () => {
    const pump = order({ medicationCodeableConcept: { text: 'baclofen' } })
    expect(known('intrathecalBaclofen', pump, answered({ intrathecalBaclofen: false }))).toBe(
      'false',
    )
    const twice = [order(), order({ id: 'second' })]
    expect(known('baclofenDose', ...twice, answered({ baclofenDose: 20 }))).toBe(20)
    expect(
      known('daysAtDose', order({ authoredOn: '2026-11-21' }), answered({ daysAtDose: 30 })),
    ).toBe(30)
  })
  test('older than the doubt do not settle it', () => {
    const doubt = problem(icd, 'N17.9', {
      verificationStatus: 'provisional',
      recordedDate: '2026-11-20',
    })
    const answers = answered({ acuteKidneyInjury: false }, { authored: '2026-11-10' })
    expect(known('acuteKidneyInjury', doubt, answers)).toBe('unknown')
    expect(known('acuteKidneyInjury', doubt, answered({ acuteKidneyInjury: false }))).toBe('false')
  })
  test('that contradict it leave the fact open, and the reader hears of both', () => {
    const { given, problems } = read(problem(icd, 'K74.60'), answered({ cirrhosis: false }))
    expect(given['cirrhosis']?.finding).toBe('unknown')
    expect(problems[0]?.message).toMatch(/Condition\/condition-K74.60 contradict each other/)
    expect(known('baclofenDose', order(), answered({ baclofenDose: 30 }))).toMatch(/contradict/)
  })
  test('that it is not known do not shake what is certain', () => {
    expect(
      known('cirrhosis', problem(icd, 'K74.60'), answered({ cirrhosis: coding('unknown') })),
    ).toBe('true')
  })
  test('of a quantity count where they are newer than its result', () => {
    const answer = answered({ eGfr: 50 }, { authored: '2026-11-21' })
    expect(known('eGfr', eGfr(78), answer)).toBe(50)
    expect(known('eGfr', eGfr(78, { effectiveDateTime: '2026-11-22' }), answer)).toBe(78)
  })
  test('do not stand in for a newer result that cannot be read', () => {
    const answer = answered({ eGfr: 90 }, { authored: '2026-11-10' })
    expect(known('eGfr', eGfr('25'), answer)).toMatch(/cannot be used/)
    expect(known('eGfr', eGfr('25'), answered({ eGfr: 90 }))).toBe(90)
  })
  test('that deny what a diagnosis implies are set aside, not refused', () => {
    const plan = planOf(
      bundle([patient(), problem(snomed, '19943007'), answered({ liverDisease: false })]),
    )
    expect(plan.facts['liverDisease']).toMatchObject({ value: true, from: 'implied by cirrhosis' })
    expect(plan.problems[0]?.message).toMatch(/contradict each other/)
  })
  test('that baclofen is taken, against a list without it: how much is not known', () => {
    const metformin = order({ medicationCodeableConcept: { text: 'metformin' } })
    expect(known('baclofenDose', metformin)).toBe(0)
    expect(known('baclofenDose', metformin, answered({ takesBaclofen: true }))).toMatch(
      /does not show how much/,
    )
    expect(
      known('baclofenDose', metformin, answered({ takesBaclofen: true, baclofenDose: 20 })),
    ).toMatch(/contradict/)
  })
})

describe('facts typed beside a record', () => {
  const record = bundle(
    increasing.filter(({ resourceType }) => resourceType !== 'QuestionnaireResponse'),
  )
  test('go before it', () => {
    const facts = { crampsPersist: true, baclofenSideEffects: false, eGfr: 50 } as const
    const plan = planOf(record, { facts })
    expect(plan.facts['eGfr']).toMatchObject({ value: 50 })
    expect(holds('increase-baclofen', record)).toBe('unknown')
    expect(
      planOf(record, {
        facts: { crampsPersist: true, baclofenSideEffects: false },
      }).statements.find(({ id }) => id === 'increase-baclofen')?.holds,
    ).toBe('true')
  })
  test('with a problem refuse it all', () => {
    const facts = { eGfr: 'high' } as never
    expect(assessRecord(record, { on: '2026-11-23', facts })).toMatchObject({
      problems: [{ where: 'eGfr' }],
    })
  })
})
