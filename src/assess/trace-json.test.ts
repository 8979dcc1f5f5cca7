import { describe, expect, test } from 'vitest'
import { and, negate, or } from '../logic/truth.ts'
import type { Truth } from '../logic/truth.ts'
import { guideline } from '../guideline/index.ts'
import { assess } from './assess.ts'
import type { Assessment } from './assess.ts'
import { spelledOut } from './trace-json.ts'
import type { TraceJson } from './trace-json.ts'

const on = '2026-11-23'

const planFor = (facts: Parameters<typeof assess>[0]): Assessment => {
  const plan = assess(facts, { on })
  if (!('statements' in plan)) throw new Error('the facts were refused')
  return plan
}

const nodesOf = (trace: TraceJson): readonly TraceJson[] => [
  trace,
  ...(trace.op === 'not'
    ? nodesOf(trace.of)
    : trace.op === 'all' || trace.op === 'any'
      ? trace.of.flatMap(nodesOf)
      : []),
]

describe('what several statements rest on', () => {
  const plan = planFor({ age: 58, baclofenDose: 20, eGfr: 25 })
  const named = plan.statements.flatMap(({ trace }) =>
    nodesOf(trace).flatMap((node) => (node.op === 'condition' ? [node] : [])),
  )

  test('has its trace once in the plan, and is named in each statement', () => {
    const severe = named.filter(({ condition }) => condition === 'severe renal impairment')
    expect(severe.length).toBeGreaterThan(1)
    expect(plan.conditions['severe renal impairment']).toMatchObject({
      truth: 'true',
      name: 'severe renal impairment',
    })
  })

  test('is named with the truth that its own trace has', () => {
    for (const { condition, truth } of named) {
      expect([condition, plan.conditions[condition]?.truth]).toEqual([condition, truth])
    }
  })

  test('stands in its place when a trace is spelled out, down to facts and limits', () => {
    for (const { trace } of plan.statements) {
      const nodes = nodesOf(spelledOut(trace, plan.conditions))
      expect(nodes.filter(({ op }) => op === 'condition')).toEqual([])
    }
  })
})

const fromParts = (trace: TraceJson): Truth => {
  switch (trace.op) {
    case 'all':
      return and(trace.of.map(fromParts))
    case 'any':
      return or(trace.of.map(fromParts))
    case 'not':
      return negate(fromParts(trace.of))
    default:
      return trace.truth
  }
}

test.each([
  ['nothing is known', {}],
  ['an older adult with a moderate eGFR', { age: 71, baclofenDose: 20, eGfr: 45 }],
  ['cirrhosis and low magnesium', { age: 50, baclofenDose: 30, cirrhosis: true, magnesium: 0.6 }],
])('of %s every truth follows from those of its parts', (_who, facts) => {
  const plan = planFor(facts)
  for (const { trace, holds } of plan.statements) {
    expect(fromParts(spelledOut(trace, plan.conditions))).toBe(holds)
  }
})

test('a name stands for one condition in the whole guideline', () => {
  const seen = new Map<string, string>()
  const visit = (condition: (typeof guideline.statements)[number]['when']): void => {
    if ('name' in condition) {
      const text = JSON.stringify(condition)
      expect(seen.get(condition.name) ?? text).toBe(text)
      seen.set(condition.name, text)
    }
    if (condition.op === 'all' || condition.op === 'any') condition.of.forEach(visit)
    if (condition.op === 'not') visit(condition.of)
  }
  for (const { when } of guideline.statements) visit(when)
  expect(seen.size).toBeGreaterThan(5)
})
