import type { Assessment } from '../../../assess/assess.ts'

/**
 * A plan as the text of a file: the assessment as JSON, and the cramps that were counted. Where a
 * value came from is left out: the names of resources lead to a person.
 */
export const snapshotText = (plan: Assessment, crampsPerWeek?: number): string => {
  const facts = Object.fromEntries(
    Object.entries(plan.facts).map(
      ([id, { from: _from, note: _note, original: _original, ...used }]) => [id, used],
    ),
  )
  const { problems: _problems, notFound: _notFound, ...rest } = plan
  return `${JSON.stringify(
    {
      ...rest,
      facts,
      ...(crampsPerWeek === undefined ? {} : { visit: { crampsPerWeek } }),
    },
    null,
    1,
  )}\n`
}
