import type { Fact, Finding } from '../logic/fact.ts'
import type { Given } from '../logic/given.ts'
import { exactValue } from '../logic/interval.ts'
import type { Comparison, Interval } from '../logic/interval.ts'
import type { Unit } from '../logic/quantity.ts'
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
  const { date, from, original, note } = origin
  const rest = {
    ...(date === undefined ? {} : { date }),
    ...(from === undefined ? {} : { from }),
    ...(original === undefined ? {} : { original }),
    ...(note === undefined ? {} : { note }),
  }
  if (fact.kind === 'presence' || typeof finding === 'string') {
    return { value: presence(finding), ...rest }
  }
  const { lowerLimit } = finding
  return {
    ...quantity(finding, fact.possible),
    unit: fact.unit,
    ...(lowerLimit === undefined ? {} : { lowerLimit }),
    ...rest,
  }
}

/** The facts that were given or follow from those given, in the guideline's order. */
export const factsJson = (
  facts: readonly Fact[],
  patient: Picture,
): Readonly<Record<string, UsedFact>> => {
  const entries = facts.flatMap((fact): [string, UsedFact][] => {
    const finding = patient.findings[fact.id]
    if (finding === undefined) return []
    const implication = patient.implied.find((drawn) => drawn.fact.id === fact.id)
    if (implication !== undefined) {
      const from = factsOf(implication.when)
        .map(({ id }) => id)
        .join(', ')
      return [[fact.id, used(fact, finding, { from: `implied by ${from}` })]]
    }
    const given = patient.given[fact.id]
    return given === undefined ? [] : [[fact.id, used(fact, finding, given)]]
  })
  return Object.fromEntries(entries)
}
