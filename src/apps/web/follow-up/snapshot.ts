import type { Assessment } from '../../../assess/assess.ts'

/**
 * A plan as the text of a file: the parts of the assessment that a later visit is compared with, under
 * their names, and the cramps that were counted. Where a value came from is left out: the names of
 * resources lead to a person.
 */
export const snapshotText = (plan: Assessment, crampsPerWeek?: number): string => {
  const facts = Object.fromEntries(
    Object.entries(plan.facts).map(
      ([id, { from: _from, note: _note, original: _original, ...used }]) => [id, used],
    ),
  )
  const statements = plan.statements.map(
    ({ id, title, kind, holds, urgency, because, action }) => ({
      id,
      title,
      kind,
      holds,
      urgency,
      because,
      ...(action === undefined ? {} : { action }),
    }),
  )
  const { guideline, on, assumed } = plan
  const visit = crampsPerWeek === undefined ? {} : { visit: { crampsPerWeek } }
  return `${JSON.stringify({ guideline, on, facts, assumed, statements, ...visit }, null, 1)}\n`
}
