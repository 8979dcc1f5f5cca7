import type { Definition } from '../../logic/definition.ts'
import type { Section } from '../../logic/pathway.ts'
import { disclaimer } from '../evidence.ts'
import { generalWords } from '../general-words.ts'
import type { Masses } from '../general-words.ts'
import { cellOf, decisionTable } from './decision-table.ts'
import { generated, page, plain, table } from './markdown.ts'

const link = ({ id, title }: { readonly id: string; readonly title: string }, chapter: string) =>
  `[${plain(title)}](book/${chapter}.md#${id})`

/** Every section as a table: a row for each way in which a statement comes to hold. */
export const decisionTables = (
  definition: Definition,
  sections: readonly Section[],
  masses: Masses,
): string => {
  const chapterOf = new Map(
    sections.flatMap(({ id, statements }) => statements.map((of) => [of.id, id] as const)),
  )
  const chapter = (id: string): string => chapterOf.get(id) ?? 'README'
  const sectionText = (section: Section): string => {
    const { columns, rules } = decisionTable(section)
    const heading = ['Statement', ...columns.map(plain), 'Unless']
    const rows = rules.map((rule, at) => {
      const { statement } = rule
      const first = rules[at - 1]?.statement !== statement
      return [
        first ? link(statement, chapter(statement.id)) : 'or',
        ...columns.map((column) => plain(cellOf(rule, column))),
        first
          ? (statement.unless ?? []).map((defeat) => link(defeat, chapter(defeat.id))).join('; ')
          : 'as above',
      ]
    })
    const outcomes = section.statements.map((statement) => [
      link(statement, chapter(statement.id)),
      statement.kind,
      plain(generalWords(statement.action, masses)),
    ])
    return page(
      `## ${plain(section.title)}`,
      table(heading, rows),
      table(['Where it holds', 'Kind', 'What to do'], outcomes),
    ).trimEnd()
  }
  return page(
    `# ${plain(definition.title)}: decision tables`,
    `${generated} Version ${definition.version}. ${disclaimer}`,
    'Read a row from left to right: the statement holds where every cell of the row is so, and none of the statements under "Unless" holds. A statement with several rows holds where one of them does. An empty cell is not asked. What is not known is neither yes nor no: a row that hangs on it cannot be decided. Ideas, such as "inside the guideline", are spelled out in [the book](book/ideas.md).',
    ...sections.map(sectionText),
  )
}
