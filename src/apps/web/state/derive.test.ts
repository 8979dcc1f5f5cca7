import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsByStatus } from '../plan/status.ts'
import { derive, isPlan } from './derive.ts'
import { emptyDraft } from './draft.ts'
import type { Answer, Draft, QuantityId } from './draft.ts'
import { presences, quantities } from './facts.ts'
import { freshState, reduce } from './reduce.ts'

const on = '2026-11-25'
const texts = [
  '',
  '0',
  '1',
  '0.4',
  '0,6',
  '3.3',
  '8',
  '15',
  '20',
  '29',
  '30',
  '58',
  '60',
  '61',
  '70',
  '>60',
  '999',
  'x',
]

const draft: fc.Arbitrary<Draft> = fc
  .record({
    quantities: fc.dictionary(
      fc.constantFrom(...quantities.map(({ id }) => id)),
      fc.constantFrom(...texts),
    ),
    answers: fc.dictionary(
      fc.constantFrom(...presences.map(({ id }) => id).filter((id) => !/liver|cirrh/.test(id))),
      fc.constantFrom<Answer>('yes', 'no', 'unknown', 'unasked'),
    ),
  })
  .map(({ quantities: typed, answers }) => ({
    answers: answers,
    quantities: Object.fromEntries(
      Object.entries(typed).map(([id, text]) => [
        id,
        { text, unit: quantities.find((fact) => fact.id === id)?.unit ?? '' },
      ]),
    ),
  }))

const doNow = (of: Draft): readonly string[] => {
  const { plan } = derive(of, on)
  if (!isPlan(plan)) throw new Error('refused')
  return (rowsByStatus(plan.statements).get('doNow') ?? []).map(({ id }) => id)
}

describe('whatever is typed', () => {
  test('there is a plan: no field can make the whole be refused', () => {
    fc.assert(
      fc.property(draft, (one) => {
        expect(isPlan(derive(one, on).plan)).toBe(true)
      }),
    )
  })

  test('taking an asked input away adds no "do now" but to measure it or to read on without it', () => {
    const asking = ['check-renal-function', 'check-potassium-and-magnesium']
    fc.assert(
      fc.property(
        draft,
        fc.constantFrom(...quantities.map(({ id }) => id)),
        (one, id: QuantityId) => {
          const { [id]: _gone, ...rest } = one.quantities
          // A dose of 0 says that none is taken; without it an answer speaks again.
          fc.pre(id !== 'baclofenDose')
          const added = doNow({ ...one, quantities: rest }).filter(
            (row) => !doNow(one).includes(row),
          )
          expect(added.filter((row) => !asking.includes(row))).toEqual([])
        },
      ),
    )
  })
})

test('a dose says by itself whether baclofen is taken: an answer beside it cannot contradict', () => {
  const { plan } = derive(
    {
      quantities: { baclofenDose: { text: '20', unit: 'mg/d' } },
      answers: { takesBaclofen: 'no' },
    },
    on,
  )
  expect(isPlan(plan) && plan.facts['takesBaclofen']?.value).toBe(true)
})

test('what is typed goes before the record, and a blank before it too', () => {
  const record = {
    from: 'a file',
    given: { eGfr: { finding: { low: 78, high: 78 }, from: 'Observation/1', date: '2026-11-20' } },
    why: new Map(),
    problems: [],
  }
  const eGfrOf = (text?: string) => {
    const typed = text === undefined ? {} : { eGfr: { text, unit: 'mL/min/{1.73_m2}' } }
    const { plan } = derive({ ...emptyDraft, record, quantities: typed }, on)
    return isPlan(plan) ? plan.facts['eGfr']?.value : 'refused'
  }
  expect([eGfrOf(), eGfrOf('50'), eGfrOf('')]).toEqual([78, 50, undefined])
})

describe('undo', () => {
  const type = (text: string) =>
    ({ kind: 'typed', fact: 'age', typed: { text, unit: 'a' } }) as const

  test('takes back all keys in one field at once', () => {
    const typed = ['5', '58'].reduce((state, text) => reduce(state, type(text)), freshState)
    expect(reduce(typed, { kind: 'undone' }).draft).toEqual(emptyDraft)
  })

  test('brings a cleared patient back', () => {
    const typed = reduce(freshState, type('58'))
    const cleared = reduce(typed, { kind: 'cleared' })
    expect(cleared.draft).toEqual(emptyDraft)
    expect(reduce(cleared, { kind: 'undone' }).draft).toEqual(typed.draft)
  })

  test('never leads from one record back to the patient before', () => {
    const record = { from: 'b', given: {}, why: new Map<string, string>(), problems: [] }
    const loaded = reduce(reduce(freshState, type('58')), { kind: 'loaded', record })
    expect(loaded.draft).toEqual({ ...emptyDraft, record })
    expect(reduce(loaded, { kind: 'undone' })).toBe(loaded)
  })
})
