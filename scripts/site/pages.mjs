import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const markdownIn = (root, folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`)
        .sort()
    : []

/** Those named first, as they are named; then the rest, by name. */
const inOrder = (first, files) => [
  ...first.filter((file) => files.includes(file)),
  ...files.filter((file) => !first.includes(file)),
]

/** The order in which the tutorials are best read. */
const tutorials = [
  ...['first-assessment', 'reading-a-plan', 'add-a-statement', 'change-a-limit'],
  ...['connect-an-ehr', 'screen-a-population', 'read-a-proof'],
].map((name) => `docs/tutorials/${name}.md`)

const book = [
  ...['README', 'emergencies', 'scope', 'kidneys', 'dose', 'safety', 'physical', 'electrolytes'],
  ...[
    'liver',
    'relaxants',
    'avoid-and-refer',
    'source',
    'readings',
    'references',
    'ideas',
    'facts',
  ],
].map((name) => `exports/book/${name}.md`)

const groupsOf = (root) => [
  { name: 'Start', files: ['README.md'] },
  { name: 'Tutorials', files: inOrder(tutorials, markdownIn(root, 'docs/tutorials')) },
  { name: 'Guides', files: inOrder(['docs/integrating.md'], markdownIn(root, 'docs')) },
  { name: 'Safety', files: inOrder(['docs/safety/README.md'], markdownIn(root, 'docs/safety')) },
  {
    name: 'The guideline',
    files: [
      ...inOrder(book, markdownIn(root, 'exports/book')),
      ...['exports/pathway.md', 'exports/decision-tables.md', 'exports/traceability.md'],
      ...markdownIn(root, 'exports/proof'),
      'exports/README.md',
    ],
  },
  {
    name: 'Taking part',
    files: ['CONTRIBUTING.md', 'GLOSSARY.md', 'CHANGELOG.md', 'SECURITY.md'],
  },
  { name: 'Decisions', files: markdownIn(root, 'docs/decisions') },
]

/** Where a Markdown file stands in the site. */
export const addressOf = (file) =>
  file.replace(/(^|\/)README\.md$/, '$1index.md').replace(/\.md$/, '.html')

/** Every page of the site in the order of its contents: its group, file, address, Markdown and title. */
export const readPages = (root) =>
  groupsOf(root).flatMap(({ name, files }) =>
    files
      .filter((file) => existsSync(join(root, file)))
      .map((file) => {
        const markdown = readFileSync(join(root, file), 'utf8')
        const title = /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? file
        return { group: name, file, address: addressOf(file), markdown, title }
      }),
  )
