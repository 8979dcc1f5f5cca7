import { describe, expect, test } from 'vitest'
import type { IssuedCard } from '../app.ts'
import {
  call,
  daysAgo,
  hookBody,
  order,
  parts,
  result,
  searchset,
  sign,
  typical,
  view,
} from './call.test-support.ts'
import { breaches } from './conform.test-support.ts'

const uuids = async (sent: object, salt = 'a salt for tests'): Promise<readonly string[]> =>
  (await view(sent, { config: { ...parts().config, salt } })).cards.map(({ uuid }) => uuid)

describe('the identity of a card', () => {
  test('the same advice for the same person from the same data: the same id', async () => {
    expect(await uuids(typical())).toEqual(await uuids(typical()))
  })
  test.each<[string, object]>([
    ['another eGFR', typical({ renal: searchset(result('98979-8', 79)) })],
    [
      'the same eGFR of another day',
      typical({ renal: searchset(result('98979-8', 78, daysAgo(9))) }),
    ],
  ])(
    '%s: another id of the card that rests on it, and the same of the other',
    async (_what, sent) => {
      const [dose, cramps] = await uuids(typical())
      const [otherDose, otherCramps] = await uuids(sent)
      expect(otherDose).not.toBe(dose)
      expect(otherCramps).toBe(cramps)
    },
  )
  test('a day later, with nothing new: the same id', async () => {
    const later = { clock: () => new Date('2026-11-24T12:00:00') }
    const { cards } = await view(typical(), later)
    expect(cards.map(({ uuid }) => uuid)).toEqual(await uuids(typical()))
  })
  test('another installation, and another patient: other ids', async () => {
    const mine = await uuids(typical())
    expect(await uuids(typical(), 'another salt')).not.toEqual(mine)
    const text = JSON.stringify(hookBody('patient-view', typical()))
    const other = await call(
      'patient-view',
      text.replaceAll('"p1"', '"p2"').replaceAll('Patient/p1', 'Patient/p2'),
    )
    expect(other.cards.map(({ uuid }) => uuid)).not.toEqual(mine)
  })
  test('what feedback is about is handed on, and nothing about the patient', async () => {
    const issued: IssuedCard[] = []
    const { cards } = await view(typical(), { onCards: (some) => issued.push(...some) })
    expect(issued.map(({ uuid }) => uuid)).toEqual(cards.map(({ uuid }) => uuid))
    expect(issued[0]).toMatchObject({
      service: 'crampwise-patient-view',
      indicator: 'info',
      statements: ['increase-baclofen', 'monitor-side-effects', 'never-stop-abruptly'],
      suggestions: [{ uuid: cards[0]?.suggestions?.[0]?.uuid }],
    })
    expect(JSON.stringify(issued)).not.toMatch(/p1|med-1|2026|78/)
  })
})

describe('what stems from the chart', () => {
  const evil =
    '<img src=x onerror=alert(1)> [click](http://evil.example) **b** `c` | www.evil.example a@evil.example'

  test('never becomes markup, a link or an address in a card', async () => {
    const { cards } = await view(
      typical({
        medications: searchset(order(1, { id: evil })),
        renal: searchset({
          ...result('98979-8', 78),
          id: evil,
          valueQuantity: { value: 78, unit: evil },
        }),
        potassium: searchset({ ...result('2823-3', 4), id: `${evil}\n\n# heading` }),
      }),
    )
    const text = cards.map(({ detail }) => detail).join('\n')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(text).not.toMatch(/<[a-z!/]/i)
    expect(text).not.toMatch(/(?<!\\)\[click/)
    expect(text).not.toMatch(/https?:\/\/evil|www\.evil|a@evil/)
    expect(text).not.toMatch(/^# /m)
    expect(cards.map(({ summary }) => summary).join()).not.toContain('evil')
  })
})

describe('the links and the source of a card', () => {
  test('lead to the service, and to the SMART app where there is one', async () => {
    const config = { ...parts().config, smartLaunchUrl: 'https://cds.example.org/smart/launch' }
    const [card] = (await view(typical(), { config })).cards
    expect(card?.links).toEqual([
      { label: 'Open the workbench', url: 'https://cds.example.org/', type: 'absolute' },
      { label: 'Open the plan for this patient', url: config.smartLaunchUrl, type: 'smart' },
    ])
    expect(card?.source).toMatchObject({
      url: 'https://cds.example.org',
      topic: { code: 'increase-baclofen' },
    })
  })
})

describe('a planted fault in a card is caught', () => {
  const faulty = async (change: (card: Record<string, unknown>) => void) => {
    const answer = await sign(typical(), [order(2, { id: 'd', status: 'draft' })])
    const body = structuredClone(answer.body) as { cards: Record<string, unknown>[] }
    change(body.cards[0] as Record<string, unknown>)
    return breaches(body)
  }
  const first = (card: Record<string, unknown>, name: string) =>
    (card[name] as Record<string, unknown>[])[0] as Record<string, unknown>
  const action = (card: Record<string, unknown>) => first(first(card, 'suggestions'), 'actions')

  test('none is planted: nothing is found', async () => {
    expect(await faulty(() => undefined)).toEqual([])
  })
  test.each<[string, (card: Record<string, unknown>) => void]>([
    ['a summary of 140 characters', (card) => (card['summary'] = 'x'.repeat(140))],
    ['an indicator of version 1', (card) => (card['indicator'] = 'hard-stop')],
    ['suggestions without selectionBehavior', (card) => delete card['selectionBehavior']],
    ['an empty list of actions', (card) => (first(card, 'suggestions')['actions'] = [])],
    [
      'an override reason without words',
      (card) => delete first(card, 'overrideReasons')['display'],
    ],
    ['context on an absolute link', (card) => (first(card, 'links')['appContext'] = 'x')],
    ['no source', (card) => delete card['source']],
    ['null', (card) => (card['detail'] = null)],
    [
      'an active order',
      (card) => ((action(card)['resource'] as Record<string, unknown>)['status'] = 'active'),
    ],
    [
      'a status that R4 does not have',
      (card) => ((action(card)['resource'] as Record<string, unknown>)['intent'] = 'wish'),
    ],
    [
      'a resource without subject',
      (card) => delete (action(card)['resource'] as Record<string, unknown>)['subject'],
    ],
    [
      'two cards of one id',
      (card) =>
        (first(card, 'suggestions')['uuid'] = first(
          { s: (card['suggestions'] as unknown[]).slice(1) },
          's',
        )['uuid']),
    ],
  ])('%s', async (_what, change) => {
    expect(await faulty(change)).not.toEqual([])
  })
})
