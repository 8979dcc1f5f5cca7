import type { Problem } from '../logic/given.ts'
import type { Placed } from './flatten.ts'
import { objectOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { namesOfResource, refersTo } from './reference.ts'

/** Whose record it is, and which resources are of that person. */
export interface Subject {
  readonly patient: Placed
  /** `own`, of nobody that can be told (`none`), or of somebody else. */
  readonly ownerOf: (resource: Json) => 'own' | 'none' | 'other'
}

const referenceOf = (resource: Json): string | undefined =>
  textOf(objectOf(resource['subject'])?.['reference']) ??
  textOf(objectOf(resource['patient'])?.['reference'])

/** Finds the one patient of a record; none, or several, is refused. */
export const subjectOf = (resources: readonly Placed[]): Subject | Problem => {
  const [patient, second] = resources.filter(({ type }) => type === 'Patient')
  if (patient === undefined) {
    return {
      kind: 'no-patient',
      where: 'record',
      message: 'The record has no Patient.',
      remedy: 'Give a Bundle, or lines, with the Patient and the resources of that person.',
    }
  }
  const names = namesOfResource('Patient', patient.resource['id'], patient.fullUrl)
  if (second !== undefined) {
    const { typeAndId } = namesOfResource('Patient', second.resource['id'], second.fullUrl)
    const isSame = typeAndId !== undefined && typeAndId === names.typeAndId
    return isSame ? atOdds(typeAndId) : several(patient.at, second.at)
  }
  const hasName = names.typeAndId !== undefined || names.fullUrl !== undefined
  /** The reference by which the person was last called. */
  let usual: string | undefined
  const ownerOf: Subject['ownerOf'] = (resource) => {
    const reference = referenceOf(resource)
    if (reference === undefined) return 'none'
    if (reference === usual) return 'own'
    // A Patient without a name is whoever all other resources are of.
    const own = hasName ? refersTo(reference, names) : usual === undefined
    if (own) usual = reference
    return own ? 'own' : 'other'
  }
  return { patient, ownerOf }
}

/** Two versions of one Patient, and nothing tells which is newer: nothing may be assessed. */
const atOdds = (patient: string): Problem => ({
  kind: 'several-patients',
  where: patient,
  message: `The record holds two versions of the same person, ${patient}, that contradict each other.`,
  remedy:
    'Take out the version that is wrong, or give each its meta.lastUpdated: the newest then counts.',
})

/** Two people in one record: nothing may be assessed. */
export const several = (one: string, other: string): Problem => ({
  kind: 'several-patients',
  where: other,
  message: `The record is of more than one person: ${one}, and ${other} is of another.`,
  remedy: 'Give the record of one person at a time; for many people use "crampwise sweep".',
})
