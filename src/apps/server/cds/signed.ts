import { recordRules } from '../../../guideline/codes/index.ts'
import { objectOf, objectsOf, textOf } from '../../../fhir/json.ts'
import type { Json } from '../../../fhir/json.ts'
import { readSharing } from '../../../assess/record.ts'
import type { Interval } from '../../../logic/interval.ts'
import type { Draft } from './drafts.ts'
import { nobody, readPerson } from './person.ts'
import type { Day, PersonRecord, ReadPerson } from './person.ts'
import type { HookRequest } from './request.ts'

/** What will be known once the orders are signed. */
export interface Signed {
  readonly read: ReadPerson
  /** An order of baclofen comes beside present ones, and nothing says that it replaces them. */
  readonly beside: boolean
  /** The orders by which baclofen is taken now, or may be. */
  readonly present: readonly Json[]
}

/** `MedicationRequest/id` of the orders that an order says it replaces: its own id, and the one before it. */
const replacedBy = ({ resource, id }: Draft): readonly string[] => [
  ...(id === undefined ? [] : [`MedicationRequest/${id}`]),
  ...objectsOf(resource['priorPrescription']).flatMap(({ reference }) => {
    const name = textOf(reference)
    return name === undefined ? [] : [name.split('/').slice(-2).join('/')]
  }),
]

const nameOf = ({ id }: Json): string => `MedicationRequest/${String(id)}`

const { drug } = recordRules
const codes = new Set([...drug.oral, ...drug.anyRoute, ...drug.pumped].map(({ code }) => code))

/** Whether an order names baclofen by a code or a word, or names its medicine elsewhere: a quick look before it is read. */
const mayBeBaclofen = (order: Json): boolean => {
  const concept = objectOf(order['medicationCodeableConcept'])
  if (concept === undefined) return true
  const isNamed = (text: unknown): boolean => {
    const name = textOf(text)?.toLowerCase() ?? ''
    return drug.names.some((one) => name.includes(one))
  }
  return (
    order['medicationReference'] !== undefined ||
    isNamed(concept['text']) ||
    objectsOf(concept['coding']).some(
      ({ code, display }) => codes.has(textOf(code)?.trim() ?? '') || isNamed(display),
    )
  )
}

/** The orders of a record by which baclofen is taken now, or may be. */
export const activeOrders = (
  { resources, memory }: PersonRecord,
  patientId: string,
  { on }: Day,
): readonly Json[] => {
  const { takes, pump, dose } = recordRules.drug
  const medications = resources.filter(({ resourceType }) => resourceType === 'Medication')
  return resources.filter((resource) => {
    if (resource['resourceType'] !== 'MedicationRequest' || !mayBeBaclofen(resource)) return false
    const alone = [nobody(patientId), resource, ...medications]
    const { given } = readSharing(alone, { on, medications: false }, memory)
    return [takes, pump, dose.id].some((fact) => given[fact] !== undefined)
  })
}

/** Reads the record as it will be once the orders are signed, each in place of the order that it revises. */
export const readSigned = (
  request: HookRequest,
  record: PersonRecord,
  drafts: readonly Draft[],
  day: Day,
): Signed => {
  const replaced = new Set(drafts.flatMap(replacedBy))
  const present = activeOrders(record, request.patientId, day)
  const ofBaclofen = drafts.filter(({ baclofen, ends }) => baclofen && !ends)
  // A refill goes on with what is taken.
  if (request.service.hook === 'medication-refill' && ofBaclofen.length > 0) {
    for (const order of present) replaced.add(nameOf(order))
  }
  const left = present.filter((order) => !replaced.has(nameOf(order)))
  const gone = present.filter((order) => replaced.has(nameOf(order)))
  const orders = [
    ...drafts
      .filter(({ ends }) => !ends)
      .map((draft) => since(draft, sinceOf(draft, gone, day), day)),
    ...request.orders.filter((order) => order['resourceType'] === 'Medication'),
  ]
  const resources = [
    ...record.resources.filter(
      (resource) =>
        resource['resourceType'] !== 'MedicationRequest' || !replaced.has(nameOf(resource)),
    ),
    ...orders,
  ]
  const read = readPerson({ ...record, resources }, day)
  const beside = ofBaclofen.length > 0 && left.length > 0
  return { read: beside ? besides(read, ofBaclofen) : read, beside, present }
}

const since = ({ signed }: Draft, authoredOn: string, { on }: Day): Json =>
  authoredOn === on ? signed : { ...signed, authoredOn }

/** The same dose goes on: since when it was, not since today. */
const sinceOf = (draft: Draft, gone: readonly Json[], { on }: Day): string => {
  const [before, another] = gone
  if (!draft.baclofen || before === undefined || another !== undefined) return on
  const same = ['dosageInstruction', 'medicationCodeableConcept'].every(
    (name) => JSON.stringify(objectOf(draft.resource)?.[name]) === JSON.stringify(before[name]),
  )
  return same ? (textOf(before['authoredOn']) ?? on) : on
}

/** An order beside present ones: together with them, or in place of them; the dose is one or the other. */
const besides = (read: ReadPerson, drafts: readonly Draft[]): ReadPerson => {
  const { dose, days } = recordRules.drug
  const together = read.given[dose.id]
  const alone = drafts.map((draft) => draft.dose)
  if (together === undefined || typeof together.finding !== 'object') return read
  if (!alone.every((one): one is Interval => one !== undefined)) return read
  const low = Math.min(
    together.finding.low,
    alone.reduce((sum, one) => sum + one.low, 0),
  )
  const note = 'either this order alone, or together with the present one'
  const given = {
    ...read.given,
    [dose.id]: { ...together, finding: { low, high: together.finding.high }, note },
  }
  Reflect.deleteProperty(given, days.id)
  return { ...read, given, why: new Map(read.why).set(days.id, 'the dose is about to change') }
}
