import { picture } from '../../src/assess/picture.ts'
import { readRecord } from '../../src/assess/record.ts'
import { guideline } from '../../src/guideline/index.ts'
import type { Fact, Finding } from '../../src/logic/fact.ts'
import type { Interval } from '../../src/logic/interval.ts'
import { clip } from '../../src/assess/quantity-input.ts'
import type { Stated } from '../../src/proof/concrete.ts'

/** What the product's own reader finds in a record: the facts that count, nothing assumed. */
export const readByProduct = (record: unknown, on: string): Stated => {
  const { given } = readRecord(record, { on })
  const { ground, assumed } = picture(guideline, given, on)
  return Object.fromEntries(Object.entries(ground).filter(([id]) => !assumed.includes(id)))
}

/** CQL's decimals have eight places. */
const near = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) < 0.000_001

const tidy = (fact: Fact, finding: Finding | undefined): Finding | undefined =>
  fact.kind === 'quantity' && typeof finding === 'object' ? clip(finding, fact.possible) : finding

const sameInterval = (one: Interval, other: Interval): boolean =>
  near(one.low, other.low) &&
  near(one.high, other.high) &&
  (one.lowOpen === true) === (other.lowOpen === true) &&
  (one.highOpen === true) === (other.highOpen === true) &&
  near(one.lowerLimit ?? NaN, other.lowerLimit ?? NaN) === (one.lowerLimit !== undefined) &&
  (one.lowerLimit === undefined) === (other.lowerLimit === undefined)

const nothing = (fact: Fact): Finding | undefined => (fact.absent === 'ask' ? 'unknown' : undefined)

const same = (fact: Fact, one: Finding | undefined, other: Finding | undefined): boolean => {
  const [a, b] = [one ?? nothing(fact), other ?? nothing(fact)]
  if (typeof a === 'object' && typeof b === 'object') return sameInterval(a, b)
  return a === b
}

const within = (inner: Interval, outer: Interval): boolean =>
  inner.low >= outer.low - 0.000_001 && inner.high <= outer.high + 0.000_001

/** Whether what the library says is less than what the product knows, and nothing else. */
const less = (library: Finding | undefined, product: Finding | undefined, fact: Fact): boolean => {
  if (fact.kind === 'presence')
    return library === 'unknown' || (library === undefined && fact.absent === 'ask')
  if (library === undefined) return true
  return typeof library === 'object' && typeof product === 'object' && within(product, library)
}

/** Where two readers differ on a fact: the library knows less, or something else. */
export interface Difference {
  readonly fact: string
  readonly kind: 'less' | 'other'
  readonly library: Finding | undefined
  readonly product: Finding | undefined
}

/** All facts on which the library does not say what the product's reader says. */
export const differences = (library: Stated, product: Stated): readonly Difference[] =>
  guideline.facts.flatMap((fact: Fact): readonly Difference[] => {
    const [one, other] = [tidy(fact, library[fact.id]), tidy(fact, product[fact.id])]
    if (same(fact, one, other)) return []
    const kind = less(one, other, fact) ? 'less' : 'other'
    return [{ fact: fact.id, kind, library: one, product: other }]
  })
