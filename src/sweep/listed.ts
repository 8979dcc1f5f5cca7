import type { ReadType } from './elements.ts'
import type { SweepParts } from './parts.ts'
import type { ElementOf } from './relevance.ts'

/**
 * Tells whether an entry of a list of medicines that bears on no fact shows, plainly, that the list
 * was supplied: its status, intent and dates leave no doubt of it.
 */
export const listedBy = (
  { statuses, intents }: SweepParts['listed'],
  on: string,
): ((type: ReadType, element: ElementOf) => boolean) => {
  const isOne = (values: readonly string[]): ((json: string | undefined) => boolean) => {
    const quoted = new Set(values.map((value) => JSON.stringify(value)))
    return (json) => json !== undefined && quoted.has(json)
  }
  const isKnown = new Map(Object.entries(statuses).map(([type, of]) => [type, isOne(of ?? [])]))
  const isIntended = isOne(intents)
  const isPast = (json: string | undefined): boolean =>
    json === undefined || (/^"\d{4}-\d\d-\d\d[^\\]*"$/.test(json) && json.slice(1, 11) <= on)
  const hasBegun = (json: string | undefined): boolean => {
    if (json === undefined) return true
    const start = /"start": ?"(\d{4}-\d\d-\d\d)/.exec(json)?.[1]
    return start !== undefined && start >= '1900-01-01' && start <= on
  }
  return (type, element) => {
    if (isKnown.get(type)?.(element('status')) !== true) return false
    const [intent, not] = [element('intent'), element('doNotPerform')]
    if (intent !== undefined && !isIntended(intent)) return false
    if (not !== undefined && not !== 'false') return false
    return type === 'MedicationRequest'
      ? isPast(element('authoredOn'))
      : isPast(element('effectiveDateTime')) &&
          isPast(element('dateAsserted')) &&
          hasBegun(element('effectivePeriod'))
  }
}
