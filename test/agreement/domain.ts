import { limitsOf } from '../../src/assess/bands.ts'
import { clip } from '../../src/assess/quantity-input.ts'
import type { Definition } from '../../src/logic/definition.ts'
import type { Fact, Finding, QuantityFact } from '../../src/logic/fact.ts'
import { bounded, exactly } from '../../src/logic/interval.ts'
import type { Interval } from '../../src/logic/interval.ts'

/** What may be stated of one fact; undefined leaves it out. */
export type Choice = Finding | undefined

const tidy = (value: number): number => Number(value.toFixed(6))

/** Just below, at and just above each limit, and one value in the middle of each band. */
const values = (fact: QuantityFact, limits: readonly number[]): readonly number[] => {
  const [least, most] = fact.possible
  const ends = [...new Set([least, ...limits, most])].sort((one, other) => one - other)
  const middles = ends.slice(1).map((end, index) => tidy((end + (ends[index] as number)) / 2))
  const beside = limits.flatMap((limit) => [
    limit - fact.resolution,
    limit,
    limit + fact.resolution,
  ])
  return [...new Set([...ends, ...middles, ...beside.map(tidy)])].filter(
    (value) => value >= least && value <= most,
  )
}

const isEmpty = ({ low, high, lowOpen, highOpen }: Interval): boolean =>
  low > high || (low === high && (lowOpen === true || highOpen === true))

/** Bounds at each limit, and ranges that touch or cross it. */
const intervals = (fact: QuantityFact, limits: readonly number[]): readonly Interval[] => {
  const step = fact.resolution
  return limits
    .flatMap((limit): readonly Interval[] => [
      bounded('<', limit),
      bounded('<=', limit),
      bounded('>', limit),
      bounded('>=', limit),
      { low: tidy(limit - step), high: limit },
      { low: tidy(limit - step), high: limit, highOpen: true },
      { low: limit, high: tidy(limit + step) },
      { low: limit, high: tidy(limit + step), lowOpen: true },
      { low: tidy(limit - step), high: tidy(limit + step) },
    ])
    .map((interval) => clip(interval, fact.possible))
    .filter((interval) => !isEmpty(interval))
}

/** Results that carry the laboratory's own limit: around the usual limits, and on both sides of it. */
const ownLimits = (fact: QuantityFact, limits: readonly number[]): readonly Interval[] => {
  if (fact.ownLimit !== true) return []
  const own = [...limits, ...limits.map((limit) => tidy(limit + 4 * fact.resolution))]
  return own.flatMap((lowerLimit): readonly Interval[] => [
    { ...exactly(tidy(lowerLimit - fact.resolution)), lowerLimit },
    { ...exactly(lowerLimit), lowerLimit },
    { ...exactly(tidy(lowerLimit + fact.resolution)), lowerLimit },
    { ...clip(bounded('<', lowerLimit), fact.possible), lowerLimit },
  ])
}

/** Everything that can be stated of each fact as far as a definition can tell it apart, by fact id. */
export const domainsOf = (definition: Definition): ReadonlyMap<string, readonly Choice[]> => {
  const limits = limitsOf(definition)
  const choices = (fact: Fact): readonly Choice[] => {
    if (fact.kind === 'presence') {
      const said = ['true', 'false'] as const
      return fact.absent === 'ask' ? [undefined, ...said] : [undefined, ...said, 'unknown']
    }
    const at = limits.get(fact.id) ?? []
    return [
      undefined,
      ...values(fact, at).map(exactly),
      ...intervals(fact, at),
      ...ownLimits(fact, at),
    ]
  }
  return new Map(definition.facts.map((fact) => [fact.id, choices(fact)]))
}
