import type { Words } from '../condition-words.ts'

/** Text that Markdown must not take for its own signs. */
export const plain = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(/([*_`[\]<>|])/g, '\\$1')

/** A row of a table. */
export const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => (cell === '' ? ' ' : cell.replaceAll('\n', ' '))).join(' | ')} |`

/** A table with its heading. */
export const table = (heading: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heading), row(heading.map(() => '---')), ...rows.map(row)].join('\n')

/** A list; an empty one is nothing. */
export const bullets = (lines: readonly string[]): string =>
  lines.map((line) => `- ${line}`).join('\n')

/** Parts of a page, one blank line between them; empty parts are left out. */
export const page = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`

/** A place that a link can lead to. */
export const anchor = (id: string): string => `<a id="${id}"></a>`

/** What an idea's heading is called in links. */
export const ideaAnchor = (name: string): string => `idea-${name.replaceAll(/[^a-z0-9]+/gi, '-')}`

/** Says what a name in a condition leads to. */
export type Linked = (name: string) => string

const grouped = { all: 'all of these', any: 'at least one of these' } as const

/** A condition as a nested list. */
export const conditionList = (words: Words, linked: Linked, indent = ''): string => {
  const line = (text: string): string => `${indent}- ${text}`
  switch (words.kind) {
    case 'leaf':
      return line(plain(words.text))
    case 'reference':
      return line(`${words.negated ? 'not: ' : ''}${linked(words.name)}`)
    case 'group':
      return words.of.length === 0
        ? line(words.joined === 'all' ? 'always' : 'never')
        : [
            line(`${grouped[words.joined]}:`),
            ...words.of.map((part) => conditionList(part, linked, `${indent}  `)),
          ].join('\n')
  }
}

/** What stands at the top of every generated page. */
export const generated = 'This page is generated from the guideline’s definition: do not edit it.'
