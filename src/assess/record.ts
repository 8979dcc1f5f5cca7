import { refuses } from '../logic/given.ts'
import type { Given, Problem } from '../logic/given.ts'
import { recordRules } from '../guideline/codes/index.ts'
import { guideline } from '../guideline/index.ts'
import { daysBetweenSteps, olderAdult } from '../guideline/limits.ts'
import { momentOf } from '../fhir/day.ts'
import type { ReadingMemory } from '../fhir/memory.ts'
import { readRecord as read } from '../fhir/read.ts'
import type { ReadRecord } from '../fhir/read.ts'
import { assessGiven, dayOf } from './assess.ts'
import type { Assessment, AssessOptions, Refusal } from './assess.ts'
import { daysBetween, today } from './dates.ts'
import { readFacts } from './input.ts'
import type { FactsInput } from './input.ts'
import { typedOverRecord } from './typed-over-record.ts'

/** How to assess a record. */
export interface RecordOptions extends AssessOptions {
  /** Facts that a record cannot hold, as they are typed. They go before the record. */
  readonly facts?: FactsInput
  /** Whether the medication list is whole; left out, it is where the record holds any entry of one. */
  readonly medications?: boolean
}

/** The day to assess on, by the reader of dates that records need to be quick. */
const dayIn = (on: string | undefined): string | Problem =>
  on !== undefined && momentOf(on)?.date === on ? on : dayOf(on)

/**
 * Reads an R4 Bundle, or a list of resources, of one person: each fact with where it came from, and
 * for each fact that was not found the reason.
 */
export const readRecord = (record: unknown, options: RecordOptions = {}): ReadRecord =>
  readSharing(record, options, undefined)

/**
 * The same, for a record that is read more than once with other orders, otherwise alike: what is no
 * medicine is read once.
 */
export const readSharing = (
  record: unknown,
  options: RecordOptions,
  memory: ReadingMemory | undefined,
): ReadRecord => {
  const day = dayIn(options.on)
  const on = typeof day === 'string' ? day : today()
  const found = read(recordRules, record, {
    on,
    facts: guideline.facts,
    daysBetweenSteps: daysBetweenSteps.value,
    staleAfterDays: options.policy?.staleAfterDays ?? recordRules.staleAfterDays,
    ...(options.medications === undefined ? {} : { medications: options.medications }),
    ...(memory === undefined ? {} : { memory }),
  })
  const unlikely = likelihood(found.given)
  return {
    ...found,
    given: cautioned(found.given, on),
    problems: [...(typeof day === 'string' ? [] : [day]), ...found.problems, ...unlikely],
  }
}

/** Assesses the record of one person, with facts that were typed beside it. */
export const assessRecord = (
  record: unknown,
  options: RecordOptions = {},
): Assessment | Refusal => {
  const day = dayOf(options.on)
  const on = typeof day === 'string' ? day : today()
  const { given, why, problems } = readRecord(record, options)
  const typed =
    options.facts === undefined
      ? { given: {}, problems: [] }
      : readFacts(options.facts, guideline.facts, on)
  const together = typedOverRecord(guideline.facts, given, typed.given, why)
  const all = [...problems, ...typed.problems, ...together.problems]
  if (all.some(refuses)) return { problems: all }
  return assessGiven(together.given, {
    on,
    policy: options.policy,
    problems: all,
    why: together.why,
  })
}

const quantities = guideline.facts.filter((fact) => fact.kind === 'quantity')

const likelihood = (given: Readonly<Record<string, Given>>): readonly Problem[] => {
  const problems: Problem[] = []
  for (const { id, words, likely } of quantities) {
    const { finding, from } = given[id] ?? {}
    if (typeof finding !== 'object') continue
    if (finding.high >= likely[0] && finding.low <= likely[1]) continue
    problems.push({
      kind: 'unlikely',
      where: from ?? id,
      message: `This value is unlikely for ${words}.`,
      remedy: 'Check it; the assessment uses it as it stands.',
    })
  }
  return problems
}

/** A creatinine eGFR says too much in some people; in them an older one is to be repeated sooner. */
const cautioned = (
  given: Readonly<Record<string, Given>>,
  on: string,
): Readonly<Record<string, Given>> => {
  const eGfr = given['eGfr']
  if (eGfr?.date === undefined) return given
  const age = given['age']?.finding
  const older = typeof age === 'object' && age.high >= olderAdult.value
  const cirrhosis = given['cirrhosis']?.finding === 'true'
  const takesDiuretic = given['takesDiuretic']?.finding
  const diuretic = takesDiuretic === 'true' || takesDiuretic === 'unknown'
  const notes = [
    ...(eGfr.note === undefined ? [] : [eGfr.note]),
    ...(cirrhosis ? ['in cirrhosis a creatinine eGFR overstates the function'] : []),
    ...((older || cirrhosis || diuretic) &&
    daysBetween(eGfr.date, on) >= recordRules.repeatAfterDays
      ? ['consider repeating it (outside evidence)']
      : []),
  ]
  if (notes.length === 0) return given
  return { ...given, eGfr: { ...eGfr, note: notes.join('; ') } }
}
