import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyDraft } from '../state/draft.ts'
import type { Answer, Draft } from '../state/draft.ts'
import { presences, quantities } from '../state/facts.ts'
import { draftOf, fragmentOf } from './link.ts'

const drafts: fc.Arbitrary<Draft> = fc
  .record({
    typed: fc.dictionary(
      fc.constantFrom(...quantities.map(({ id }) => id)),
      fc.constantFrom('1', '0,6', '>60', '3.30'),
    ),
    answers: fc.dictionary(
      fc.constantFrom(...presences.map(({ id }) => id)),
      fc.constantFrom<Answer>('yes', 'no', 'unknown'),
    ),
  })
  .map(({ typed, answers }) => ({
    answers,
    quantities: Object.fromEntries(
      Object.entries(typed).map(([id, text]) => [
        id,
        { text, unit: quantities.find((fact) => fact.id === id)?.unit ?? '' },
      ]),
    ),
  }))

describe('a link', () => {
  test('carries what was typed and answered, as it was typed', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        expect(draftOf(fragmentOf(draft))).toEqual(draft)
      }),
    )
  })

  test('carries the values of a record with their dates, and not where they came from', () => {
    const given = {
      eGfr: { finding: { low: 78, high: 78 }, from: 'Observation/secret', date: '2026-11-20' },
      onDialysis: { finding: 'true', from: 'Condition/secret' },
    } as const
    const record = { from: 'f', given, why: new Map<string, string>(), problems: [] }
    const fragment = fragmentOf({ ...emptyDraft, record })
    expect(draftOf(fragment)).toEqual({
      quantities: { eGfr: { text: '78', unit: 'mL/min/{1.73_m2}', date: '2026-11-20' } },
      answers: { onDialysis: 'yes' },
    })
    expect(atob(fragment.slice(4))).not.toContain('secret')
  })

  test('that is damaged or was made up carries nothing', () => {
    const of = (value: unknown) => `#v1.${btoa(JSON.stringify(value))}`
    for (const damaged of [
      '#v1.',
      '#v1.%%%',
      '#/note',
      of(null),
      of({ q: {}, a: [] }),
      of({ q: { heart: ['1', 'a', '', ''] }, a: {} }),
      of({ q: { age: ['58', 'kg', '', ''] }, a: {} }),
      of({ q: { age: ['58', 'a', 'yesterday', ''] }, a: {} }),
      of({ q: {}, a: { onDialysis: 'maybe' } }),
      of({ q: {}, a: { heart: 'y' } }),
    ]) {
      expect(draftOf(damaged), damaged).toBeUndefined()
    }
  })

  test('no text of an address makes the reader of links fail', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        draftOf(`#v1.${text}`)
      }),
    )
  })
})
