import { canonicalBase, recordRules } from '../guideline/codes/index.ts'
import { orderedTests } from '../guideline/codes/ordered.ts'
import { guideline } from '../guideline/index.ts'
import { notComputable } from '../guideline/ledger.ts'
import { readings } from '../guideline/readings.ts'
import { citations, outsideReferences } from '../guideline/references.ts'
import { source } from '../guideline/source.ts'
import type { ArtifactInput, LogicLibrary } from '../outputs/artifacts/resource.ts'
import { cqlLibrary, cqlLibraryName } from '../outputs/cql.ts'
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

const compiled = (translate: Translator, cql: string): string => {
  const { elm, faults } = translate(cql)
  const errors = faults.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (first !== undefined) {
    throw new Error(`${first.library}, line ${String(first.line)}: ${first.message}`)
  }
  return `${JSON.stringify(elm, null, 2)}\n`
}

/** The CQL libraries of the guideline, with their compiled forms. */
export const logicLibraries = async (): Promise<readonly LogicLibrary[]> => {
  const translate = await translator()
  const cql = cqlLibrary(guideline)
  return [
    {
      name: cqlLibraryName(guideline),
      title: `${guideline.title}: the logic`,
      description:
        'When each statement holds, over facts that are given as parameters. It needs no data model.',
      cql,
      elm: compiled(translate, cql),
      includes: [],
      parameters: true,
      readsRecord: false,
    },
  ]
}

/** Everything that the FHIR artifacts are made from. */
export const artifactInput = (libraries: readonly LogicLibrary[]): ArtifactInput => ({
  definition: guideline,
  evidence,
  rules: recordRules,
  base: canonicalBase,
  libraries,
  decides: cqlLibraryName(guideline),
  masses: magnesiumMasses,
  orderCodes: orderedTests,
})
