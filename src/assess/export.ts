import { guideline } from '../guideline/index.ts'
import { pathway } from '../guideline/pathway.ts'
import { sections } from '../guideline/sections.ts'
import { fhirPackage } from '../outputs/artifacts/package.ts'
import type { LogicLibrary } from '../outputs/artifacts/resource.ts'
import { definitionJson } from '../outputs/definition-json.ts'
import { book } from '../outputs/people/book.ts'
import { decisionTables } from '../outputs/people/decision-tables.ts'
import { flowsOf } from '../outputs/people/flow.ts'
import { mermaidPage } from '../outputs/people/mermaid.ts'
import { pathwaySvg } from '../outputs/people/svg-page.ts'
import { testsNaming } from '../outputs/people/tests-naming.ts'
import type { TestFile } from '../outputs/people/tests-naming.ts'
import { traceability } from '../outputs/people/traceability.ts'
import { duckdb, spark } from '../outputs/sql-dialect.ts'
import type { SqlDialect } from '../outputs/sql-dialect.ts'
import { factsTableSql } from '../outputs/sql-facts.ts'
import { statementsSql } from '../outputs/sql.ts'
import { magnesiumMasses } from '../plan/magnesium-mass.ts'
import { artifactInput, evidence, logicLibraries } from './artifacts.ts'
import { exportsReadme } from './export-readme.ts'
import { savedAnswerSchema } from './saved-answer-schema.ts'
import { assessmentSchema, factsSchema } from './schema.ts'

/** What the exports are made from besides the guideline: it is read by who may touch the machine. */
export interface ExportSources {
  readonly tests: readonly TestFile[]
  /** The model info of FHIR R4, as XML. */
  readonly fhirModelInfo: string
}

/** Files by their path below the folder of the exports, with forward slashes. */
export type Files = ReadonlyMap<string, string>

/** The name under which the artifacts are an FHIR package. */
export const fhirPackageName = 'crampwise.muscle-cramps-despite-baclofen'

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const below = (folder: string, files: Files): Files =>
  new Map([...files].map(([path, text]) => [`${folder}/${path}`, text]))

const sql = (dialect: SqlDialect): string =>
  `${factsTableSql(guideline, dialect)};\n\n${statementsSql(guideline, dialect).trimEnd()};\n`

const people = (tests: readonly TestFile[]): Files => {
  const naming = testsNaming(guideline, tests)
  const flows = flowsOf(guideline, pathway)
  const written = { definition: guideline, sections, evidence, masses: magnesiumMasses }
  return new Map([
    ...below('book', book({ ...written, tests: naming })),
    ['decision-tables.md', decisionTables(guideline, sections, magnesiumMasses)],
    ['pathway.svg', pathwaySvg(guideline, flows)],
    ['pathway.md', mermaidPage(guideline, flows)],
    ['traceability.md', traceability(guideline, sections, evidence, naming)],
  ])
}

const engines = (libraries: readonly LogicLibrary[]): Files =>
  new Map([
    ...libraries.map(({ name, cql }): [string, string] => [`cql/${name}.cql`, cql]),
    ...libraries.map(({ name, elm }): [string, string] => [
      `elm/${name}.json`,
      `${JSON.stringify(JSON.parse(elm), null, 1)}\n`,
    ]),
    ['sql/duckdb.sql', sql(duckdb)],
    ['sql/spark.sql', sql(spark)],
    ...below('fhir-package', fhirPackage(artifactInput(libraries), fhirPackageName, 'Apache-2.0')),
  ])

/** Every form of the guideline but the report of the proofs, which `crampwise prove` writes. */
export const exportFiles = async ({ tests, fhirModelInfo }: ExportSources): Promise<Files> => {
  const libraries = await logicLibraries(fhirModelInfo)
  return new Map([
    ['README.md', exportsReadme(guideline, fhirPackageName)],
    ['definition.json', json(definitionJson(guideline))],
    ['schemas/facts.json', json(factsSchema(guideline))],
    ['schemas/assessment.json', json(assessmentSchema(guideline))],
    ['schemas/saved-answer.json', json(savedAnswerSchema(guideline))],
    ...engines(libraries),
    ...people(tests),
  ])
}
