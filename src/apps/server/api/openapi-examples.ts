/** Synthetic requests: each is sent to the service by a test, and its answer held against the schema. */
const facts = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  potassium: 4.1,
  magnesium: 0.82,
  crampsPersist: true,
  baclofenSideEffects: false,
}

const subject = { reference: 'Patient/synthetic-1' }

const record = {
  resourceType: 'Bundle',
  type: 'collection',
  entry: [
    { resource: { resourceType: 'Patient', id: 'synthetic-1', birthDate: '1968-03-01' } },
    {
      resource: {
        resourceType: 'MedicationRequest',
        id: 'order-1',
        status: 'active',
        intent: 'order',
        subject,
        authoredOn: '2026-10-01',
        medicationCodeableConcept: {
          coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197391' }],
          text: 'Baclofen 10 MG Oral Tablet',
        },
        dosageInstruction: [
          {
            timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
            doseAndRate: [{ doseQuantity: { value: 1, unit: 'tablet' } }],
          },
        ],
      },
    },
  ],
}

const on = '2026-11-23'
const start = '2026-11-24'

/** The examples of the description, by address. */
export const examples = {
  assess: {
    facts,
    record,
    parts: { record, facts: { crampsPersist: true, baclofenSideEffects: false }, on },
  },
  plan: {
    titration: {
      nextSteps: { facts, on, options: { start, strengths: [5, 10], dosesPerDay: 3 } },
    },
    taper: {
      kidneys: {
        facts: { ...facts, eGfr: 25 },
        on,
        options: { start, step: 5, everyDays: 7, strengths: [5, 10] },
      },
    },
    magnesium: {
      low: {
        facts: { ...facts, magnesium: 0.6, waterAndSodiumDepletion: false },
        on,
        options: { start, nights: 28, tablet: '4 mmol' },
      },
    },
    monitoring: {
      liver: { facts: { ...facts, liverDisease: true, cirrhosis: true }, on, options: { start } },
    },
  } as Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  hook: {
    chart: {
      hook: 'patient-view',
      hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
      context: { userId: 'Practitioner/synthetic', patientId: 'synthetic-1' },
      prefetch: {
        patient: record.entry[0]?.resource,
        medications: {
          resourceType: 'Bundle',
          type: 'searchset',
          entry: [{ resource: record.entry[1]?.resource }],
        },
        conditions: { resourceType: 'Bundle', type: 'searchset' },
      },
    },
  },
  feedback: {
    accepted: {
      feedback: [
        {
          card: '4d1f5a1e-0b5c-5d0e-9a55-0d6c1f1f2a3b',
          outcome: 'accepted',
          acceptedSuggestions: [{ id: '6a6f0a52-6f2f-5f37-8a0e-0f4b6a7c8d9e' }],
          outcomeTimestamp: '2026-11-23T12:00:00Z',
        },
      ],
    },
  },
  apply: {
    record: {
      resourceType: 'Parameters',
      parameter: [
        { name: 'subject', valueString: 'Patient/synthetic-1' },
        { name: 'data', resource: record },
      ],
    },
  },
} as const
