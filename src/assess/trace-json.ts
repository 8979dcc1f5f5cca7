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
  /** That another statement does not hold, such as one that defeats this. */
  | { readonly op: 'unless'; readonly statement: string }
  /** An idea that several statements rest on, whose own trace stands in the same assessment. */
  | { readonly op: 'condition'; readonly condition: string }
)

/** The traces of an assessment, by the name of the idea each stands for. */
export type ConditionsJson = Readonly<Record<string, TraceJson>>

/** Turns the traces of one patient into plain data. */
export interface TraceWriter {
  /** The trace of a statement; other statements and named conditions in it are named only. */
  readonly write: (trace: Trace) => TraceJson
  /** Every named condition that was met, each once. */
  readonly conditions: ConditionsJson
}

/** Makes ready to turn the traces of one patient into plain data. */
export const traceWriter = (isStatement: (name: string) => boolean): TraceWriter => {
  const conditions: Record<string, TraceJson> = {}

  const partOf = (trace: Trace): TraceJson => {
    if (!('name' in trace)) return write(trace)
    const { truth, name } = trace
    if (isStatement(name)) return { truth, op: 'statement', statement: name }
    conditions[name] ??= write(trace)
    return { truth, op: 'condition', condition: name }
  }

  const write = (trace: Trace): TraceJson => {
    const { truth, op } = trace
    switch (op) {
      case 'is':
      case 'known':
        return { truth, op, fact: trace.fact.id }
      case 'compare': {
        const { fact, by, at, limit } = trace
        return { truth, op, fact: fact.id, by, at, unit: limit.unit, limit: limit.name }
      }
      case 'all':
      case 'any': {
        const of = trace.of.map(partOf)
        return trace.name === undefined ? { truth, op, of } : { truth, op, name: trace.name, of }
      }
      case 'not': {
        const of = partOf(trace.of)
        return of.op === 'statement'
          ? { truth, op: 'unless', statement: of.statement }
          : { truth, op, of }
      }
    }
  }

  return { write, conditions }
}

/** A trace with every named condition in its place, as a reader follows it from top to bottom. */
export const spelledOut = (trace: TraceJson, conditions: ConditionsJson): TraceJson => {
  switch (trace.op) {
    case 'condition': {
      const whole = conditions[trace.condition]
      return whole === undefined ? trace : spelledOut(whole, conditions)
    }
    case 'all':
    case 'any':
      return { ...trace, of: trace.of.map((part) => spelledOut(part, conditions)) }
    case 'not':
      return { ...trace, of: spelledOut(trace.of, conditions) }
    default:
      return trace
  }
}
