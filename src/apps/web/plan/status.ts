import type { AssessedStatement } from '../../../assess/assess.ts'
import { sectionOf } from '../../../assess/sections.ts'
import type { Section } from '../../../assess/sections.ts'

/** What a row of the plan asks of its reader. One meaning, in a word, a shape and a place. */
export type Status = Section | 'needData' | 'notIndicated'

/** The shape beside the word. No check mark: it would read as "done". */
export type Shape = 'must' | 'speech' | 'bar' | 'question' | 'hollow' | 'eye' | 'info'

/** The status of a statement in a plan. */
export const statusOf = (statement: AssessedStatement): Status =>
  statement.holds === 'true'
    ? sectionOf(statement)
    : statement.holds === 'unknown'
      ? 'needData'
      : 'notIndicated'

const shapes: Readonly<Record<Status, Shape>> = {
  emergency: 'must',
  scope: 'info',
  urgent: 'must',
  doNow: 'must',
  consider: 'speech',
  avoid: 'bar',
  watch: 'eye',
  know: 'info',
  needData: 'question',
  notIndicated: 'hollow',
}

/** The shape of a row: what is urgent to avoid keeps the sign of avoiding. */
export const shapeOf = (statement: AssessedStatement): Shape => {
  const status = statusOf(statement)
  return status === 'urgent' && statement.kind === 'contraindication' ? 'bar' : shapes[status]
}

/** The order in which a plan is read. */
const statusOrder: readonly Status[] = [
  'emergency',
  'scope',
  'urgent',
  'doNow',
  'consider',
  'avoid',
  'watch',
  'know',
  'needData',
  'notIndicated',
]

/** The rows of a plan by status, in reading order. */
export const rowsByStatus = (
  statements: readonly AssessedStatement[],
): ReadonlyMap<Status, readonly AssessedStatement[]> =>
  new Map(
    statusOrder.map((status) => [
      status,
      statements.filter((statement) => statusOf(statement) === status),
    ]),
  )
