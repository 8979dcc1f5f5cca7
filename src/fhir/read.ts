import type { Fact } from '../logic/fact.ts'
import type { Given, Problem } from '../logic/given.ts'
import { bounded } from '../logic/interval.ts'
import type { LaboratoryRule, RecordRules } from '../logic/record-rules.ts'
import { answersOf } from './answers.ts'
import type { Answers } from './answers.ts'
import { indexOf, meaningsOf, namesOf } from './code-index.ts'
import { ageOn, momentOf } from './day.ts'
import type { Moment } from './day.ts'
import { drugFacts } from './drug.ts'
import { flatten } from './flatten.ts'
import type { Placed } from './flatten.ts'
import { objectOf, objectsOf, textOf } from './json.ts'
import { choose, resultOf } from './laboratory.ts'
import type { Result } from './laboratory.ts'
import { drugEntryOf, entryOf, resolverOf } from './medicines.ts'
import type { DrugEntry } from './medicines.ts'
import { merged } from './merge.ts'
import { procedureStanding, saidBy, standing, strongest } from './presence.ts'
import type { Said } from './presence.ts'
import { several, subjectOf } from './subject.ts'

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
}

interface Gathered {
  readonly results: Map<LaboratoryRule, Result[]>
  readonly standIns: Map<LaboratoryRule, Placed>
  readonly drug: DrugEntry[]
  readonly said: Said[]
  readonly answers: Answers[]
  medicines: number
  unnamed: string | undefined
}

/** Reads the record of one person. What cannot be read is set aside, and its fact is not known. */
export const readRecord = (
  rules: RecordRules,
  record: unknown,
  options: ReadOptions,
): ReadRecord => {
  const { resources, problems: found, partial } = flatten(record)
  const problems: Problem[] = [...found]
  const refused = (problem: Problem): ReadRecord => ({
    given: {},
    why: new Map(),
    problems: [problem, ...problems],
  })
  const on = momentOf(options.on)
  if (on === undefined) throw new Error(`"${options.on}" is no day`)
  const subject = subjectOf(resources)
  if ('kind' in subject) return refused(subject)
  const gathered = gather(rules, resources, options, on, problems, (placed) => {
    const owner = subject.ownerOf(placed.resource)
    if (owner === 'other') return several(subject.patient.at, placed.at)
    return owner === 'own'
  })
  if ('kind' in gathered) return refused(gathered)

  const given: Record<string, Given> = { ...strongest(gathered.said) }
  const why = new Map<string, string>()
  readAge(rules, subject.patient, on, given, why, problems)
  const stale = options.staleAfterDays ?? rules.staleAfterDays
  const isCurrent = ({ day }: Moment): boolean => on.day - day <= stale
  for (const rule of rules.laboratory) {
    readResults(rule, gathered, isCurrent, given, why)
  }
  const drug = drugFacts(
    gathered.drug,
    {
      supplied: !partial && (options.medications ?? gathered.medicines > 0),
      unnamed: gathered.unnamed,
    },
    rules,
    on,
    options.daysBetweenSteps,
    problems,
  )
  Object.assign(given, drug.given)
  for (const [fact, reason] of Object.entries(drug.why)) why.set(fact, reason)
  merged(given, why, gathered.answers, options.facts, rules, problems)
  return { given, why, problems }
}

type OwnerOf = (placed: Placed) => boolean | Problem

