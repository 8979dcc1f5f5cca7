import type { Problem } from '../logic/given.ts'
import type { Placed } from './flatten.ts'
import { objectOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** Whose record it is, and which resources are of that person. */
export interface Subject {
  readonly patient: Placed
  /** `own`, of nobody that can be told (`none`), or of somebody else. */
  readonly ownerOf: (resource: Json) => 'own' | 'none' | 'other'
}

const nameOf = (reference: string): string => {
  const parts = reference.split('/')
  const history = parts.indexOf('_history')
  const path = history === -1 ? parts : parts.slice(0, history)
  return path.length >= 2 ? path.slice(-2).join('/') : reference
}

const referenceOf = (resource: Json): string | undefined =>
  textOf(objectOf(resource['subject'])?.['reference']) ??
  textOf(objectOf(resource['patient'])?.['reference'])

/** Finds the one patient of a record; none, or several, is refused. */
export const subjectOf = (resources: readonly Placed[]): Subject | Problem => {
  const patients = resources.filter(({ type }) => type === 'Patient')
  const [patient, second] = patients
  if (patient === undefined) {
    return {
      kind: 'no-patient',
      where: 'record',
      message: 'The record has no Patient.',
      remedy: 'Give a Bundle, or lines, with the Patient and the resources of that person.',
    }
  }
  if (second !== undefined) return several(patient.at, second.at)
  const id = textOf(patient.resource['id'])
  const names = new Set([
    ...(id === undefined ? [] : [`Patient/${id}`, id]),
    ...(patient.fullUrl === undefined ? [] : [patient.fullUrl, nameOf(patient.fullUrl)]),
  ])
  const ownerOf: Subject['ownerOf'] = (resource) => {
    const reference = referenceOf(resource)
    if (reference === undefined) return 'none'
    if (names.size === 0) return 'own'
    return names.has(reference) || names.has(nameOf(reference)) ? 'own' : 'other'
  }
  return { patient, ownerOf }
}

/** Two people in one record: nothing may be assessed. */
export const several = (one: string, other: string): Problem => ({
  kind: 'several-patients',
  where: other,
  message: `The record is of more than one person: ${one}, and ${other} is of another.`,
  remedy: 'Give the record of one person at a time; for many people use "crampwise sweep".',
})
