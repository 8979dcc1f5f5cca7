const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

const referenceIn = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null && 'reference' in value
    ? stringOf(value.reference)
    : undefined

/** A reference to a patient as "Patient/1": from that, its full address, or a version of it. */
const patientIn = (reference: string | undefined): string | undefined => {
  if (reference === undefined || reference.trim() === '') return undefined
  if (reference.startsWith('Patient/') && !reference.includes('/_history/')) return reference
  if (!reference.includes('/')) return `Patient/${reference}`
  return /(?:^|\/)(Patient\/[^/]+)(?:\/_history\/.*)?$/.exec(reference)?.[1]
}

/** The person whom a resource is of, as "Patient/1"; undefined where it names nobody. */
export const personOf = (resource: Readonly<Record<string, unknown>>): string | undefined => {
  if (resource['resourceType'] !== 'Patient') {
    return patientIn(referenceIn(resource['subject']) ?? referenceIn(resource['patient']))
  }
  const id = stringOf(resource['id'])
  return id === undefined ? undefined : `Patient/${id}`
}

/** The id of the Medication that an entry refers to. */
export const medicationOf = (resource: Readonly<Record<string, unknown>>): string | undefined => {
  const reference = referenceIn(resource['medicationReference'])
  return reference === undefined ? undefined : /([^/]+?)(?:\/_history\/.*)?$/.exec(reference)?.[1]
}
