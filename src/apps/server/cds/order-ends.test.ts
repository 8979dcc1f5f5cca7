import { describe, expect, test } from 'vitest'
import type { Card } from '../../../outputs/cards.ts'
import { daysAgo, order, sign, typical } from './call.test-support.ts'

const draft = (tablets: number, more: object = {}) =>
  order(tablets, { id: 'draft-1', status: 'draft', since: daysAgo(0), ...more })

const told = (cards: readonly Card[]): readonly string[] =>
  cards.map(({ indicator, summary }) => `${indicator}: ${summary}`)

describe('an order beside the present one', () => {
  test('the sum may be taken: above 30 mg/day is a warning, and the draft can be made to replace', async () => {
    const { cards } = await sign(typical(), [draft(1, { times: 3 })])
    expect(told(cards)[0]).toBe(
      'warning: Up to 50 mg/day baclofen if the present order goes on too; this guideline ends at 30 (+1 more)',
    )
    expect(cards[0]?.suggestions?.[0]).toMatchObject({
      label: 'Let this order of 30 mg/day replace the present one',
      actions: [{ resource: { priorPrescription: { reference: 'MedicationRequest/med-1' } } }],
    })
  })
  test('the same order once more may be a duplicate', async () => {
    const { cards } = await sign(typical(), [draft(1)])
    expect(told(cards)[0]).toMatch(/^warning: Up to 40 mg\/day/)
  })
})

describe('an order that ends baclofen', () => {
  test.each(['stopped', 'cancelled', 'completed'])('%s: never suddenly', async (status) => {
    const { cards } = await sign(typical(), [order(1, { status })])
    expect(told(cards)).toEqual([
      'warning: This order ends baclofen: it is never stopped suddenly; withdraw it gradually',
    ])
    expect(cards[0]?.suggestions).toBeUndefined()
  })
  test('one order ends and another goes on: that is no stop', async () => {
    const { cards } = await sign(typical(), [
      order(1, { status: 'stopped' }),
      draft(1, { times: 3 }),
    ])
    expect(told(cards)).toEqual([
      'info: Baclofen is at 30 mg/day, its ceiling: go on with the pathway',
    ])
  })
})
