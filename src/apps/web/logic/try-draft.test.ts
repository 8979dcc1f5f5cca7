import { describe, expect, test } from 'vitest'
import { guideline } from '../../../guideline/index.ts'
import { sections } from '../../../guideline/sections.ts'
import { decisionTable } from '../../../outputs/people/decision-table.ts'
import { derive, isPlan } from '../state/derive.ts'
import { draftOf } from '../share/link.ts'
import { tryDraft, tryHref } from './try-draft.ts'

const holding = (draft: ReturnType<typeof tryDraft>): readonly string[] => {
  if (draft === undefined) return ['no facts were found']
  const { plan } = derive(draft, '2026-11-25')
  if (!isPlan(plan)) return ['refused']
  return plan.statements.filter(({ holds }) => holds === 'true').map(({ id }) => id)
}

describe('"try" opens the workbench with a person for whom the statement holds', () => {
  test.each(guideline.statements.map((one) => [one.id, one] as const))('%s', (id, statement) => {
    const draft = tryDraft(guideline, statement)
    expect(holding(draft)).toContain(id)
    expect(draft && draftOf(tryHref(draft))).toEqual(draft)
  })
})

describe('and for each row of the decision tables', () => {
  const rules = sections.flatMap((section) => decisionTable(section).rules)
  const seen = new Map<string, number>()
  const named = rules.map((rule) => {
    const { id } = rule.statement
    seen.set(id, (seen.get(id) ?? 0) + 1)
    return [`${id}, row ${String(seen.get(id))}`, rule] as const
  })
  test.each(named)('%s', (_name, { statement, literals }) => {
    const draft = tryDraft(guideline, statement, ...literals.map(({ condition }) => condition))
    expect(holding(draft)).toContain(statement.id)
  })
})
