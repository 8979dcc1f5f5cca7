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

const isTrace = (findings: Findings, fact: PresenceFact): Trace => ({
  truth: evaluateIs(findings, fact),
  op: 'is',
  fact,
})

const compareTrace = (
  findings: Findings,
  fact: QuantityFact,
  by: Comparison,
  limit: Limit,
): Trace => {
  const interval = intervalOf(findings, fact)
  const at = limitFor(limit, interval)
  const truth = interval === undefined ? 'unknown' : compareInterval(interval, by, at)
  return { truth, op: 'compare', fact, by, limit, at }
}

const knownTrace = (findings: Findings, fact: Fact): Trace => ({
  truth: evaluateKnown(findings, fact),
  op: 'known',
  fact,
})

const joined = (op: 'all' | 'any', of: readonly Trace[], name: string | undefined): Trace => {
  const truths = of.map((part) => part.truth)
  const truth = op === 'all' ? and(truths) : or(truths)
  return name === undefined ? { truth, op, of } : { truth, op, of, name }
}

const negated = (of: Trace): Trace => ({ truth: negate(of.truth), op: 'not', of })

type Step = (findings: Findings, partAt: (place: number) => Trace) => Trace

/** Traces any of the conditions that it was made for, or a part of one, for the same findings. */
export type Tracer = (condition: Condition) => Trace

/**
 * Lays conditions out once, to trace them for patient after patient; for one patient what they
 * share is traced once, and what is not asked for is not traced. Findings must have their
 * assumptions made already.
 */
export const tracerOf = (conditions: readonly Condition[]): ((findings: Findings) => Tracer) => {
  const steps: Step[] = []
  const places = new Map<Condition, number>()
  const add = (step: Step): number => steps.push(step) - 1
  const joins =
    (op: 'all' | 'any') =>
    (of: readonly number[], name?: string): number =>
      add((_findings, partAt) => joined(op, of.map(partAt), name))
  const cases: Cases<number> = {
    is: (fact) => add((findings) => isTrace(findings, fact)),
    compare: (fact, by, limit) => add((findings) => compareTrace(findings, fact, by, limit)),
    known: (fact) => add((findings) => knownTrace(findings, fact)),
    all: joins('all'),
    any: joins('any'),
    not: (of) => add((_findings, partAt) => negated(partAt(of))),
  }
  for (const condition of conditions) fold(condition, cases, places)
  return (findings) => {
    const made = new Array<Trace | undefined>(steps.length)
    const partAt = (place: number): Trace =>
      (made[place] ??= (steps[place] as Step)(findings, partAt))
    return (condition) => {
      const place = places.get(condition)
      return place === undefined ? trace(condition, findings) : partAt(place)
    }
  }
}

/** Evaluates a condition and keeps every step. Findings must have their assumptions made already. */
export const trace = (condition: Condition, findings: Findings): Trace =>
  fold<Trace>(condition, {
    is: (fact) => isTrace(findings, fact),
    compare: (fact, by, limit) => compareTrace(findings, fact, by, limit),
    known: (fact) => knownTrace(findings, fact),
    all: (of, name) => joined('all', of, name),
    any: (of, name) => joined('any', of, name),
    not: negated,
  })

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
