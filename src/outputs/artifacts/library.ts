import type { Fact } from '../../logic/fact.ts'
import { units } from '../../logic/quantity.ts'
import { contradictionName, holdsName, undecidedName, urgentName } from '../cql-names.ts'
import { assumedWordsName, planExpressions } from './plan-logic.ts'
import { canonical, metadata } from './resource.ts'
import type { ArtifactInput, LogicLibrary, Resource } from './resource.ts'
import { codeSets } from './value-sets.ts'

/** Text as base64 of its UTF-8, without the help of the machine: artifacts are made in a browser too. */
export const base64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

const parameter = (fact: Fact) => ({
  name: fact.id,
  use: 'in',
  min: 0,
  max: '1',
  documentation:
    fact.kind === 'presence'
      ? `${fact.question} ${fact.absent === 'ask' ? 'Left out: not known.' : 'Left out: assumed absent.'} Basis: ${fact.basis}.`
      : `${fact.question} In ${units[fact.unit].words}, as a tuple of low, high, lowOpen, highOpen and lowerLimit. Basis: ${fact.basis}.`,
  type: fact.kind === 'presence' ? 'boolean' : 'Any',
})

const outcome = (name: string, documentation: string) => ({
  name,
  use: 'out',
  min: 0,
  max: '1',
  documentation,
  type: 'boolean',
})

const outcomes = ({ definition }: ArtifactInput) => [
  outcome(contradictionName, 'Where this is true nothing else may be relied on.'),
  ...definition.statements.flatMap((statement) => [
    outcome(holdsName(statement), `${statement.says} No value: it cannot be decided.`),
    outcome(undecidedName(statement), 'True where what is known does not decide it.'),
    ...(statement.urgentUnlessFalse === undefined
      ? []
      : [outcome(urgentName(statement), 'True where it holds and is urgent.')]),
  ]),
]

/**
 * What must be fetched from a record: results by their codes, and every list whole. An entry whose
 * code is in no set still counts, as something to be asked.
 */
const requirements = (input: ArtifactInput) => [
  { type: 'Patient', mustSupport: ['birthDate', 'deceased'] },
  ...codeSets(input.rules)
    .filter((set) => set.in.type === 'Observation')
    .map((set) => ({
      type: 'Observation',
      mustSupport: ['code', 'status', 'effective', 'value', 'referenceRange', 'dataAbsentReason'],
      codeFilter: [{ path: 'code', valueSet: canonical(input, 'ValueSet', set.id) }],
    })),
  ...[
    'Condition',
    'MedicationRequest',
    'MedicationStatement',
    'Medication',
    'AllergyIntolerance',
    'Procedure',
    'QuestionnaireResponse',
    'List',
  ].map((type) => ({ type })),
]

/** What goes into a library, and what comes out of it. */
const contract = (input: ArtifactInput, { facts, tells }: LogicLibrary) => {
  if (tells === 'actions') {
    const names = planExpressions(input.definition).map(({ name }) => name)
    const conditions = names.filter((name) => name !== assumedWordsName)
    return { parameter: conditions.map((name) => outcome(name, 'True or false, and never null.')) }
  }
  if (tells === 'facts') {
    return { parameter: readingParameters, dataRequirement: requirements(input) }
  }
  const given = facts === 'given' ? input.definition.facts.map(parameter) : []
  return { parameter: [...given, ...outcomes(input)] }
}

const readingParameters = [
  {
    name: 'Assessed on',
    use: 'in',
    min: 0,
    max: '1',
    documentation: 'The day of the assessment; today where it is left out.',
    type: 'date',
  },
  {
    name: 'The medication list is whole',
    use: 'in',
    min: 0,
    max: '1',
    documentation: 'Left out: it is where the record holds any entry of one.',
    type: 'boolean',
  },
]

/** What a library includes, or the sets of codes that it reads a record by. */
const dependencies = (input: ArtifactInput, { facts }: LogicLibrary) => {
  const needed =
    facts === 'given'
      ? []
      : facts === 'found'
        ? codeSets(input.rules).map(({ id }) => canonical(input, 'ValueSet', id))
        : [canonical(input, 'Library', facts.from)]
  return needed.length === 0
    ? {}
    : { relatedArtifact: needed.map((resource) => ({ type: 'depends-on', resource })) }
}

/** A CQL library as an R4 Library, with its text, its compiled form, and what goes in and out. */
export const libraryResource = (input: ArtifactInput, library: LogicLibrary): Resource => ({
  ...metadata(input, 'Library', library.name, library.title, library.description, library.name),
  type: {
    coding: [
      { system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' },
    ],
  },
  subjectCodeableConcept: {
    coding: [{ system: 'http://hl7.org/fhir/resource-types', code: 'Patient' }],
  },
  effectivePeriod: { end: input.definition.reviewBy },
  ...dependencies(input, library),
  ...contract(input, library),
  content: [
    { contentType: 'text/cql', data: base64(library.cql) },
    { contentType: 'application/elm+json', data: base64(library.elm) },
  ],
})
