import { describe, expect, test } from 'vitest'
import type { Card } from '../../../outputs/cards.ts'
import {
  call,
  cramps,
  daysAgo,
  hookBody,
  order,
  prefetch,
  problem,
  result,
  searchset,
  sign,
  typical,
} from './call.test-support.ts'

const draft = (tablets: number, more: object = {}) =>
  order(tablets, { id: 'draft-1', status: 'draft', since: daysAgo(0), ...more })

const told = (cards: readonly Card[]): readonly string[] =>
  cards.map(({ indicator, summary }) => `${indicator}: ${summary}`)

const renal = (value: number) => ({ renal: searchset(result('98979-8', value)) })

describe('other medicines', () => {
  const quinidine = draft(1, { rxcui: '9068', display: 'quinidine' })
  const cyclobenzaprine = draft(1, {
    id: 'draft-2',
    rxcui: '828348',
    display: 'cyclobenzaprine 10 MG',
  })

  test('quinidine and cyclobenzaprine in somebody with cramps are advised against, in one card', async () => {
    const { cards } = await sign(prefetch({ conditions: searchset(cramps) }), [
      quinidine,
      cyclobenzaprine,
    ])
    expect(told(cards)).toEqual([
      'warning: Quinidine is advised against in cramps: diarrhea makes a third stop it (+1 more)',
    ])
    expect(cards[0]?.suggestions?.map(({ actions }) => actions[0])).toMatchObject([
      { resourceId: 'MedicationRequest/draft-1' },
      { resourceId: 'MedicationRequest/draft-2' },
    ])
  })
  test('quinidine in somebody without cramps and without baclofen is for the heart: silence', async () => {
    expect((await sign(prefetch(), [quinidine])).cards).toEqual([])
  })
  test('cyclobenzaprine known by its name only is advised against as well', async () => {
    const named = draft(1, { medicationCodeableConcept: { text: 'Flexeril 10 mg' } })
    const { cards } = await sign(prefetch({ conditions: searchset(cramps) }), [named])
    expect(told(cards)).toEqual([
      'warning: Cyclobenzaprine is advised against in cramps: no evidence that it relieves them',
    ])
  })
  test('orphenadrine in glaucoma', async () => {
    const sent = typical({ conditions: searchset(cramps, problem('H40.9')) })
    const one = draft(1, { rxcui: '994521', display: 'orphenadrine 100 MG' })
    expect(told((await sign(sent, [one])).cards)[0]).toBe(
      'warning: Orphenadrine: a contraindication is recorded',
    )
  })
  test('an order of something else in somebody on baclofen tells of the kidneys only', async () => {
    const one = draft(1, { rxcui: '308182', display: 'amoxicillin 250 MG' })
    expect(told((await sign(typical({ answers: searchset() }), [one])).cards)).toEqual([
      'info: Baclofen: eGFR 78; whether to raise it cannot be decided: see what is not known',
    ])
  })
})

describe('order-select', () => {
  const select = (sent: object, drafts: readonly object[], selections: readonly string[]) =>
    call(
      'order-select',
      hookBody('order-select', sent, { draftOrders: searchset(...drafts), selections }),
    )

  test('the first call of a client names no medicine yet: no card, and no error', async () => {
    const {
      medicationCodeableConcept: _medicine,
      dosageInstruction: _dose,
      intent: _intent,
      ...first
    } = draft(1)
    const { status, body } = await select(typical(), [first], ['MedicationRequest/draft-1'])
    expect([status, body]).toEqual([200, { cards: [] }])
  })
  test('only what is being chosen is assessed', async () => {
    const drafts = [draft(1), draft(1, { id: 'other', rxcui: '308182', display: 'amoxicillin' })]
    const chosen = await select(prefetch(renal(25)), drafts, ['MedicationRequest/draft-1'])
    const notChosen = await select(prefetch(renal(25)), drafts, ['MedicationRequest/other'])
    expect(chosen.cards[0]?.indicator).toBe('critical')
    expect(notChosen.cards).toEqual([])
  })
  test('chosen without a dose: the kidneys are told all the same', async () => {
    const { dosageInstruction: _dose, ...noDose } = draft(1)
    const { cards } = await select(prefetch(renal(25)), [noDose], ['MedicationRequest/draft-1'])
    expect(told(cards)).toEqual(['critical: eGFR 25, below 30: do not start baclofen'])
  })
  test.each<[string, object]>([
    ['tablets with a frequency', {}],
    [
      'a dose directly on the instruction',
      {
        dosageInstruction: [
          {
            timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
            doseQuantity: { value: 2, unit: '{pill}' },
          },
        ],
      },
    ],
    [
      'doseAndRate as one object',
      {
        dosageInstruction: [
          {
            timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
            doseAndRate: { doseQuantity: { value: 2, unit: '{pill}' } },
          },
        ],
      },
    ],
    ['category as one object', { category: { coding: [{ code: 'outpatient' }] } }],
  ])('2 tablets of 10 mg three times a day are 60 mg/day: %s', async (_shape, more) => {
    const one = draft(2, { times: 3, ...more })
    const { cards } = await select(prefetch(renal(90)), [one], ['MedicationRequest/draft-1'])
    expect(told(cards)[0]).toBe(
      'warning: 60 mg/day baclofen is above 30 mg/day, where this guideline ends',
    )
  })
})

describe('medication-refill', () => {
  const refill = (sent: object, one: object) =>
    call('medication-refill', {
      ...hookBody('medication-refill', sent),
      context: { patientId: 'p1', medications: searchset(one) },
    })

  test('a refill goes on with the present order and is no second one', async () => {
    const { cards } = await refill(typical({ answers: searchset() }), draft(1))
    expect(told(cards)).toEqual([
      'info: Baclofen: eGFR 78; whether to raise it cannot be decided: see what is not known',
    ])
  })
  test('eGFR 25: a warning for a gradual withdrawal; the refill is not taken away, for that would be a sudden stop', async () => {
    const { cards } = await refill(typical(renal(25)), draft(1))
    expect(told(cards)).toEqual([
      'warning: Takes baclofen with eGFR 25, below 30: urgent review for a gradual withdrawal, never a sudden stop',
    ])
    expect(cards[0]?.suggestions).toBeUndefined()
  })
  test('eGFR not known: it can be ordered from the card', async () => {
    const { cards } = await refill(typical({ renal: searchset() }), draft(1))
    expect(cards[0]?.suggestions?.map(({ label }) => label)).toEqual(['Order creatinine and eGFR'])
  })
})
