import { fold, named } from '../logic/condition.ts'
import type { Cases, Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Claim, Part } from '../logic/promise.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import { partOf } from './parts.ts'

/** A claim that speaks of conditions, doses or data only: what a statement tells has become a condition. */
export type PlainClaim = Exclude<Claim, { op: 'told' | 'untold' }>

/** Rebuilds conditions, with what `put` gives in the place of the parts that have a name. */
export const rebuild = (
  put: (name: string) => Condition | undefined,
): ((condition: Condition) => Condition) => {
  const made = new Map<Condition, Condition>()
  const join =
    (op: 'all' | 'any') =>
    (of: readonly Condition[], name?: string): Condition =>
      name === undefined ? { op, of } : (put(name) ?? { op, of, name })
  const cases: Cases<Condition> = {
    is: (fact) => ({ op: 'is', fact }),
    compare: (fact, by, limit) => ({ op: 'compare', fact, by, limit }),
    known: (fact) => ({ op: 'known', fact }),
    all: join('all'),
    any: join('any'),
    not: (of) => ({ op: 'not', of }),
  }
  return (condition) => fold(condition, cases, made)
}

/** The statements of a definition by their ids. */
export const byId = (definition: Definition): ReadonlyMap<string, Statement> =>
  new Map(definition.statements.map((statement) => [statement.id, statement]))

const partWords = (part: Part): string =>
  typeof part === 'string'
    ? part
    : 'says' in part
      ? `"${part.says} …" is said`
      : `${part.refersTo} is named`

/**
 * Makes a claim speak of the statements as this definition has them. A part of a condition that is
 * named as a statement stands for that statement, so that a promise can be held against a guideline
 * that was changed.
 */
export const restate = (definition: Definition): ((claim: Claim) => PlainClaim) => {
  const statements = byId(definition)
  const now = (statement: Statement): Statement => statements.get(statement.id) ?? statement
  const condition = rebuild((name) => {
    const statement = statements.get(name)
    return statement === undefined ? undefined : applies(statement)
  })
  return (claim) => {
    switch (claim.op) {
      case 'always':
      case 'never':
      case 'open':
        return { ...claim, when: condition(claim.when), then: condition(claim.then) }
      case 'stays':
        return {
          ...claim,
          of: condition(claim.of),
          ...(claim.until === undefined ? {} : { until: condition(claim.until) }),
        }
      case 'varies':
        return { ...claim, of: condition(claim.of) }
      case 'told':
      case 'untold': {
        const statement = now(claim.of)
        const when: Condition = { op: 'all', of: [condition(claim.when), applies(statement)] }
        const told = named(partWords(claim.part), partOf(statement, claim.part))
        return claim.op === 'told'
          ? { op: 'open', when, then: told }
          : { op: 'always', when, then: { op: 'not', of: told } }
      }
      case 'next-dose':
        return { ...claim, of: now(claim.of) }
      case 'only':
      case 'unnamed':
        return claim
    }
  }
}
