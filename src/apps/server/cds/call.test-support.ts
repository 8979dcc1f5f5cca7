import { createApp } from '../app.ts'
import type { AppParts, FetchFhir } from '../app.ts'
import { objections } from '../fhir-validators.test-support.ts'
import { breaches } from './conform.test-support.ts'
import type { Card } from '../../../outputs/cards.ts'

/** Generated data about a person who does not exist. */
export const patientId = 'p1'
const subject = { reference: `Patient/${patientId}` }
const rxNorm = 'http://www.nlm.nih.gov/research/umls/rxnorm'

/** The day of every test. */
export const today = '2026-11-23'

/** A date so many days before the day of the tests. */
export const daysAgo = (days: number): string =>
  new Date(Date.parse(`${today}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

/** A person born so many years before the day of the tests. */
export const person = (years = 58): object => ({
  resourceType: 'Patient',
  id: patientId,
  birthDate: `${String(2026 - years)}-03-01`,
})

interface OrderOptions {
  readonly id?: string
  readonly rxcui?: string
  readonly display?: string
  readonly times?: number
  readonly since?: string
  readonly status?: string
  readonly [more: string]: unknown
}

/** An order of tablets, so many at a time. */
export const order = (
  tablets: number,
  options: OrderOptions = {},
): Readonly<Record<string, unknown>> => {
  const {
    id = 'med-1',
    rxcui = '197391',
    display = 'Baclofen 10 MG Oral Tablet',
    times = 2,
    since = daysAgo(40),
    status = 'active',
    ...more
  } = options
  return {
    resourceType: 'MedicationRequest',
    id,
    status,
    intent: 'order',
    subject,
    authoredOn: since,
    medicationCodeableConcept: {
      coding: [{ system: rxNorm, code: rxcui, display }],
      text: display,
    },
    dosageInstruction: [
      {
        timing: { repeat: { frequency: times, period: 1, periodUnit: 'd' } },
        doseAndRate: [{ doseQuantity: { value: tablets, unit: '{pill}' } }],
      },
    ],
    ...more,
  }
}

/** A final result in its canonical unit. */
export const result = (
  code: '98979-8' | '2823-3' | '2601-3',
  value: number,
  date = daysAgo(10),
): object => {
  const unit = code === '98979-8' ? 'mL/min/{1.73_m2}' : 'mmol/L'
  return {
    resourceType: 'Observation',
    id: `o-${code}-${date}`,
    status: 'final',
    subject,
    code: { coding: [{ system: 'http://loinc.org', code }] },
    effectiveDateTime: date,
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  }
}

/** An entry of the problem list. */
export const problem = (code: string, display = code): object => ({
  resourceType: 'Condition',
  id: `c-${code.replaceAll('.', '-')}`,
  subject,
  clinicalStatus: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' },
    ],
  },
  code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display }] },
})

/** Persisting cramps, as the problem list says it. */
export const cramps = problem('R25.2', 'Cramp and spasm')

/** A finished response to the questionnaire of the guideline. */
export const answers = (given: Readonly<Record<string, boolean | 'unknown'>>): object => ({
  resourceType: 'QuestionnaireResponse',
  id: 'qr-1',
  status: 'completed',
  questionnaire:
    'https://crampwise.github.io/crampwise/fhir/Questionnaire/muscle-cramps-despite-baclofen',
  subject,
  authored: daysAgo(0),
  item: Object.entries(given).map(([linkId, value]) => ({
    linkId,
    answer: [
      typeof value === 'boolean'
        ? { valueBoolean: value }
        : { valueCoding: { code: 'asked-unknown' } },
    ],
  })),
})

/** The answers of somebody whose cramps persist and who has no side effects. */
export const noSideEffects = answers({ crampsPersist: true, baclofenSideEffects: false })

/** A page of search results. */
export const searchset = (...resources: readonly unknown[]): object => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({ resource })),
})

/** What is sent beforehand of somebody of whom everything is known; each part may be put in its place. */
export const prefetch = (parts: object = {}): Readonly<Record<string, unknown>> => ({
  patient: person(),
  medications: searchset(),
  conditions: searchset(),
  allergies: searchset(),
  renal: searchset(),
  potassium: searchset(),
  magnesium: searchset(),
  answers: searchset(),
  ...parts,
})

/** Takes 20 mg/day for 40 days, has cramps, no side effects, good kidneys and electrolytes. */
export const typical = (parts: object = {}) =>
  prefetch({
    medications: searchset(order(1)),
    conditions: searchset(cramps),
    renal: searchset(result('98979-8', 78)),
    potassium: searchset(result('2823-3', 4.1)),
    magnesium: searchset(result('2601-3', 0.82)),
    answers: searchset(noSideEffects),
    ...parts,
  })

/** The parts of a service for tests: a fixed day and no server that may be called. */
export const parts = (more: Partial<AppParts> = {}): AppParts => ({
  config: { baseUrl: 'https://cds.example.org', salt: 'a salt for tests' },
  clock: () => new Date(`${today}T12:00:00`),
  ...more,
})

/** The answer of a call. */
export interface Answer {
  readonly status: number
  readonly cards: readonly Card[]
  readonly body: Readonly<Record<string, unknown>>
}

/** The body of a call, as a client sends it. */
export const hookBody = (
  hook: string,
  sent: object,
  context: object = {},
): Readonly<Record<string, unknown>> => ({
  hook,
  hookInstance: 'd1577c69-dfbe-44ad-ba6d-3e05e953b2ea',
  context: { userId: 'Practitioner/d1', patientId, ...context },
  prefetch: sent,
})

/** Calls a service with a body. An answer that does not conform fails the test, whatever it is about. */
export const call = async (
  hook: string,
  body: unknown,
  more: Partial<AppParts> = {},
): Promise<Answer> => {
  const response = await createApp(parts(more)).request(`/cds-services/crampwise-${hook}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const answer = (await response.json()) as Readonly<Record<string, unknown>>
  const broken = response.status === 200 ? breaches(answer) : objections(answer)
  if (broken.length > 0) throw new Error(`The answer does not conform:\n${broken.join('\n')}`)
  return {
    status: response.status,
    body: answer,
    cards: (answer['cards'] ?? []) as readonly Card[],
  }
}

/** Opens the chart. */
export const view = (sent: object, more: Partial<AppParts> = {}): Promise<Answer> =>
  call('patient-view', hookBody('patient-view', sent), more)

/** Signs orders. */
export const sign = (
  sent: object,
  drafts: readonly object[],
  more: Partial<AppParts> = {},
): Promise<Answer> =>
  call('order-sign', hookBody('order-sign', sent, { draftOrders: searchset(...drafts) }), more)

/** A FHIR server that answers by address, and keeps what it was asked. */
export const stubServer = (
  answer: (url: URL, headers: Readonly<Record<string, string>>) => unknown,
): { readonly fetchFhir: FetchFhir; readonly asked: string[] } => {
  const asked: string[] = []
  return {
    asked,
    fetchFhir: async (url, { headers }) => {
      asked.push(url)
      const body = await answer(new URL(url), headers)
      return body === undefined
        ? new Response('{}', { status: 404 })
        : new Response(JSON.stringify(body), { status: 200 })
    },
  }
}
