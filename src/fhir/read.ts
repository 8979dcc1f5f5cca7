import type { Fact } from '../logic/fact.ts'
import type { Given, Problem } from '../logic/given.ts'
import type { RecordRules } from '../logic/record-rules.ts'
import { indexOf } from './code-index.ts'
import type { Context, Gathered } from './context.ts'
import { momentOf } from './day.ts'
import { readDrug } from './drug.ts'
import { flatten } from './flatten.ts'
import { gather } from './gather.ts'
import type { ReadingMemory } from './memory.ts'
import { mergeAnswers } from './merge.ts'
import { readPatient } from './patient-age.ts'
import { strongest } from './presence.ts'
import type { Reading } from './reading.ts'
import { readResults } from './read-results.ts'
import { resolverOf } from './resolve.ts'
import { subjectOf } from './subject.ts'

/** A record, read: what it says of each fact, and why it says nothing of others. */
export interface ReadRecord {
  readonly given: Readonly<Record<string, Given>>
  readonly why: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** How a record is to be read. */
export interface ReadOptions {
  /** The civil day of the assessment, `YYYY-MM-DD`. */
  readonly on: string
  readonly facts: readonly Fact[]
  /** A dated result older than this counts as not known; the rules' own number when left out. */
  readonly staleAfterDays?: number
  /** Days between two changes of dose: what fewer days at a dose leave open. */
  readonly daysBetweenSteps: number
  /** Whether the medication list is whole. Left out, it is where the record holds any entry of one. */
  readonly medications?: boolean
  /** Where readings of one record with other orders, otherwise alike, share what they have in common. */
  readonly memory?: ReadingMemory
}

/** Reads the record of one person. What cannot be read is set aside, and its fact is not known. */
export const readRecord = (
  rules: RecordRules,
  record: unknown,
  options: ReadOptions,
): ReadRecord => {
  const on = momentOf(options.on)
  if (on === undefined) throw new Error(`"${options.on}" is no day`)
  const { resources, problems: found, partial } = flatten(record)
  const problems: Problem[] = [...found]
  const refused = (problem: Problem): ReadRecord => ({
    given: {},
    why: new Map(),
    problems: [problem, ...problems],
  })
  const subject = subjectOf(resources)
  if ('kind' in subject) return refused(subject)
  const context: Context = {
    rules,
    index: indexOf(rules),
    facts: factsById(options.facts),
    on,
    staleAfterDays: options.staleAfterDays ?? rules.staleAfterDays,
    resolve: resolverOf(resources),
    problems,
    memory: options.memory,
  }
  const gathered = gather(resources, subject, context)
  if ('kind' in gathered) return refused(gathered)

  const reading: Reading = {
    given: strongest(gathered.said),
    why: new Map(),
    unreadOn: new Map(),
  }
  reading.given.forEach(({ finding, from, note }, fact) => {
    if (finding === 'unknown' && note !== undefined) {
      reading.why.set(fact, `${String(from)}: ${note}`)
    }
  })
  readPatient(subject.patient, context, reading)
  for (const rule of rules.laboratory) readResults(rule, gathered, context, reading)
  const whole = !partial && (options.medications ?? gathered.lists.has('medicine'))
  readDrug(gathered, context, { whole, wait: options.daysBetweenSteps }, reading)
  readAbsence(gathered, partial, context, reading)
  mergeAnswers(gathered.answers, context, reading)
  const given: Record<string, Given> = {}
  reading.given.forEach((one, fact) => {
    given[fact] = one
  })
  return { given, why: reading.why, problems }
}

const byId = new WeakMap<readonly Fact[], ReadonlyMap<string, Fact>>()

const factsById = (facts: readonly Fact[]): ReadonlyMap<string, Fact> => {
  const known = byId.get(facts) ?? new Map(facts.map((fact) => [fact.id, fact]))
  byId.set(facts, known)
  return known
}

const hasComplete = ({ problems, medicines, allergies, procedures }: RecordRules): boolean =>
  [problems, medicines, allergies, procedures].some((rules) =>
    rules.some(({ complete }) => complete),
  )

/**
 * What is said of facts of which the record holds nothing: on a page that is missing anything may
 * stand, and a list whose set of codes is complete says "no". Otherwise the fact itself decides.
 */
const readAbsence = (
  { lists }: Gathered,
  partial: boolean,
  { rules }: Context,
  { given, why }: Reading,
): void => {
  if (!partial && !hasComplete(rules)) return
  const sets = [
    ['problem', rules.problems],
    ['medicine', rules.medicines],
    ['allergy', rules.allergies],
    ['procedure', rules.procedures],
  ] as const
  const reason = 'a part of the record is missing'
  for (const [list, of] of sets) {
    for (const { fact, complete } of of) {
      if ((!partial && !complete) || given.has(fact)) continue
      if (partial) {
        given.set(fact, { finding: 'unknown', note: reason })
        why.set(fact, reason)
      } else if (lists.has(list)) {
        given.set(fact, { finding: 'false', from: `the ${list} list` })
      }
    }
  }
  const { pump } = rules.drug
  if (partial && !given.has(pump)) {
    given.set(pump, { finding: 'unknown', note: reason })
    why.set(pump, reason)
  }
}
