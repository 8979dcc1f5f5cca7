import type { OralProduct, PresenceRule, RecordRules } from '../logic/record-rules.ts'
import { meaningsOf } from './code-index.ts'
import type { CodeIndex, Found } from './code-index.ts'
import type { Context, Gathered, Reader } from './context.ts'
import type { Moment } from './day.ts'
import type { Placed } from './flatten.ts'
import { isThere, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { pumpWords } from './instruction-words.ts'
import { lapsedOrder, usedUp } from './lapsed.ts'
import { isAlike } from './memory.ts'
import { holdsWords, isNamed, namedRules, namesOf, quoted } from './names.ts'
import { saidBy } from './presence.ts'
import type { Resolve } from './resolve.ts'
import { isToCome, sinceOf, takenOf } from './taken.ts'
import type { Taken } from './taken.ts'

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
  /** What it is, as it stands there. */
  readonly concept: unknown
  /** Why it may be over though it is called active, or may not have begun. */
  readonly doubt: string | undefined
}

/** An entry of the drug, with what it is. */
export interface DrugEntry extends Omit<Entry, 'codes' | 'names' | 'concept'> {
  readonly route: Route
  /** Words of it that speak of a pump, quoted. */
  readonly pump: string | undefined
  readonly product: OralProduct | undefined
}

/** What an entry is of: by its own concept, or by the Medication it refers to and that one's ingredients. */
const conceptsOf = (resource: Json, resolve: Resolve): readonly unknown[] => {
  const own = resource['medicationCodeableConcept']
  const link = objectOf(resource['medicationReference'])
  if (link === undefined) return isThere(own) ? [own] : []
  const reference = textOf(link['reference'])
  const medication = reference === undefined ? undefined : resolve(reference, resource)
  const display = textOf(link['display'])
  return [
    own,
    medication?.['code'],
    ...objectsOf(medication?.['ingredient']).map((one) => one['itemCodeableConcept']),
    display,
  ].filter(isThere)
}

const entryOf = (placed: Placed, { index, resolve, on }: Context): Entry => {
  const since = sinceOf(placed)
  const concepts = conceptsOf(placed.resource, resolve)
  const [first] = concepts
  const alone = concepts.length === 1
  const taken = takenOf(placed, since, on)
  return {
    placed,
    taken,
    since,
    concept: first,
    doubt:
      taken === 'now'
        ? lapsedOrder(placed.resource, since, on)
        : taken === 'perhaps' && isToCome(since, on)
          ? `its date, ${String(since?.date)}, is after the day of the assessment`
          : undefined,
    codes: alone
      ? meaningsOf(index, first)
      : concepts.flatMap((concept) => meaningsOf(index, concept)),
    names: alone ? namesOf(first) : concepts.map(namesOf).join(' | '),
  }
}

const namesDrug = ({ drug }: RecordRules, names: string): boolean => holdsWords(names, drug.names)

const isOfDrug = ({ meaning }: Found): boolean =>
  meaning.is === 'oral' || meaning.is === 'drug' || meaning.is === 'pumped'

/** The entry as one of the drug; undefined where it is of another. */
const drugEntryOf = (entry: Entry, { index, rules }: Context): DrugEntry | undefined => {
  const { codes, names, concept } = entry
  const named = namesDrug(rules, names)
  if (!named && !codes.some(isOfDrug)) return undefined
  const oral = codes.flatMap(({ meaning, display }) =>
    meaning.is === 'oral' ? [{ product: meaning.product, display }] : [],
  )
  const pumped = codes.some(({ meaning }) => meaning.is === 'pumped')
  const said = routesOf(entry.placed.resource, index)
  const isOral = oral.length > 0 || said.includes('oral')
  const isPump = pumped || said.includes('pump')
  const pump = holdsWords(names, rules.drug.pumpNames)
    ? quoted(concept)
    : pumpWords(entry.placed.resource, rules.drug)
  // A code of the drug that is called something else: either may be meant.
  const doubtful = oral.some(
    ({ display }) => display !== undefined && !namesDrug(rules, display.toLowerCase()),
  )
  const strengths = new Set(oral.map(({ product: { mg, per } }) => `${String(mg)} ${per}`))
  // Words of a pump leave it open, as they do nothing else.
  const isOpen = doubtful || isOral === isPump || (isOral && pump !== undefined)
  const { placed, taken, since, doubt } = entry
  return {
    placed,
    taken,
    since,
    doubt,
    pump,
    route: isOpen ? 'not-known' : isOral ? 'oral' : 'pump',
    product: strengths.size === 1 ? oral[0]?.product : undefined,
  }
}

