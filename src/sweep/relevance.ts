import type { Code, PresenceRule, RecordRules, Words } from '../logic/record-rules.ts'
import { text } from './quoted.ts'
import type { ReadType } from './elements.ts'

/**
 * Tells, in SQL, which resources cannot bear on any fact and so need not be read. Always on the safe
 * side: a code or a word of the rules anywhere in what a resource is called makes it count, and so
 * does anything that is written in an unusual way.
 */
export interface Relevance {
  /** Whether it may be of the drug. */
  readonly mentions: string
  /** Whether it bears on a fact otherwise. */
  readonly bears: string
}

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const alternatives = (words: readonly string[]): string => [...new Set(words)].sort().join('|')

/** Words with the edges of words, and what may stand between two, as they are written. */
const wordsPattern = (words: string): string => {
  const within = words.trim().split(' ').map(literal).join('[^a-z0-9]+')
  const before = words.startsWith(' ') ? '(?:^|[^a-z0-9])' : ''
  const after = words.endsWith(' ') ? '(?:$|[^a-z0-9])' : ''
  return `${before}${within}${after}`
}

/** A code of one of these, or of what is below it, in a coding. */
const codesPattern = (codes: readonly Code[]): string =>
  `"code":"? *(?:${alternatives(codes.map(({ code }) => literal(code.toLowerCase())))})`

/** Anything beyond plain letters may be read as a name after all: an accent, an escape. */
const isOdd = (column: string): string =>
  `(contains(${column}, '\\') OR strlen(${column}) <> length(${column}) OR NOT starts_with(${column}, '{'))`

/** A regular expression for codes, and words, in JSON in small letters; empty where there are none. */
export const namesPattern = (codes: readonly Code[], words: Words): string =>
  [
    ...(codes.length === 0 ? [] : [codesPattern(codes)]),
    ...(words.length === 0 ? [] : [alternatives(words.map(wordsPattern))]),
  ].join('|')

/** Codes, and words, in small letters. */
const names = (column: string, codes: readonly Code[], words: Words): string => {
  const pattern = namesPattern(codes, words)
  return pattern === '' ? 'FALSE' : `regexp_matches(lower(${column}), ${text(pattern)})`
}

interface More {
  readonly codes: readonly Code[]
  readonly names: Words
}

const ofRules = (
  column: string,
  rules: readonly PresenceRule[],
  more: readonly More[] = [],
): string => {
  // A set of codes that is complete makes a fact false where the list holds anything at all.
  if (rules.some(({ complete }) => complete)) return 'TRUE'
  const codes = [...rules, ...more].flatMap((rule) => rule.codes)
  const words = [...rules, ...more].flatMap((rule) => rule.names ?? [])
  return `(${column} IS NOT NULL AND (${names(column, codes, words)} OR ${isOdd(column)}))`
}

const isCode = (value: object): value is Code =>
  'system' in value && 'code' in value && typeof value.code === 'string'

/** Every code that stands anywhere in rules. */
const codesIn = (value: unknown): readonly Code[] => {
  if (typeof value !== 'object' || value === null) return []
  return isCode(value) ? [value] : Object.values(value).flatMap(codesIn)
}

const ofResults = (column: string, rules: RecordRules): string => {
  const pattern = alternatives(
    codesIn(rules.laboratory).map(({ code }) => literal(code.toLowerCase())),
  )
  return `(${column} IS NOT NULL AND (regexp_matches(lower(${column}), ${text(pattern)}) OR contains(${column}, '\\')))`
}

/** Every code of the drug itself. */
export const drugCodes = ({ drug }: RecordRules): readonly Code[] => [
  ...drug.oral,
  ...drug.anyRoute,
  ...drug.pumped,
]

const concept = '"medicationCodeableConcept"'

/** The rules of a list by which an entry says that the drug may be in use: its pump, above all. */
export const rulesOfDrug = <Rule extends PresenceRule>(
  lists: readonly Rule[],
  { drug }: RecordRules,
): readonly Rule[] => lists.filter(({ fact }) => fact === drug.pump || fact === drug.takes)

/** Words or codes by which an entry of another list says that the drug may be in use. */
const speaksOfDrug = (
  column: string,
  lists: readonly PresenceRule[],
  rules: RecordRules,
): string => {
  const ofDrug = rulesOfDrug(lists, rules)
  return ofDrug.length === 0 ? 'FALSE' : ofRules(column, ofDrug)
}

/** The drug by any of its codes and names, by reference, or something that is called nothing. */
const mayBeDrug = (rules: RecordRules): string =>
  [
    `"medicationReference" IS NOT NULL`,
    `${concept} IS NULL`,
    isOdd(concept),
    names(concept, drugCodes(rules), rules.drug.names),
    speaksOfDrug(concept, rules.medicines, rules),
    `NOT regexp_matches(${concept}, '"(text|display)":"[^"]*[A-Za-z]{2}')`,
  ].join(' OR ')

/** The conditions for a type. */
export const relevanceOf = (type: ReadType, rules: RecordRules): Relevance => {
  const only = (bears: string): Relevance => ({ bears, mentions: 'FALSE' })
  switch (type) {
    case 'Patient':
    case 'Medication':
    case 'List':
      return only('TRUE')
    case 'Device':
    case 'DeviceUseStatement': {
      const called = ['"type"', '"deviceName"', 'device'].map((column) =>
        speaksOfDrug(column, rules.procedures, rules),
      )
      return { bears: 'TRUE', mentions: `(${called.join(' OR ')})` }
    }
    case 'Observation':
      return {
        bears: `(${ofResults('code', rules)} OR ${ofResults('component', rules)} OR ${ofRules('"valueCodeableConcept"', rules.problems)})`,
        mentions: speaksOfDrug('"valueCodeableConcept"', rules.problems, rules),
      }
    case 'DiagnosticReport':
      return only(ofResults('contained', rules))
    case 'Condition': {
      const standIns = rules.laboratory.flatMap(({ standIn }) => standIn ?? [])
      return {
        bears: ofRules('code', rules.problems, standIns),
        mentions: speaksOfDrug('code', rules.problems, rules),
      }
    }
    case 'AllergyIntolerance':
      return {
        bears: `(reaction IS NOT NULL OR code IS NULL OR ${ofRules('code', rules.allergies)})`,
        mentions: speaksOfDrug('code', rules.allergies, rules),
      }
    case 'Procedure':
      return {
        bears: ofRules('code', rules.procedures),
        mentions: speaksOfDrug('code', rules.procedures, rules),
      }
    case 'MedicationRequest':
    case 'MedicationStatement': {
      return { bears: ofRules(concept, rules.medicines), mentions: `(${mayBeDrug(rules)})` }
    }
    case 'MedicationDispense':
    case 'MedicationAdministration': {
      return { bears: 'FALSE', mentions: `(${mayBeDrug(rules)})` }
    }
    case 'QuestionnaireResponse': {
      const ours = `contains(questionnaire, ${text(rules.questionnaire)})`
      return { bears: 'FALSE', mentions: ours }
    }
  }
}
