import { recordRules } from '../../../guideline/codes/index.ts'
import { facts } from '../../../guideline/facts.ts'
import type { Json } from '../../../fhir/json.ts'
import type { ReadingMemory } from '../../../fhir/memory.ts'
import { readSharing } from '../../../assess/record.ts'
import type { Policy } from '../../../assess/policy.ts'
import type { Given, Problem } from '../../../logic/given.ts'
import { evaluateGiven } from '../evaluation.ts'
import type { Evaluation, NotEvaluated } from '../evaluation.ts'
import type { Gathered } from './gather.ts'
import type { ListName } from './services.ts'

/** The day and the site's constants of an assessment. */
export interface Day {
  readonly on: string
  readonly policy?: Policy | undefined
}

/** A person's record and, for every list that is not whole, why. */
export interface PersonRecord {
  readonly resources: readonly Json[]
  readonly notWhole: Readonly<Partial<Record<ListName, string>>>
  /** Why a result is not known, by fact. */
  readonly why: ReadonlyMap<string, string>
  /** What readings of it with other orders share; left out where it is read once. */
  readonly memory?: ReadingMemory
}

/** What a record says, before anything is decided from it. */
export interface ReadPerson {
  readonly given: Readonly<Record<string, Given>>
  readonly why: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
  /** The record names baclofen as taken now, certainly or perhaps. */
  readonly named: boolean
}

/** Puts the keys of a call together. A person who was not sent is known by id only. */
export const recordOf = (gathered: Gathered, patientId: string): PersonRecord => {
  const resources: Json[] = []
  const notWhole: Partial<Record<ListName, string>> = {}
  const why = new Map<string, string>()
  for (const { key, resources: arrived, notWhole: reason } of gathered.values()) {
    if (reason !== undefined) {
      if (key.list !== undefined) notWhole[key.list] = reason
      else if (key.fact !== undefined) why.set(key.fact.id, reason)
      else if (key.type === 'Patient') why.set(recordRules.age.id, reason)
    }
    // Of results that are not whole the newest may be among those that are missing.
    if (key.fact !== undefined && reason !== undefined) continue
    if (key.type === 'Patient' && arrived.length === 0) resources.push(nobody(patientId))
    resources.push(...arrived)
  }
  return { resources, notWhole, why }
}

/** A Patient of whom only the id is known. */
export const nobody = (patientId: string): Json => ({ resourceType: 'Patient', id: patientId })

const medicineFacts = [...new Set(recordRules.medicines.map(({ fact }) => fact))]
const problemFacts = [
  ...new Set([...recordRules.problems, ...recordRules.procedures].map(({ fact }) => fact)),
]
const allergyFacts = [...new Set(recordRules.allergies.map(({ fact }) => fact))]

/** The facts that a list could tell, with the name of the list in words. */
const lists: Readonly<
  Record<ListName, { readonly facts: readonly string[]; readonly words: string }>
> = {
  medicine: {
    facts: [...medicineFacts, recordRules.drug.pump],
    words: 'the medication list',
  },
  problem: { facts: problemFacts, words: 'the problem list' },
  allergy: { facts: allergyFacts, words: 'the allergy list' },
}

const assumable = new Set<string>(
  facts.filter(({ absent }) => absent === 'assumed-no').map(({ id }) => id),
)

/**
 * Reads a record. Of a list that is not whole, what it does not name is not known, rather than assumed
 * absent; and the dose that it names is the least that is taken.
 */
export const readPerson = (record: PersonRecord, { on, policy }: Day): ReadPerson => {
  const { resources, notWhole, memory } = record
  const medications = notWhole.medicine === undefined
  const options = { on, medications, ...(policy === undefined ? {} : { policy }) }
  const read = readSharing(resources, options, memory)
  const named = isNamed(read)
  if (Object.keys(notWhole).length === 0 && record.why.size === 0) return { ...read, named }
  const given: Record<string, Given> = { ...read.given }
  const why = new Map(read.why)
  for (const [fact, reason] of record.why) if (given[fact] === undefined) why.set(fact, reason)
  for (const [list, reason] of Object.entries(notWhole)) {
    const { facts: told, words } = lists[list as ListName]
    const note = `${words} is not whole: ${reason}`
    for (const fact of told) {
      if (given[fact] !== undefined) continue
      why.set(fact, note)
      if (assumable.has(fact)) given[fact] = { finding: 'unknown', note }
    }
  }
  if (notWhole.medicine !== undefined) partialDose(given, why, notWhole.medicine)
  return { given, why, problems: read.problems, named }
}

const isNamed = ({ given, why }: Omit<ReadPerson, 'named'>): boolean => {
  const { takes, pump, dose } = recordRules.drug
  const amount = given[dose.id]?.finding
  return (
    given[takes] !== undefined ||
    given[pump] !== undefined ||
    why.has(takes) ||
    (typeof amount === 'object' && amount.high > 0)
  )
}

const partialDose = (
  given: Record<string, Given>,
  why: Map<string, string>,
  reason: string,
): void => {
  const { dose, days, takes } = recordRules.drug
  const note = `the medication list is not whole: ${reason}`
  const found = given[dose.id]
  if (found !== undefined && typeof found.finding === 'object') {
    given[dose.id] = { ...found, finding: { low: found.finding.low, high: dose.possible[1] }, note }
  } else why.set(dose.id, note)
  if (given[takes] === undefined) why.set(takes, note)
  Reflect.deleteProperty(given, days.id)
  why.set(days.id, note)
}

/** Decides every statement about a person from what was read. */
export const evaluatePerson = (
  { given, why, problems }: ReadPerson,
  { on, policy }: Day,
): Evaluation | NotEvaluated => evaluateGiven(given, why, problems, on, policy)
