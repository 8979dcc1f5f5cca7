import type { PresenceRule } from '../../logic/record-rules.ts'
import {
  conceptOf,
  conceptOfRule,
  encounterOf,
  hl7,
  identifierOf,
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
    found.push(conceptOfRule(rule, random, [0.1, ', unspecified']))
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
  concept: string,
  [status, daysAgo]: readonly [string, number],
  random: Random,
): string => {
  const date = person.before(daysAgo)
  return `{"resourceType":"Procedure","id":"${resourceId(person.key, 5, number)}",${metaOf('us-core-procedure', date, random)},${identifierOf(11, random)},"status":"${status}","category":{"coding":[{"system":"http://snomed.info/sct","code":"387713003","display":"Surgical procedure"}],"text":"Procedure"},"code":${concept},${subjectOf(person)},${encounterOf(person, random)},"performedDateTime":"${timeOf(date, random)}","performer":[{"actor":{"reference":"Practitioner/p-${String(random.below(500))}","display":"Synthetic practitioner"}}]}`
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
    lines.push(
      procedureLine(
        person,
        lines.length,
        conceptOfRule(rule, random, [0.1, '']),
        ['completed', daysAgo],
        random,
      ),
    )
  }
  if (random.chance(0.4)) {
    const concept = conceptOf(random.pick(otherProcedures), random)
    lines.push(
      procedureLine(person, lines.length, concept, ['completed', random.below(3000)], random),
    )
  }
  return lines
}
