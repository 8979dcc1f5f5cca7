import { describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { parts } from './call.test-support.ts'
import { discoveryBreaches } from './conform.test-support.ts'
import { services } from './services.ts'

interface Discovery {
  readonly services: readonly {
    readonly id: string
    readonly hook: string
    readonly prefetch: Readonly<Record<string, string>>
  }[]
}

const read = async (): Promise<Discovery> =>
  (await (await createApp(parts()).request('/cds-services')).json()) as Discovery

describe('discovery', () => {
  test('conforms, its templates within the recommended subset', async () => {
    expect(discoveryBreaches(await read())).toEqual([])
  })
  test('every hook has an id of its own', async () => {
    const found = await read()
    expect(found.services.map(({ hook }) => hook)).toEqual([
      'patient-view',
      'order-select',
      'order-sign',
      'medication-refill',
    ])
    expect(new Set(found.services.map(({ id }) => id)).size).toBe(services.length)
  })
  test('no parameter stands twice in a template: some clients make an "or" of it', async () => {
    for (const { prefetch } of (await read()).services) {
      for (const template of Object.values(prefetch)) {
        const names = [...new URLSearchParams(template.split('?')[1] ?? '').keys()]
        expect(new Set(names).size).toBe(names.length)
      }
    }
  })
  test('the templates as integrators see them', async () => {
    expect((await read()).services[0]?.prefetch).toMatchInlineSnapshot(`
      {
        "allergies": "AllergyIntolerance?patient={{context.patientId}}&clinical-status=active",
        "answers": "QuestionnaireResponse?patient={{context.patientId}}&questionnaire=https://crampwise.github.io/crampwise/fhir/Questionnaire/muscle-cramps-despite-baclofen&_sort=-authored&_count=1",
        "conditions": "Condition?patient={{context.patientId}}&clinical-status=active",
        "magnesium": "Observation?patient={{context.patientId}}&code=http://loinc.org|19123-9,http://loinc.org|2601-3&_sort=-date&_count=5",
        "medications": "MedicationRequest?patient={{context.patientId}}&status=active",
        "patient": "Patient/{{context.patientId}}",
        "potassium": "Observation?patient={{context.patientId}}&code=http://loinc.org|2823-3,http://loinc.org|6298-4,http://loinc.org|39789-3,http://loinc.org|32713-0&_sort=-date&_count=5",
        "renal": "Observation?patient={{context.patientId}}&code=http://loinc.org|98979-8,http://loinc.org|98980-6,http://loinc.org|62238-1,http://loinc.org|94677-2,http://loinc.org|50210-4,http://loinc.org|77147-7,http://loinc.org|33914-3,http://loinc.org|69405-9,http://loinc.org|88293-6,http://loinc.org|88294-4,http://loinc.org|48642-3,http://loinc.org|48643-1&_sort=-date&_count=5",
      }
    `)
  })
  test.each<[string, string]>([
    ['chaining', 'Observation?subject.name=x'],
    ['an include', 'MedicationRequest?_include=MedicationRequest:medication'],
    ['a sort that is not FHIR', 'Observation?_sort:desc=date'],
    ['a token of the second level', 'Patient/{{context.patient.id}}'],
  ])('a planted template with %s is caught', (_what, template) => {
    const service = { hook: 'patient-view', id: 'x', description: 'x', prefetch: { a: template } }
    expect(discoveryBreaches({ services: [service] })).not.toEqual([])
  })
})
