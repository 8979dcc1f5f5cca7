import type { Truth } from '../logic/truth.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import { isThere, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** The code of a status: of a CodeableConcept, or the bare text of older senders; `''` where it cannot be read. */
const statusOf = (value: unknown): string | undefined => {
  if (!isThere(value)) return undefined
  const text = textOf(value)
  if (text !== undefined) return text
  for (const coding of objectsOf(objectOf(value)?.['coding'])) {
    const code = textOf(coding['code'])
    if (code !== undefined) return code
  }
  return ''
}

const verification: ReadonlyMap<string | undefined, Truth> = new Map<string | undefined, Truth>([
  [undefined, 'true'],
  ['confirmed', 'true'],
  ['refuted', 'false'],
  ['entered-in-error', 'false'],
])

const clinical: ReadonlyMap<string, Truth> = new Map<string, Truth>([
  ['active', 'true'],
  ['recurrence', 'true'],
  ['relapse', 'true'],
  ['inactive', 'false'],
  ['remission', 'false'],
  ['resolved', 'false'],
])

/** How far an entry of the problem or allergy list says that it is so now; what cannot be read must be asked. */
export const standing = (resource: Json, on: Moment): Truth => {
  const verified = verification.get(statusOf(resource['verificationStatus'])) ?? 'unknown'
  const status = statusOf(resource['clinicalStatus'])
  const is =
    status === undefined
      ? hasEnded(resource, on)
        ? 'false'
        : 'true'
      : (clinical.get(status) ?? 'unknown')
  if (verified === 'false' || is === 'false') return 'false'
  return verified === 'unknown' || is === 'unknown' ? 'unknown' : 'true'
}

/** Whether it says when or that it ended, and not that this is still to come. */
const hasEnded = (resource: Json, on: Moment): boolean => {
  for (const name in resource) {
    if (!name.startsWith('abatement')) continue
    const value = resource[name]
    if (!isThere(value) || value === false) continue
    const moment = momentOf(value)
    if (moment === undefined || moment.day <= on.day) return true
  }
  return false
}

/** How far a procedure counts as still going on. */
export const procedureStanding = (
  resource: Json,
  done: Moment | undefined,
  on: Moment,
  countsForDays: number,
): Truth => {
  switch (resource['status']) {
    case 'not-done':
    case 'entered-in-error':
      return 'false'
    case 'in-progress':
    case 'on-hold':
      return 'true'
    case 'completed':
    case 'stopped': {
      if (done === undefined || done.day > on.day) return 'unknown'
      if (on.day - done.day <= countsForDays) return 'true'
      return on.day - done.last <= countsForDays ? 'unknown' : 'false'
    }
    default:
      return 'unknown'
  }
}
