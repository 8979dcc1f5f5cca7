import type { OralProduct, RecordRules } from '../logic/record-rules.ts'
import { meaningsOf, namesOf } from './code-index.ts'
import type { CodeIndex, Found } from './code-index.ts'
import { momentOf } from './day.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import { objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'

/** Whether an entry of a medication list says that the medicine is taken now. */
export type Taken = 'now' | 'perhaps' | 'before' | 'no'

/** By which way a product gets into the body. */
export type Route = 'oral' | 'pump' | 'not-known'

/** An entry of a medication list, as far as it is read for every medicine. */
export interface Entry {
  readonly placed: Placed
  readonly taken: Taken
  /** When it was ordered, or since when it is taken. */
  readonly since: Moment | undefined
  readonly codes: readonly Found[]
  /** All that it is called, lower case; empty where it is called nothing. */
  readonly names: string
}

const requestStatus: Readonly<Record<string, Taken>> = {
  active: 'now',
  'on-hold': 'perhaps',
  unknown: 'perhaps',
  stopped: 'before',
  completed: 'before',
  cancelled: 'no',
  draft: 'no',
  'entered-in-error': 'no',
}

const statementStatus: Readonly<Record<string, Taken>> = {
  active: 'now',
  'on-hold': 'perhaps',
  unknown: 'perhaps',
  stopped: 'before',
  completed: 'before',
  intended: 'no',
  'not-taken': 'no',
  'entered-in-error': 'no',
}

/** Proposals are no therapy; a plan may be one (much of what is merely reported is sent as a plan). */
const intents: Readonly<Record<string, Taken>> = {
  proposal: 'no',
  option: 'no',
  plan: 'perhaps',
}

const rank: Readonly<Record<Taken, number>> = { no: 0, before: 1, perhaps: 2, now: 3 }

const takenOf = ({ resource, type }: Placed, since: Moment | undefined, on: Moment): Taken => {
  if (resource['doNotPerform'] === true) return 'no'
  // Later than the day of the assessment it does not exist yet.
  if (since !== undefined && since.day > on.day) return 'no'
  const statuses = type === 'MedicationRequest' ? requestStatus : statementStatus
  const status = statuses[textOf(resource['status']) ?? ''] ?? 'perhaps'
  const intent = intents[textOf(resource['intent']) ?? ''] ?? 'now'
  return rank[intent] < rank[status] ? intent : status
}

const sinceOf = ({ resource, type }: Placed): Moment | undefined => {
  const period = objectOf(resource['effectivePeriod'])
  return momentOf(
    type === 'MedicationRequest'
      ? resource['authoredOn']
      : (resource['effectiveDateTime'] ?? period?.['start']),
  )
}

/** Finds the Medication that a reference names, in the record or contained in the resource. */
export type Resolve = (reference: string, from: Json) => Json | undefined

/** Makes the look-up of Medication resources. */
export const resolverOf = (resources: readonly Placed[]): Resolve => {
  const byName = new Map<string, Json>()
  for (const { resource, type, at, fullUrl } of resources) {
    if (type !== 'Medication') continue
    byName.set(at, resource)
    if (fullUrl !== undefined) byName.set(fullUrl, resource)
  }
  return (reference, from) => {
    if (reference.startsWith('#')) {
      return objectsOf(from['contained']).find(({ id }) => id === reference.slice(1))
    }
    return byName.get(reference) ?? byName.get(reference.split('/').slice(-2).join('/'))
  }
}

const nothingFound: readonly Found[] = []

/** What an entry is of: by its own concept, or by the Medication it refers to and that one's ingredients. */
const conceptsOf = (resource: Json, resolve: Resolve): readonly Json[] => {
  const own = objectOf(resource['medicationCodeableConcept'])
  const link = objectOf(resource['medicationReference'])
  const reference = textOf(link?.['reference'])
  const medication = reference === undefined ? undefined : resolve(reference, resource)
  const display = textOf(link?.['display'])
  return [
    own,
    objectOf(medication?.['code']),
    ...objectsOf(medication?.['ingredient']).map((one) => objectOf(one['itemCodeableConcept'])),
    display === undefined ? undefined : { text: display },
  ].filter((concept) => concept !== undefined)
}

/** Reads an entry of a medication list. */
export const entryOf = (placed: Placed, index: CodeIndex, resolve: Resolve, on: Moment): Entry => {
  const since = sinceOf(placed)
  const taken = takenOf(placed, since, on)
  const concepts = conceptsOf(placed.resource, resolve)
  return {
    placed,
    taken,
    since,
    codes:
      concepts.length === 0
        ? nothingFound
        : concepts.flatMap((concept) => meaningsOf(index, concept)),
    names: concepts.map(namesOf).join(' | '),
  }
}

/** What an entry is, if it is of the drug at all. */
export interface DrugEntry extends Entry {
  readonly route: Route
  readonly product: OralProduct | undefined
}

/** The entry as one of the drug; undefined where it is of another. */
export const drugEntryOf = (
  entry: Entry,
  index: CodeIndex,
  rules: RecordRules,
): DrugEntry | undefined => {
  const oral = entry.codes.flatMap(({ meaning }) =>
    meaning.is === 'oral' ? [meaning.product] : [],
  )
  const pumped = entry.codes.some(({ meaning }) => meaning.is === 'pumped')
  const named =
    entry.codes.some(({ meaning }) => meaning.is === 'drug') ||
    rules.drug.names.some((name) => entry.names.includes(name))
  if (oral.length === 0 && !pumped && !named) return undefined
  const said = routesOf(entry.placed.resource, index)
  const isOral = oral.length > 0 || said.includes('oral')
  const isPump = pumped || said.includes('pump')
  const strengths = new Set(oral.map(({ mg, per }) => `${String(mg)} ${per}`))
  return {
    ...entry,
    route: isOral === isPump ? 'not-known' : isOral ? 'oral' : 'pump',
    product: strengths.size === 1 ? oral[0] : undefined,
  }
}

const routesOf = (resource: Json, index: CodeIndex): readonly Route[] =>
  objectsOf(resource['dosageInstruction'] ?? resource['dosage']).flatMap((instruction) =>
    meaningsOf(index, instruction['route']).flatMap(({ meaning }): readonly Route[] =>
      meaning.is === 'route-oral' ? ['oral'] : meaning.is === 'route-pump' ? ['pump'] : [],
    ),
  )
