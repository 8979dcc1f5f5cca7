import { describe, expect, test } from 'vitest'
import { guideline } from '../src/guideline/index.ts'
import { pathway } from '../src/guideline/pathway.ts'
import { sections } from '../src/guideline/sections.ts'
import { all, any } from '../src/logic/condition.ts'
import { exactly } from '../src/logic/interval.ts'
import type { Fact, Findings } from '../src/logic/fact.ts'
import type { Lane, Step } from '../src/logic/pathway.ts'
import { applies } from '../src/logic/statement.ts'
import type { Statement } from '../src/logic/statement.ts'
import { evaluate } from '../src/logic/trace.ts'
import { cellOf, decisionTable } from '../src/outputs/people/decision-table.ts'
import type { Rule } from '../src/outputs/people/decision-table.ts'
import { complete } from '../src/proof/concrete.ts'
import type { Stated } from '../src/proof/concrete.ts'
import { randomPatients } from './agreement/patients.ts'

const stepOf = (lane: Lane, id: string): Step | undefined =>
  lane.steps.find((step) => step.id === id)

/** Goes a lane as a reader would: the boxes of advice met, until it ends or an answer is not known. */
const walk = (lane: Lane, findings: Findings): readonly Step[] => {
  const met: Step[] = []
  let step = lane.steps[0]
  while (step !== undefined) {
    if (step.kind === 'end') break
    if (step.kind === 'advice') {
      met.push(step)
      step = step.next === undefined ? undefined : stepOf(lane, step.next)
      continue
    }
    const truth = evaluate(step.when, findings)
    if (truth === 'unknown' && step.unknownGoesOn !== true) break
    step = stepOf(lane, truth === 'true' ? step.yes : step.no)
  }
  return met
}

const holding = (statement: Statement, findings: Findings) => evaluate(applies(statement), findings)

const findingsOf = (stated: Stated): Findings => complete(guideline, stated) as Findings

/** Synthetic patients, some with facts missing. */
const patients = randomPatients(guideline, 3000, 20261125).map(findingsOf)

/** The same with nothing missing: what was not known gets a plain value. */
const usual: Readonly<Record<string, number>> = {
  age: 50,
  eGfr: 80,
  baclofenDose: 20,
  daysAtDose: 10,
  potassium: 4,
  magnesium: 0.8,
}
const filled = (stated: Stated, fact: Fact): Stated =>
  fact.kind === 'quantity'
    ? { ...stated, [fact.id]: exactly(usual[fact.id] as number) }
    : { ...stated, [fact.id]: 'false' }
const known = randomPatients(guideline, 3000, 20261126).flatMap((stated) => {
  const whole = guideline.facts.reduce((made, fact) => {
    const finding = findingsOf(stated)[fact.id]
    const exact = typeof finding === 'object' && finding.low === finding.high
    return exact || finding === 'true' || finding === 'false' ? made : filled(made, fact)
  }, stated)
  const findings = complete(guideline, whole)
  return findings === undefined ? [] : [findings]
})

const lanes = pathway.lanes.map((lane) => [lane.title, lane] as const)
const [doseLane] = pathway.lanes

describe('the drawing of the pathway', () => {
  test('shows every statement', () => {
    const drawn = new Set([
      ...pathway.lanes.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.kind === 'advice' ? step.statements : [])),
      ),
      ...pathway.beside.flatMap(({ statements }) => statements),
    ])
    expect(guideline.statements.filter((statement) => !drawn.has(statement))).toEqual([])
  })
  test.each(lanes)('%s: every way leads somewhere, and every box is reached', (_title, lane) => {
    const names = new Set([...lane.steps, ...pathway.lanes].map(({ id }) => id))
    const led = lane.steps.flatMap((step) =>
      step.kind === 'question'
        ? [step.yes, step.no]
        : step.kind === 'advice' && step.next !== undefined
          ? [step.next]
          : [],
    )
    expect(led.filter((id) => !names.has(id))).toEqual([])
    expect(lane.steps.slice(1).filter(({ id }) => !led.includes(id))).toEqual([])
  })
  test.each(lanes)('%s: whoever comes to advice has some that holds', (_title, lane) => {
    const wrong = known.filter((findings) =>
      walk(lane, findings).some(
        (step) =>
          step.kind === 'advice' &&
          !step.statements.some((statement) => holding(statement, findings) === 'true'),
      ),
    )
    expect(known.length).toBeGreaterThan(2000)
    expect(wrong).toEqual([])
  })
  test.each(lanes)('%s: with facts missing none of it is known not to hold', (_title, lane) => {
    const wrong = patients.filter((findings) =>
      walk(lane, findings).some(
        (step) =>
          step.kind === 'advice' &&
          step.statements.every((statement) => holding(statement, findings) === 'false'),
      ),
    )
    expect(wrong).toEqual([])
  })
  test('leads to a step of the dose exactly where the statement for it holds', () => {
    const ids = ['raise', 'raise-older', 'review', 'wait']
    const reached = new Set<string>()
    for (const findings of known) {
      const met = walk(doseLane as Lane, findings).map(({ id }) => id)
      for (const step of (doseLane as Lane).steps) {
        if (step.kind !== 'advice' || !ids.includes(step.id)) continue
        const here = met.includes(step.id)
        if (here) reached.add(step.id)
        const holds = step.statements.some((of) => holding(of, findings) === 'true')
        expect([step.id, holds]).toEqual([step.id, here])
      }
    }
    expect([...reached].sort()).toEqual([...ids].sort())
  })
})

describe('the sections', () => {
  test('hold every statement once', () => {
    const held = sections.flatMap(({ statements }) => statements.map(({ id }) => id))
    expect([...held].sort()).toEqual(guideline.statements.map(({ id }) => id).sort())
  })
})

/** A statement as its rows have it: one of them holds in all its cells. */
const byRows = (rules: readonly Rule[]) =>
  any(...rules.map(({ literals }) => all(...literals.map(({ condition }) => condition))))

describe('the decision tables', () => {
  test.each(sections.map((section) => [section.title, section] as const))(
    '%s: the rows of a statement hold where it holds, unknown where it is unknown',
    (_title, section) => {
      const { rules } = decisionTable(section)
      for (const statement of section.statements) {
        const rows = byRows(rules.filter((rule) => rule.statement === statement))
        const wrong = patients.filter(
          (findings) => evaluate(rows, findings) !== evaluate(statement.when, findings),
        )
        expect([statement.id, wrong]).toEqual([statement.id, []])
      }
    },
  )
  test('a cell says both ends of a band', () => {
    const kidneys = sections.find(({ id }) => id === 'kidneys')
    const table = decisionTable(kidneys as (typeof sections)[number])
    const rule = table.rules.find((of) => of.statement.id === 'reduce-baclofen-moderate-renal')
    expect(cellOf(rule as Rule, 'baclofen dose (mg/day)')).toBe('> 15, ≤ 30')
    expect(cellOf(rule as Rule, 'moderate renal impairment')).toBe('yes')
    expect(cellOf(rule as Rule, 'is on dialysis')).toBe('no')
  })
})
