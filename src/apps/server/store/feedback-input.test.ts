import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFeedback } from './feedback-input.ts'
import { utcInstant } from './instant.ts'

const card = '11111111-2222-3333-4444-555555555555'
const suggestion = '66666666-7777-8888-9999-aaaaaaaaaaaa'
const accepted = {
  card,
  outcome: 'accepted',
  acceptedSuggestions: [{ id: suggestion }],
  outcomeTimestamp: '2026-01-01T00:00:00Z',
}
const overridden = { card, outcome: 'overridden', outcomeTimestamp: '2026-01-01T00:00:00Z' }
const rules = { reasons: ['patient-refuses'], storeComments: false }

const read = (input: unknown, changed: Partial<typeof rules> = {}) =>
  readFeedback(input, 'crampwise-order-sign', { ...rules, ...changed })

const entries = (...feedback: readonly unknown[]) => {
  const result = read({ feedback })
  return 'entries' in result ? result.entries : result.problems
}

describe('feedback is read', () => {
  test('several entries at once, accepted and overridden', () => {
    expect(entries(accepted, overridden)).toEqual([
      {
        card,
        outcome: 'accepted',
        outcomeTimestamp: '2026-01-01T00:00:00.000000Z',
        service: 'crampwise-order-sign',
        suggestions: [suggestion],
      },
      {
        card,
        outcome: 'overridden',
        outcomeTimestamp: '2026-01-01T00:00:00.000000Z',
        service: 'crampwise-order-sign',
        suggestions: [],
      },
    ])
  })

  test('with the reason that the card offered; any other is kept as "other"', () => {
    const because = (code: string): unknown => ({
      ...overridden,
      overrideReason: { reason: { code } },
    })
    expect(entries(because('patient-refuses'))).toMatchObject([{ reason: 'patient-refuses' }])
    expect(entries(because('Jane Doe says no'))).toMatchObject([{ reason: 'other' }])
  })

  test('what the user typed is kept only where that is switched on', () => {
    const typed = { ...overridden, overrideReason: { userComment: 'Jane\0Doe \ud800!' } }
    expect(JSON.stringify(entries(typed))).not.toContain('Jane')
    expect(read({ feedback: [typed] }, { storeComments: true })).toMatchObject({
      entries: [{ comment: 'Jane\uFFFDDoe \uFFFD!' }],
    })
  })
})

describe('feedback is refused whole, with the place of each problem', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['no object', 'text', ['feedback']],
    ['no list', {}, ['feedback']],
    ['an empty list', { feedback: [] }, ['feedback']],
    ['too long a list', { feedback: Array(501).fill(overridden) }, ['feedback']],
    ['an entry that is none', { feedback: [overridden, null] }, ['feedback[1]']],
    [
      'everything missing',
      { feedback: [{}] },
      ['feedback[0].card', 'feedback[0].outcome', 'feedback[0].outcomeTimestamp'],
    ],
    ['a card by name', { feedback: [{ ...overridden, card: 'Jane' }] }, ['feedback[0].card']],
    [
      'another outcome',
      { feedback: [{ ...overridden, outcome: 'seen' }] },
      ['feedback[0].outcome'],
    ],
    [
      'accepted, but not what',
      { feedback: [{ ...accepted, acceptedSuggestions: [] }] },
      ['feedback[0].acceptedSuggestions'],
    ],
    [
      'suggestions that are no uuids',
      { feedback: [{ ...accepted, acceptedSuggestions: [{ id: 'x' }] }] },
      ['feedback[0].acceptedSuggestions'],
    ],
    [
      'a reason that is no coding',
      { feedback: [{ ...overridden, overrideReason: { reason: 'no', userComment: 1 } }] },
      ['feedback[0].overrideReason.reason', 'feedback[0].overrideReason.userComment'],
    ],
  ])('%s', (_what, input, where) => {
    const result = read(input)
    expect('problems' in result ? result.problems.map((problem) => problem.where) : []).toEqual(
      where,
    )
  })

  test('and whatever is sent, none of it is repeated in a problem', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ minLength: 8 }), (value, marked) => {
        const result = read({
          feedback: [{ card: marked, outcome: value, outcomeTimestamp: marked }],
        })
        return (
          'problems' in result && !JSON.stringify(result.problems).includes(JSON.stringify(marked))
        )
      }),
    )
  })
})

describe('a moment', () => {
  test.each([
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000000Z'],
    ['2026-01-01t00:00:00z', '2026-01-01T00:00:00.000000Z'],
    ['2026-01-01T01:00:00+01:00', '2026-01-01T00:00:00.000000Z'],
    ['2026-01-01T00:00:00.1234567Z', '2026-01-01T00:00:00.123456Z'],
    ['2026-01-01T00:00:00.5+23:59', '2025-12-31T00:01:00.500000Z'],
  ])('%s is %s', (text, utc) => {
    expect(utcInstant(text)).toBe(utc)
  })

  test.each([
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T00:00:60Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-12:00',
    'now',
    '',
  ])('%j is none', (text) => {
    expect(utcInstant(text)).toBeUndefined()
  })

  test('that the machine writes is read as the same moment', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true }),
        (date) => {
          return utcInstant(date.toISOString()) === date.toISOString().replace('Z', '000Z')
        },
      ),
    )
  })
})
