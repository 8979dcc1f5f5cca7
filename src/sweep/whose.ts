import { ascii, isAt } from './bytes.ts'
import type { Json } from './work-of-reader.ts'

const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

const referenceIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'reference' in value
    ? stringOf(value.reference)
    : undefined

/** The id in a reference to a patient: "1" of "Patient/1", of its full address, or of a version of it. */
const patientIn = (reference: string | undefined): string | undefined => {
  if (reference === undefined || reference.trim() === '') return undefined
  if (!reference.includes('/')) return reference
  return /(?:^|\/)Patient\/([^/]+)(?:\/_history\/.*)?$/.exec(reference)?.[1]
}

/** The id of the person whom a resource is of; undefined where it names nobody. */
export const personOf = (resource: Json): string | undefined =>
  resource['resourceType'] === 'Patient' || resource['resourceType'] === 'Medication'
    ? stringOf(resource['id'])
    : patientIn(referenceIn(resource['subject']) ?? referenceIn(resource['patient']))

/** The id of the Medication that an entry refers to. */
export const medicationOf = (resource: Json): string | undefined => {
  const reference = referenceIn(resource['medicationReference'])
  return reference === undefined ? undefined : /([^/]+?)(?:\/_history\/.*)?$/.exec(reference)?.[1]
}

/** Where the id of the person stands in JSON, and whether the reference is no more than "Patient/" and that. */
export interface Place {
  from: number
  to: number
  isUsual: boolean
}

const begin = ascii('{"reference":"')
const patient = ascii('Patient/')
const [quote, slash] = [34, 47] as const

/** Finds the id of the person in a reference as it is usually written; false where it is written otherwise. */
export const findPerson = (json: Uint8Array, from: number, to: number, place: Place): boolean => {
  if (!isAt(json, from, begin)) return false
  const reference = from + begin.length
  let end = reference
  let [lastSlash, slashBefore] = [reference - 1, reference - 1]
  for (; end < to && json[end] !== quote; end++) {
    if (json[end] !== slash) continue
    slashBefore = lastSlash
    lastSlash = end
  }
  place.from = lastSlash + 1
  place.to = end
  place.isUsual = slashBefore < reference
  const isPatient =
    isAt(json, slashBefore + 1, patient) && lastSlash === slashBefore + patient.length
  return isPatient && lastSlash + 1 < end && end < to
}