const gather = (
  rules: RecordRules,
  resources: readonly Placed[],
  options: ReadOptions,
  on: Moment,
  problems: Problem[],
  ownerOf: OwnerOf,
): Gathered | Problem => {
  const index = indexOf(rules)
  const resolve = resolverOf(resources)
  const facts = new Map(options.facts.map((fact) => [fact.id, fact]))
  const gathered: Gathered = {
    results: new Map(),
    standIns: new Map(),
    drug: [],
    said: [],
    answers: [],
    medicines: 0,
    unnamed: undefined,
  }
  /** Whose it is: of somebody else refuses all, of nobody sets aside what would have counted. */
  const isOwn = (placed: Placed): boolean | Problem => {
    const own = ownerOf(placed)
    if (own === false) {
      problems.push({
        kind: 'set-aside',
        where: `${placed.at}.subject`,
        message: 'It does not say whose it is.',
        remedy: 'Name the person as subject.',
      })
    }
    return own
  }
  for (const placed of resources) {
    const { resource, type, at } = placed
    switch (type) {
      case 'Observation': {
        const own = ownerOf(placed)
        if (typeof own === 'object') return own
        for (const { meaning } of meaningsOf(index, resource['code'])) {
          if (meaning.is !== 'result' || isOwn(placed) !== true) continue
          const result = resultOf(meaning.rule, meaning.code, placed, on, problems)
          if (result === undefined) break
          const results = gathered.results.get(meaning.rule)
          if (results === undefined) gathered.results.set(meaning.rule, [result])
          else results.push(result)
          break
        }
        break
      }
      case 'Condition':
      case 'AllergyIntolerance': {
        const own = isOwn(placed)
        if (typeof own === 'object') return own
        if (!own) break
        const list = type === 'Condition' ? 'problem' : 'allergy'
        const stands = standing(resource)
        const concept = objectOf(resource['code'])
        const codes = meaningsOf(index, concept)
        const moment = momentOf(resource['onsetDateTime'] ?? resource['recordedDate'])
        gathered.said.push(
          ...saidBy(
            list,
            list === 'problem' ? rules.problems : rules.allergies,
            codes,
            list === 'problem' ? '' : namesOf(concept),
            placed,
            stands,
            moment,
          ),
        )
        for (const { meaning } of codes) {
          if (meaning.is === 'stand-in' && stands === 'true')
            gathered.standIns.set(meaning.rule, placed)
        }
        break
      }
      case 'Procedure': {
        const own = isOwn(placed)
        if (typeof own === 'object') return own
        if (!own) break
        const period = objectOf(resource['performedPeriod'])
        const done = momentOf(resource['performedDateTime'] ?? period?.['end'] ?? period?.['start'])
        const codes = meaningsOf(index, resource['code'])
        for (const rule of rules.procedures) {
          const stands = procedureStanding(resource, done, on, rule.countsForDays)
          const ofRule = codes.filter(
            ({ meaning }) => meaning.is === 'procedure' && meaning.rule === rule,
          )
          gathered.said.push(...saidBy('procedure', [], ofRule, '', placed, stands, done))
        }
        break
      }
      case 'MedicationRequest':
      case 'MedicationStatement': {
        const own = isOwn(placed)
        if (typeof own === 'object') return own
        if (!own) break
        gathered.medicines++
        const entry = entryOf(placed, index, resolve, on)
        const drug = drugEntryOf(entry, index, rules)
        if (drug !== undefined) gathered.drug.push(drug)
        if (entry.taken === 'no' || entry.taken === 'before') break
        if (entry.names.replaceAll('|', '').trim() === '' && entry.codes.length === 0) {
          gathered.unnamed = at
        }
        const stands = entry.taken === 'now' ? 'true' : 'unknown'
        gathered.said.push(
          ...saidBy(
            'medicine',
            rules.medicines,
            entry.codes,
            entry.names,
            placed,
            stands,
            entry.since,
          ),
        )
        break
      }
      case 'QuestionnaireResponse': {
        const own = isOwn(placed)
        if (typeof own === 'object') return own
        const answers = own
          ? answersOf(placed, facts, rules.questionnaire, on, problems)
          : undefined
        if (answers !== undefined) gathered.answers.push(answers)
        break
      }
      case 'List': {
        // A list that says that there is nothing on it: of medicines, none is taken.
        const empty = objectsOf(objectOf(resource['emptyReason'])?.['coding'])
        const isMedicines = objectsOf(objectOf(resource['code'])?.['coding']).some(
          ({ code }) => code === '10160-0',
        )
        if (isMedicines && empty.some(({ code }) => code === 'nilknown')) gathered.medicines++
        break
      }
      default:
    }
  }
  return gathered
}

const readAge = (
  rules: RecordRules,
  patient: Placed,
  on: Moment,
  given: Record<string, Given>,
  why: Map<string, string>,
  problems: Problem[],
): void => {
  const { age } = rules
  const birth = textOf(patient.resource['birthDate'])
  const years = birth === undefined ? undefined : ageOn(birth, on)
  if (birth === undefined) why.set(age.id, 'no birth date in the record')
  else if (years === undefined || years[1] > age.possible[1]) {
    why.set(age.id, 'the birth date cannot be read')
    problems.push({
      kind: 'set-aside',
      where: `${patient.at}.birthDate`,
      message: `"${birth}" is no birth date of a living person on ${on.date}.`,
      remedy: 'Give the birth date as YYYY-MM-DD.',
    })
  } else {
    given[age.id] = { finding: { low: years[0], high: years[1] }, from: patient.at }
  }
  const { deceasedBoolean, deceasedDateTime } = patient.resource
  if (deceasedBoolean === true || textOf(deceasedDateTime) !== undefined) {
    problems.push({
      kind: 'contradiction',
      where: patient.at,
      message: 'The record says that this person has died.',
      remedy: 'Check whose record this is; correct deceased[x] if it is wrong.',
    })
  }
}

const readResults = (
  rule: LaboratoryRule,
  gathered: Gathered,
  isCurrent: (moment: Moment) => boolean,
  given: Record<string, Given>,
  why: Map<string, string>,
): void => {
  const { fact } = rule
  const results = gathered.results.get(rule)
  if (results === undefined) why.set(fact.id, 'no result in the record')
  else {
    const chosen = choose(rule, results, isCurrent)
    if ('why' in chosen) why.set(fact.id, chosen.why)
    else given[fact.id] = chosen.given
  }
  const standIn = gathered.standIns.get(rule)
  const below = rule.standIn?.below
  const current =
    results?.some(({ moment, value }) => isCurrent(moment) && 'interval' in value) ?? false
  if (standIn === undefined || below === undefined || (current && given[fact.id] !== undefined))
    return
  given[fact.id] = {
    finding: bounded('<', below),
    from: standIn.at,
    note: `no current result: the diagnosis means a value below ${String(below)}`,
  }
}
