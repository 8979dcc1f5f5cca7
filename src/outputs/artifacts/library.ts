import type { Fact } from '../../logic/fact.ts'
import { units } from '../../logic/quantity.ts'
import { contradictionName, holdsName, undecidedName, urgentName } from '../cql-names.ts'
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

/** What must be fetched from a record: a requirement for each set of codes, and the person. */
const requirements = (input: ArtifactInput) => [
  { type: 'Patient', mustSupport: ['birthDate'] },
  { type: 'QuestionnaireResponse', mustSupport: ['questionnaire', 'authored', 'item'] },
  ...codeSets(input.rules).map((set) => ({
    type: set.in.type,
    mustSupport: [set.in.path],
    codeFilter: [{ path: set.in.path, valueSet: canonical(input, 'ValueSet', set.id) }],
  })),
]

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
  ...(library.includes.length === 0
    ? {}
    : {
        relatedArtifact: library.includes.map((name) => ({
          type: 'depends-on',
          resource: name.startsWith('http') ? name : canonical(input, 'Library', name),
        })),
      }),
  parameter: [
    ...(library.parameters ? input.definition.facts.map(parameter) : []),
    ...(library.name === input.decides || library.parameters ? outcomes(input) : []),
  ],
  ...(library.readsRecord ? { dataRequirement: requirements(input) } : {}),
  content: [
    { contentType: 'text/cql', data: base64(library.cql) },
    { contentType: 'application/elm+json', data: base64(library.elm) },
  ],
})
