import { all } from '../../../logic/condition.ts'
import type { Condition } from '../../../logic/condition.ts'
import type { Definition } from '../../../logic/definition.ts'
import type { Findings } from '../../../logic/fact.ts'
import { exactValue } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { applies } from '../../../logic/statement.ts'
import type { Statement } from '../../../logic/statement.ts'
import { fragmentOf } from '../share/link.ts'
import type { Answer, Draft, PresenceId } from '../state/draft.ts'
import { presences, quantities } from '../state/facts.ts'
import { satisfy } from './satisfy.ts'

/** Findings as they would be typed; what is assumed absent is left unasked. */
export const draftOfFindings = (findings: Findings): Draft => ({
  quantities: Object.fromEntries(
    quantities.flatMap((fact) => {
      const finding = findings[fact.id]
      const value = typeof finding === 'object' ? exactValue(finding) : undefined
      return value === undefined ? [] : [[fact.id, { text: formatNumber(value), unit: fact.unit }]]
    }),
  ),
  answers: Object.fromEntries(
    presences.flatMap(({ id, absent }): (readonly [PresenceId, Answer])[] => {
      const finding = findings[id]
      if (finding === 'true') return [[id, 'yes']]
      return finding === 'false' && absent === 'ask' ? [[id, 'no']] : []
    }),
  ),
})

/** Facts of a made-up person for whom a statement holds, and whatever else is asked for besides. */
export const tryDraft = (
  definition: Definition,
  statement: Statement,
  ...besides: readonly Condition[]
): Draft | undefined => {
  const found = satisfy(definition, all(applies(statement), ...besides))
  return found === undefined ? undefined : draftOfFindings(found)
}

/** A link to the workbench with a draft in it. */
export const tryHref = (draft: Draft): string => fragmentOf(draft)
