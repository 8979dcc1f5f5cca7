import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { files, root } from './repository.test-support.ts'

interface Site {
  readonly buildSite: (root: string, out: string) => readonly { readonly file: string }[]
}
const { buildSite } = (await import(
  pathToFileURL(join(root, 'scripts/site/build.mjs')).href
)) as Site

const out = mkdtempSync(join(tmpdir(), 'crampwise-site-'))
afterAll(() => {
  rmSync(out, { recursive: true })
})
const pages = buildSite(root, out)
const made = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) =>
  statSync(join(out, name)).isFile(),
)
const html = made.filter((name) => name.endsWith('.html'))
const read = (name: string): string => readFileSync(join(out, name), 'utf8')

describe('the documentation as a site', () => {
  test('has a page for every document of docs', () => {
    const documents = files.filter((file) => /^docs\/.*\.md$/.test(file))
    const shown = pages.map(({ file }) => file)
    expect(documents.filter((file) => !shown.includes(file))).toEqual([])
  })

  test('every link and picture leads to something in it, anchors too', () => {
    const broken = html.flatMap((page) =>
      [...read(page).matchAll(/ (?:href|src)="([^"]*)"/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^https?:/.test(target))
        .filter((target) => {
          const [path = '', anchor] = target.split('#')
          const file = path === '' ? page : join(dirname(page), path)
          if (!existsSync(join(out, file))) return true
          return (
            anchor !== undefined && anchor !== 'content' && !read(file).includes(`id="${anchor}"`)
          )
        })
        .map((target) => `${page}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  test('asks nothing of a network, and has nothing inline that its policy forbids', () => {
    const wrong = html.flatMap((page) =>
      (
        read(page).match(
          /<(script(?! src="(\.\.\/)*search\.js")|style|iframe)[^>]*>| style="| on\w+="|(src|<link[^>]* href)="https?:[^"]*"/g,
        ) ?? []
      ).map((place) => `${page}: ${place}`),
    )
    expect(wrong).toEqual([])
  })

  test('its search knows the words of every page', () => {
    const index = JSON.parse(
      read('search-index.js').replace('globalThis.crampwiseSearchIndex = ', ''),
    ) as { readonly pages: readonly unknown[]; readonly sections: readonly (readonly unknown[])[] }
    expect(index.pages).toHaveLength(pages.length)
    const known = new Set(index.sections.map(([page]) => page))
    expect(index.pages.filter((_page, at) => !known.has(at))).toEqual([])
    expect(JSON.stringify(index.sections)).toContain('eGFR')
  })

  test('is the same when it is made twice', () => {
    const again = mkdtempSync(join(tmpdir(), 'crampwise-site-'))
    buildSite(root, again)
    const other = made.filter(
      (name) => !readFileSync(join(again, name)).equals(readFileSync(join(out, name))),
    )
    rmSync(again, { recursive: true })
    expect(other).toEqual([])
  })
})
