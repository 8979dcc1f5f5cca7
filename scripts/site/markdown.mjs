import { posix } from 'node:path'
import { Marked } from 'marked'

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as HTML. */
export const escape = (text) => text.replace(/[&<>"]/g, (sign) => entities[sign])

/** The anchor of a heading, as forges make it. */
export const slug = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

const plainText = (tokens = []) =>
  tokens
    .map((token) => (token.tokens === undefined ? (token.text ?? '') : plainText(token.tokens)))
    .join('')

/** Anchors that no other heading of the page has. */
const anchors = () => {
  const seen = new Map()
  return (text) => {
    const wanted = slug(text)
    const before = seen.get(wanted) ?? 0
    seen.set(wanted, before + 1)
    return before === 0 ? wanted : `${wanted}-${String(before)}`
  }
}

/** The words of a token for the search: without marks, cells and items apart. */
const searchText = (token) => {
  switch (token.type) {
    case 'table':
      return [token.header, ...token.rows]
        .map((row) => row.map((cell) => plainText(cell.tokens)).join(' '))
        .join(' ')
    case 'list':
      return token.items.map((item) => item.tokens.map(searchText).join(' ')).join(' ')
    case 'blockquote':
      return token.tokens.map(searchText).join(' ')
    case 'html':
    case 'space':
      return ''
    default:
      return token.tokens === undefined ? (token.text ?? '') : plainText(token.tokens)
  }
}

/**
 * A Markdown file as HTML, and its sections for the search. `hrefFor` says where a link or picture leads:
 * an address, or nothing where the site does not hold it.
 */
export const render = (markdown, hrefFor) => {
  const anchorFor = anchors()
  const sections = [{ anchor: '', heading: '', words: [] }]
  const marked = new Marked({ gfm: true })
  const tokens = marked.lexer(markdown)
  let level = 0
  for (const token of tokens) {
    if (token.type === 'heading') {
      // Whoever jumps from heading to heading finds no level left out.
      level = Math.min(token.depth, level + 1)
      token.depth = level
      token.anchor = anchorFor(plainText(token.tokens))
      const heading = plainText(token.tokens)
      sections.push({ anchor: token.depth === 1 ? '' : token.anchor, heading, words: [] })
    } else {
      sections.at(-1).words.push(searchText(token))
    }
  }
  marked.use({
    renderer: {
      heading({ tokens: inner, depth, anchor }) {
        const id = anchor === undefined ? '' : ` id="${escape(anchor)}"`
        return `<h${String(depth)}${id}>${this.parser.parseInline(inner)}</h${String(depth)}>\n`
      },
      code({ text, lang }) {
        const label = lang ? ` (${escape(lang)})` : ''
        return `<pre tabindex="0" role="group" aria-label="Code${label}"><code>${escape(text)}</code></pre>\n`
      },
      table(token) {
        const cell = (open, close) => (one) =>
          `<${open}>${this.parser.parseInline(one.tokens)}</${close}>`
        const title = cell('th scope="col"', 'th')
        // A column without a title has no heading to announce.
        const head = token.header
          .map((one) => (one.text === '' ? '<td></td>' : title(one)))
          .join('')
        const rows = token.rows.map((row) => `<tr>${row.map(cell('td', 'td')).join('')}</tr>`)
        return `<div class="table" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>\n`
      },
      link({ href, tokens: inner }) {
        const words = this.parser.parseInline(inner)
        const target = hrefFor(href)
        return target === undefined ? words : `<a href="${escape(target)}">${words}</a>`
      },
      image({ href, text }) {
        const target = hrefFor(href)
        return target === undefined
          ? escape(text)
          : `<img src="${escape(target)}" alt="${escape(text)}" loading="lazy">`
      },
      // Of HTML, places to jump to and line breaks are what they are; a comment is nothing; the rest is shown as typed.
      html({ text }) {
        if (/^\s*<!--[\s\S]*-->\s*$/.test(text)) return ''
        return /^\s*(<br ?\/?>|<a id="[\w-]+">|<\/a>|<a id="[\w-]+"><\/a>)\s*$/.test(text)
          ? text
          : escape(text)
      },
      checkbox({ checked }) {
        return checked ? '☑ ' : '☐ '
      },
    },
  })
  return {
    html: marked.parser(tokens),
    sections: sections
      .map(({ anchor, heading, words }) => ({
        anchor,
        heading,
        text: words.join(' ').replace(/\s+/g, ' ').trim(),
      }))
      .filter(({ heading, text }) => heading !== '' || text !== ''),
  }
}

/** Where a relative link of a file leads, from the folder of the repository; nothing for other addresses. */
export const targetOf = (file, href) =>
  /^([a-z]+:|#|\/)/i.test(href)
    ? undefined
    : posix.join(posix.dirname(file), decodeURI(href.split('#')[0] ?? ''))
