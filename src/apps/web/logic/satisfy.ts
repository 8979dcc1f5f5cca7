import { candidates } from '../../../assess/bands.ts'
import { evaluatorOf } from '../../../assess/evaluator.ts'
import { factsOf, fold } from '../../../logic/condition.ts'
import type { Condition } from '../../../logic/condition.ts'
import type { Definition } from '../../../logic/definition.ts'
import type { Fact, Finding, Findings } from '../../../logic/fact.ts'
import { close } from '../../../logic/implication.ts'
import { exactly } from '../../../logic/interval.ts'
import { evaluateCompare, evaluateIs, isKnown } from '../../../logic/trace.ts'
import { and, negate, or, truthOf } from '../../../logic/truth.ts'
import type { Truth } from '../../../logic/truth.ts'

/** How many choices are tried before the search is given up. */
const patience = 40_000

/** What a fact may be found as while searching; undefined leaves it out. */
const choicesOf = (fact: Fact, definition: Definition): readonly (Finding | undefined)[] => {
  if (fact.kind === 'presence') {
    return fact.absent === 'assumed-no' ? [undefined, 'true'] : ['false', 'true', undefined]
  }
  const { limits } = evaluatorOf(definition)
  const { typical, resolution } = fact
  const rounded = (finding: Finding): Finding =>
    typeof finding === 'object'
      ? exactly(Number((Math.round(finding.low / resolution) * resolution).toFixed(4)))
      : finding
  const own = candidates(fact, limits, {}).map(rounded)
  return [...(typical === undefined ? [] : [exactly(typical)]), ...own, undefined]
}

/** A condition while some facts are still to be chosen: what hangs on those is not decided. */
const soFar = (condition: Condition, findings: Findings, chosen: ReadonlySet<string>): Truth =>
  fold<Truth>(
    condition,
    {
      is: (fact) => evaluateIs(findings, fact),
      compare: (fact, by, limit) => evaluateCompare(findings, fact, by, limit),
      known: (fact) => (chosen.has(fact.id) ? truthOf(isKnown(findings[fact.id])) : 'unknown'),
      all: (parts) => and(parts),
      any: (parts) => or(parts),
      not: negate,
    },
    new Map(),
  )

/**
 * Findings under which a condition is true: what is left out is not known, or assumed absent. Found by
 * search through the bands of every limit; undefined where none was found.
 */
export const satisfy = (definition: Definition, want: Condition): Findings | undefined => {
  const facts = factsOf(want)
  let left = patience

  const search = (
    at: number,
    ground: Findings,
    chosen: ReadonlySet<string>,
  ): Findings | undefined => {
    if (left-- <= 0) return undefined
    const { findings, contradictions } = close(ground, definition.implications)
    if (contradictions.length > 0) return undefined
    const truth = soFar(want, findings, chosen)
    if (truth === 'false') return undefined
    const fact = facts[at]
    if (fact === undefined) return truth === 'true' ? ground : undefined
    if (truth === 'true') return ground
    const now = new Set([...chosen, fact.id])
    for (const choice of choicesOf(fact, definition)) {
      const assumed = choice ?? (fact.absent === 'assumed-no' ? 'false' : undefined)
      const next = assumed === undefined ? ground : { ...ground, [fact.id]: assumed }
      const found = search(at + 1, next, now)
      if (found !== undefined) return found
    }
    return undefined
  }

  return search(0, {}, new Set())
}
