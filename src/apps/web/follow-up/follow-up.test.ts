import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { followUpWords as words } from '../messages/follow-up.ts'
import { derived } from '../plan/plan.test-support.ts'
import { fragmentOf } from '../share/link.ts'
import { advisedAt, doubts, factChanges, monthsOnBaclofen } from './compare-visits.ts'
import { readVisit } from './read-visit.ts'
import { snapshotText } from './snapshot.ts'
import { visitOf } from './visit.ts'
import type { Visit } from './visit.ts'

const on = '2026-11-25'
const now = derived({ baclofenDose: '30', daysAtDose: '21' })

const earlier = (change: object = {}): Visit => ({
  ...visitOf(derived().plan, 5),
  on: '2026-11-01',
  ...change,
})

const read = (content: string): Visit => {
  const found = readVisit(content, on, words)
  if ('problem' in found) throw new Error(found.problem)
  return found.visit
}

describe('a visit that was saved', () => {
  test('is read again as it was, with the cramps that were counted', () => {
    const saved = read(snapshotText(now.plan, 4))
    const { facts, ...rest } = visitOf(now.plan, 4)
    expect(saved).toMatchObject(rest)
    for (const [id, { value }] of Object.entries(facts)) expect(saved.facts[id]?.value).toBe(value)
  })

  test('holds nothing of where its values came from', () => {
    const facts = {
      eGfr: { value: 78, from: 'Observation/secret', note: 'secret', original: 'secret' },
    }
    expect(snapshotText({ ...now.plan, facts })).not.toContain('secret')
  })

  test('may be a link of the page, which has no day', () => {
    const link = `https://example.org/${fragmentOf({ quantities: { age: { text: '58', unit: 'a' } }, answers: {} })}`
    const visit = read(link)
    expect(visit.facts['age']?.value).toBe(58)
    expect(visit.on).toBeUndefined()
  })

  test('may be an answer saved by another program', () => {
    const saved = {
      format: 'crampwise-answer/1',
      answer: JSON.parse(snapshotText(now.plan)) as unknown,
    }
    expect(read(JSON.stringify(saved)).facts['eGfr']?.value).toBe(78)
  })

  test('that is damaged, of another guideline or of tomorrow is refused with its place', () => {
    const of = (change: object): string =>
      JSON.stringify({ ...(JSON.parse(snapshotText(now.plan)) as object), ...change })
    const problem = (content: string): string => {
      const found = readVisit(content, on, words)
      return 'problem' in found ? found.problem : 'read'
    }
    expect(problem('no visit')).toMatch(/neither JSON/)
    expect(problem('#v1.broken')).toMatch(/damaged/)
    expect(problem(of({ guideline: { id: 'other', version: '1' } }))).toMatch(/another guideline/)
    expect(problem(of({ on: '2026-11-26' }))).toMatch(/after today/)
    expect(problem(of({ on: 'today' }))).toMatch(/^on /)
    expect(problem(of({ facts: { eGfr: { value: 'high' } } }))).toMatch(/facts\.eGfr/)
    expect(problem(of({ statements: [{ id: 1 }] }))).toMatch(/statements\[0\]/)
  })

  test('never makes the reader fail, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
        readVisit(content, on, words)
      }),
    )
  })
})

describe('between two visits', () => {
  test('what changed is told with how much; what was not known is neither a change nor the same', () => {
    const before = earlier()
    const changes = factChanges(
      before,
      visitOf(derived({ eGfr: '', potassium: '3.3' }).plan),
      words,
    )
    const of = (id: string) => changes.find((change) => change.id === id)
    expect(of('potassium')).toMatchObject({ kind: 'changed', by: '0.8 mmol/L less' })
    expect(of('eGfr')).toMatchObject({ kind: 'lost', before: '78 mL/min/1.73 m²' })
    expect(of('age')).toMatchObject({ kind: 'same' })
  })

  test('what was advised then is what somebody was to do, not what was to be known', () => {
    const advised = advisedAt(earlier()).map(({ id }) => id)
    expect(advised).toContain('increase-baclofen')
    expect(advised).not.toContain('monitor-side-effects')
  })

  test('an age that falls, or that rises faster than the years, asks whether it is one person', () => {
    const aged = (age: string): Visit => visitOf(derived({ age }).plan)
    expect(doubts(earlier(), aged('58'), words)).toEqual([])
    expect(doubts(earlier(), aged('59'), words)).toEqual([])
    expect(doubts(earlier(), aged('57'), words)).toHaveLength(1)
    expect(doubts(earlier(), aged('61'), words)).toHaveLength(1)
  })

  test('tolerance is thought of from 12 to 18 months after the first visit with baclofen', () => {
    const today = visitOf(now.plan)
    const months = (first: string) => monthsOnBaclofen([earlier({ on: first })], today)
    expect(months('2026-01-01')).toBeUndefined()
    expect(months('2025-11-01')).toBe(12)
    expect(months('2025-06-01')).toBe(17)
    expect(months('2024-11-01')).toBeUndefined()
  })
})
