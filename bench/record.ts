/** Synthetic records of the size in which a record comes from a server. */

type Resource = Readonly<Record<string, unknown>>

const subject = { reference: 'Patient/synthetic-bench', type: 'Patient' }
const loinc = 'http://loinc.org'
const ucum = 'http://unitsofmeasure.org'
const terminology = 'http://terminology.hl7.org/CodeSystem'

const shared = (type: string, id: string): Resource => ({
  resourceType: type,
  id,
  meta: {
    versionId: '1',
    lastUpdated: '2026-11-20T08:15:30.123+00:00',
    source: '#synthetic',
    tag: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }],
  },
  text: {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>Synthetic ${type} ${id}: made to be measured.</p></div>`,
  },
})

const concept = (system: string, code: string, display: string): Resource => ({
  coding: [{ system, code, display }],
  text: display,
})

const observation = (
  id: string,
  code: string,
  display: string,
  value: number,
  unit: string,
  date: string,
): Resource => ({
  ...shared('Observation', id),
  status: 'final',
  category: [concept(`${terminology}/observation-category`, 'laboratory', 'Laboratory')],
  code: concept(loinc, code, display),
  subject,
  encounter: { reference: 'Encounter/synthetic-visit' },
  effectiveDateTime: `${date}T07:30:00+00:00`,
  issued: `${date}T11:00:00.000+00:00`,
  performer: [{ reference: 'Organization/synthetic-laboratory', display: 'Synthetic laboratory' }],
  valueQuantity: { value, unit, system: ucum, code: unit },
  interpretation: [concept(`${terminology}/v3-ObservationInterpretation`, 'N', 'Normal')],
  referenceRange: [
    {
      low: { value: value * 0.8, unit, system: ucum, code: unit },
      high: { value: value * 1.2, unit, system: ucum, code: unit },
      type: concept(`${terminology}/referencerange-meaning`, 'normal', 'Normal Range'),
    },
  ],
})

const condition = (id: string, code: string, display: string): Resource => ({
  ...shared('Condition', id),
  clinicalStatus: concept(`${terminology}/condition-clinical`, 'active', 'Active'),
  verificationStatus: concept(`${terminology}/condition-ver-status`, 'confirmed', 'Confirmed'),
  category: [concept(`${terminology}/condition-category`, 'problem-list-item', 'Problem')],
  code: concept('http://hl7.org/fhir/sid/icd-10-cm', code, display),
  subject,
  onsetDateTime: '2019-05-01',
  recordedDate: '2019-05-02',
  recorder: { reference: 'Practitioner/synthetic', display: 'Synthetic practitioner' },
})

const order = (id: string, code: string, display: string): Resource => ({
  ...shared('MedicationRequest', id),
  status: 'active',
  intent: 'order',
  category: [concept(`${terminology}/medicationrequest-category`, 'outpatient', 'Outpatient')],
  medicationCodeableConcept: concept('http://www.nlm.nih.gov/research/umls/rxnorm', code, display),
  subject,
  authoredOn: '2026-10-01T09:00:00+00:00',
  requester: { reference: 'Practitioner/synthetic', display: 'Synthetic practitioner' },
  dosageInstruction: [
    {
      sequence: 1,
      text: '1 tablet twice a day',
      timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
      route: concept('http://snomed.info/sct', '26643006', 'Oral route'),
      doseAndRate: [
        {
          type: concept(`${terminology}/dose-rate-type`, 'ordered', 'Ordered'),
          doseQuantity: { value: 1, unit: '{pill}', system: ucum, code: '{pill}' },
        },
      ],
    },
  ],
  dispenseRequest: { numberOfRepeatsAllowed: 3, quantity: { value: 60, unit: '{pill}' } },
})

const answers = {
  ...shared('QuestionnaireResponse', 'answers'),
  questionnaire:
    'https://crampwise.github.io/crampwise/fhir/Questionnaire/muscle-cramps-despite-baclofen',
  status: 'completed',
  subject,
  authored: '2026-11-22T10:00:00+00:00',
  item: ['crampsPersist', 'physicalMeasuresTried', 'baclofenSideEffects', 'liverDisease'].map(
    (linkId, index) => ({
      linkId,
      text: `Question about ${linkId}`,
      answer: [{ valueBoolean: index < 2 }],
    }),
  ),
}

const resources: readonly Resource[] = [
  { ...shared('Patient', 'synthetic-bench'), gender: 'female', birthDate: '1968-05-04' },
  observation('egfr', '98979-8', 'eGFR CKD-EPI 2021', 78, 'mL/min/{1.73_m2}', '2026-11-20'),
  observation('egfr-old', '33914-3', 'eGFR MDRD', 81, 'mL/min/{1.73_m2}', '2026-05-20'),
  observation('potassium', '2823-3', 'Potassium', 4.1, 'mmol/L', '2026-11-20'),
  observation('magnesium', '19123-9', 'Magnesium', 2, 'mg/dL', '2026-11-20'),
  observation('sodium', '2951-2', 'Sodium', 139, 'mmol/L', '2026-11-20'),
  observation('creatinine', '2160-0', 'Creatinine', 0.9, 'mg/dL', '2026-11-20'),
  observation('hemoglobin', '718-7', 'Hemoglobin', 13.4, 'g/dL', '2026-11-20'),
  condition('cramp', 'R25.2', 'Cramp and spasm'),
  condition('hypertension', 'I10', 'Essential (primary) hypertension'),
  condition('diabetes', 'E11.9', 'Type 2 diabetes mellitus without complications'),
  order('baclofen', '197391', 'baclofen 10 MG Oral Tablet'),
  order('metformin', '860975', 'metformin hydrochloride 500 MG Oral Tablet'),
  order('lisinopril', '314076', 'lisinopril 10 MG Oral Tablet'),
  answers,
]

/** A record of one synthetic person: a Bundle of 15 resources, as compact JSON of about 20 KB. */
export const recordText = JSON.stringify({
  resourceType: 'Bundle',
  id: 'synthetic-bench',
  type: 'collection',
  timestamp: '2026-11-23T08:00:00+00:00',
  entry: resources.map((resource) => ({
    fullUrl: `https://ehr.example.org/fhir/${String(resource['resourceType'])}/${String(resource['id'])}`,
    resource,
  })),
})
