import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { read, root } from '../repository.test-support.ts'

/** The anchors of a page: its headings as GitHub names them, and those that are set by hand. */
export const anchorsOf = (text: string): ReadonlySet<string> => {
  const anchors = new Set<string>()
  const plain = text.replace(/^```[\s\S]*?^```/gm, '')
  for (const [, heading = ''] of plain.matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replace(/\s/g, '-')
    let name = slug
    for (let count = 1; anchors.has(name); count++) name = `${slug}-${String(count)}`
    anchors.add(name)
  }
  for (const [, name = ''] of plain.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(name)
  return anchors
}

/** The links of a page that lead to no file, or to no heading of one. */
export const brokenLinks = (file: string, text: string = read(file)): readonly string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#')
      const target = path === '' ? file : normalize(join(dirname(file), path))
      if (target !== file && !existsSync(join(root, target))) return true
      if (anchor === undefined || !target.endsWith('.md')) return false
      return !anchorsOf(target === file ? text : read(target)).has(decodeURIComponent(anchor))
    })
