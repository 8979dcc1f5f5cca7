import type { Assessment } from '../../../assess/assess.ts'
import type { UsedFact } from '../../../assess/facts-json.ts'
import { comparisonWords } from '../../../assess/words.ts'
import { formatNumber, units } from '../../../logic/quantity.ts'
import { factOf } from '../state/facts.ts'

/** A statement as an earlier visit told it. */
export interface VisitStatement {
  readonly id: string
  readonly title: string
  readonly holds: 'true' | 'false' | 'unknown'
  readonly kind: string
  readonly urgency: string
  /** What was to be done. */
  readonly action?: { readonly words: string }
}

/** What was known and advised at a visit. */
export interface Visit {
  /** The civil day; a link carries none. */
  readonly on?: string
  readonly version: string
  readonly facts: Readonly<Record<string, UsedFact>>
  readonly statements: readonly VisitStatement[]
  /** As the person counted them; the guideline does not ask for it. */
  readonly crampsPerWeek?: number
}

/** A plan as a visit. */
export const visitOf = (plan: Assessment, crampsPerWeek?: number): Visit => ({
  on: plan.on,
  version: plan.guideline.version,
  facts: plan.facts,
  statements: plan.statements.map(({ id, title, holds, kind, urgency, action }) => ({
    id,
    title,
    holds,
    kind,
    urgency,
    ...(action === undefined ? {} : { action: { words: action.words } }),
  })),
  ...(crampsPerWeek === undefined ? {} : { crampsPerWeek }),
})

/** The exact value of a measured fact at a visit. */
export const valueAt = ({ facts }: Visit, id: string): number | undefined => {
  const used = facts[id]
  return typeof used?.value === 'number' && used.comparator === undefined ? used.value : undefined
}

/** What was known of a fact, in words; undefined where nothing was. */
export const usedWords = (id: string, used: UsedFact | undefined): string | undefined => {
  const fact = factOf(id)
  if (used === undefined || used.value === 'unknown' || fact === undefined) return undefined
  if (fact.kind === 'presence') return used.value === true ? fact.words : fact.negated
  const unit = units[fact.unit].words
  if (used.low !== undefined && used.high !== undefined) {
    return `${formatNumber(used.low)} to ${formatNumber(used.high)} ${unit}`
  }
  if (typeof used.value !== 'number') return undefined
  const bound = used.comparator === undefined ? '' : `${comparisonWords[used.comparator]} `
  return `${bound}${formatNumber(used.value)} ${unit}`
}
