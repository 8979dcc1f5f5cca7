import type { Code, PresenceRule, RecordRules, Words } from '../logic/record-rules.ts'
import type { ReadType } from './elements.ts'

/**
 * How far a resource bears on the facts of a person: it may be of the `drug`, so that the person is
 * read; it may say something of a `fact`; it only shows that there is a `list` of medicines; or
 * `nothing`. Always on the safe side: a code or a word of the rules anywhere in what a resource is
 * called makes it count, and so does anything that is written in an unusual way.
 */
export type Bearing = 'drug' | 'fact' | 'list' | 'nothing'

/** An element of a resource as JSON without spaces; undefined where it is missing or null. */
export type ElementOf = (name: string) => string | undefined

/** How a type of resource is told. */
interface Relevance {
  /** The elements by which it is told. */
  readonly by: readonly string[]
  readonly of: (element: ElementOf) => Bearing
}

type Test = (json: string | undefined) => boolean

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const alternatives = (words: readonly string[]): string => [...new Set(words)].sort().join('|')

const codeWords = (codes: readonly Code[]): string =>
  alternatives(codes.map(({ code }) => literal(code.toLowerCase())))

/** Words with the edges of words, and what may stand between two, as they are written. */
const wordsPattern = (words: string): string => {
  const within = words.trim().split(' ').map(literal).join('[^a-z0-9]+')
  const before = words.startsWith(' ') ? '(?:^|[^a-z0-9])' : ''
  const after = words.endsWith(' ') ? '(?:$|[^a-z0-9])' : ''
  return `${before}${within}${after}`
}

/** A regular expression for codes, and words, in JSON in small letters; empty where there are none. */
const namesPattern = (codes: readonly Code[], words: Words): string =>
  [
    // A code of one of these, or of what is below it, in a coding.
    ...(codes.length === 0 ? [] : [`"code":"? *(?:${codeWords(codes)})`]),
    ...(words.length === 0 ? [] : [alternatives(words.map(wordsPattern))]),
  ].join('|')

/** Anything beyond plain letters may be read as a name after all: an accent, an escape. */
const isOdd = (json: string): boolean =>
  // eslint-disable-next-line no-control-regex -- what is beyond ASCII
  json.includes('\\') || !json.startsWith('{') || /[^\x00-\x7f]/.test(json)

const never: Test = () => false

const matching = (pattern: string): ((json: string) => boolean) => {
  if (pattern === '') return () => false
  const made = new RegExp(pattern)
  return (json) => made.test(json.toLowerCase())
}

interface More {
  readonly codes: readonly Code[]
  readonly names: Words
}

/** Whether something is called as in one of these rules. */
const calledAs = (rules: readonly PresenceRule[], more: readonly More[] = []): Test => {
  // A set of codes that is complete makes a fact false where the list holds anything at all.
  if (rules.some(({ complete }) => complete)) return () => true
  const all = [...rules, ...more]
  const names = matching(
    namesPattern(
      all.flatMap((rule) => rule.codes),
      all.flatMap((rule) => rule.names ?? []),
    ),
  )
  return (json) => json !== undefined && (names(json) || isOdd(json))
}

const isCode = (value: object): value is Code =>
  'system' in value && 'code' in value && typeof value.code === 'string'

/** Every code that stands anywhere in rules. */
const codesIn = (value: unknown): readonly Code[] => {
  if (typeof value !== 'object' || value === null) return []
  return isCode(value) ? [value] : Object.values(value).flatMap(codesIn)
}

/** A terminology as senders write it: with "https" or a slash at its end, too. */
const usual = (system: string): string => system.replace(/^https:/, 'http:').replace(/\/$/, '')

/** Tells the terminologies that the rules know; a code of another means nothing. */
export const knownSystems = (rules: RecordRules): ((system: string) => boolean) => {
  const known = new Set([
    ...codesIn(rules).map(({ system }) => system),
    ...Object.keys(rules.systems),
  ])
  return (system) => known.has(system) || known.has(usual(system))
}

/** Every code of the drug itself. */
const drugCodes = ({ drug }: RecordRules): readonly Code[] => [
  ...drug.oral,
  ...drug.anyRoute,
  ...drug.pumped,
]

