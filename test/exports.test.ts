import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { differences, runExport, writeFiles } from '../src/apps/cli/export.ts'
import { readSources } from '../src/apps/cli/export-sources.ts'
import { exportFiles } from '../src/assess/export.ts'
import type { ExportSources, Files } from '../src/assess/export.ts'
import { guideline } from '../src/guideline/index.ts'
import { testsNaming } from '../src/outputs/people/tests-naming.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const committed = join(root, 'exports')

let files: Files
beforeAll(async () => {
  files = await exportFiles((await readSources()) as ExportSources)
}, 180_000)

describe('the committed exports', () => {
  test('are as the code makes them; if not: npm run export', async () => {
    const found = await differences(committed, files)
    expect(found, 'exports/ is not as the code makes it: npm run regenerate').toEqual([])
  })
  test('hold nothing that their first page does not explain', async () => {
    const readme = files.get('README.md') ?? ''
    const entries = (await readdir(committed)).filter((name) => name !== 'README.md')
    expect(entries.filter((name) => !readme.includes(name))).toEqual([])
  })
  test('name no day and no machine: the same code makes the same bytes', () => {
    const named = [...files].filter(([, text]) => /\b20\d\d-\d\d-\d\dT|file:\/\//.test(text))
    expect(named.map(([path]) => path)).toEqual([])
  })
})

const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id]) => id ?? ''))

describe('the pages for people', () => {
  test('every link leads to a page, and to a place in it, that is there', () => {
    const broken: string[] = []
    let count = 0
    for (const [path, text] of files) {
      if (!path.endsWith('.md')) continue
      for (const [, link = ''] of text.matchAll(/(?<!\\)\]\(([^)\s]+)\)/g)) {
        count += 1
        const [file = '', place] = link.split('#')
        const target = posix.join(posix.dirname(path), file)
        const there = files.get(target)
        const good =
          there === undefined
            ? existsSync(join(committed, target))
            : place === undefined || anchorsOf(there).has(place)
        if (!good) broken.push(`${path}: ${link}`)
      }
    }
    expect(count).toBeGreaterThan(1000)
    expect(broken).toEqual([])
  })
  test('the book has each statement with what it rests on', () => {
    const pages = [...files].filter(([path]) => path.startsWith('book/'))
    for (const { id, title, implements: numbers, outside } of guideline.statements) {
      const page = pages.map(([, text]) => text).find((text) => text.includes(`<a id="${id}">`))
      const [, own = ''] = (page ?? '').split(`<a id="${id}"></a>`)
      const [part = ''] = own.split('<a id=')
      expect(part).toContain(title)
      for (const number of numbers) expect(part).toContain(`[${number}](`)
      for (const key of outside) expect(part).toContain(`[${key}](`)
      expect(part).toContain('**Holds when**')
    }
  })
  test('the way back leads from each number of the source and of our readings', () => {
    const page = files.get('traceability.md') ?? ''
    for (const [letter, last] of [
      ['S', 53],
      ['R', 27],
    ] as const) {
      for (let at = 1; at <= last; at++) {
        const number = `${letter}${String(at).padStart(2, '0')}`
        expect(page).toMatch(new RegExp(`^\\| ${number} \\| .+ \\| (\\[|no statement: ).+`, 'm'))
      }
    }
  })
  test('the drawing says in words what it shows, and every tag in it is closed', () => {
    const svg = files.get('pathway.svg') ?? ''
    expect(/<svg[^>]*>/.exec(svg)?.[0]).toMatch(
      /role="img" aria-labelledby="pathway-title pathway-description"/,
    )
    const words = /<desc[^>]*>(.*)<\/desc>/.exec(svg)?.[1] ?? ''
    const drawn = svg.replace(/<desc.*<\/desc>/, '').replace(/(<[^>]*>|\s)+/g, ' ')
    for (const { title } of guideline.statements) expect(drawn).toContain(title)
    expect(words.length).toBeGreaterThan(1000)
    const open: string[] = []
    for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
      if (close === '/') expect(open.pop()).toBe(name)
      else if (self !== '/') open.push(name)
    }
    expect(open).toEqual([])
  })
})

