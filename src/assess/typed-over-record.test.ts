import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assessRecord } from './record.ts'
import type { Assessment } from './assess.ts'
import type { FactsInput } from './input.ts'

const example = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/records/${name}.json`, import.meta.url), 'utf8'))

const plan = (name: string, facts: FactsInput): Assessment => {
  const assessed = assessRecord(example(name), { on: '2026-11-23', facts })
  if (!('statements' in assessed)) throw new Error(JSON.stringify(assessed.problems))
  return assessed
}

const holds = ({ statements }: Assessment, id: string): string | undefined =>
  statements.find((statement) => statement.id === id)?.holds

describe('facts typed beside a record', () => {
  test('another dose than the record has: since when is not known, so nothing is raised', () => {
    const assessed = plan('01-increase', { baclofenDose: 25 })
    expect(holds(assessed, 'increase-baclofen')).toBe('unknown')
    expect(assessed.notFound).toContainEqual({
      fact: 'daysAtDose',
      why: 'the dose that was typed is not that of the record',
    })
  })

  test('with its days typed too, the step goes from the typed dose', () => {
    const assessed = plan('01-increase', { baclofenDose: 25, daysAtDose: 9 })
    expect(holds(assessed, 'increase-baclofen')).toBe('true')
  })

  test('the same dose as in the record keeps the days of the record', () => {
    expect(holds(plan('01-increase', { baclofenDose: 20 }), 'increase-baclofen')).toBe('true')
  })

  test('not on dialysis, against the record: used, and never in silence', () => {
    const assessed = plan('04-dialysis', { onDialysis: false })
    expect(assessed.problems).toContainEqual({
      kind: 'set-aside',
      where: 'Condition/dialysis',
      message:
        'The record and what was typed differ about is on dialysis: is on dialysis in the record, is not on dialysis typed. What was typed is used.',
      remedy: 'See that it is right, and correct the other.',
    })
  })

  test('"unknown" takes nothing back that the record knows', () => {
    const assessed = plan('04-dialysis', { onDialysis: 'unknown' })
    expect(holds(assessed, 'avoid-baclofen-severe-renal')).toBe('true')
  })
})
