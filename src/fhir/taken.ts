import type { Moment } from './day.ts'
import { momentOf } from './day.ts'
import type { Placed } from './flatten.ts'
import { isThere, objectOf, textOf } from './json.ts'

/**
 * Whether an entry of a medication list says that the medicine is taken now. `denied` says that it
 * is not, whatever else was ordered.
 */
export type Taken = 'now' | 'perhaps' | 'before' | 'denied' | 'no'

type Statuses = ReadonlyMap<string | undefined, Taken>

/** What the status of an order says. */
export const requestStatus: Statuses = new Map<string | undefined, Taken>([
  ['active', 'now'],
  ['on-hold', 'perhaps'],
  ['unknown', 'perhaps'],
  ['stopped', 'before'],
  ['completed', 'before'],
  ['cancelled', 'no'],
  ['draft', 'no'],
  ['entered-in-error', 'no'],
])

/** What the status of a statement says. */
export const statementStatus: Statuses = new Map<string | undefined, Taken>([
  ['active', 'now'],
  ['on-hold', 'perhaps'],
  ['unknown', 'perhaps'],
  ['stopped', 'denied'],
  ['completed', 'before'],
  ['intended', 'no'],
  ['not-taken', 'denied'],
  ['entered-in-error', 'no'],
])

/** Proposals are no therapy; a plan may be one (much of what is merely reported is sent as a plan). */
export const intents: Statuses = new Map<string | undefined, Taken>([
  [undefined, 'now'],
  ['order', 'now'],
  ['original-order', 'now'],
  ['reflex-order', 'now'],
  ['filler-order', 'now'],
  ['instance-order', 'now'],
  ['proposal', 'no'],
  ['option', 'no'],
])

/** What an entry says of whether it is taken; what cannot be read makes it uncertain, never more certain. */
export const takenOf = (placed: Placed, since: Moment | undefined, on: Moment): Taken => {
  const { resource, type, doubt } = placed
  const not = resource['doNotPerform']
  if (not === true) return 'no'
  const statuses = type === 'MedicationRequest' ? requestStatus : statementStatus
  const status = statuses.get(textOf(resource['status'])) ?? 'perhaps'
  const intent = resource['intent']
  const intended = intents.get(isThere(intent) ? String(textOf(intent)) : undefined) ?? 'perhaps'
  if (status === 'no' || intended === 'no') return 'no'
  if (status !== 'now') return status
  const uncertain =
    doubt !== undefined ||
    (isThere(not) && not !== false) ||
    hasEnded(placed, on) ||
    isToCome(since, on)
  return uncertain ? 'perhaps' : intended
}

/** Dated after the day of the assessment: not begun yet, or the date is wrong. */
export const isToCome = (since: Moment | undefined, on: Moment): boolean =>
  since !== undefined && since.day > on.day

/** A statement that is called active and of a time that is over. */
const hasEnded = ({ resource }: Placed, on: Moment): boolean => {
  const end = objectOf(resource['effectivePeriod'])?.['end']
  if (!isThere(end)) return false
  const moment = momentOf(end)
  return moment === undefined || moment.day < on.day
}

/** When a medicine was ordered, or since when it is taken. */
export const sinceOf = ({ resource, type }: Placed): Moment | undefined =>
  momentOf(
    type === 'MedicationRequest'
      ? resource['authoredOn']
      : (resource['effectiveDateTime'] ??
          objectOf(resource['effectivePeriod'])?.['start'] ??
          resource['dateAsserted']),
  )
