import { describe, expect, test } from 'vitest'
import { facts } from '../guideline/facts.ts'
import { is, known, not } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Fact, Finding } from '../logic/fact.ts'
import { exactly } from '../logic/interval.ts'
import { trace } from '../logic/trace.ts'
import { reasonsOf } from './because.ts'

const said = (condition: Condition, fact: Fact, finding: Finding | undefined): string => {
  const findings = finding === undefined ? {} : { [fact.id]: finding }
  return reasonsOf(findings, new Set())(trace(condition, findings))
}

const presences = facts.filter((fact) => fact.kind === 'presence')
const quantities = facts.filter((fact) => fact.kind === 'quantity')

/** Sentences of which the person is not the subject. */
const ofNobody = [
  'whether cramps persist at the present dose',
  'whether stretching, massage and ice were tried',
  'whether baclofen is to be stopped',
  'whether baclofen has lost its benefit over time',
]

describe('why a statement holds, in whole words', () => {
  test.each(presences)('what is not known of $id is a clause with one subject', (fact) => {
    const words = said(is(fact), fact, undefined)
    const [, clause = ''] = /^Not known: (.*)\.$/.exec(words) ?? []
    if (!ofNobody.includes(clause)) {
      expect(clause).toMatch(/^whether the person (is|has|takes|receives|uses) /)
    }
  })
  test('the four clauses of which the person is not the subject stand so', () => {
    const all = presences.map((fact) => said(is(fact), fact, undefined))
    for (const clause of ofNobody) expect(all).toContain(`Not known: ${clause}.`)
  })
  test.each(presences)('$id that is so, and that is not so, differ', (fact) => {
    const [yes, no] = [said(is(fact), fact, 'true'), said(not(is(fact)), fact, 'false')]
    expect(yes).toMatch(/^[A-Z].*\.$/)
    expect(no).toMatch(/\b(not|no)\b/)
    expect(yes).not.toBe(no)
  })
  test.each(quantities)('$id is named once, with its unit', (fact) => {
    expect(said(known(fact), fact, exactly(20))).not.toMatch(/\b(\w{3,})\b.*\b\1\b/)
    expect(said(not(known(fact)), fact, undefined)).toMatch(/not known/)
  })
  test('days are counted as one says them', () => {
    const [days] = facts.filter(({ id }) => id === 'daysAtDose') as [Fact]
    expect(said(known(days), days, exactly(14))).toBe('14 days at this dose.')
    expect(said(known(days), days, { low: 7, high: Infinity })).toBe(
      'At least 7 days at this dose.',
    )
  })
})
