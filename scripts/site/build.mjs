import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { render, targetOf } from './markdown.mjs'
import { addressOf, readPages } from './pages.mjs'
import { pageHtml } from './template.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const pictures = /\.(png|svg)$/

const write = (out, name, text) => {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), text)
}

/**
 * Makes the documentation of a checkout one static folder: pages, pictures, style and search. Links to what the
 * site does not hold, such as a source file, are plain words in it. Hands back the pages.
 */
export const buildSite = (root, out) => {
  rmSync(out, { recursive: true, force: true })
  const pages = readPages(root)
  const known = new Set(pages.map(({ file }) => file))
  const used = new Set()
  const hrefFor = (page) => (href) => {
    const target = targetOf(page.file, href)
    if (target === undefined) return href.startsWith('/') ? undefined : href
    const from = (address) => posix.relative(posix.dirname(page.address), address)
    const anchor = href.includes('#') ? href.slice(href.indexOf('#')) : ''
    const inFolder = posix.join(target, 'README.md')
    if (known.has(target)) return `${from(addressOf(target))}${anchor}`
    if (known.has(inFolder)) return `${from(addressOf(inFolder))}${anchor}`
    if (!pictures.test(target) || !existsSync(join(root, target))) return undefined
    used.add(target)
    return from(target)
  }
  const sections = []
  for (const [index, page] of pages.entries()) {
    const { html, sections: found } = render(page.markdown, hrefFor(page))
    write(out, page.address, pageHtml(page, pages, html))
    for (const { anchor, heading, text } of found) sections.push([index, anchor, heading, text])
  }
  for (const file of used) {
    if (!statSync(join(root, file)).isFile()) continue
    mkdirSync(dirname(join(out, file)), { recursive: true })
    copyFileSync(join(root, file), join(out, file))
  }
  const index = { pages: pages.map(({ title, address }) => [title, address]), sections }
  write(out, 'search-index.js', `globalThis.crampwiseSearchIndex = ${JSON.stringify(index)}\n`)
  for (const name of ['search.js', 'site.css']) {
    write(out, name, readFileSync(join(here, name), 'utf8'))
  }
  copyFileSync(join(root, 'src/apps/web/public/icon.svg'), join(out, 'icon.svg'))
  return pages
}
