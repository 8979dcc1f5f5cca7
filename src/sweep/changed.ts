import type { Condition, Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Statement } from '../logic/statement.ts'

/** New numbers of limits, by the limit's name. */
export type Changes = ReadonlyMap<string, number>

/** Changes conditions; what is shared between them stays shared. */
const conditionChanger = (changes: Changes): ((condition: Condition) => Condition) => {
  const limits = new Map<Limit, Limit>()
  const made = new Map<Condition, Condition>()
  const limitOf = (limit: Limit): Limit => {
    const value = changes.get(limit.name)
    if (value === undefined) return limit
    const known = limits.get(limit) ?? { ...limit, value }
    limits.set(limit, known)
    return known
  }
  const make = (condition: Condition): Condition => {
    switch (condition.op) {
      case 'is':
      case 'known':
        return condition
      case 'compare':
        return { ...condition, limit: limitOf(condition.limit) }
      case 'all':
      case 'any':
        return { ...condition, of: condition.of.map(changed) }
      case 'not':
        return { ...condition, of: changed(condition.of) }
    }
  }
  const changed = (condition: Condition): Condition => {
    const known = made.get(condition) ?? make(condition)
    made.set(condition, known)
    return known
  }
  return changed
}

/** The guideline with other numbers in its conditions: no longer this guideline. */
export const withLimits = (definition: Definition, changes: Changes): Definition => {
  const changed = conditionChanger(changes)
  const made = new Map<Statement, Statement>()
  const statementOf = (statement: Statement): Statement => {
    const known = made.get(statement)
    if (known !== undefined) return known
    const { unless, urgentUnlessFalse } = statement
    const other: Statement = {
      ...statement,
      when: changed(statement.when),
      ...(unless === undefined ? {} : { unless: unless.map(statementOf) }),
      ...(urgentUnlessFalse === undefined ? {} : { urgentUnlessFalse: changed(urgentUnlessFalse) }),
    }
    made.set(statement, other)
    return other
  }
  return {
    ...definition,
    implications: definition.implications.map((one) => ({ ...one, when: changed(one.when) })),
    limits: definition.limits.map((limit) => {
      const value = changes.get(limit.name)
      return value === undefined ? limit : { ...limit, value }
    }),
    statements: definition.statements.map(statementOf),
  }
}
