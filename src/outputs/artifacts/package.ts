import { disclaimer } from '../evidence.ts'
import { libraryResource } from './library.ts'
import { planDefinition } from './plan-definition.ts'
import { questionnaire } from './questionnaire.ts'
import type { ArtifactInput, Resource } from './resource.ts'
import { codeSets, valueSet } from './value-sets.ts'

/** Every artifact of a guideline, the plan first. */
export const artifacts = (input: ArtifactInput): readonly Resource[] => {
  const { plan, activities } = planDefinition(input)
  return [
    plan,
    ...input.libraries.map((library) => libraryResource(input, library)),
    questionnaire(input),
    ...activities,
    ...codeSets(input.rules).map((set) => valueSet(input, set)),
  ]
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The name of an artifact's file in the package. */
export const fileName = ({ resourceType, id }: Resource): string => `${resourceType}-${id}.json`

/**
 * The artifacts as the content of an FHIR NPM package: all of it lies in a folder named `package`,
 * as the archive has it.
 */
export const fhirPackage = (
  input: ArtifactInput,
  name: string,
  license: string,
): ReadonlyMap<string, string> => {
  const { definition, base } = input
  const resources = artifacts(input)
  const manifest = {
    name,
    version: definition.version,
    title: definition.title,
    description: `${definition.title}: the knowledge artifacts of crampwise. ${disclaimer}`,
    author: 'The crampwise contributors',
    license,
    type: 'Conformance',
    canonical: base,
    url: base,
    fhirVersions: ['4.0.1'],
    dependencies: { 'hl7.fhir.r4.core': '4.0.1' },
  }
  const index = {
    'index-version': 2,
    files: resources.map((resource) => ({
      filename: fileName(resource),
      resourceType: resource.resourceType,
      id: resource.id,
      url: resource.url,
      version: resource.version,
      ...(typeof resource['kind'] === 'string' ? { kind: resource['kind'] } : {}),
    })),
  }
  return new Map([
    ['package/package.json', json(manifest)],
    ['package/.index.json', json(index)],
    ...resources.map((resource): [string, string] => [
      `package/${fileName(resource)}`,
      json(resource),
    ]),
  ])
}
