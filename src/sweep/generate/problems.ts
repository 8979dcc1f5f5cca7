import type { Code, PresenceRule } from '../../logic/record-rules.ts'
import {
  conceptOf,
  encounterOf,
  hl7,
  identifierOf,
  leafOf,
  metaOf,
  subjectOf,
  timeOf,
} from './elements.ts'
import { otherProblems, otherProcedures } from './fillers.ts'
import { resourceId } from './identifiers.ts'
import type { Person } from './person.ts'
import { randomFrom } from './random.ts'
import type { Random } from './random.ts'
import { rateOf } from './rates.ts'
import type { GeneratorCodes, GeneratorSettings } from './settings.ts'

const active = hl7('condition-clinical', 'active', 'Active')
const confirmed = hl7('condition-ver-status', 'confirmed', 'Confirmed')
const category = hl7('condition-category', 'problem-list-item', 'Problem List Item')

const problemLine = (person: Person, number: number, concept: string, random: Random): string => {
  const date = person.before(random.below(2000))
  return `{"resourceType":"Condition","id":"${resourceId(person.key, 4, number)}",${metaOf('us-core-condition-problems-health-concerns', date, random)},"extension":[{"url":"http://hl7.org/fhir/StructureDefinition/condition-assertedDate","valueDateTime":"${date}"}],${identifierOf(10, random)},"clinicalStatus":${active},"verificationStatus":${confirmed},"category":[${category}],"code":${concept},${subjectOf(person)},${encounterOf(person, random)},"onsetDateTime":"${date}","recordedDate":"${timeOf(date, random)}","recorder":{"reference":"Practitioner/p-${String(random.below(500))}","display":"Synthetic practitioner"}}`
}

const rateOfProblem = (fact: string): number => {
  switch (fact) {
    case 'crampsPersist':
      return rateOf('muscle cramps on the problem list')
    case 'cirrhosis':
      return rateOf('cirrhosis')
    case 'liverDisease':
      return rateOf('another liver disease')
    case 'onDialysis':
      return rateOf('dialysis on the problem list')
    case 'acuteKidneyInjury':
      return rateOf('acute kidney injury')
    default:
      return rateOf('each other diagnosis that the guideline reads')
  }
}

/** By a code, or, where the rule has only names or now and then, in words. */
const conceptOfProblem = ({ codes, names = [] }: PresenceRule, random: Random): string => {
  if (names.length > 0 && (codes.length === 0 || random.chance(0.1))) {
    return `{"text":"${random.pick(names).trim()}, unspecified"}`
  }
  const code = random.pick(codes)
  return conceptOf(leafOf(code, code.system.includes('icd-10')), random)
}

const isOfWomen = ({ fact }: PresenceRule): boolean => fact === 'pregnancy'

/** The Conditions of a person. */
export const problemLines = (
  codes: GeneratorCodes,
  settings: GeneratorSettings,
  person: Person,
): readonly string[] => {
  const random = randomFrom(settings.seed, person.index, 5)
  const found: string[] = []
  const fertile = person.sex === 'female' && person.age >= 15 && person.age < 50
  for (const rule of codes.problems) {
    if (!random.chance(rateOfProblem(rule.fact)) || (isOfWomen(rule) && !fertile)) continue
    found.push(conceptOfProblem(rule, random))
  }
  if (random.chance(rateOf('kidney disease stage 4 or 5 as a diagnosis'))) {
    const stages = codes.laboratory.flatMap(({ standIn }) => standIn?.codes ?? [])
    if (stages.length > 0) found.push(conceptOf(random.pick(stages), random))
  }
  for (let count = random.below(4); count > 0; count -= 1) {
    found.push(conceptOf(random.pick(otherProblems), random))
  }
  return found.map((concept, number) => problemLine(person, number, concept, random))
}

const procedureLine = (
  person: Person,
  number: number,
  code: Code,
  [status, daysAgo]: readonly [string, number],
  random: Random,
): string => {
  const date = person.before(daysAgo)
  return `{"resourceType":"Procedure","id":"${resourceId(person.key, 5, number)}",${metaOf('us-core-procedure', date, random)},${identifierOf(11, random)},"status":"${status}","category":{"coding":[{"system":"http://snomed.info/sct","code":"387713003","display":"Surgical procedure"}],"text":"Procedure"},"code":${conceptOf(code, random)},${subjectOf(person)},${encounterOf(person, random)},"performedDateTime":"${timeOf(date, random)}","performer":[{"actor":{"reference":"Practitioner/p-${String(random.below(500))}","display":"Synthetic practitioner"}}]}`
}

/** The Procedures of a person. */
export const procedureLines = (
  codes: GeneratorCodes,
  settings: GeneratorSettings,
  person: Person,
): readonly string[] => {
  const random = randomFrom(settings.seed, person.index, 6)
  const lines: string[] = []
  for (const rule of codes.procedures) {
    if (!random.chance(rateOf('dialysis as a procedure'))) continue
    const daysAgo = random.chance(0.7)
      ? random.below(rule.countsForDays)
      : rule.countsForDays + random.below(600)
    lines.push(procedureLine(person, 0, random.pick(rule.codes), ['completed', daysAgo], random))
  }
  if (random.chance(0.4)) {
    const code = random.pick(otherProcedures)
    lines.push(procedureLine(person, 1, code, ['completed', random.below(3000)], random))
  }
  return lines
}
