/** About as much as an EHR sends with a call, in bytes. */
const size = 30_000

const today = new Date().toISOString().slice(0, 10)

const order = (id: string, status: string): object => ({
  resourceType: 'MedicationRequest',
  id,
  status,
  intent: 'order',
  subject: { reference: 'Patient/x' },
  authoredOn: '2026-01-02',
  medicationCodeableConcept: {
    coding: [
      {
        system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
        code: '197391',
        display: 'Baclofen 10 MG Oral Tablet',
      },
    ],
  },
  dosageInstruction: [
    {
      timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 1, unit: '{pill}' } }],
    },
  ],
})

const eGfr = {
  resourceType: 'Observation',
  id: 'egfr',
  status: 'final',
  subject: { reference: 'Patient/x' },
  code: { coding: [{ system: 'http://loinc.org', code: '98979-8' }] },
  effectiveDateTime: today,
  valueQuantity: {
    value: 41,
    unit: 'mL/min/{1.73_m2}',
    system: 'http://unitsofmeasure.org',
    code: 'mL/min/{1.73_m2}',
  },
}

const condition = (index: number): object => ({
  resourceType: 'Condition',
  id: `condition-${String(index)}`,
  subject: { reference: 'Patient/x' },
  clinicalStatus: { coding: [{ code: 'active' }] },
  code: { coding: [{ system: 'http://snomed.info/sct', code: String(10_000_000 + index) }] },
  note: [{ text: 'Synthetic filler, as long as what a real chart carries along. '.repeat(2) }],
})

const bundle = (resources: readonly object[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
})

const made = (patient: string, fillers: number): string =>
  JSON.stringify({
    hook: 'order-select',
    hookInstance: '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    context: {
      userId: 'Practitioner/x',
      patientId: patient,
      selections: ['MedicationRequest/draft'],
      draftOrders: bundle([order('draft', 'draft')]),
    },
    prefetch: {
      patient: { resourceType: 'Patient', id: patient, birthDate: '1960-05-01' },
      medications: bundle([order('active', 'active')]),
      conditions: bundle(Array.from({ length: fillers }, (_, index) => condition(index))),
      renal: bundle([eGfr]),
    },
  }).replaceAll('Patient/x', `Patient/${patient}`)

const one = 'x'.repeat(36)
const perFiller = made(one, 1).length - made(one, 0).length
const fillers = Math.floor((size - made(one, 0).length) / perFiller)

/** A call of order-select with a prefetch of 30 KB, about a generated patient of this id. Synthetic. */
export const orderSelect = (patient: string): string => made(patient, fillers)
