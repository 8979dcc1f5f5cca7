import type { Comparison } from '../logic/interval.ts'
import type { Unit } from '../logic/quantity.ts'
import type { Trace } from '../logic/trace.ts'
import type { Truth } from '../logic/truth.ts'

/** A trace as plain data: facts by name, limits by name, value and unit. */
export type TraceJson = { readonly truth: Truth } & (
  | { readonly op: 'is' | 'known'; readonly fact: string }
  | {
      readonly op: 'compare'
      readonly fact: string
      readonly by: Comparison
      readonly at: number
      readonly unit: Unit
      readonly limit: string
    }
  | { readonly op: 'all' | 'any'; readonly name?: string; readonly of: readonly TraceJson[] }
  | { readonly op: 'not'; readonly of: TraceJson }
  /** Another statement, whose own trace stands with it in the same assessment. */
  | { readonly op: 'statement'; readonly statement: string }
)

/** The trace of a statement as it stands in an assessment; other statements in it are named only. */
export const traceJson = (trace: Trace, isStatement: (name: string) => boolean): TraceJson =>
  trace.op === 'all' || trace.op === 'any' ? joined(trace, isStatement) : node(trace, isStatement)

const joined = (
  { truth, op, name, of }: Extract<Trace, { op: 'all' | 'any' }>,
  isStatement: (name: string) => boolean,
): TraceJson => {
  const parts = of.map((part) => node(part, isStatement))
  return name === undefined ? { truth, op, of: parts } : { truth, op, name, of: parts }
}

const node = (trace: Trace, isStatement: (name: string) => boolean): TraceJson => {
  const { truth } = trace
  switch (trace.op) {
    case 'is':
    case 'known':
      return { truth, op: trace.op, fact: trace.fact.id }
    case 'compare':
      return {
        truth,
        op: trace.op,
        fact: trace.fact.id,
        by: trace.by,
        at: trace.at,
        unit: trace.limit.unit,
        limit: trace.limit.name,
      }
    case 'all':
    case 'any':
      return trace.name !== undefined && isStatement(trace.name)
        ? { truth, op: 'statement', statement: trace.name }
        : joined(trace, isStatement)
    case 'not':
      return { truth, op: trace.op, of: node(trace.of, isStatement) }
  }
}
