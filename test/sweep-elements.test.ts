import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { recordRules } from '../src/guideline/codes/index.ts'
import { readRecord } from '../src/assess/record.ts'
import { generatePatients } from '../src/sweep/generate/index.ts'
import { elementsOf, isReadType } from '../src/sweep/elements.ts'
import { on } from './sweep.test-support.ts'

type Resource = Readonly<Record<string, unknown>>

/** A resource that notes which of its elements are looked at. */
const watched = (resource: Resource, seen: Map<string, Set<string>>): Resource => {
  const type = String(resource['resourceType'])
  const names = seen.get(type) ?? new Set<string>()
  seen.set(type, names)
  return new Proxy(resource, {
    get: (target, name) => {
      if (typeof name === 'string') names.add(name)
      return target[name as string]
    },
  })
}

/** Asked of every resource, and kept by the screen in another way; `meta` settles only which version is newer. */
const always = ['resourceType', 'subject', 'patient', 'meta']

const person = { reference: 'Patient/1' }
const drug = { text: 'baclofen' }

/** One of each type that is not generated, so that all that is looked at in it is seen. */
const rare: readonly Resource[] = [
  { resourceType: 'Patient', id: '1', birthDate: '1970-01-01' },
  { resourceType: 'DiagnosticReport', id: '1', subject: person, contained: [] },
  {
    resourceType: 'AllergyIntolerance',
    id: '1',
    patient: person,
    code: drug,
    reaction: [{ substance: [drug] }],
  },
  { resourceType: 'List', id: '1', subject: person, status: 'current' },
  ...['MedicationDispense', 'MedicationAdministration'].map((resourceType) => ({
    resourceType,
    id: '1',
    subject: person,
    status: 'completed',
    medicationCodeableConcept: drug,
  })),
  {
    resourceType: 'QuestionnaireResponse',
    id: '1',
    subject: person,
    status: 'completed',
    questionnaire: recordRules.questionnaire,
    authored: '2026-11-20',
    item: [],
  },
]

test('the screen reads every type that the record reader reads, and the Medications that entries name', () => {
  const source = readFileSync(new URL('../src/fhir/gather.ts', import.meta.url), 'utf8')
  const types = [...source.matchAll(/^ {2}\['(\w+)', read\w+\],$/gm)].map(([, type]) => type)
  expect(types.length).toBeGreaterThan(10)
  expect([...types, 'Patient', 'Medication'].filter((type) => !isReadType(String(type)))).toEqual(
    [],
  )
})

describe('reading a record looks at no element that the screen leaves behind', () => {
  const seen = new Map<string, Set<string>>()
  const settings = { patients: 400, seed: 5, on, quirks: 0.5 }
  for (const { resources } of generatePatients(recordRules, settings)) {
    // Copies of one resource are compared whole; the screen fetches those whole, too.
    if (new Set(resources.map(({ id }) => id)).size < resources.length) continue
    readRecord(
      resources.map((one) => watched(one, seen)),
      { on },
    )
  }
  readRecord(
    rare.map((one) => watched(one, seen)),
    { on },
  )

  test.each([...seen.keys()])('%s', (type) => {
    const kept: readonly string[] = isReadType(type) ? elementsOf(type) : []
    const looked = [...(seen.get(type) ?? [])]
    expect(looked.length).toBeGreaterThan(3)
    const lost = looked.filter((name) => !always.includes(name) && !kept.includes(name))
    expect(lost).toEqual([])
  })
})
