import type { Assessment, Refusal } from '../../../assess/assess.ts'
import { isPlan } from '../state/derive.ts'
import { rowsByStatus } from './status.ts'

const holding = (plan: Assessment | Refusal): ReadonlySet<string> =>
  new Set(
    isPlan(plan) ? plan.statements.filter(({ holds }) => holds === 'true').map(({ id }) => id) : [],
  )

/** How a plan differs from the one before. */
export interface Difference {
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** The statements that came to hold, and those that no longer do. */
export const differenceOf = (
  before: Assessment | Refusal,
  after: Assessment | Refusal,
): Difference => {
  const [was, is] = [holding(before), holding(after)]
  return {
    added: [...is].filter((id) => !was.has(id)),
    removed: [...was].filter((id) => !is.has(id)),
  }
}

const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`

/** One sentence for those who cannot see the plan change: "Plan updated: 3 do now, 1 consider". */
export const announcement = (plan: Assessment | Refusal): string => {
  if (!isPlan(plan)) return 'The answers contradict each other: no plan. See the message.'
  const rows = rowsByStatus(plan.statements)
  const count = (status: 'emergency' | 'urgent' | 'doNow' | 'consider'): number =>
    rows.get(status)?.length ?? 0
  const parts = [
    ...(count('emergency') > 0 ? [counted(count('emergency'), 'emergency', 'emergencies')] : []),
    ...(count('urgent') > 0 ? [`${String(count('urgent'))} urgent`] : []),
    `${String(count('doNow'))} do now`,
    `${String(count('consider'))} consider`,
  ]
  const first = plan.ask[0]
  return `Plan updated: ${parts.join(', ')}${first === undefined ? '' : `. Ask next: ${first.question}`}`
}

/** "2 added, 1 removed", or that nothing changed. */
export const differenceWords = ({ added, removed }: Difference): string =>
  added.length + removed.length === 0
    ? 'plan unchanged'
    : [
        ...(added.length > 0 ? [`${String(added.length)} added`] : []),
        ...(removed.length > 0 ? [`${String(removed.length)} removed`] : []),
      ].join(', ')
