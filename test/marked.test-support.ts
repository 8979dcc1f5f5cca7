import { randomUUID } from 'node:crypto'

/**
 * What must not be found anywhere: the mark in every name, id, code and text of a person who does not
 * exist, a day of birth, and a result with digits that nothing else has.
 */
export const marks: readonly string[] = ['qxmark', '1951-07-19', '43.2187']

/**
 * A property name that the caller made up. A problem must tell its place, so the answer to that very
 * caller names it; nothing else may.
 */
export const markedName = 'qxproperty'

const rxNorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'
const subject = { reference: 'Patient/qxmark-id' }
const today = new Date().toISOString().slice(0, 10)

const patient = {
  resourceType: 'Patient',
  id: 'qxmark-id',
  name: [{ family: 'Qxmark-name', given: ['Qxmark-name'] }],
  birthDate: '1951-07-19',
  identifier: [{ system: 'urn:qxmark-system', value: 'qxmark-id' }],
  text: { status: 'generated', div: '<div>qxmark-text</div>' },
}

const baclofen = {
  resourceType: 'MedicationRequest',
  id: 'qxmark-order',
  status: 'active',
  intent: 'order',
  subject,
  authoredOn: '2026-01-02',
  note: [{ text: 'qxmark-text' }],
  medicationCodeableConcept: {
    coding: [{ system: rxNorm, code: '197392', display: 'qxmark-text' }],
    text: 'qxmark-text',
  },
  dosageInstruction: [
    {
      text: 'qxmark-text',
      timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 1, unit: '{pill}' } }],
    },
  ],
}

const eGfr = {
  resourceType: 'Observation',
  id: 'qxmark-result',
  status: 'final',
  subject,
  code: { coding: [{ system: 'http://loinc.org', code: '98979-8', display: 'qxmark-text' }] },
  effectiveDateTime: today,
  valueQuantity: {
    value: 43.2187,
    unit: 'mL/min/{1.73_m2}',
    system: 'http://unitsofmeasure.org',
    code: 'mL/min/{1.73_m2}',
  },
  note: [{ text: 'qxmark-text' }],
}

const strange = {
  resourceType: 'Condition',
  id: 'qxmark-problem',
  subject,
  code: { coding: [{ system: 'urn:qxmark-system', code: 'qxmark-code' }], text: 'qxmark-text' },
}

const bundle = (...resources: readonly object[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  entry: resources.map((resource) => ({ resource })),
})

/** A record of a person who does not exist; synthetic, and marked all over. */
export const markedRecord = (): object => bundle(patient, baclofen, eGfr, strange)

const hookOf = (path: string): string => path.replace(/^\/cds-services\/crampwise-/, '')

const hookRequest = (path: string, more: object): object => ({
  hook: hookOf(path),
  hookInstance: randomUUID(),
  context: {
    userId: 'Practitioner/qxmark-user',
    patientId: 'qxmark-id',
    encounterId: 'qxmark-encounter',
    selections: ['MedicationRequest/qxmark-order'],
    draftOrders: bundle({ ...baclofen, status: 'draft' }),
    medications: bundle({ ...baclofen, status: 'draft' }),
  },
  ...more,
})

const feedback = (): object => ({
  feedback: [
    {
      card: randomUUID(),
      outcome: 'overridden',
      outcomeTimestamp: new Date().toISOString(),
      overrideReason: {
        reason: { code: 'qxmark-code', system: 'urn:qxmark-system', display: 'qxmark-text' },
        userComment: 'qxmark-text: Qxmark-name, born 1951-07-19',
      },
      note: 'qxmark-text',
    },
  ],
})

const wrongFeedback = {
  feedback: [{ card: 'qxmark-id', outcome: 'qxmark-code', outcomeTimestamp: 'qxmark-text' }],
}

/** Bodies with marks in every place: right ones for a route, wrong ones, and some that are no JSON. */
export const markedBodies = (
  path: string,
  fhirServer: string,
  token: string,
): readonly { readonly body: string; readonly type: string }[] => {
  const prefetch = {
    patient,
    medications: bundle(baclofen),
    conditions: bundle(strange),
    renal: bundle(eGfr),
  }
  const authorization = {
    fhirServer,
    fhirAuthorization: {
      access_token: token.replace('Bearer ', ''),
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'patient/*.read',
      subject: 'qxmark-user',
    },
  }
  const parameters = {
    resourceType: 'Parameters',
    parameter: [
      { name: 'subject', valueString: 'Patient/qxmark-id' },
      { name: 'data', resource: markedRecord() },
      { name: 'qxmark-name', valueString: 'qxmark-text' },
    ],
  }
  const json = [
    ...(path.endsWith('/feedback') ? [feedback(), wrongFeedback] : []),
    hookRequest(path, { prefetch }),
    hookRequest(path, { prefetch: { patient } }),
    hookRequest(path, { prefetch: { patient }, ...authorization }),
    hookRequest(path, { prefetch: { ...prefetch, renal: { resourceType: 'qxmark-type' } } }),
    hookRequest(path, { hook: 'qxmark-hook', prefetch }),
    markedRecord(),
    parameters,
    { facts: { age: 'qxmark-text', [markedName]: 1, eGfr: 43.2187 }, record: markedRecord() },
    { [markedName]: 'qxmark-text', facts: { [markedName]: 'qxmark-text' } },
    { age: 58, 'qxmark-name': 'qxmark-text', potassium: 'qxmark-text' },
    { resourceType: 'qxmark-type', id: 'qxmark-id' },
    ['qxmark-text'],
  ].map((value) => ({ body: JSON.stringify(value), type: 'application/json' }))
  return [
    ...json,
    { body: '{"name": "qxmark-text" qxmark-text', type: 'application/json' },
    { body: 'qxmark-text', type: 'text/qxmark-type' },
  ]
}
