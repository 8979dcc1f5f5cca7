import type { Definition } from '../../logic/definition.ts'
import type { Section } from '../../logic/pathway.ts'
import type { Statement } from '../../logic/statement.ts'
import { saidBy } from '../evidence.ts'
import type { Evidence } from '../evidence.ts'
import { generated, page, plain, table } from './markdown.ts'
import type { TestsNaming } from './tests-naming.ts'

const shortName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** From each number of the source, and of our readings, to statements and their tests; and back. */
export const traceability = (
  definition: Definition,
  sections: readonly Section[],
  evidence: Evidence,
  tests: TestsNaming,
): string => {
  const chapterOf = new Map(
    sections.flatMap(({ id, statements }) => statements.map((of) => [of.id, id] as const)),
  )
  const link = ({ id }: Statement): string =>
    `[${id}](book/${chapterOf.get(id) ?? 'README'}.md#${id})`
  const testsOf = (statements: readonly Statement[]): string =>
    [...new Set(statements.flatMap(({ id }) => tests.get(id) ?? []))]
      .map((path) => `[${shortName(path)}](../${path})`)
      .join(', ')
  const numberRow = (number: string): readonly string[] => {
    const carrying = definition.statements.filter((statement) =>
      statement.implements.some((one) => one === number),
    )
    const reason = evidence.notComputable[number]
    return [
      number,
      plain(saidBy(evidence, number) ?? ''),
      carrying.length > 0
        ? carrying.map(link).join(', ')
        : `no statement: ${plain(reason ?? 'none')}`,
      testsOf(carrying),
    ]
  }
  const heading = ['No.', 'Says', 'Statements', 'Tests that name them']
  const outside = Object.entries(evidence.outside).map(([key, { reference }]) => {
    const resting = definition.statements.filter((of) => of.outside.includes(key))
    return [plain(key), plain(reference), resting.map(link).join(', ')]
  })
  const files = [...new Set([...tests.values()].flat())].sort()
  return page(
    `# ${plain(definition.title)}: from source to test, and back`,
    `${generated} A test is found here when its file names a statement. Besides these, tests that run over every statement name none: the ledger, the agreement of the engines, the proofs.`,
    '## From the source',
    table(heading, Object.keys(evidence.source).map(numberRow)),
    '## From our readings',
    table(heading, Object.keys(evidence.readings).map(numberRow)),
    '## From outside evidence',
    table(['Key', 'Reference', 'Statements'], outside),
    '## From each statement',
    table(
      ['Statement', 'Carries out', 'Outside evidence', 'Tests that name it'],
      definition.statements.map((statement) => [
        link(statement),
        statement.implements.join(', '),
        statement.outside.map(plain).join(', '),
        testsOf([statement]),
      ]),
    ),
    '## From each test',
    table(
      ['Test', 'Statements it names'],
      files.map((path) => [
        `[${path}](../${path})`,
        definition.statements
          .filter(({ id }) => (tests.get(id) ?? []).includes(path))
          .map(link)
          .join(', '),
      ]),
    ),
  )
}
