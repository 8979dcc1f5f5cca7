import { recordRules } from '../../../guideline/codes/index.ts'
import { eGfr, magnesium, potassium } from '../../../guideline/quantity-facts.ts'
import { statusOn } from '../../../assess/status.ts'
import type { QuantityFact } from '../../../logic/fact.ts'

/** The hooks that are served. */
export type HookName = 'patient-view' | 'order-select' | 'order-sign' | 'medication-refill'

/** The list of a record that a prefetch key brings. */
export type ListName = 'medicine' | 'problem' | 'allergy'

/** One piece of data that a service asks for beforehand. */
export interface PrefetchKey {
  readonly name: string
  readonly template: string
  /** Without it nothing is assessed: 412 when it cannot be obtained. */
  readonly required: boolean
  /** What is read of what arrives; anything else is set aside. */
  readonly type: string
  readonly list?: ListName
  readonly fact?: QuantityFact
}

/** One CDS service. Each hook has an id of its own: clients that key services by address keep the last. */
export interface Service {
  readonly id: string
  readonly hook: HookName
  readonly title: string
  readonly description: string
}

const patient = 'patient={{context.patientId}}'

/** One value for each parameter: some clients fold two of a name into one, which then means "or". */
const results = (name: string, fact: QuantityFact): PrefetchKey => {
  const rule = recordRules.laboratory.find((one) => one.fact === fact)
  const codes = (rule?.codes ?? []).map(({ system, code }) => `${system}|${code}`)
  return {
    name,
    template: `Observation?${patient}&code=${codes.join(',')}&_sort=-date&_count=5`,
    required: false,
    type: 'Observation',
    fact,
  }
}

/** Everything that is asked for, the same for each service. Only what a statement reads is asked for. */
export const prefetchKeys: readonly PrefetchKey[] = [
  {
    name: 'patient',
    template: 'Patient/{{context.patientId}}',
    required: true,
    type: 'Patient',
  },
  {
    name: 'medications',
    template: `MedicationRequest?${patient}&status=active`,
    required: true,
    type: 'MedicationRequest',
    list: 'medicine',
  },
  {
    name: 'conditions',
    template: `Condition?${patient}&clinical-status=active`,
    required: false,
    type: 'Condition',
    list: 'problem',
  },
  {
    name: 'allergies',
    template: `AllergyIntolerance?${patient}&clinical-status=active`,
    required: false,
    type: 'AllergyIntolerance',
    list: 'allergy',
  },
  results('renal', eGfr),
  results('potassium', potassium),
  results('magnesium', magnesium),
  {
    name: 'answers',
    template: `QuestionnaireResponse?${patient}&questionnaire=${recordRules.questionnaire}&_sort=-authored&_count=1`,
    required: false,
    type: 'QuestionnaireResponse',
  },
]

const about =
  'For people who take baclofen, are being ordered it, or have muscle cramps despite it; silent for everyone else.'

/** The services in the order in which discovery lists them. */
export const services: readonly Service[] = [
  {
    id: 'crampwise-patient-view',
    hook: 'patient-view',
    title: 'Muscle cramps despite baclofen',
    description: `Kidneys, dose, electrolytes and next steps. ${about}`,
  },
  {
    id: 'crampwise-order-select',
    hook: 'order-select',
    title: 'Baclofen and cramps: an order being chosen',
    description: `Checks the chosen order as if it were signed. ${about}`,
  },
  {
    id: 'crampwise-order-sign',
    hook: 'order-sign',
    title: 'Baclofen and cramps: orders being signed',
    description: `Checks the orders as if they were signed. ${about}`,
  },
  {
    id: 'crampwise-medication-refill',
    hook: 'medication-refill',
    title: 'Baclofen and cramps: a refill',
    description: `Checks the kidneys and the dose again at a refill. ${about}`,
  },
]

/** The body of discovery, on a day. */
export const discovery = (on: string): object => ({
  services: services.map(({ id, hook, title, description }) => ({
    hook,
    title,
    description,
    id,
    prefetch: Object.fromEntries(prefetchKeys.map(({ name, template }) => [name, template])),
    usageRequirements: `${statusOn(on)} Required: patient and medications, by prefetch or by fhirServer; everything else sharpens the answer.`,
    // Of the next version of the specification; clients of this one ignore them.
    version: '2.0.1',
    hookVersion: hook === 'medication-refill' ? '0.1.0' : '1.0',
  })),
})
