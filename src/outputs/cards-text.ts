/** The most of a text from a chart that is shown at one place. */
const longest = 160

// Control characters, and those that turn or hide text.
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/g

/** What most texts are made of. */
const plain = /^[A-Za-z0-9 ./,;:()%'-]*$/

/** What a renderer would read something into nevertheless, and what is made one space. */
const told = /www\.| {2}|:\/\//i

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * A text from a chart, made harmless inside a line of GitHub-flavored Markdown: no markup, no HTML, no
 * link, and no address that a renderer would turn into a link by itself.
 */
export const chartText = (text: string): string => {
  if (text.length <= longest && plain.test(text) && !told.test(text)) return text
  const line = text.replace(unseen, ' ').replace(/\s+/g, ' ').trim()
  const cut = line.length > longest ? `${line.slice(0, longest - 1)}…` : line
  return (
    cut
      .replace(/[&<>]/g, (sign) => entities[sign] ?? '')
      .replace(/[\\`*_[\]|~]/g, '\\$&')
      // Renderers look for addresses after the escapes are gone: only an unseen space breaks them.
      .replace(/:\/\/|@|www\./gi, (start) => `${start.slice(0, 1)}\u200b${start.slice(1)}`)
      .replace(/@/g, '\u200b@')
  )
}

/** A table of GitHub-flavored Markdown; the cells are Markdown already, each of one line. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