/** The rules of a list by which an entry says that the drug may be in use: its pump, above all. */
const rulesOfDrug = (
  lists: readonly PresenceRule[],
  { drug }: RecordRules,
): readonly PresenceRule[] => lists.filter(({ fact }) => fact === drug.pump || fact === drug.takes)

/** Words or codes by which an entry of another list says so. */
const speaksOfDrug = (lists: readonly PresenceRule[], rules: RecordRules): Test => {
  const ofDrug = rulesOfDrug(lists, rules)
  return ofDrug.length === 0 ? never : calledAs(ofDrug)
}

/** The drug by any of its codes and names, or something that is called nothing. */
const mayBeDrug = (rules: RecordRules): Test => {
  const names = matching(namesPattern(drugCodes(rules), rules.drug.names))
  const speaks = speaksOfDrug(rules.medicines, rules)
  return (json) =>
    json === undefined ||
    isOdd(json) ||
    names(json) ||
    speaks(json) ||
    !/"(text|display)":"[^"]*[A-Za-z]{2}/.test(json)
}

const told = (mentions: boolean, bears: boolean, otherwise: Bearing = 'nothing'): Bearing =>
  mentions ? 'drug' : bears ? 'fact' : otherwise

/** Entries of a list of medicines, and what was dispensed or given, which is no list. */
const ofMedicine = (rules: RecordRules, isList: boolean): Relevance => {
  const [drug, fact] = [mayBeDrug(rules), calledAs(rules.medicines)]
  return {
    by: ['medicationCodeableConcept', 'medicationReference'],
    of: (element) => {
      const concept = element('medicationCodeableConcept')
      const mentions = element('medicationReference') !== undefined || drug(concept)
      return told(mentions, isList && fact(concept), isList ? 'list' : 'nothing')
    },
  }
}

/** Entries of a list that are told by what they are called. */
const ofList = (rules: readonly PresenceRule[], all: RecordRules, more?: readonly More[]) => {
  const [drug, fact] = [speaksOfDrug(rules, all), calledAs(rules, more)]
  return {
    by: ['code'],
    of: (element: ElementOf) => told(drug(element('code')), fact(element('code'))),
  } satisfies Relevance
}

const always = (bearing: Bearing): Relevance => ({ by: [], of: () => bearing })

/** How each type of resource is told, by rules. */
export const relevanceOf = (rules: RecordRules): Readonly<Record<ReadType, Relevance>> => {
  const results = matching(codeWords(codesIn(rules.laboratory)))
  const isResult: Test = (json) => json !== undefined && (results(json) || json.includes('\\'))
  const isProblem = calledAs(rules.problems)
  const speaksAsProblem = speaksOfDrug(rules.problems, rules)
  const speaksAsProcedure = speaksOfDrug(rules.procedures, rules)
  const standIns = rules.laboratory.flatMap(({ standIn }) => standIn ?? [])
  const allergy = ofList(rules.allergies, rules)
  const device: Relevance = {
    by: ['type', 'deviceName', 'device'],
    of: (element) =>
      told(
        device.by.some((name) => speaksAsProcedure(element(name))),
        true,
      ),
  }
  return {
    Patient: always('fact'),
    Medication: always('fact'),
    List: always('fact'),
    Device: device,
    DeviceUseStatement: device,
    Observation: {
      by: ['code', 'component', 'valueCodeableConcept'],
      of: (element) => {
        const state = element('valueCodeableConcept')
        const bears = isResult(element('code')) || isResult(element('component'))
        return told(speaksAsProblem(state), bears || isProblem(state))
      },
    },
    DiagnosticReport: {
      by: ['contained'],
      of: (element) => told(false, isResult(element('contained'))),
    },
    Condition: ofList(rules.problems, rules, standIns),
    AllergyIntolerance: {
      by: ['code', 'reaction'],
      of: (element) =>
        element('code') === undefined || element('reaction') !== undefined
          ? told(allergy.of(element) === 'drug', true)
          : allergy.of(element),
    },
    Procedure: ofList(rules.procedures, rules),
    MedicationRequest: ofMedicine(rules, true),
    MedicationStatement: ofMedicine(rules, true),
    MedicationDispense: ofMedicine(rules, false),
    MedicationAdministration: ofMedicine(rules, false),
    QuestionnaireResponse: {
      by: ['questionnaire'],
      of: (element) =>
        told(element('questionnaire')?.includes(rules.questionnaire) === true, false),
    },
  }
}
