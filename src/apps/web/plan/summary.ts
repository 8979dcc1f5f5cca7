import type { Assessment, Refusal } from '../../../assess/assess.ts'
import type { Words } from '../messages/en.ts'
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

/** One sentence for those who cannot see the plan change: "Plan updated: 3 do now, 1 consider". */
export const announcement = (plan: Assessment | Refusal, { announce }: Words): string => {
  if (!isPlan(plan)) return announce.contradiction
  const rows = rowsByStatus(plan.statements)
  const count = (status: 'emergency' | 'urgent' | 'doNow' | 'consider'): number =>
    rows.get(status)?.length ?? 0
  const parts = [
    ...(['emergency', 'urgent'] as const).flatMap((status) =>
      count(status) > 0 ? [announce[status](count(status))] : [],
    ),
    announce.doNow(count('doNow')),
    announce.consider(count('consider')),
  ]
  const first = plan.ask[0]
  return `${announce.plan(parts.join(', '))}${first === undefined ? '' : announce.askNext(first.question)}`
}

/** "2 added, 1 removed", or that nothing changed. */
export const differenceWords = ({ added, removed }: Difference, words: Words): string =>
  added.length + removed.length === 0
    ? words.planUnchanged
    : [
        ...(added.length > 0 ? [words.added(added.length)] : []),
        ...(removed.length > 0 ? [words.removed(removed.length)] : []),
      ].join(', ')
