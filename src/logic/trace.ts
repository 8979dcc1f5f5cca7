import { fold } from './condition.ts'
import type { Cases, Condition, Limit } from './condition.ts'
import type { Fact, Finding, Findings, PresenceFact, QuantityFact } from './fact.ts'
import { compareInterval } from './interval.ts'
import type { Comparison, Interval } from './interval.ts'
import { and, negate, or, truthOf } from './truth.ts'
import type { Truth } from './truth.ts'

/** A condition's tree with a truth at every node: the evaluation and its explanation in one. */
export type Trace = { readonly truth: Truth } & (
  | { readonly op: 'is'; readonly fact: PresenceFact }
  | {
      readonly op: 'compare'
      readonly fact: QuantityFact
      readonly by: Comparison
      readonly limit: Limit
      /** The number that was compared with: the result's own lower limit where that goes first. */
      readonly at: number
    }
  | { readonly op: 'known'; readonly fact: Fact }
  | { readonly op: 'all' | 'any'; readonly of: readonly Trace[]; readonly name?: string }
  | { readonly op: 'not'; readonly of: Trace }
)

const presenceOf = (findings: Findings, fact: PresenceFact): Truth => {
  const finding = findings[fact.id]
  return typeof finding === 'string' ? finding : 'unknown'
}

const intervalOf = (findings: Findings, fact: QuantityFact): Interval | undefined => {
  const finding = findings[fact.id]
  return typeof finding === 'object' ? finding : undefined
}

/** Whether a finding settles anything: a presence that was asked and is not known does not. */
export const isKnown = (finding: Finding | undefined): boolean =>
  finding !== undefined && finding !== 'unknown'

/** The number a limit stands for, given the finding it is held against (R13). */
export const limitFor = (limit: Limit, interval: Interval | undefined): number =>
  limit.ownFirst === true ? (interval?.lowerLimit ?? limit.value) : limit.value

/** Whether the fact is present, from the findings. */
export const evaluateIs = presenceOf

/** A comparison decided from the findings; unknown when nothing is known of the fact. */
export const evaluateCompare = (
  findings: Findings,
  fact: QuantityFact,
  by: Comparison,
  limit: Limit,
): Truth => {
  const interval = intervalOf(findings, fact)
  return interval === undefined
    ? 'unknown'
    : compareInterval(interval, by, limitFor(limit, interval))
}

/** Whether anything is known of the fact, from the findings. */
export const evaluateKnown = (findings: Findings, fact: Fact): Truth =>
  truthOf(isKnown(findings[fact.id]))

const truths = (of: readonly Trace[]): readonly Truth[] => of.map((part) => part.truth)

const joined = (
  op: 'all' | 'any',
  truth: Truth,
  of: readonly Trace[],
  name: string | undefined,
): Trace => (name === undefined ? { truth, op, of } : { truth, op, of, name })

/**
 * Makes traces of many conditions over the same findings; what they share is traced once.
 * Findings must have their assumptions made already.
 */
export const tracer = (findings: Findings): ((condition: Condition) => Trace) => {
  const traced = new Map<Condition, Trace>()
  const cases: Cases<Trace> = {
    is: (fact) => ({ truth: evaluateIs(findings, fact), op: 'is', fact }),
    compare: (fact, by, limit) => ({
      truth: evaluateCompare(findings, fact, by, limit),
      op: 'compare',
      fact,
      by,
      limit,
      at: limitFor(limit, intervalOf(findings, fact)),
    }),
    known: (fact) => ({ truth: evaluateKnown(findings, fact), op: 'known', fact }),
    all: (of, name) => joined('all', and(truths(of)), of, name),
    any: (of, name) => joined('any', or(truths(of)), of, name),
    not: (of) => ({ truth: negate(of.truth), op: 'not', of }),
  }
  return (condition) => fold(condition, cases, traced)
}

/** Evaluates a condition and keeps every step. Findings must have their assumptions made already. */
export const trace = (condition: Condition, findings: Findings): Trace =>
  tracer(findings)(condition)

/** The truth of a condition: the root of its trace. */
export const evaluate = (condition: Condition, findings: Findings): Truth =>
  trace(condition, findings).truth

/** The facts that an unknown answer hangs on, each once. Empty exactly when the answer is decided. */
export const missing = (traced: Trace): readonly Fact[] => {
  const found = new Set<Fact>()
  const visit = (node: Trace): void => {
    if (node.truth !== 'unknown') return
    switch (node.op) {
      case 'is':
      case 'compare':
      case 'known':
        found.add(node.fact)
        return
      case 'all':
      case 'any':
        node.of.forEach(visit)
        return
      case 'not':
        visit(node.of)
    }
  }
  visit(traced)
  return [...found]
}
