import { objectOf, objectsOf, textOf } from '../../../fhir/json.ts'
import type { Json } from '../../../fhir/json.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { idOf } from './ids.ts'
import { instructionFor, medicationOf } from './next-order.ts'

/** For whom a proposal is, and during which visit. */
export interface For {
  readonly patientId: string
  readonly encounterId?: string
}

const about = ({ patientId, encounterId }: For): object => ({
  subject: { reference: `Patient/${patientId}` },
  ...(encounterId === undefined ? {} : { encounter: { reference: `Encounter/${encounterId}` } }),
})

const loinc = 'http://loinc.org'

/** The blood tests that may be proposed, with the codes by which one is known to be ordered already. */
export const tests = {
  renal: { text: 'Creatinine and eGFR', code: '98979-8', also: ['2160-0', '14682-9', '62238-1'] },
  potassium: { text: 'Potassium', code: '2823-3', also: ['6298-4'] },
  magnesium: { text: 'Magnesium', code: '2601-3', also: ['19123-9'] },
} as const

/** A blood test, as a draft that the reader may sign. */
export const testProposal = (test: keyof typeof tests, whom: For): object => ({
  resourceType: 'ServiceRequest',
  status: 'draft',
  intent: 'proposal',
  code: {
    coding: [{ system: loinc, code: tests[test].code }],
    text: tests[test].text,
  },
  ...about(whom),
})

/** A referral, as a draft that the reader may sign. */
export const referralProposal = (specialty: string, reason: string, whom: For): object => ({
  resourceType: 'ServiceRequest',
  status: 'draft',
  intent: 'proposal',
  code: { text: `Referral to ${specialty}` },
  ...about(whom),
  reasonCode: [{ text: reason }],
})

/** Whether the codes of what is being ordered hold this test. */
export const isOrdered = (test: keyof typeof tests, codes: ReadonlySet<string>): boolean =>
  [tests[test].code, ...tests[test].also].some((code) => codes.has(code))

/** The next dose as a draft of its own, which names the order that it is to replace. */
export const doseProposal = (present: Json, mgPerDay: number, whom: For, why: string): object => {
  const id = idOf(present['id'])
  const replaces = id === undefined ? 'the present order of baclofen' : `MedicationRequest/${id}`
  return {
    resourceType: 'MedicationRequest',
    status: 'draft',
    intent: 'proposal',
    ...medicationOf(present),
    ...about(whom),
    reasonCode: [{ text: 'Muscle cramps' }],
    note: [
      {
        text: `${why} Replaces ${replaces}: end that order when this one is signed, so that the doses do not add up.`,
      },
    ],
    dosageInstruction: [instructionFor(present, mgPerDay)],
    ...(id === undefined ? {} : { priorPrescription: { reference: `MedicationRequest/${id}` } }),
  }
}

/** How deep a resource may be nested to be sent back. */
const deepest = 32

const isShallow = (value: unknown, left = deepest): boolean => {
  if (typeof value !== 'object' || value === null) return true
  if (left === 0) return false
  return Object.values(value).every((part) => isShallow(part, left - 1))
}

/** The elements of a MedicationRequest that another dose leaves as they are; its supply is not among them. */
const keptOfDraft = new Set([
  'resourceType',
  'id',
  'meta',
  'implicitRules',
  'language',
  'contained',
  'extension',
  'identifier',
  'status',
  'intent',
  'priority',
  'medicationCodeableConcept',
  'medicationReference',
  'subject',
  'encounter',
  'supportingInformation',
  'authoredOn',
  'requester',
  'performer',
  'performerType',
  'recorder',
  'reasonCode',
  'reasonReference',
  'instantiatesCanonical',
  'instantiatesUri',
  'basedOn',
  'groupIdentifier',
  'courseOfTherapyType',
  'insurance',
  'note',
  'substitution',
  'priorPrescription',
  'detectedIssue',
  'eventHistory',
])

/**
 * The draft itself with another dose: everything else as it was sent, `category` put into the list that
 * R4 wants, and with the order that it replaces where that was left out. Undefined where it has no id to
 * be updated by.
 */
export const revisedDraft = (
  draft: Json,
  mgPerDay: number,
  whom: For,
  replaces: string | undefined,
): object | undefined => {
  if (idOf(draft['id']) === undefined || draft['status'] !== 'draft' || !isShallow(draft))
    return undefined
  const category = objectsOf(draft['category'])
  return {
    ...Object.fromEntries(Object.entries(draft).filter(([name]) => keptOfDraft.has(name))),
    intent: textOf(draft['intent']) ?? 'proposal',
    ...(draft['category'] === undefined ? {} : { category }),
    subject: objectOf(draft['subject']) ?? { reference: `Patient/${whom.patientId}` },
    dosageInstruction: [instructionFor(draft, mgPerDay)],
    ...(replaces === undefined
      ? {}
      : { priorPrescription: { reference: `MedicationRequest/${replaces}` } }),
  }
}

/** "30 mg/day". */
export const perDay = (mg: number): string => `${formatNumber(mg)} mg/day`
