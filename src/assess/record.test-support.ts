import { expect } from 'vitest'
import type { Finding } from '../logic/fact.ts'
import { exactValue } from '../logic/interval.ts'
import type { Assessment } from './assess.ts'
import type { RecordOptions } from './record.ts'
import { assessRecord, readRecord } from './record.ts'

/** A resource as a sender writes it; a test may write anything. */
export type Resource = Readonly<Record<string, unknown>>

/** The day on which records of tests are assessed. */
export const on = '2026-11-23'

const subject = { reference: 'Patient/synthetic' }

/** A synthetic person of 58 years. */
export const patient = (change: Resource = {}): Resource => ({
  resourceType: 'Patient',
  id: 'synthetic',
  birthDate: '1968-05-04',
  ...change,
})

/** A concept of one coding. */
export const concept = (system: string, code: string, display?: string): Resource => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
})

export const rxNorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'
export const atc = 'http://www.whocc.no/atc'
export const loinc = 'http://loinc.org'
export const icd = 'http://hl7.org/fhir/sid/icd-10-cm'
export const snomed = 'http://snomed.info/sct'
export const ucum = 'http://unitsofmeasure.org'

/** A quantity in a UCUM unit. */
export const quantity = (value: unknown, unit: string): Resource => ({
  value,
  unit,
  system: ucum,
  code: unit,
})

/** So many times a day. */
export const timesADay = (frequency: number): Resource => ({
  repeat: { frequency, period: 1, periodUnit: 'd' },
})

/** An instruction: so much, so often. */
export const instruction = (
  dose: Resource,
  timing: Resource | undefined,
  change: Resource = {},
): Resource => ({
  ...(timing === undefined ? {} : { timing }),
  doseAndRate: [{ doseQuantity: dose }],
  ...change,
})

/** An active order of baclofen: one tablet of 10 mg twice a day, since 53 days. */
export const order = (change: Resource = {}): Resource => ({
  resourceType: 'MedicationRequest',
  id: 'order',
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: concept(rxNorm, '197391', 'baclofen 10 MG Oral Tablet'),
  subject,
  authoredOn: '2026-10-01',
  dosageInstruction: [instruction(quantity(1, '{pill}'), timesADay(2))],
  ...change,
})

/** An active order of baclofen with these instructions. */
export const ordered = (...dosageInstruction: readonly Resource[]): Resource =>
  order({ dosageInstruction })

/** A final result of 2026-11-20. */
export const result = (
  code: string,
  value: unknown,
  unit: string,
  change: Resource = {},
): Resource => ({
  resourceType: 'Observation',
  id: `result-${code}`,
  status: 'final',
  code: concept(loinc, code),
  subject,
  effectiveDateTime: '2026-11-20',
  valueQuantity: quantity(value, unit),
  ...change,
})

/** A final eGFR by creatinine of 2026-11-20. */
export const eGfr = (value: unknown, change: Resource = {}): Resource =>
  result('98979-8', value, 'mL/min/{1.73_m2}', change)

/** A resource about the person that has a code and nothing else. */
export const entry = (
  resourceType: string,
  system: string,
  code: string,
  change: Resource = {},
): Resource => ({
  resourceType,
  id: `${resourceType.toLowerCase()}-${code}`,
  code: concept(system, code),
  [resourceType === 'AllergyIntolerance' ? 'patient' : 'subject']: subject,
  ...change,
})

/** A confirmed, active problem. */
export const problem = (system: string, code: string, change: Resource = {}): Resource =>
  entry('Condition', system, code, {
    clinicalStatus: concept('http://terminology.hl7.org/CodeSystem/condition-clinical', 'active'),
    verificationStatus: concept(
      'http://terminology.hl7.org/CodeSystem/condition-ver-status',
      'confirmed',
    ),
    ...change,
  })

/** A problem that is named in words only. */
export const problemInWords = (text: string): Resource =>
  problem(icd, '', { id: `condition-${text}`, code: { text } })

/** Answers to our questionnaire, given on 2026-11-22. */
export const answered = (
  answers: Readonly<Record<string, boolean | number | Resource>>,
  change: Resource = {},
): Resource => ({
  resourceType: 'QuestionnaireResponse',
  id: 'answers',
  questionnaire:
    'https://crampwise.github.io/crampwise/fhir/Questionnaire/muscle-cramps-despite-baclofen',
  status: 'completed',
  subject,
  authored: '2026-11-22',
  item: Object.entries(answers).map(([linkId, answer]) => ({
    linkId,
    answer: [
      typeof answer === 'boolean'
        ? { valueBoolean: answer }
        : typeof answer === 'number'
          ? { valueDecimal: answer }
          : answer,
    ],
  })),
  ...change,
})

/** A Bundle of resources. */
export const bundle = (
  resources: readonly unknown[],
  change: Resource = {},
): Resource & { readonly entry: readonly Resource[] } => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: resources.map((resource) => ({ resource })),
  ...change,
})

/** What a record of these resources and the person says. */
export const read = (...resources: readonly unknown[]) =>
  readRecord(bundle([patient(), ...resources]), { on })

/** What is known of a fact: a number, a pair of ends, a truth; or why nothing is. */
export const known = (fact: string, ...resources: readonly unknown[]): unknown => {
  const { given, why } = read(...resources)
  const finding = given[fact]?.finding
  return finding === undefined ? (why.get(fact) ?? 'nothing') : plainly(finding)
}

const plainly = (finding: Finding): unknown => {
  if (typeof finding === 'string') return finding
  const value = exactValue(finding)
  return value === undefined ? [finding.low, finding.high] : Number(value.toFixed(6))
}

/** The plan for a record, which must not be refused. */
export const planOf = (record: unknown, options: RecordOptions = {}): Assessment => {
  const plan = assessRecord(record, { on, ...options })
  if (!('statements' in plan)) expect.fail(JSON.stringify(plan.problems))
  return plan
}

/** A record for which the next increase is advised: 20 mg/day, eGFR 78, cramps, no side effects. */
export const increasing: readonly Resource[] = [
  patient(),
  order(),
  eGfr(78),
  result('2823-3', 4.1, 'mmol/L'),
  result('2601-3', 0.82, 'mmol/L'),
  answered({ crampsPersist: true, baclofenSideEffects: false, liverDisease: false }),
]

/** Whether a record's plan has a statement that holds. */
export const holds = (id: string, record: unknown): string | undefined =>
  planOf(record).statements.find((statement) => statement.id === id)?.holds
