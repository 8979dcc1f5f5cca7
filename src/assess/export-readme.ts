import type { Definition } from '../logic/definition.ts'
import { disclaimer } from '../outputs/evidence.ts'

const rows: readonly (readonly [path: string, what: string])[] = [
  [
    '[book](book/README.md)',
    'the guideline to read: each statement with its basis, limits and tests',
  ],
  ['[pathway.svg](pathway.svg)', 'the pathway as a drawing, for light and dark surroundings'],
  ['[pathway.md](pathway.md)', 'the same as Mermaid text'],
  ['[decision-tables.md](decision-tables.md)', 'conditions and outcomes, a table for each section'],
  [
    '[traceability.md](traceability.md)',
    'from each number of the source to statements and tests, and back',
  ],
  [
    '[definition.json](definition.json)',
    'the whole definition as data; `crampwise diff` compares two',
  ],
  ['schemas', 'JSON Schema of the facts that go in and of the assessment that comes out'],
  ['cql, elm', 'the statements as CQL and compiled: over given facts, and over an R4 record'],
  ['sql', 'a facts table and the statements as one SELECT, for DuckDB and for Spark'],
  ['fhir-package', 'PlanDefinition, ActivityDefinitions, Libraries, ValueSets and a Questionnaire'],
  [
    '[proof](proof/report.md)',
    'what is proved for every patient; `crampwise prove --out` writes it',
  ],
]

/** The first page of the exports: what each file is, and how it is used. */
export const exportsReadme = (definition: Definition, packageName: string): string =>
  `# ${definition.title}, version ${definition.version}: every form of the guideline

Everything here is generated from one definition by \`npm run export\`; edit none of it. A test fails
when a file differs from what the code makes.

**${disclaimer}**

| Where | What |
| --- | --- |
${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

## CQL and ELM

Each statement has an expression that is true, false, or null where it cannot be decided, and one
that says that it cannot. Null is never "no". In the library over given facts each fact is a
parameter; a fact that was asked and is not known goes into the list "Asked, not known". The libraries
over a record find the facts themselves; set "Assessed on" to make an answer repeatable.

## SQL

Make the table \`facts\`, fill it (a column's comment says what NULL means), and run the SELECT: every
patient comes out, with 'true', 'false' or 'unknown' for each statement. Assumptions are made when the
table is filled, so that they can be seen.

## FHIR package

The folder \`fhir-package/package\` is the content of an FHIR NPM package for R4. To hand it on:

\`\`\`sh
tar -czf ${packageName}-${definition.version}.tgz -C exports/fhir-package package
\`\`\`

In the PlanDefinition an action stands beside each statement for where it cannot be decided. Codes of
LOINC, SNOMED CT, RxNorm, ATC and ICD-10-CM belong to their owners; each ValueSet carries the notices.
`
