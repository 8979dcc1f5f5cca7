import { not } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Claim } from '../logic/promise.ts'
import { applies as holds } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'

/** Wherever the statement holds, all of these are known, or assumed and listed as assumed, to be so. */
export const only = (statement: Statement, ...then: readonly Condition[]): readonly Claim[] =>
  then.map((condition) => ({ op: 'always', when: holds(statement), then: condition }))

/** Wherever one of these is known to be so, the statement holds. */
export const reaches = (statement: Statement, ...when: readonly Condition[]): readonly Claim[] =>
  when.map((condition) => ({ op: 'always', when: condition, then: holds(statement) }))

/** Wherever one of these is known to be so, the statement is decided not to hold. */
export const spares = (statement: Statement, ...when: readonly Condition[]): readonly Claim[] =>
  when.map((condition) => ({ op: 'always', when: condition, then: not(holds(statement)) }))

/** Wherever the statement holds, each of the others is decided not to hold: it is not even open. */
export const neverBeside = (statement: Statement, others: readonly Statement[]): readonly Claim[] =>
  others.map((other) => ({ op: 'always', when: holds(statement), then: not(holds(other)) }))

/** Each pair of different things, once. */
export const pairs = <T>(of: readonly T[]): readonly (readonly [T, T])[] =>
  of.flatMap((one, index) => of.slice(index + 1).map((other): [T, T] => [one, other]))
