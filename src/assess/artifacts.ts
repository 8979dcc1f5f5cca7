import { canonicalBase, recordRules } from '../guideline/codes/index.ts'
import { orderedTests } from '../guideline/codes/ordered.ts'
import { guideline } from '../guideline/index.ts'
import { notComputable } from '../guideline/ledger.ts'
import { daysBetweenSteps } from '../guideline/limits.ts'
import { readings } from '../guideline/readings.ts'
import { citations, outsideReferences } from '../guideline/references.ts'
import { source } from '../guideline/source.ts'
import { planLibrary, planLibraryName } from '../outputs/artifacts/plan-logic.ts'
import type { ArtifactInput, LogicLibrary } from '../outputs/artifacts/resource.ts'
import { cqlLibrary, cqlLibraryName } from '../outputs/cql.ts'
import {
  cqlOnRecordLibrary,
  cqlRecordLibrary,
  onRecordLibraryName,
  recordLibraryName,
} from '../outputs/cql-record/index.ts'
import { translator } from '../outputs/elm.ts'
import type { Translator } from '../outputs/elm.ts'
import type { Evidence } from '../outputs/evidence.ts'
import { magnesiumMasses } from '../plan/magnesium-mass.ts'

/** What the guideline rests on, as the outputs take it. */
export const evidence: Evidence = {
  source,
  readings,
  citations,
  outside: outsideReferences,
  notComputable,
}

/** A library as text, before it is compiled. */
export type LibraryText = Omit<LogicLibrary, 'elm'>

/** The CQL libraries of the guideline: over the facts of a record, and over facts that are given. */
export const libraryTexts = (): readonly LibraryText[] => {
  const { title } = guideline
  const reader = recordLibraryName(guideline)
  const statements = onRecordLibraryName(guideline)
  return [
    {
      name: planLibraryName(guideline),
      title: `${title}: the plan over a record`,
      description:
        'Which actions of the plan are there for a person. Nothing in it is null: engines differ in what they make of that.',
      cql: planLibrary(guideline, statements, "FHIR version '4.0.1'"),
      facts: { from: statements },
      tells: 'actions',
    },
    {
      name: statements,
      title: `${title}: the statements over a record`,
      description:
        'When each statement holds, over the facts that the library of the record finds in FHIR R4.',
      cql: cqlOnRecordLibrary(guideline),
      facts: { from: reader },
      tells: 'statements',
    },
    {
      name: reader,
      title: `${title}: the facts of a record`,
      description:
        'What an R4 record says of each fact. It knows less than the reader of crampwise: what it cannot tell it leaves unknown.',
      cql: cqlRecordLibrary(guideline, recordRules, { daysBetweenSteps: daysBetweenSteps.value }),
      facts: 'found',
      tells: 'facts',
    },
    {
      name: cqlLibraryName(guideline),
      title: `${title}: the statements over facts`,
      description:
        'When each statement holds, over facts that are given as parameters. It needs no data model.',
      cql: cqlLibrary(guideline),
      facts: 'given',
      tells: 'statements',
    },
  ]
}

const elmOf = (translate: Translator, cql: string): string => {
  const { elm, faults } = translate(cql)
  const [first] = faults.filter(({ severity }) => severity === 'error')
  if (first !== undefined) {
    throw new Error(`${first.library}, line ${String(first.line)}: ${first.message}`)
  }
  return JSON.stringify(elm)
}

/** The CQL libraries with their compiled forms, for which the translator needs the model info of R4. */
export const logicLibraries = async (fhirModelInfo: string): Promise<readonly LogicLibrary[]> => {
  const texts = libraryTexts()
  const libraries = Object.fromEntries(texts.map(({ name, cql }) => [name, cql]))
  const translate = await translator({ fhirModelInfo, libraries })
  return texts.map((library) => ({ ...library, elm: elmOf(translate, library.cql) }))
}

/** Everything that the FHIR artifacts are made from. */
export const artifactInput = (libraries: readonly LogicLibrary[]): ArtifactInput => ({
  definition: guideline,
  evidence,
  rules: recordRules,
  base: canonicalBase,
  libraries,
  masses: magnesiumMasses,
  orderCodes: orderedTests,
})
