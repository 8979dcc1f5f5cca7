import { recordRules } from '../../../guideline/codes/index.ts'
import { objectOf, objectsOf, textOf } from '../../../fhir/json.ts'
import type { Json } from '../../../fhir/json.ts'
import type { ReadingMemory } from '../../../fhir/memory.ts'
import { readSharing } from '../../../assess/record.ts'
import { refuses } from '../../../logic/given.ts'
import type { Interval } from '../../../logic/interval.ts'
import type { Refused } from '../refusal.ts'
import { idOf } from './ids.ts'
import { nobody } from './person.ts'
import type { Day } from './person.ts'
import type { HookRequest } from './request.ts'

/** An order of a medicine that is being chosen, signed or refilled. */
export interface Draft {
  /** The order as it was sent. */
  readonly resource: Json
  /** The order as it will stand once it is signed today. */
  readonly signed: Json
  readonly id?: string
  /** It ends an order rather than beginning one. */
  readonly ends: boolean
  /** It is, or may be, of baclofen. */
  readonly baclofen: boolean
  /** It is baclofen for a pump, or by a route that cannot be told. */
  readonly notOral: boolean
  /** mg/day of this order alone; left out where that cannot be told. */
  readonly dose?: Interval
  /** The medicines of this guideline that it is or may be of: `takesQuinidine`. */
  readonly medicines: readonly string[]
}

/** The orders of a call, or that they are of somebody else. */
export type ReadDrafts =
  | {
      readonly drafts: readonly Draft[]
      /** Chosen orders that name no medicine yet, and nothing else was chosen. */
      readonly unnamedOnly: boolean
    }
  | { readonly refused: Refused }

const ending = new Set(['stopped', 'cancelled', 'completed'])
const nameless: readonly string[] = ['medicationCodeableConcept', 'medicationReference']

/** The orders of medicines that a call is about; on order-select those that are being chosen. */
export const readDrafts = (
  request: HookRequest,
  day: Day,
  memory: ReadingMemory | undefined,
): ReadDrafts => {
  const { orders, selections, patientId } = request
  const chosen = selections === undefined ? undefined : new Set(selections.map(tail))
  const medicines = orders.filter(
    (order) =>
      order['resourceType'] === 'MedicationRequest' &&
      order['doNotPerform'] !== true &&
      order['status'] !== 'entered-in-error',
  )
  const mine =
    chosen === undefined
      ? medicines
      : medicines.filter(({ id }) => chosen.has(`MedicationRequest/${String(id)}`))
  const named = mine.filter((order) => nameless.some((name) => objectOf(order[name]) !== undefined))
  const contained = orders.filter((order) => order['resourceType'] === 'Medication')
  const drafts: Draft[] = []
  for (const resource of named) {
    const draft = readDraft(resource, contained, patientId, day, memory)
    if ('refused' in draft) return draft
    drafts.push(draft)
  }
  return { drafts, unnamedOnly: mine.length > 0 && named.length === 0 }
}

/** "MedicationRequest/1" of a reference, however it was written. */
const tail = (reference: string): string => reference.split('/').slice(-2).join('/')

/**
 * An order as it will stand once it is signed. Some clients send `category` as one object; what an
 * instruction holds is left as it is, for the reader knows its shapes.
 */
const asSigned = (resource: Json, patientId: string, since: string): Json => ({
  ...resource,
  status: 'active',
  intent: 'order',
  subject: objectOf(resource['subject']) ?? { reference: `Patient/${patientId}` },
  authoredOn: since,
})

const readDraft = (
  resource: Json,
  medications: readonly Json[],
  patientId: string,
  day: Day,
  memory: ReadingMemory | undefined,
): Draft | { readonly refused: Refused } => {
  const { drug } = recordRules
  const signed = asSigned(resource, patientId, day.on)
  const { given, why, problems } = readSharing(
    [nobody(patientId), signed, ...medications],
    { on: day.on, medications: false },
    memory,
  )
  if (problems.some(refuses)) {
    return {
      refused: {
        status: 400,
        code: 'business-rule',
        message: 'An order is of another person than the patient of the context.',
        remedy: 'Send the orders of one person.',
      },
    }
  }
  const dose = given[drug.dose.id]?.finding
  const id = idOf(resource['id'])
  return {
    resource,
    signed,
    ...(id === undefined ? {} : { id }),
    ends: ending.has(textOf(resource['status']) ?? ''),
    baclofen: given[drug.takes] !== undefined || given[drug.pump] !== undefined,
    notOral: given[drug.pump] !== undefined || why.has(drug.pump),
    ...(typeof dose === 'object' ? { dose } : {}),
    medicines: Object.keys(given).filter((fact) => medicineFacts.has(fact)),
  }
}

const medicineFacts = new Set(recordRules.medicines.map(({ fact }) => fact))

/** The codes of what else is being ordered, so that it is not suggested again. */
export const orderedCodes = ({ orders }: HookRequest): ReadonlySet<string> =>
  new Set(
    orders
      .filter((order) => order['resourceType'] === 'ServiceRequest')
      .flatMap((order) => objectsOf(objectOf(order['code'])?.['coding']))
      .flatMap(({ code }) => textOf(code) ?? []),
  )
