/** A call whose body is about as large as those of an EHR. */
export interface HookCall {
  readonly name: string
  readonly path: string
  readonly body: string
}

/** The person of every call. */
export const patientId = 'synthetic-1'
const subject = { reference: `Patient/${patientId}` }
const rxNorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'

const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

const order = (id: string, code: string, display: string, more: object = {}): object => ({
  resourceType: 'MedicationRequest',
  id,
  meta: { versionId: '3', lastUpdated: `${daysAgo(40)}T08:00:00Z` },
  status: 'active',
  intent: 'order',
  category: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/medicationrequest-category',
          code: 'outpatient',
        },
      ],
    },
  ],
  subject,
  authoredOn: daysAgo(40),
  requester: { reference: 'Practitioner/synthetic', display: 'A synthetic prescriber' },
  medicationCodeableConcept: { coding: [{ system: rxNorm, code, display }], text: display },
  dosageInstruction: [
    {
      sequence: 1,
      text: 'as written here',
      timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
      route: { text: 'by mouth' },
      doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet', code: '{tbl}' } }],
    },
  ],
  dispenseRequest: { numberOfRepeatsAllowed: 3, quantity: { value: 60, unit: 'tablet' } },
  ...more,
})

const result = (index: number, code: string, value: number, unit: string): object => ({
  resourceType: 'Observation',
  id: `result-${code}-${String(index)}`,
  meta: { versionId: '1', lastUpdated: `${daysAgo(10 + 30 * index)}T09:30:00Z` },
  status: 'final',
  category: [
    {
      coding: [
        {
          system: 'http://terminology.hl7.org/CodeSystem/observation-category',
          code: 'laboratory',
          display: 'Laboratory',
        },
      ],
    },
  ],
  code: { coding: [{ system: 'http://loinc.org', code, display: 'a result' }], text: 'a result' },
  subject,
  encounter: { reference: 'Encounter/synthetic' },
  effectiveDateTime: `${daysAgo(10 + 30 * index)}T09:00:00Z`,
  issued: `${daysAgo(10 + 30 * index)}T09:30:00.000Z`,
  valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  referenceRange: [{ low: { value: 3.5, unit }, text: 'as the laboratory gives it' }],
})

const problem = (index: number, system: string, code: string): object => ({
  resourceType: 'Condition',
  id: `problem-${String(index)}`,
  clinicalStatus: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
    ],
  },
  verificationStatus: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'confirmed' },
    ],
  },
  code: { coding: [{ system, code, display: 'a problem' }], text: 'a problem' },
  subject,
  onsetDateTime: '2019-05-01',
  recordedDate: '2019-05-02',
})

const searchset = (resources: readonly object[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({
    fullUrl: 'https://ehr.example.org/fhir/Resource/synthetic',
    resource,
    search: { mode: 'match' },
  })),
})

const upTo = (count: number): readonly number[] =>
  Array.from({ length: count }, (_none, index) => index)

const others = upTo(8).map((index) =>
  order(`other-${String(index)}`, String(860_970 + index), 'another medicine 500 MG Oral Tablet'),
)

const prefetch = (medicines: readonly object[], cramps: boolean): object => ({
  patient: {
    resourceType: 'Patient',
    id: patientId,
    name: [{ use: 'official', family: 'Synthetic', given: ['Person'] }],
    gender: 'female',
    birthDate: '1968-03-01',
    address: [{ city: 'Nowhere', postalCode: '00000' }],
  },
  medications: searchset([...medicines, ...others]),
  conditions: searchset([
    ...(cramps ? [problem(99, 'http://hl7.org/fhir/sid/icd-10-cm', 'R25.2')] : []),
    ...upTo(11).map((index) =>
      problem(index, 'http://snomed.info/sct', String(38_341_003 + index)),
    ),
  ]),
  allergies: searchset([]),
  renal: searchset(
    upTo(5).map((index) => result(index, '98979-8', 78 + index, 'mL/min/{1.73_m2}')),
  ),
  potassium: searchset(upTo(5).map((index) => result(index, '2823-3', 4.1, 'mmol/L'))),
  magnesium: searchset(upTo(5).map((index) => result(index, '2601-3', 0.82, 'mmol/L'))),
  answers: searchset([]),
})

const hook = (name: string, sent: object, context: object = {}): string =>
  JSON.stringify({
    hook: name,
    hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
    fhirServer: 'https://ehr.example.org/fhir',
    context: { userId: 'Practitioner/synthetic', patientId, ...context },
    prefetch: sent,
  })

const baclofen = order('baclofen', '197391', 'Baclofen 10 MG Oral Tablet')

/** The calls that are measured: somebody who is not concerned, a full answer, and an order. */
export const calls = (): readonly HookCall[] => [
  {
    name: 'patient-view, nobody to advise',
    path: '/cds-services/crampwise-patient-view',
    body: hook('patient-view', prefetch([], false)),
  },
  {
    name: 'patient-view, baclofen and cramps',
    path: '/cds-services/crampwise-patient-view',
    body: hook('patient-view', prefetch([baclofen], true)),
  },
  {
    name: 'order-sign, a new dose',
    path: '/cds-services/crampwise-order-sign',
    body: hook('order-sign', prefetch([baclofen], true), {
      draftOrders: searchset([
        order('draft', '197391', 'Baclofen 10 MG Oral Tablet', { status: 'draft' }),
      ]),
    }),
  },
]