describe('a test names a statement', () => {
  const file = (path: string, text: string) => ({ path, text })

  test('by its id or by its constant, and not by a longer name that begins so', () => {
    const naming = testsNaming(guideline, [
      file('b.test.ts', "'increase-baclofen-older-adult'"),
      file('a.test.ts', 'holds(dose.increaseBaclofen)'),
      file('c.test.ts', 'noIncreaseBaclofen'),
    ])
    expect(naming.get('increase-baclofen')).toEqual(['a.test.ts'])
    expect(naming.get('increase-baclofen-older-adult')).toEqual(['b.test.ts'])
  })
})

describe('a folder of exports', () => {
  const made: string[] = []
  const folder = async (): Promise<string> => {
    const path = await mkdtemp(join(tmpdir(), 'crampwise-exports-'))
    made.push(path)
    return path
  }
  afterAll(async () => {
    await Promise.all(made.map((path) => rm(path, { recursive: true })))
  })
  const put = async (folderPath: string, path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folderPath, path)), { recursive: true })
    await writeFile(join(folderPath, path), text)
  }
  const small: Files = new Map([
    ['README.md', 'every form of the guideline\n'],
    ['book/a.md', 'one\n'],
    ['book/b.md', 'two\n'],
    ['sql/x.sql', 'SELECT 1;\n'],
  ])

  test('a change, a file that is gone and one too many are each found', async () => {
    const path = await folder()
    await writeFiles(path, small)
    expect(await differences(path, small)).toEqual([])
    await put(path, 'book/a.md', 'One\n')
    await rm(join(path, 'sql/x.sql'))
    await put(path, 'book/old.md', 'from before\n')
    expect(await differences(path, small)).toEqual([
      { path: 'book/a.md', is: 'differs' },
      { path: 'book/old.md', is: 'is made no longer' },
      { path: 'sql/x.sql', is: 'is missing' },
    ])
    await writeFiles(path, small)
    expect(await differences(path, small)).toEqual([])
    expect(existsSync(join(path, 'book/old.md'))).toBe(false)
  })
  test('the report of the proofs, and what else lies there, is left alone', async () => {
    const path = await folder()
    await put(path, 'proof/report.md', 'proved\n')
    await put(path, 'mine.txt', 'mine\n')
    await writeFiles(path, small)
    expect(await readFile(join(path, 'proof/report.md'), 'utf8')).toBe('proved\n')
    expect(await readFile(join(path, 'mine.txt'), 'utf8')).toBe('mine\n')
    expect(await differences(path, small)).toEqual([])
  })
  test('where another folder was named by mistake nothing in it is taken away', async () => {
    const path = await folder()
    await put(path, 'README.md', 'my project\n')
    await put(path, 'book/novel.md', 'chapter one\n')
    await writeFiles(path, small)
    expect(existsSync(join(path, 'book/novel.md'))).toBe(true)
  })
  test('line ends are no difference', async () => {
    const path = await folder()
    await writeFiles(path, small)
    await put(path, 'book/a.md', 'one\r\n')
    expect(await differences(path, small)).toEqual([])
  })

  describe('as the command has it', () => {
    afterEach(() => {
      vi.restoreAllMocks()
    })
    const printed = (stream: NodeJS.WriteStream): string[] => {
      const lines: string[] = []
      vi.spyOn(stream, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
      return lines
    }
    test('one letter changed by hand: it is named, and the exit code is 1', async () => {
      const path = await folder()
      await cp(committed, path, { recursive: true })
      const text = await readFile(join(path, 'sql/spark.sql'), 'utf8')
      await writeFile(join(path, 'sql/spark.sql'), text.replace('30D', '40D'))
      const lines = printed(process.stdout)
      expect(await runExport(path, { check: true })).toBe(1)
      expect(lines.join('')).toContain('sql/spark.sql differs\n')
    }, 180_000)
    test('a file in place of a folder is refused, with the remedy', async () => {
      const lines = printed(process.stderr)
      expect(await runExport(join(root, 'package.json'), {})).toBe(2)
      expect(lines.join('')).toContain('Name a folder, such as exports.')
    })
  })
})
