import type { Fact, PresenceFact, QuantityFact } from '../../logic/fact.ts'
import { units } from '../../logic/quantity.ts'
import { metadata } from './resource.ts'
import type { ArtifactInput, Resource } from './resource.ts'

const ucum = 'http://unitsofmeasure.org'

const yesOrNo = 'http://terminology.hl7.org/CodeSystem/v2-0136'
const absence = 'http://terminology.hl7.org/CodeSystem/data-absent-reason'

/** The answers to a question of presence: yes, no, and asked but not known. */
export const answerCodings = {
  true: { system: yesOrNo, code: 'Y', display: 'Yes' },
  false: { system: yesOrNo, code: 'N', display: 'No' },
  unknown: { system: absence, code: 'asked-unknown', display: 'Asked But Unknown' },
} as const

const presenceItem = (fact: PresenceFact) => ({
  linkId: fact.id,
  text: fact.question,
  type: 'choice',
  required: false,
  repeats: false,
  answerOption: Object.values(answerCodings).map((valueCoding) => ({ valueCoding })),
})

/** The units of a quantity; of spellings that differ in case alone the first, which is UCUM's. */
const unitsOf = (fact: QuantityFact): readonly string[] => {
  const offered = new Map<string, string>()
  for (const code of [fact.unit, ...Object.keys(fact.accepts)]) {
    if (!offered.has(code.toLowerCase())) offered.set(code.toLowerCase(), code)
  }
  return [...offered.values()]
}

const quantityItem = (fact: QuantityFact) => ({
  extension: unitsOf(fact).map((code) => ({
    url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption',
    valueCoding: { system: ucum, code, display: unitWords(code) },
  })),
  linkId: fact.id,
  text: fact.question,
  type: 'quantity',
  required: false,
  repeats: false,
})

const unitWords = (code: string): string =>
  Object.hasOwn(units, code) ? units[code as keyof typeof units].words : code

/**
 * The questionnaire whose answers are facts: the name of each item is that of a fact. A finished
 * response to it is read like any other part of a record.
 */
export const questionnaire = (input: ArtifactInput): Resource => {
  const { definition, rules } = input
  const id = rules.questionnaire.slice(rules.questionnaire.lastIndexOf('/') + 1)
  const made = metadata(
    input,
    'Questionnaire',
    id,
    `${definition.title}: the facts`,
    'Every fact that the guideline asks for. What is left blank is not known and is never taken as "no", except in the last part, where it is assumed absent and listed as an assumption.',
  )
  if (made.url !== rules.questionnaire) {
    throw new Error(`The questionnaire is read under ${rules.questionnaire}, not ${made.url}`)
  }
  const group = (linkId: string, text: string, facts: readonly Fact[]) => ({
    linkId,
    text,
    type: 'group',
    item: facts.map((fact) => (fact.kind === 'presence' ? presenceItem(fact) : quantityItem(fact))),
  })
  const { facts } = definition
  const presence = facts.filter(({ kind }) => kind === 'presence')
  return {
    ...made,
    subjectType: ['Patient'],
    effectivePeriod: { end: definition.reviewBy },
    item: [
      group(
        'measured',
        'Measured or counted; left blank: not known',
        facts.filter(({ kind }) => kind === 'quantity'),
      ),
      group(
        'asked',
        'To be asked; left blank: not known',
        presence.filter(({ absent }) => absent === 'ask'),
      ),
      group(
        'assumed',
        'Left blank: assumed absent, and listed as an assumption',
        presence.filter(({ absent }) => absent === 'assumed-no'),
      ),
    ],
  }
}
