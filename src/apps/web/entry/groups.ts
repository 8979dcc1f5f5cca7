import type { Draft, PresenceId, QuantityId } from '../state/draft.ts'
import { answerOf } from '../state/derive.ts'
import { presences } from '../state/facts.ts'

/** The measured facts without which there is no plan, in the order in which they are typed. */
export const essentialQuantities: readonly QuantityId[] = [
  'age',
  'baclofenDose',
  'daysAtDose',
  'eGfr',
  'potassium',
  'magnesium',
]

/** The questions without which there is no plan; the liver is asked about apart. */
export const essentialAnswers: readonly PresenceId[] = [
  'crampsPersist',
  'baclofenSideEffects',
  'onDialysis',
]

/** Questions that matter further on. */
export const optionalAnswers: readonly PresenceId[] = [
  'physicalMeasuresTried',
  'waterAndSodiumDepletion',
  'anxiety',
  'muscleSpasm',
  'musclePain',
]

/** A list that is confirmed as a whole: none of these, or those that were answered. */
export type GroupName = 'now' | 'scope' | 'conditions' | 'medicines'

const now: readonly PresenceId[] = ['neurotoxicitySigns', 'withdrawalSigns', 'redFlags']

const scope: readonly PresenceId[] = ['baclofenAllergy', 'pregnancy', 'intrathecalBaclofen']

const isTreatment = (id: PresenceId): boolean =>
  /^(takes|receives|secondLine|stopping|loss)|^sedativeUse$/.test(id)

const others: readonly PresenceId[] = presences
  .filter(
    ({ id, absent }) =>
      absent === 'assumed-no' && ![...now, ...scope, ...essentialAnswers].includes(id),
  )
  .map(({ id }) => id)

/** What is taken as absent until somebody confirms it, in groups that are confirmed together. */
export const groups: readonly {
  readonly name: GroupName
  readonly facts: readonly PresenceId[]
}[] = [
  { name: 'now', facts: now },
  { name: 'scope', facts: scope },
  { name: 'conditions', facts: others.filter((id) => !isTreatment(id)) },
  { name: 'medicines', facts: others.filter(isTreatment) },
]

/** The facts of a group that nobody was asked about. */
export const unaskedIn = (draft: Draft, facts: readonly PresenceId[]): readonly PresenceId[] =>
  facts.filter((id) => answerOf(draft, id) === 'unasked')
