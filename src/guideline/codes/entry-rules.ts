import type { Code, PresenceRule, Words } from '../../logic/record-rules.ts'

/**
 * No set of diagnoses here is complete: the SNOMED CT sets lack descendants, and a problem list
 * need not name what a person has. So a supplied list makes nothing false; it can only make true,
 * or make a question of what would otherwise be assumed.
 */
export const present = (fact: string, ...codes: readonly Code[]): PresenceRule => ({
  fact,
  is: 'true',
  codes,
  complete: false,
})

/** The same, named in words too: an entry without a code of ours must be asked, never passed over. */
export const named = (rule: PresenceRule, ...names: Words): PresenceRule => ({
  ...rule,
  names,
})

/** Diagnoses near enough to one of ours that it must be asked for, and no more. */
export const ask = (fact: string, ...codes: readonly Code[]): PresenceRule => ({
  ...present(fact, ...codes),
  is: 'unknown',
})
