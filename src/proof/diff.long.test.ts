import { describe, expect, test } from 'vitest'
import { above, all, below, is } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { PresenceFact } from '../logic/fact.ts'
import { mgPerDay } from '../logic/quantity.ts'
import type { Statement } from '../logic/statement.ts'
import { diff } from './diff.ts'
import type { DefinitionDiff } from './diff-result.ts'
import { moved } from './diff-texts.ts'
import { diffMarkdown, diffSummary } from './diff-words.ts'
import * as s from './small.test-support.ts'

const compare = async (before: Definition, after: Definition): Promise<DefinitionDiff> => {
  const found = await diff(before, after)
  if ('problems' in found) throw new Error(JSON.stringify(found.problems))
  return found
}

const withStatement = (id: string, change: Partial<Statement>): Definition => ({
  ...s.small,
  statements: s.small.statements.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

test('a version is the same as itself', async () => {
  const found = await compare(s.small, structuredClone(s.small))
  expect(found).toMatchObject({ same: true, plansChange: false, statements: [], texts: [] })
  expect(diffSummary(found)).toBe('Version 1.0.0: nothing is different.')
})

test('another order is told as such, with no patients', async () => {
  const [first, ...rest] = s.small.statements
  const found = await compare(s.small, { ...s.small, statements: [...rest, first as Statement] })
  expect(found).toMatchObject({ same: false, plansChange: false, statements: [], moved: ['block'] })
})

describe('a limit that moves', () => {
  const lower = { ...s.weak, value: 45 }
  const after: Definition = {
    ...withStatement('raise', {
      when: all(is(s.cramps), below(s.dose, s.ceiling), above(s.kidney, lower)),
      unless: [],
    }),
    limits: [s.ceiling, lower, s.low],
    version: '1.1.0',
  }
  test('shows each way in which patients come out differently, by the simplest of them', async () => {
    const found = await compare(s.small, after)
    const [statement] = found.statements
    expect(statement?.id).toBe('raise')
    expect(statement?.truths.map(({ from, to }) => `${from} → ${to}`)).toEqual([
      'false → true',
      'false → unknown',
      'unknown → true',
    ])
    const gained = statement?.truths.find(({ from, to }) => from === 'false' && to === 'true')
    expect(gained?.example.facts).toEqual({ dose: 20, kidney: 50, cramps: true })
    expect(found.texts).toEqual([
      { what: 'version', before: '1.0.0', after: '1.1.0' },
      { what: 'limit weak', before: '60 mL/min/1.73 m²', after: '45 mL/min/1.73 m²' },
    ])
  })
  test('is told in words for a changelog', async () => {
    const markdown = diffMarkdown(await compare(s.small, after))
    expect(markdown).toContain('## Version 1.0.0 → 1.1.0')
    expect(markdown).toContain('- limit weak: 60 mL/min/1.73 m² → 45 mL/min/1.73 m².')
    expect(markdown).toContain(
      '- Gained: did not hold, now holds.\n  For example: dose 20 mg/day; kidney function 50 mL/min/1.73 m²; has cramps.',
    )
  })
})

test('words and numbers of an action that change are told, and make a different plan', async () => {
  const after = withStatement('raise', {
    says: 'Says it better.',
    action: { ...s.raising, step: mgPerDay(5) },
  })
  const found = await compare(s.small, after)
  expect(found.plansChange).toBe(true)
  expect(found.statements).toEqual([
    {
      id: 'raise',
      title: 'raise',
      change: 'changed',
      truths: [],
      told: [],
      texts: [
        { what: 'says', before: 'Says raise.', after: 'Says it better.' },
        { what: 'action step', before: '10 mg/day', after: '5 mg/day' },
      ],
      rewritten: false,
    },
  ])
})

test('an urgency that reaches fewer people is shown by one of those who lose it', async () => {
  const { urgentUnlessFalse: _urgent, ...routine } = s.block
  const found = await compare(s.small, {
    ...s.small,
    statements: [routine, ...s.small.statements.slice(1)].map((one) =>
      one.id === 'raise' ? { ...one, unless: [routine] } : one,
    ),
  })
  expect(found.statements.map(({ id, told }) => [id, told])).toEqual([
    [
      'block',
      [
        {
          what: 'urgent',
          now: 'left out',
          example: { words: 'has dialysis', facts: { dialysis: true } },
        },
      ],
    ],
  ])
})

test('a condition that is written differently and means the same changes nobody', async () => {
  const after = withStatement('ask', { when: all(s.ask.when, s.ask.when) })
  const found = await compare(s.small, after)
  expect(found).toMatchObject({ same: false, plansChange: false })
  expect(found.statements).toMatchObject([{ id: 'ask', rewritten: true, truths: [] }])
})

test('a statement that only one version has is shown with somebody for whom it holds', async () => {
  const fewer: Definition = { ...s.small, statements: s.small.statements.slice(0, 3) }
  expect((await compare(fewer, s.small)).statements).toMatchObject([
    { id: 'stop', change: 'added', example: { facts: { dose: 50 } } },
  ])
  expect((await compare(s.small, fewer)).statements).toMatchObject([
    { id: 'stop', change: 'removed', example: { facts: { dose: 50 } } },
  ])
})

describe('versions with other facts', () => {
  const anxiety: PresenceFact = { ...s.cramps, id: 'anxiety', words: 'has anxiety' }
  test('a fact that only one version has is named', async () => {
    const after: Definition = {
      ...withStatement('ask', { when: is(anxiety) }),
      facts: [...s.small.facts, anxiety],
    }
    const found = await compare(s.small, after)
    expect(found.factsAdded).toEqual(['anxiety'])
    const gained = found.statements[0]?.truths.find(
      ({ from, to }) => from === 'false' && to === 'true',
    )
    expect(gained?.example.facts).toEqual({ kidney: 80, anxiety: true })
    expect((await compare(after, s.small)).factsRemoved).toEqual(['anxiety'])
  })
  test('what is left out may mean "no" in one version and "not known" in the other', async () => {
    const asked: PresenceFact = { ...s.dialysis, absent: 'ask' }
    const block = { ...s.block, when: is(asked) }
    const before: Definition = {
      ...s.small,
      statements: [{ ...s.block, when: is(s.dialysis) }],
    }
    const found = await compare(before, {
      ...before,
      facts: s.small.facts.map((fact) => (fact.id === 'dialysis' ? asked : fact)),
      statements: [block],
    })
    expect(found.statements[0]?.truths).toEqual([
      {
        from: 'false',
        to: 'unknown',
        example: { words: 'a patient of whom nothing is stated', facts: {} },
      },
    ])
  })
  test('facts that are refused together in one version only are shown', async () => {
    const opposed: Definition = {
      ...s.small,
      implications: [
        ...s.small.implications,
        { when: is(s.cramps), fact: s.dialysis, is: 'false' },
      ],
    }
    const found = await compare(s.small, opposed)
    expect(found.refusedNow?.facts).toEqual({ cramps: true, dialysis: true })
    expect(found.texts).toEqual([
      {
        what: 'implication cramps means that dialysis is false',
        after: 'cramps means that dialysis is false',
      },
    ])
    expect((await compare(opposed, s.small)).refusedBefore?.facts).toEqual({
      cramps: true,
      dialysis: true,
    })
  })
  test('a fact that is measured in another unit cannot be compared, and is named', async () => {
    const found = await diff(s.small, {
      ...s.small,
      facts: s.small.facts.map((fact) =>
        fact.id === 'dose' ? { ...s.dose, unit: 'mmol/L' as const } : fact,
      ),
    })
    expect(found).toEqual({
      problems: [{ fact: 'dose', message: 'is in mg/d before, and in mmol/L after' }],
    })
  })
})

test.each([
  [['a', 'b', 'c'], ['a', 'b', 'c'], []],
  [['a', 'b', 'c'], ['b', 'c', 'a'], ['a']],
  [['a', 'b', 'c'], ['c', 'a', 'b'], ['c']],
  [['a', 'b'], ['b', 'x', 'a'], ['a']],
])('from %j to %j the fewest that moved are %j', (before, after, expected) => {
  expect(moved(before, after)).toHaveLength(expected.length)
})
