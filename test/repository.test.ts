import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { promises } from '../src/guideline/promises.ts'
import { guideline } from '../src/index.ts'
import { commandsOf, files, read, root } from './repository.test-support.ts'

const markdown = files.filter((file) => file.endsWith('.md'))
const texts = files.filter((file) => !/\.(png|pdf|gz|zst|parquet)$/.test(file))
const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
}

/** Places in the files where a text stands that should stand nowhere. */
const places = (pattern: RegExp): readonly string[] =>
  texts.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${String(index + 1)} ${line.trim().slice(0, 80)}`] : [],
      ),
  )

describe('a stranger can install it', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  }

  const packages = Object.entries(lock.packages)

  test('from whatever registry they use: the lockfile names no host', () => {
    const named = packages.filter(([, { resolved }]) => /^[a-z+]+:/.test(String(resolved)))
    expect(named.map(([name]) => name)).toEqual([])
  })

  test('and gets what we had: each package from elsewhere has its hash', () => {
    const unhashed = packages.filter(
      ([name, entry]) =>
        name.includes('node_modules/') &&
        entry['link'] !== true &&
        entry['inBundle'] !== true &&
        !('integrity' in entry),
    )
    expect(unhashed.map(([name]) => name)).toEqual([])
  })

  test('by npm ci: the lockfile has no holes, for any system', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'crampwise-lock-'))
    const local = packages.map(([name]) => name).filter((name) => !/^$|node_modules/.test(name))
    for (const file of ['package.json', 'package-lock.json', ...local]) {
      cpSync(join(root, file), join(elsewhere, file), { recursive: true })
    }
    const args = ['ci', '--dry-run', '--offline', '--no-audit', '--no-fund']
    const { status, stderr } = spawnSync('npm', args, { cwd: elsewhere, encoding: 'utf8' })
    rmSync(elsewhere, { recursive: true })
    expect(status, stderr).toBe(0)
  })

  test('nothing names a registry', () => {
    expect(places(/registry\.[a-z]+js\.|registry\.yarn|npm\.pkg\.|files\.python/)).toEqual([])
  })

  test('nothing names a folder of the machine that it was made on', () => {
    expect(places(/(^|[^\w.:/~-])\/(home|Users|root|work|tmp)\/\w/)).toEqual([])
  })

  test.each(Object.entries(scripts))('npm run %s runs something that is there', (_name, script) => {
    const scriptFiles = script.match(/(?<=node )\S+\.mjs/g) ?? []
    expect(scriptFiles.filter((file) => !existsSync(join(root, file)))).toEqual([])
  })
})

describe('documents', () => {
  test.each(markdown)('every link within %s leads somewhere', (file) => {
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '')
    const local = links.filter((link) => !/^([a-z]+:|#)/.test(link))
    const broken = local.filter((link) => {
      const [path = ''] = link.split('#')
      return !existsSync(join(root, dirname(file), path))
    })
    expect(broken).toEqual([])
  })

  test.each([
    ['statements', guideline.statements.length],
    ['promises', promises.length],
  ])('where a page counts the %s of the guideline, it counts %i', (what, count) => {
    const counted = new RegExp(`(?<![\\w.-])(\\d+) ${what}\\b`, 'g')
    const wrong = ['README.md', 'docs/safety/safety-case.md'].flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) =>
          [...line.matchAll(counted)].some(([, number]) => Number(number) !== count)
            ? [`${file}:${String(index + 1)} ${line.trim().slice(0, 80)}`]
            : [],
        ),
    )
    expect(wrong, `there are ${String(count)} ${what}: mend these lines by hand`).toEqual([])
    expect(read('README.md')).toMatch(counted)
  })

  test('decisions are numbered on, none missing and none twice', () => {
    const pages = files.filter((file) => file.startsWith('docs/decisions/')).sort()
    const numbers = pages.map((file) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1]))
    expect(numbers).toEqual(pages.map((_page, index) => index + 1))
    const headings = pages.map((file) => Number(/^# (\d+)\. /.exec(read(file))?.[1]))
    expect(headings).toEqual(numbers)
  })

  const commands = markdown.flatMap((file) =>
    commandsOf(file).map((command) => [command, file] as const),
  )

  test.each(commands.filter(([command]) => command.startsWith('npm ')))(
    '"%s" of %s is a script of the package',
    (command) => {
      const [, verb = '', name = ''] = command.split(/\s+/)
      expect(['ci', 'install', 'start', 'test', 'run']).toContain(verb)
      if (verb === 'run') expect(Object.keys(scripts)).toContain(name)
    },
  )

  test.each(commands.filter(([command]) => /^npx (?!crampwise)/.test(command)))(
    '"%s" of %s is a program of the dependencies',
    (command) => {
      const [, program = ''] = command.split(/\s+/)
      expect(existsSync(join(root, 'node_modules', '.bin', program))).toBe(true)
    },
  )
})
