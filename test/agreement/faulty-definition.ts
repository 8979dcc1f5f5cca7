import { all, below, known } from '../../src/logic/condition.ts'
import type { Condition } from '../../src/logic/condition.ts'
import type { Definition } from '../../src/logic/definition.ts'
import type { Statement } from '../../src/logic/statement.ts'
import * as fact from '../../src/guideline/facts.ts'
import { guideline } from '../../src/guideline/index.ts'
import * as limit from '../../src/guideline/limits.ts'

const changed = (id: string, change: (statement: Statement) => Statement): Definition => {
  const statements = guideline.statements.map((of) => (of.id === id ? change(of) : of))
  return { ...guideline, statements }
}

/** The guideline with a potassium of exactly 2.5 mmol/L counted among those below it. */
export const comparisonFlipped = changed('critical-hypokalemia', (statement) => ({
  ...statement,
  when: { ...(statement.when as Extract<Condition, { op: 'compare' }>), by: '<=' },
}))

/** The guideline in which stretching is advised in spite of a red flag. */
export const exceptionDropped = changed(
  'stretch-and-massage',
  ({ unless: _unless, ...rest }) => rest,
)

/** The guideline in which a potassium that is not known is not critical. */
export const unknownIsFalse = changed('critical-hypokalemia', (statement) => ({
  ...statement,
  when: all(below(fact.potassium, limit.criticalPotassium), known(fact.potassium)),
}))
