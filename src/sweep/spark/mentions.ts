import type { PresenceRule, RecordRules } from '../../logic/record-rules.ts'
import { drugCodes, namesPattern, rulesOfDrug } from '../relevance.ts'
import type { Json } from '../reader.ts'

/** Whether what a resource is called, as JSON, may name something. */
type Names = (json: string | undefined) => boolean

const jsonOf = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : JSON.stringify(value)

/** Anything beyond plain letters may be read as a name after all: an accent, an escape. */
const isOdd = (json: string): boolean =>
  json.includes('\\') || !json.startsWith('{') || Buffer.byteLength(json) !== json.length

const patternOf = (pattern: string): ((json: string) => boolean) => {
  if (pattern === '') return () => false
  const made = new RegExp(pattern)
  return (json) => made.test(json.toLowerCase())
}

/** Words or codes by which an entry of a list says that the drug may be in use. */
const speaksOfDrug = (lists: readonly PresenceRule[], rules: RecordRules): Names => {
  const ofDrug = rulesOfDrug(lists, rules)
  if (ofDrug.length === 0) return () => false
  if (ofDrug.some(({ complete }) => complete)) return () => true
  const codes = ofDrug.flatMap((rule) => rule.codes)
  const words = ofDrug.flatMap((rule) => rule.names ?? [])
  const names = patternOf(namesPattern(codes, words))
  return (json) => json !== undefined && (names(json) || isOdd(json))
}

/** The drug by any of its codes and names, or something that is called nothing. */
const mayBeDrug = (rules: RecordRules): Names => {
  const names = patternOf(namesPattern(drugCodes(rules), rules.drug.names))
  const speaks = speaksOfDrug(rules.medicines, rules)
  return (json) =>
    json === undefined ||
    isOdd(json) ||
    names(json) ||
    speaks(json) ||
    !/"(text|display)":"[^"]*[A-Za-z]{2}/.test(json)
}

/**
 * Tells whether a resource may be of the drug, so that the person it is of is to be read: the rules
 * of `relevanceOf`, asked of the resource itself rather than in SQL.
 */
export const mentionsDrug = (rules: RecordRules): ((resource: Json) => boolean) => {
  const drug = mayBeDrug(rules)
  const problem = speaksOfDrug(rules.problems, rules)
  const allergy = speaksOfDrug(rules.allergies, rules)
  const procedure = speaksOfDrug(rules.procedures, rules)
  return (resource) => {
    const json = (element: string): string | undefined => jsonOf(resource[element])
    switch (resource['resourceType']) {
      case 'MedicationRequest':
      case 'MedicationStatement':
      case 'MedicationDispense':
      case 'MedicationAdministration':
        return json('medicationReference') !== undefined || drug(json('medicationCodeableConcept'))
      case 'Device':
      case 'DeviceUseStatement':
        return ['type', 'deviceName', 'device'].some((element) => procedure(json(element)))
      case 'Observation':
        return problem(json('valueCodeableConcept'))
      case 'Condition':
        return problem(json('code'))
      case 'AllergyIntolerance':
        return allergy(json('code'))
      case 'Procedure':
        return procedure(json('code'))
      case 'QuestionnaireResponse':
        return json('questionnaire')?.includes(rules.questionnaire) === true
      default:
        return false
    }
  }
}
