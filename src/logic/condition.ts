import type { Fact, PresenceFact, QuantityFact } from './fact.ts'
import type { Comparison } from './interval.ts'
import type { Quantity, Unit } from './quantity.ts'

/** A number that decides something: named, so that a reader can ask where it comes from. */
export interface Limit<U extends Unit = Unit> extends Quantity<U> {
  readonly name: string
  /** Where the number comes from: "S13, R03". */
  readonly basis: string
  /** The laboratory's own lower limit goes before this value when the result carries one (R13). */
  readonly ownFirst?: boolean
}

/** A question about a patient, as plain data. These six shapes are all there are. */
export type Condition =
  | { readonly op: 'is'; readonly fact: PresenceFact }
  | {
      readonly op: 'compare'
      readonly fact: QuantityFact
      readonly by: Comparison
      readonly limit: Limit
    }
  | { readonly op: 'known'; readonly fact: Fact }
  | { readonly op: 'all'; readonly of: readonly Condition[]; readonly name?: string }
  | { readonly op: 'any'; readonly of: readonly Condition[]; readonly name?: string }
  | { readonly op: 'not'; readonly of: Condition }

/** The fact is present. */
export const is = (fact: PresenceFact): Condition => ({ op: 'is', fact })

/** Something is known of the fact, be it only a bound. The one shape that more knowledge can turn. */
export const known = (fact: Fact): Condition => ({ op: 'known', fact })

/** Every part holds. */
export const all = (...of: readonly Condition[]): Condition => ({ op: 'all', of })

/** At least one part holds. */
export const any = (...of: readonly Condition[]): Condition => ({ op: 'any', of })

/** The part does not hold. */
export const not = (of: Condition): Condition => ({ op: 'not', of })

/** The same question under the name of the idea it stands for: explained and exported by that name. */
export const named = (name: string, condition: Condition): Condition =>
  condition.op === 'all' || condition.op === 'any'
    ? { ...condition, name }
    : { op: 'all', of: [condition], name }

const comparing =
  (by: Comparison) =>
  <U extends Unit>(fact: QuantityFact<U>, limit: Limit<NoInfer<U>>): Condition => ({
    op: 'compare',
    fact,
    by,
    limit,
  })

/** Strictly less than the limit. */
export const below = comparing('<')

/** The limit or less. */
export const atMost = comparing('<=')

/** Strictly more than the limit. */
export const above = comparing('>')

/** The limit or more. */
export const atLeast = comparing('>=')

/** What to make of each shape, its parts already made. */
export interface Cases<R> {
  is(fact: PresenceFact): R
  compare(fact: QuantityFact, by: Comparison, limit: Limit): R
  known(fact: Fact): R
  all(of: readonly R[], name?: string): R
  any(of: readonly R[], name?: string): R
  not(of: R): R
}

/**
 * The only recursion over conditions: every output is a fold with its own six cases. Given a map,
 * it keeps there what it made of each condition, and makes it only once.
 */
export const fold = <R>(condition: Condition, cases: Cases<R>, made?: Map<Condition, R>): R => {
  const known = made?.get(condition)
  if (known !== undefined) return known
  const result = make(condition, cases, made)
  made?.set(condition, result)
  return result
}

const make = <R>(condition: Condition, cases: Cases<R>, made?: Map<Condition, R>): R => {
  switch (condition.op) {
    case 'is':
      return cases.is(condition.fact)
    case 'compare':
      return cases.compare(condition.fact, condition.by, condition.limit)
    case 'known':
      return cases.known(condition.fact)
    case 'all':
      return cases.all(parts(condition.of, cases, made), condition.name)
    case 'any':
      return cases.any(parts(condition.of, cases, made), condition.name)
    case 'not':
      return cases.not(fold(condition.of, cases, made))
  }
}

const parts = <R>(
  of: readonly Condition[],
  cases: Cases<R>,
  made: Map<Condition, R> | undefined,
): readonly R[] => of.map((part) => fold(part, cases, made))

/** The facts that a condition asks about, each once, in the order in which they are first met. */
export const factsOf = (condition: Condition): readonly Fact[] => {
  const met = new Set<Fact>()
  const meet = (fact: Fact): void => {
    met.add(fact)
  }
  const through = (): void => undefined
  fold<void>(condition, {
    is: meet,
    compare: meet,
    known: meet,
    all: through,
    any: through,
    not: through,
  })
  return [...met]
}
