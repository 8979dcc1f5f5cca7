import { fold } from '../logic/condition.ts'
import type { Cases, Condition, Limit } from '../logic/condition.ts'
import type { PresenceFact, QuantityFact } from '../logic/fact.ts'
import type { Comparison } from '../logic/interval.ts'
import { every, real, some } from './session.ts'
import type { Formula, Real, Terms } from './session.ts'

/** A truth of three values as two formulas: when it is true and when it is false. Neither: unknown. */
export interface Truths {
  readonly yes: Formula
  readonly no: Formula
}

/** What a quantity is known to be: an interval, and the result's own lower limit. */
export interface Interval {
  readonly known: Formula
  readonly low: Real
  readonly high: Real
  readonly lowOpen: Formula
  readonly highOpen: Formula
  readonly hasOwn: Formula
  readonly own: Real
}

/** Where the truths of facts are looked up. */
export interface Findable {
  readonly presence: (fact: PresenceFact) => Truths
  readonly amount: (fact: QuantityFact) => Interval
}

interface Node extends Truths {
  readonly place: number
}

/** Decided only where every value of the interval agrees, as `compareInterval` does. */
const compared = (terms: Terms, interval: Interval, by: Comparison, limit: Limit): Truths => {
  const { known, low, high, lowOpen, highOpen, hasOwn, own } = interval
  const fixed: Real = real(terms, limit.value)
  const at: Real = limit.ownFirst === true ? terms.If(hasOwn, own, fixed) : fixed
  const allBelow = terms.Or(high.lt(at), terms.And(high.eq(at), highOpen))
  const allAbove = terms.Or(low.gt(at), terms.And(low.eq(at), lowOpen))
  const decided = (yes: Formula, no: Formula): Truths => ({
    yes: terms.And(known, yes),
    no: terms.And(known, no),
  })
  switch (by) {
    case '<':
      return decided(allBelow, low.ge(at))
    case '<=':
      return decided(high.le(at), allAbove)
    case '>':
      return decided(allAbove, high.le(at))
    case '>=':
      return decided(low.ge(at), allBelow)
  }
}

/** Turns conditions into formulas. Every distinct question becomes one term, however often it is asked. */
export const encoder = (terms: Terms, findings: Findable): ((condition: Condition) => Truths) => {
  const nodes = new Map<string, Node>()

  const node = (key: string, make: () => Truths): Node => {
    const made = nodes.get(key)
    if (made !== undefined) return made
    const { yes, no } = make()
    const placed = { yes, no, place: nodes.size }
    nodes.set(key, placed)
    return placed
  }

  const places = (of: readonly Node[]): string => of.map(({ place }) => String(place)).join(' ')
  const yes = (of: readonly Node[]): readonly Formula[] => of.map((part) => part.yes)
  const no = (of: readonly Node[]): readonly Formula[] => of.map((part) => part.no)

  const cases: Cases<Node> = {
    is: (fact) => node(`is ${fact.id}`, () => findings.presence(fact)),
    compare: (fact, by, limit) =>
      node(`compare ${fact.id} ${by} ${String(limit.value)} ${String(limit.ownFirst)}`, () =>
        compared(terms, findings.amount(fact), by, limit),
      ),
    known: (fact) =>
      node(`known ${fact.id}`, () => {
        if (fact.kind === 'quantity') {
          const { known } = findings.amount(fact)
          return { yes: known, no: terms.Not(known) }
        }
        const truths = findings.presence(fact)
        const known = terms.Or(truths.yes, truths.no)
        return { yes: known, no: terms.Not(known) }
      }),
    all: (of) =>
      node(`all ${places(of)}`, () => ({ yes: every(terms, yes(of)), no: some(terms, no(of)) })),
    any: (of) =>
      node(`any ${places(of)}`, () => ({ yes: some(terms, yes(of)), no: every(terms, no(of)) })),
    not: (part) => node(`not ${String(part.place)}`, () => ({ yes: part.no, no: part.yes })),
  }

  const made = new Map<Condition, Node>()
  return (condition) => fold(condition, cases, made)
}
