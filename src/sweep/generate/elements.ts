import type { Code, PresenceRule } from '../../logic/record-rules.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'

/** Every resource says that it is no person's: a security label that systems know, and words. */
const synthetic =
  '"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"HTEST","display":"synthetic: test health data"}]'

/** Text between quotation marks; nothing that is generated here needs an escape, but it is checked. */
export const quoted = (text: string): string => JSON.stringify(text)

/** The `meta` of a resource, last changed at a time of a day, version 1. */
export const metaOf = (profile: string, date: string, random: Random): string =>
  `"meta":{"versionId":"1","lastUpdated":"${timeOf(date, random)}","profile":["http://hl7.org/fhir/us/core/StructureDefinition/${profile}"],${synthetic}}`

const two = Array.from({ length: 60 }, (_none, number) => String(number).padStart(2, '0'))

/** A time of a day, in UTC. */
export const timeOf = (date: string, random: Random): string =>
  `${date}T${String(two[random.below(24)])}:${String(two[random.below(60)])}:${String(two[random.below(60)])}Z`

/** The reference to a person. */
export const subjectOf = ({ id, index }: Person): string =>
  `"subject":{"reference":"Patient/${id}","display":"Synthetic ${String(index)}"}`

/** The reference to an encounter, which is not exported. */
export const encounterOf = (person: Person, random: Random): string => {
  const number = String(random.below(100_000))
  return `"encounter":{"reference":"Encounter/e-${person.key}-${number}","display":"Office visit"}`
}

/** An identifier of the sending system. */
export const identifierOf = (kind: number, random: Random): string =>
  `"identifier":[{"use":"usual","system":"urn:oid:2.999.1.13.${String(kind)}","value":"${String(100_000_000 + random.below(900_000_000))}"}]`

/** A code with its display. */
export const codingOf = ({ system, code, means }: Code): string =>
  `{"system":"${system}","code":"${code}","display":${quoted(means)}}`

/** A concept by its code, with a code of the sending system beside it, as servers write it. */
export const conceptOf = (code: Code, random: Random, text = code.means): string =>
  `{"coding":[${codingOf(code)},{"system":"urn:oid:2.999.1.13.5.1","code":"${String(1000 + random.below(9000))}","display":${quoted(text)}}],"text":${quoted(text)}}`

/** A concept of a HL7 terminology, such as a status. */
export const hl7 = (system: string, code: string, display: string): string =>
  `{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/${system}","code":"${code}","display":"${display}"}]}`

/** A quantity in a UCUM unit. */
export const quantityOf = (value: number | string, unit: string): string =>
  `{"value":${String(value)},"unit":"${unit}","system":"http://unitsofmeasure.org","code":"${unit}"}`

const leafOf = (code: Code): Code =>
  code.andBelow === true && code.system.includes('icd-10')
    ? { ...code, code: code.code.includes('.') ? `${code.code}9` : `${code.code}.9` }
    : code

/** What a rule reads: by a code, or, where it has only names or at this rate, in words as typed. */
export const conceptOfRule = (
  { codes, names = [], fact }: PresenceRule,
  random: Random,
  [inWords, after]: readonly [rate: number, after: string],
): string => {
  if (codes.length === 0 || (names.length > 0 && random.chance(inWords))) {
    const name = names.length === 0 ? fact : random.pick(names).trim()
    return `{"text":${quoted(`${name}${after}`)}}`
  }
  return conceptOf(leafOf(random.pick(codes)), random)
}