const routesOf = (resource: Json, index: CodeIndex): readonly Route[] => {
  const routes: Route[] = []
  for (const instruction of objectsOf(resource['dosageInstruction'] ?? resource['dosage'])) {
    for (const { meaning } of meaningsOf(index, instruction['route'])) {
      if (meaning.is === 'route-oral') routes.push('oral')
      if (meaning.is === 'route-pump') routes.push('pump')
    }
  }
  return routes
}

/** An entry of a medication list, as it is read: the drug where it is of it, and the rules that its names are words of. */
export interface ReadMedicine {
  readonly entry: Entry
  readonly drug: DrugEntry | undefined
  readonly named: readonly PresenceRule[]
}

const medicineOf = (placed: Placed, context: Context): ReadMedicine => {
  const { memory, rules } = context
  const known = memory?.medicines.get(placed.resource)
  if (known !== undefined && isAlike(known.entry.placed, placed)) return known
  const entry = entryOf(placed, context)
  const read = {
    entry,
    drug: drugEntryOf(entry, context),
    named: namedRules(rules.medicines, entry.names),
  }
  // What is named elsewhere may be another thing in another record.
  if (!isThere(placed.resource['medicationReference'])) {
    memory?.medicines.set(placed.resource, read)
  }
  return read
}

const mayBeDrug = ({ at }: Placed, into: Gathered): void => {
  if (into.mayBeDrug === undefined || at < into.mayBeDrug) into.mayBeDrug = at
}

/** Reads an order, or a statement that a medicine is taken. */
export const readMedicine: Reader = (placed, into, context) => {
  const { entry, drug, named } = medicineOf(placed, context)
  const { taken, codes, names, concept, since, doubt } = entry
  if (drug !== undefined) {
    into.drug.push(drug)
    if (taken === 'before' || taken === 'denied') pumpBefore(drug, into, context)
  }
  if (taken === 'no') return
  // A draft or a proposal is no part of the list of what is taken; all else is.
  into.lists.add('medicine')
  if (taken !== 'now' && taken !== 'perhaps') return
  if (codes.length === 0 && !isNamed(names)) mayBeDrug(placed, into)
  if (codes.length === 0 && named.length === 0) return
  const { at } = placed
  const stands = taken === 'now' && doubt === undefined ? 'true' : 'unknown'
  into.said.push(
    ...saidBy({
      list: 'medicine',
      at,
      stands,
      codes,
      names,
      concept,
      named,
      moment: since,
      doubt,
    }),
  )
}

/** A pump is filled by orders that are done with: whether it still gives the drug must be asked. */
const pumpBefore = (
  { route, pump, placed: { at } }: DrugEntry,
  into: Gathered,
  { rules: { drug } }: Context,
): void => {
  if (route !== 'pump' && pump === undefined) return
  const note = `${drug.name} for a pump was ordered or given before: ask whether it still is`
  into.said.push({ fact: drug.pump, given: { finding: 'unknown', from: at, note } })
}

/** Reads what was dispensed or given: of the drug, it shows that the list of orders does not tell all. */
export const readSupply: Reader = (placed, into, context) => {
  if (placed.resource['status'] === 'entered-in-error') return
  const drug = drugEntryOf(entryOf(placed, context), context)
  if (drug === undefined) return
  mayBeDrug(placed, into)
  pumpBefore(drug, into, context)
  const supply = usedUp(placed.resource, context.on)
  if (supply !== undefined) into.supplies.push({ at: placed.at, ...supply })
}
