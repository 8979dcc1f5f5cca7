import type { Fact, Finding } from '../logic/fact.ts'
import type { Given } from '../logic/given.ts'
import type { Implication } from '../logic/implication.ts'
import { exactValue } from '../logic/interval.ts'
import type { Comparison, Interval } from '../logic/interval.ts'
import type { Unit } from '../logic/quantity.ts'
import type { Writable } from '../logic/writable.ts'
import { factsOf } from '../logic/condition.ts'
import type { Picture } from './picture.ts'

/** A fact that an assessment used: its value in the canonical unit, and where it came from. */
export interface UsedFact {
  readonly value?: number | boolean | 'unknown'
  readonly comparator?: Comparison
  readonly low?: number
  readonly high?: number
  readonly unit?: Unit
  readonly lowerLimit?: number
  readonly date?: string
  /** The resource, or "implied by …" for what follows from another fact. */
  readonly from?: string
  /** The value and unit as they stood, when they were converted. */
  readonly original?: string
  readonly note?: string
}

const presence = (finding: Finding): boolean | 'unknown' =>
  finding === 'true' ? true : finding === 'false' ? false : 'unknown'

const quantity = (
  interval: Interval,
  [least, most]: readonly [number, number],
): Pick<UsedFact, 'value' | 'comparator' | 'low' | 'high'> => {
  const value = exactValue(interval)
  if (value !== undefined) return { value }
  if (interval.high >= most && interval.highOpen !== true) {
    return { comparator: interval.lowOpen === true ? '>' : '>=', value: interval.low }
  }
  if (interval.low <= least && interval.lowOpen !== true) {
    return { comparator: interval.highOpen === true ? '<' : '<=', value: interval.high }
  }
  return { low: interval.low, high: interval.high }
}

const used = (fact: Fact, finding: Finding, origin: Partial<Given>): UsedFact => {
  const made: Writable<UsedFact> =
    fact.kind === 'presence' || typeof finding === 'string'
      ? { value: presence(finding) }
      : quantity(finding, fact.possible)
  if (fact.kind === 'quantity' && typeof finding !== 'string') {
    made.unit = fact.unit
    if (finding.lowerLimit !== undefined) made.lowerLimit = finding.lowerLimit
  }
  if (origin.date !== undefined) made.date = origin.date
  if (origin.from !== undefined) made.from = origin.from
  if (origin.original !== undefined) made.original = origin.original
  if (origin.note !== undefined) made.note = origin.note
  return made
}

const impliedBy = ({ when }: Implication): Partial<Given> => ({
  from: `implied by ${factsOf(when)
    .map(({ id }) => id)
    .join(', ')}`,
})

/** The facts that were given or follow from those given, in the guideline's order. */
export const factsJson = (
  facts: readonly Fact[],
  patient: Picture,
): Readonly<Record<string, UsedFact>> => {
  const made: Record<string, UsedFact> = {}
  for (const fact of facts) {
    const finding = patient.findings[fact.id]
    if (finding === undefined) continue
    const implication = patient.implied.find((drawn) => drawn.fact.id === fact.id)
    const origin = implication === undefined ? patient.given[fact.id] : impliedBy(implication)
    if (origin !== undefined) made[fact.id] = used(fact, finding, origin)
  }
  return made
}
