import type { Definition } from '../../logic/definition.ts'
import type { Section } from '../../logic/pathway.ts'
import { ideasOf } from '../condition-words.ts'
import { disclaimer } from '../evidence.ts'
import type { Evidence } from '../evidence.ts'
import type { Masses } from '../general-words.ts'
import { factsPage, readingsPage, referencesPage, sourcePage } from './book-basis.ts'
import { statementPage } from './book-statement.ts'
import type { BookContext } from './book-statement.ts'
import {
  anchor,
  bullets,
  conditionList,
  generated,
  ideaAnchor,
  page,
  plain,
  table,
} from './markdown.ts'
import type { Linked } from './markdown.ts'
import type { TestsNaming } from './tests-naming.ts'

/** What the book is made from. */
export interface BookInput {
  readonly definition: Definition
  readonly sections: readonly Section[]
  readonly evidence: Evidence
  readonly masses: Masses
  readonly tests: TestsNaming
}

/** Says where a statement or an idea is explained. */
const linkedIn = ({ definition, sections }: BookInput): Linked => {
  const places = new Map<string, string>()
  for (const { name } of ideasOf(definition)) {
    places.set(name, `[${plain(name)}](ideas.md#${ideaAnchor(name)})`)
  }
  for (const { id, statements } of sections) {
    for (const statement of statements) {
      places.set(statement.id, `[${plain(statement.title)}](${id}.md#${statement.id})`)
    }
  }
  return (name) => {
    const place = places.get(name)
    if (place === undefined) throw new Error(`The book explains "${name}" nowhere`)
    return place
  }
}

const chapter = ({ title, statements }: Section, context: BookContext): string =>
  page(
    `# ${plain(title)}`,
    `${generated} ${disclaimer}`,
    bullets(statements.map(({ id, kind }) => `${context.linked(id)} (${kind})`)),
    ...statements.map((statement) => statementPage(statement, context)),
  )

const ideasPage = (input: BookInput, linked: Linked): string =>
  page(
    '# Ideas that statements share',
    generated,
    ...ideasOf(input.definition).map(
      ({ name, means }) =>
        `${anchor(ideaAnchor(name))}\n\n## ${plain(name)}\n\n${conditionList(means, linked)}`,
    ),
  )

const firstPage = ({ definition, sections }: BookInput): string =>
  page(
    `# ${plain(definition.title)}: the guideline`,
    `${generated} Version ${definition.version}; review due by ${definition.reviewBy}.`,
    `**${disclaimer}**`,
    'Each statement is said in our own words, with when it holds, what goes before it, and everything it rests on. Three kinds of basis are kept apart: *source*, what the source says; *reading*, how we read it where it is silent or contradicts itself; *outside*, other literature, used only to make the whole safer. The source gives citation numbers without a reference list: whoever is named for one is inferred.',
    'A condition is true, false, or cannot be decided. What is not known is never taken as "no"; what is assumed absent is listed to the reader.',
    table(
      ['Part', 'Statements'],
      sections.map(({ id, title, statements }) => [
        `[${plain(title)}](${id}.md)`,
        statements.map((of) => `[${plain(of.title)}](${id}.md#${of.id})`).join('; '),
      ]),
    ),
    '## What it rests on',
    bullets([
      '[The source, assertion by assertion](source.md)',
      '[Our readings](readings.md)',
      '[References: cited by the source, and from outside](references.md)',
      '[Ideas that statements share](ideas.md)',
      '[Facts and limits](facts.md)',
      '[The pathway as a drawing](../pathway.svg), and as [text](../pathway.md)',
      '[Decision tables](../decision-tables.md)',
      '[From source to test, and back](../traceability.md)',
    ]),
  )

/** The guideline as a book in Markdown, by file name. */
export const book = (input: BookInput): ReadonlyMap<string, string> => {
  const { definition, sections, evidence, masses, tests } = input
  const linked = linkedIn(input)
  const context: BookContext = {
    evidence,
    masses,
    linked,
    tests: (id) => tests.get(id) ?? [],
    defeats: (statement) =>
      definition.statements.filter(({ unless }) => (unless ?? []).includes(statement)),
  }
  return new Map([
    ['README.md', firstPage(input)],
    ...sections.map((section): [string, string] => [`${section.id}.md`, chapter(section, context)]),
    ['ideas.md', ideasPage(input, linked)],
    ['source.md', sourcePage(evidence)],
    ['readings.md', readingsPage(evidence)],
    ['references.md', referencesPage(evidence)],
    ['facts.md', factsPage(definition)],
  ])
}
