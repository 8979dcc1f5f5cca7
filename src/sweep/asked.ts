import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Statement } from '../logic/statement.ts'

/** The name under which it is asked whether a person's results are shown. */
export const concerns = 'is concerned'

/** The name under which it is asked whether a statement is urgent for a person. */
export const urgencyOf = ({ id }: Statement): string => `${id} is urgent`

const question = (like: Statement, id: string, when: Condition): Statement => ({
  id,
  kind: 'information',
  title: id,
  says: id,
  implements: [],
  basis: like.basis,
  references: [],
  outside: [],
  when,
  action: { kind: 'inform', words: id },
})

/** The guideline with what else is asked of each person as statements of their own. */
export const withQuestions = (definition: Definition, whom: Condition): Definition => {
  const [first] = definition.statements
  if (first === undefined) return definition
  const urgent = definition.statements.flatMap((statement) =>
    statement.urgentUnlessFalse === undefined
      ? []
      : [question(statement, urgencyOf(statement), statement.urgentUnlessFalse)],
  )
  return {
    ...definition,
    statements: [...definition.statements, question(first, concerns, whom), ...urgent],
  }
}
