import type { Action } from '../../logic/action.ts'
import type { Statement } from '../../logic/statement.ts'
import { generalWords } from '../general-words.ts'
import { dosageOf } from './dosage.ts'
import { isProduct, productOf } from './products.ts'
import { basisArtifacts } from './related.ts'
import { metadata, spoken } from './resource.ts'
import type { ArtifactInput, Resource } from './resource.ts'

type Priority = 'routine' | 'urgent' | 'stat'

/** How soon a statement that holds is acted on, where the patient does not decide it. */
export const priorityOf = ({ kind }: Statement): Priority =>
  kind === 'emergency' ? 'stat' : kind === 'urgent' ? 'urgent' : 'routine'

type Kind = 'MedicationRequest' | 'ServiceRequest' | 'CommunicationRequest' | 'Task'

const activity = (
  input: ArtifactInput,
  id: string,
  title: string,
  kind: Kind,
  words: string,
  rest: Readonly<Record<string, unknown>> = {},
): Resource => ({
  ...metadata(input, 'ActivityDefinition', id, title, words),
  subjectCodeableConcept: {
    coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }],
  },
  effectivePeriod: { end: input.definition.reviewBy },
  kind,
  ...(kind === 'CommunicationRequest' ? {} : { intent: 'proposal' }),
  ...(kind === 'MedicationRequest' ? {} : { code: spoken(words) }),
  ...rest,
})

/** Something that is said: to the clinician, and through them to the person. */
export const message = (
  input: ArtifactInput,
  id: string,
  title: string,
  words: string,
  rest: Readonly<Record<string, unknown>> = {},
): Resource => activity(input, id, title, 'CommunicationRequest', words, rest)

/** A task for the prescriber or another clinician. */
export const task = (
  input: ArtifactInput,
  id: string,
  title: string,
  words: string,
  rest: Readonly<Record<string, unknown>> = {},
): Resource => activity(input, id, title, 'Task', words, rest)

const orderId = (what: string): string =>
  `order-${what.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`

/** The order of one test, the same for every statement that asks for it. */
const order = (input: ArtifactInput, what: string): Resource => {
  const rule = input.rules.laboratory.find(({ fact }) => fact.words === what)
  const first = rule?.codes.find(({ rank }) => rank === 1) ?? input.orderCodes[what]
  const code =
    first === undefined
      ? spoken(what)
      : { coding: [{ system: first.system, code: first.code }], text: what }
  return activity(input, orderId(what), `Order: ${what}`, 'ServiceRequest', `Measure ${what}.`, {
    code,
  })
}

/** The referral to one specialty. */
export const referral = (input: ArtifactInput, specialty: string): Resource =>
  activity(
    input,
    `refer-to-${specialty}`,
    `Refer to ${specialty}`,
    'ServiceRequest',
    `Refer to ${specialty}.`,
  )

/** What is done where a statement holds: one activity, or one for each thing that is ordered. */
export const activitiesOf = (input: ArtifactInput, statement: Statement): readonly Resource[] => {
  const { action, id, title } = statement
  const words = generalWords(action, input.masses)
  const rest = {
    priority: priorityOf(statement),
    relatedArtifact: basisArtifacts(input.evidence, statement),
  }
  switch (action.kind) {
    case 'measure':
      return action.what.map((what) => order(input, what))
    case 'monitor':
      return action.schedule === undefined
        ? [message(input, id, title, words, rest)]
        : action.what.map((what) => order(input, what))
    case 'refer':
      return action.to.map(({ specialty }) => referral(input, specialty))
    case 'emergency':
      return [activity(input, id, title, 'ServiceRequest', words, rest)]
    case 'titrate':
    case 'supplement':
    case 'consider':
    case 'avoid':
      return [medication(input, statement, words, rest)]
    case 'review':
    case 'reduce':
    case 'taper':
    case 'correct':
      return [task(input, id, title, words, rest)]
    case 'wait':
    case 'self-care':
    case 'inform':
      return [message(input, id, title, words, rest)]
  }
}

type Medicating = Extract<Action, { kind: 'titrate' | 'supplement' | 'consider' | 'avoid' }>

const productWords = (input: ArtifactInput, action: Medicating): string => {
  switch (action.kind) {
    case 'titrate':
      return input.rules.drug.name
    case 'supplement':
      return action.substance
    default:
      return action.what
  }
}

/**
 * An order for a medicine, or that one is not to be given. "Avoid" becomes an order not to give only
 * where it names another drug: not giving the drug of the guideline would be a sudden stop (S38).
 */
const medication = (
  input: ArtifactInput,
  { id, title, action }: Statement,
  words: string,
  rest: Readonly<Record<string, unknown>>,
): Resource => {
  const ofDrug = action as Medicating
  const what = productWords(input, ofDrug)
  const product = { productCodeableConcept: productOf(input.rules, what) }
  if (ofDrug.kind !== 'avoid') {
    const dosage = dosageOf(ofDrug, words)
    return activity(input, id, title, 'MedicationRequest', words, {
      ...rest,
      ...product,
      ...(dosage === undefined ? {} : { dosage }),
    })
  }
  if (what.includes(input.rules.drug.name) || !isProduct(input.rules, what)) {
    return message(input, id, title, words, rest)
  }
  return activity(input, id, title, 'MedicationRequest', words, {
    ...rest,
    ...product,
    doNotPerform: true,
  })
}
