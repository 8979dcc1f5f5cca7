import type { Model } from 'z3-solver'
import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, Findings, QuantityFact } from '../logic/fact.ts'
import { close } from '../logic/implication.ts'
import { exactValue } from '../logic/interval.ts'
import type { Comparison, Interval } from '../logic/interval.ts'
import type { AnyPatient } from './patient.ts'
import type { Formula, Real, Terms } from './session.ts'

/** One patient as stated: what is left out is not among the findings, be it assumed or unknown. */
export type Stated = Findings

/** A quantity as facts JSON, in the form that an assessment reads. */
export type AmountJson =
  | number
  | {
      readonly value?: number
      readonly comparator?: Comparison
      readonly low?: number
      readonly high?: number
      readonly unit: string
      readonly lowerLimit?: number
    }

/** A patient as facts JSON, in the form that an assessment reads. */
export type FactsJson = Readonly<Record<string, boolean | 'unknown' | AmountJson>>

/** The patient that a solver's model describes. */
export const readModel = (terms: Terms, model: Model, patient: AnyPatient): Stated => {
  const holds = (formula: Formula): boolean => terms.isTrue(model.eval(formula, true))
  const stated: Record<string, Finding> = {}
  for (const { fact, yes, no, assumed } of patient.presences) {
    if (holds(yes)) stated[fact.id] = 'true'
    else if (holds(no) && !holds(assumed)) stated[fact.id] = 'false'
    else if (!holds(no) && fact.absent === 'assumed-no') stated[fact.id] = 'unknown'
  }
  for (const amount of patient.amounts) {
    if (!holds(amount.known)) continue
    stated[amount.fact.id] = {
      low: numberOf(terms, model, amount.low),
      high: numberOf(terms, model, amount.high),
      ...(holds(amount.lowOpen) ? { lowOpen: true } : {}),
      ...(holds(amount.highOpen) ? { highOpen: true } : {}),
      ...(holds(amount.hasOwn) ? { lowerLimit: numberOf(terms, model, amount.own) } : {}),
    }
  }
  return stated
}

const numberOf = (terms: Terms, model: Model, term: Real): number => {
  const value = model.eval(term, true)
  if (!terms.isRealVal(value)) throw new Error(`The solver gave no number but ${value.sexpr()}`)
  return value.asNumber()
}

/** What an assessment evaluates: the assumptions made and the implications drawn. */
export const complete = (definition: Definition, stated: Stated): Findings | undefined => {
  const assumed: Record<string, Finding | undefined> = { ...stated }
  for (const fact of definition.facts) {
    if (fact.absent === 'assumed-no') assumed[fact.id] ??= 'false'
  }
  const { findings, contradictions } = close(assumed, definition.implications)
  return contradictions.length > 0 ? undefined : findings
}

const amountJson = (fact: QuantityFact, interval: Interval): AmountJson => {
  const { low, high, lowOpen, highOpen, lowerLimit } = interval
  const value = exactValue(interval)
  const rest = { unit: fact.unit, ...(lowerLimit === undefined ? {} : { lowerLimit }) }
  if (value !== undefined) return lowerLimit === undefined ? value : { value, ...rest }
  if (lowOpen === true || high >= fact.possible[1]) {
    return { comparator: lowOpen === true ? '>' : '>=', value: low, ...rest }
  }
  if (highOpen === true || low <= fact.possible[0]) {
    return { comparator: highOpen === true ? '<' : '<=', value: high, ...rest }
  }
  return { low, high, ...rest }
}

/** Whether facts JSON can state a patient: no range inside what is possible excludes one of its ends. */
export const isWritable = (facts: readonly Fact[], stated: Stated): boolean =>
  facts.every((fact) => {
    const finding = stated[fact.id]
    if (fact.kind === 'presence' || typeof finding !== 'object') return true
    const { low, high, lowOpen, highOpen } = finding
    const [least, most] = fact.possible
    return (
      (lowOpen !== true || (high >= most && highOpen !== true)) &&
      (highOpen !== true || (low <= least && lowOpen !== true))
    )
  })

/** A patient as facts JSON that an assessment accepts. */
export const factsJson = (facts: readonly Fact[], stated: Stated): FactsJson =>
  Object.fromEntries(
    facts.flatMap((fact): [string, FactsJson[string]][] => {
      const finding = stated[fact.id]
      if (finding === undefined) return []
      if (typeof finding === 'object') return [[fact.id, amountJson(fact as QuantityFact, finding)]]
      return [[fact.id, finding === 'unknown' ? finding : finding === 'true']]
    }),
  )

/** Whether the second patient is the first of whom more is known, or the same. */
export const extends_ = (facts: readonly Fact[], first: Stated, second: Stated): boolean =>
  facts.every((fact) => {
    const before = first[fact.id]
    const after = second[fact.id]
    if (before === undefined || before === 'unknown') return true
    if (typeof before === 'string') return after === before
    return typeof after === 'object' && isInside(after, before)
  })

const isInside = (inner: Interval, outer: Interval): boolean =>
  (inner.low > outer.low ||
    (inner.low === outer.low && (outer.lowOpen !== true || inner.lowOpen === true))) &&
  (inner.high < outer.high ||
    (inner.high === outer.high && (outer.highOpen !== true || inner.highOpen === true))) &&
  inner.lowerLimit === outer.lowerLimit
