import { describe, expect, test } from 'vitest'
import type { Card } from '../../../outputs/cards.ts'
import {
  answers,
  daysAgo,
  order,
  person,
  prefetch,
  problem,
  result,
  searchset,
  sign,
  typical,
} from './call.test-support.ts'

const draft = (tablets: number, more: object = {}) =>
  order(tablets, { id: 'draft-1', status: 'draft', since: daysAgo(0), ...more })

const revises = { priorPrescription: { reference: 'MedicationRequest/med-1' } }

const told = (cards: readonly Card[]): readonly string[] =>
  cards.map(({ indicator, summary }) => `${indicator}: ${summary}`)

const renal = (value: number) => ({ renal: searchset(result('98979-8', value)) })

describe('a new order of baclofen', () => {
  test('eGFR 25: critical, and the draft can be taken away', async () => {
    const { cards } = await sign(prefetch(renal(25)), [draft(1)])
    expect(told(cards)).toEqual(['critical: eGFR 25, below 30: do not start baclofen'])
    expect(cards[0]?.suggestions?.[0]?.actions).toEqual([
      {
        type: 'delete',
        description: 'Takes this draft away; what is taken now is not touched',
        resourceId: 'MedicationRequest/draft-1',
      },
    ])
    expect(cards[0]?.detail).not.toContain('Taken already')
  })
  test.each<[string, object, object[], string]>([
    [
      'dialysis',
      prefetch({ conditions: searchset(problem('Z99.2')), ...renal(90) }),
      [draft(1)],
      'critical: On dialysis: do not start baclofen',
    ],
    [
      'eGFR 45',
      prefetch(renal(45)),
      [draft(1)],
      'warning: eGFR 45, 30 to 60: baclofen needs a lower dose, and this order would start it',
    ],
    [
      'eGFR never measured',
      prefetch(),
      [draft(1)],
      'warning: eGFR not known: measure it before this order would start baclofen',
    ],
    [
      '40 mg/day at once',
      prefetch(renal(90)),
      [draft(2)],
      'warning: 40 mg/day baclofen is above 30 mg/day, where this guideline ends',
    ],
    [
      '70 years and 20 mg/day at once',
      prefetch({ patient: person(70), ...renal(90) }),
      [draft(1)],
      'warning: 20 mg/day is a high start from 65 on: 5 mg up to three times a day, 15 mg/day at first',
    ],
    [
      '10 mg/day, good kidneys',
      prefetch(renal(90)),
      [draft(0.5)],
      'info: Baclofen: eGFR 90; watch for side effects',
    ],
    [
      'two drafts of 20 mg/day that may be one',
      prefetch(renal(90)),
      [
        draft(1),
        draft(1, {
          id: 'draft-2',
          times: 2,
          dosageInstruction: order(2, { times: 1 })['dosageInstruction'],
        }),
      ],
      'warning: 20 to 40 mg/day baclofen may be above 30 mg/day, where this guideline ends',
    ],
  ])('%s', async (_what, sent, drafts, expected) => {
    expect(told((await sign(sent, drafts)).cards)[0]).toBe(expected)
  })
  test('an allergy to baclofen is recorded', async () => {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      id: 'a',
      patient: { reference: 'Patient/p1' },
      code: { coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1292' }] },
    }
    const { cards } = await sign(prefetch({ allergies: searchset(allergy), ...renal(90) }), [
      draft(1),
    ])
    expect(told(cards)).toEqual([
      'warning: An allergy to baclofen is recorded, and this order would start it',
    ])
  })
})

describe('an order that revises the present one', () => {
  test.each<[string, object, object, string]>([
    [
      '20 to 30 mg/day after 40 days',
      typical(),
      draft(1, { times: 3, ...revises }),
      'info: Baclofen is at 30 mg/day, its ceiling: go on with the pathway',
    ],
    [
      '20 to 40 mg/day',
      typical(),
      draft(2, revises),
      'warning: 40 mg/day baclofen is above 30 mg/day, where this guideline ends (+1 more)',
    ],
    [
      '10 to 30 mg/day',
      typical({ medications: searchset(order(0.5)) }),
      draft(1, { times: 3, ...revises }),
      'warning: Baclofen up by 20 mg/day: steps are 10 mg/day, a week apart',
    ],
    [
      '5 to 15 mg/day from 65 on',
      typical({ patient: person(70), medications: searchset(order(0.5, { times: 1 })) }),
      draft(0.5, { times: 3, ...revises }),
      'warning: Baclofen up by 10 mg/day: steps are at most 5 mg/day from 65 on, a week apart',
    ],
    [
      '20 to 30 mg/day with eGFR 60',
      typical(renal(60)),
      draft(1, { times: 3, ...revises }),
      'warning: eGFR 60, 30 to 60: baclofen needs a lower dose, and this order would raise it (+1 more)',
    ],
    [
      '20 to 30 mg/day, eGFR never measured',
      typical({ renal: searchset() }),
      draft(1, { times: 3, ...revises }),
      'warning: eGFR not known: measure it before this order would raise baclofen',
    ],
    [
      '20 to 30 mg/day with eGFR 25',
      typical(renal(25)),
      draft(1, { times: 3, ...revises }),
      'critical: eGFR 25, below 30: do not raise baclofen (+1 more)',
    ],
    [
      '20 to 30 mg/day with side effects',
      typical({ answers: searchset(answers({ crampsPersist: true, baclofenSideEffects: true })) }),
      draft(1, { times: 3, ...revises }),
      'warning: No increase: side effects; this order would raise baclofen',
    ],
    [
      '20 to 10 mg/day with eGFR 45',
      typical(renal(45)),
      draft(0.5, revises),
      'info: eGFR 45, 30 to 60: no automatic increase of baclofen',
    ],
    [
      '40 mg/day goes on at 40',
      typical({ medications: searchset(order(2)) }),
      draft(2, revises),
      'info: Outside this guideline: 40 mg/day baclofen',
    ],
  ])('%s', async (_what, sent, one, expected) => {
    expect(told((await sign(sent, [one])).cards)[0]).toBe(expected)
  })
  test('three days after the last change it is too soon', async () => {
    const medications = searchset(
      order(1, { since: daysAgo(3) }),
      order(0.5, { id: 'old', status: 'stopped', since: daysAgo(40) }),
    )
    const { cards } = await sign(typical({ medications }), [draft(1, { times: 3, ...revises })])
    expect(told(cards)[0]).toBe(
      'warning: Baclofen was changed 3 days ago: seven full days go before the next step',
    )
  })
  test('the same id as the present order replaces it', async () => {
    const { cards } = await sign(typical(), [draft(1, { times: 3, id: 'med-1' })])
    expect(told(cards)[0]).toBe(
      'info: Baclofen is at 30 mg/day, its ceiling: go on with the pathway',
    )
  })
  test('too much: the draft keeps its id, its product and everything else, at the next dose', async () => {
    const { cards } = await sign(typical(), [
      draft(2, {
        ...revises,
        category: { coding: [{ system: 'http://x.example/c', code: 'outpatient' }] },
      }),
    ])
    expect(cards[0]?.suggestions?.[0]).toMatchObject({
      label: 'Change this order to 30 mg/day baclofen',
      isRecommended: true,
      actions: [
        {
          type: 'update',
          resource: {
            id: 'draft-1',
            status: 'draft',
            category: [{ coding: [{ code: 'outpatient' }] }],
            medicationCodeableConcept: { coding: [{ code: '197391' }] },
            dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 1.5 } }] }],
          },
        },
      ],
    })
  })
})
