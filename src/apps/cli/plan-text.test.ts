import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assessRecord } from '../../assess/record.ts'
import { planText } from './plan-text.ts'

const folder = new URL('../../../examples/records/', import.meta.url)
const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))

const textOf = (name: string, all = false): string => {
  const record: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
  const plan = assessRecord(record, { on: '2026-11-23' })
  if (!('statements' in plan)) expect.fail(JSON.stringify(plan.problems))
  return planText(plan, { all })
}

describe('a plan as text', () => {
  test.each(['01-increase', '04-dialysis', '18-as-sent'])('of %s reads as before', (name) => {
    expect(textOf(name)).toMatchSnapshot()
  })

  test.each(names)('of %s fits 80 columns, with all that does not hold too', (name) => {
    for (const text of [textOf(name), textOf(name, true)]) {
      const long = text.split('\n').filter((line) => line.length > 80)
      expect(long).toEqual([])
    }
  })

  test('begins with what is urgent where anything is', () => {
    expect(textOf('04-dialysis').split('\n')).toContain('URGENT')
    expect(textOf('01-increase')).not.toMatch(/^URGENT$/m)
  })
})
