import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { QuantityFact } from '../logic/fact.ts'
import type { Interval } from '../logic/interval.ts'
import { applies } from '../logic/statement.ts'
import { partsOf } from './parts.ts'

type Limits = ReadonlyMap<string, ReadonlySet<number>>

const made = new WeakMap<Definition, Limits>()

/** The limits with which the conditions of a definition compare each quantity, by fact id. */
const limitsOf = (definition: Definition): Limits => {
  const known = made.get(definition)
  if (known !== undefined) return known
  const limits = new Map<string, Set<number>>()
  const leaf = (): boolean => true
  const met = new Map<Condition, boolean>()
  const conditions = [
    ...definition.implications.map(({ when }) => when),
    ...definition.statements.map(applies),
    ...definition.statements.flatMap(partsOf).map(({ condition }) => condition),
  ]
  for (const condition of conditions) {
    fold<boolean>(
      condition,
      {
        is: leaf,
        compare: (fact, _by, { value }) => {
          const own = limits.get(fact.id) ?? new Set()
          limits.set(fact.id, own.add(value))
          return true
        },
        known: leaf,
        all: leaf,
        any: leaf,
        not: leaf,
      },
      met,
    )
  }
  made.set(definition, limits)
  return limits
}

/** One round number inside each band that the limits cut a quantity into, the most usual band first. */
const insides = (definition: Definition, fact: QuantityFact): readonly number[] => {
  const [from, to] = fact.likely
  const limits = limitsOf(definition).get(fact.id) ?? []
  const edges = [...new Set([from, ...limits, to])].sort((one, other) => one - other)
  const usual = fact.typical ?? (from + to) / 2
  return edges
    .slice(1)
    .map((high, index) => ({ low: edges[index] as number, high }))
    .sort((one, other) => distance(one, usual) - distance(other, usual))
    .map((band) => roundInside(band, fact.resolution))
}

/**
 * Numbers that a reader would choose: what an ordinary patient has; one round number inside each
 * band of the quantity, the most usual band first; the limits, and what lies just beside them.
 */
export const candidates = (definition: Definition, fact: QuantityFact): readonly number[] => {
  const [least, most] = fact.possible
  const limits = [...(limitsOf(definition).get(fact.id) ?? [])]
  const ordinary = fact.typical === undefined ? [] : [fact.typical]
  const edges = [fact.likely[0], ...limits, fact.likely[1]].sort((one, other) => one - other)
  const beside = limits.flatMap((limit) => [limit - fact.resolution, limit + fact.resolution])
  return [
    ...new Set([...ordinary, ...insides(definition, fact), ...edges, ...beside.map(tidy)]),
  ].filter((value) => value >= least && value <= most)
}

/** Ranges that a reader would choose: from inside one band of the quantity to inside another. */
export const ranges = (definition: Definition, fact: QuantityFact): readonly Interval[] => {
  const values = [...insides(definition, fact)].sort((one, other) => one - other)
  return values
    .flatMap((low, index) => values.slice(index + 1).map((high) => ({ low, high })))
    .sort((one, other) => one.high - one.low - (other.high - other.low))
}

interface Band {
  readonly low: number
  readonly high: number
}

const distance = ({ low, high }: Band, value: number): number =>
  Math.max(0, low - value, value - high)

const tidy = (value: number): number => Number(value.toFixed(6))

const roundInside = ({ low, high }: Band, resolution: number): number => {
  // Of a band without a real end only the beginning is of interest.
  const inside = low > 0 && high > 100 * low ? 2 * low : low + (high - low) / 4
  const near = Math.max(inside / 8, resolution / 2)
  for (const unit of [10, 5, 1, 0.5, 0.1, 0.01]) {
    const rounded = tidy(Math.round(inside / unit) * unit)
    const fits = unit >= resolution && Math.abs(rounded - inside) <= near
    if (fits && rounded > low && rounded < high) return rounded
  }
  return inside
}
