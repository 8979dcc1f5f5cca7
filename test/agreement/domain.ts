import { limitsOf } from '../../src/assess/bands.ts'
import { clip } from '../../src/assess/quantity-input.ts'
import type { Definition } from '../../src/logic/definition.ts'
import type { Fact, Finding, PresenceFact, QuantityFact } from '../../src/logic/fact.ts'
import { bounded, exactly } from '../../src/logic/interval.ts'
import type { Interval } from '../../src/logic/interval.ts'

/** What may be stated of one fact; undefined leaves it out. */
export type Choice = Finding | undefined

const tidy = (value: number): number => Number(value.toFixed(6))

/** Each limit, a step to both sides of it, and one value in the middle of each band. */
const values = (fact: QuantityFact, limits: readonly number[], step: number): readonly number[] => {
  const [least, most] = fact.possible
  const ends = [...new Set([least, ...limits, most])].sort((one, other) => one - other)
  const middles = ends.slice(1).map((end, index) => tidy((end + (ends[index] as number)) / 2))
  const beside = limits.flatMap((limit) => [limit - step, limit, limit + step]).map(tidy)
  return [...new Set([...(step === 0 ? limits : ends), ...middles, ...beside])].filter(
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

const ranges = (limits: readonly number[], fact: QuantityFact): readonly Interval[] =>
  limits
    .map((limit) => ({ low: tidy(limit - fact.resolution), high: tidy(limit + fact.resolution) }))
    .map((interval) => clip(interval, fact.possible))

/** One value of every band, every limit itself, every bound at a limit and a range across it. */
const bands = (fact: QuantityFact, limits: readonly number[]): readonly Interval[] => [
  ...values(fact, limits, 0).map(exactly),
  ...limits
    .flatMap((limit) => (['<', '<=', '>', '>='] as const).map((by) => bounded(by, limit)))
    .map((interval) => clip(interval, fact.possible))
    .filter((interval) => !isEmpty(interval)),
  ...ranges(limits, fact),
  ...ownLimits(fact, limits.slice(-1)),
]

const presences = (fact: PresenceFact): readonly Choice[] =>
  fact.absent === 'ask' ? [undefined, 'true', 'false'] : [undefined, 'true', 'false', 'unknown']

const domains = (
  definition: Definition,
  quantities: (fact: QuantityFact, limits: readonly number[]) => readonly Interval[],
): ReadonlyMap<string, readonly Choice[]> => {
  const limits = limitsOf(definition)
  const choices = (fact: Fact): readonly Choice[] =>
    fact.kind === 'presence'
      ? presences(fact)
      : [undefined, ...quantities(fact, limits.get(fact.id) ?? [])]
  return new Map(definition.facts.map((fact) => [fact.id, choices(fact)]))
}

/** Everything that can be stated of each fact as far as a definition can tell it apart, by fact id. */
export const domainsOf = (definition: Definition): ReadonlyMap<string, readonly Choice[]> =>
  domains(definition, (fact, limits) => [
    ...values(fact, limits, fact.resolution).map(exactly),
    ...intervals(fact, limits),
    ...ownLimits(fact, limits),
  ])

/** The same once for each band and limit: for facts that are paired with each other. */
export const bandsOf = (definition: Definition): ReadonlyMap<string, readonly Choice[]> =>
  domains(definition, bands)
