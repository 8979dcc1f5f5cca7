import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './repository.test-support.ts'

interface Result {
  readonly is: 'ok' | 'failed' | 'not run'
  readonly says: string
  readonly places: readonly string[]
}
interface Dependency {
  readonly name: string
  readonly version: string
  readonly isTool: boolean
  readonly license?: string
}

const load = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(join(root, 'scripts/release', name)).href)) as T

const { checkLicenses, dependencies, isAllowed } = await load<{
  readonly checkLicenses: (all: readonly Dependency[]) => Result
  readonly dependencies: (root: string) => readonly Dependency[]
  readonly isAllowed: (expression: string, list: readonly string[]) => boolean
}>('licenses.mjs')
const { checkCodes } = await load<{ readonly checkCodes: (root: string) => Result }>('codes.mjs')
const { checkContents } = await load<{ readonly checkContents: (packed: object) => Result }>(
  'contents.mjs',
)
const { checkImports, packagesIn } = await load<{
  readonly checkImports: (folder: string) => Result
  readonly packagesIn: (text: string) => readonly string[]
}>('imports.mjs')
const { readAudit } = await load<{ readonly readAudit: (text: string) => Result }>('audit.mjs')
const { settled } = await load<{
  readonly settled: (bill: object, name: string, passedOn: readonly Dependency[]) => object
}>('bill.mjs')

const package_ = (license: string, isTool = false): Dependency => ({
  name: 'one',
  version: '1.0.0',
  isTool,
  license,
})

describe('licenses', () => {
  test('of everything that is installed are on the list', () => {
    const { is, places } = checkLicenses(dependencies(root))
    expect(places).toEqual([])
    expect(is).toBe('ok')
  })

  test('most packages are read: the check does not pass for want of anything to check', () => {
    const all = dependencies(root)
    expect(all.length).toBeGreaterThan(300)
    expect(all.filter(({ isTool }) => !isTool).length).toBeGreaterThan(40)
  })

  test.each(['GPL-3.0-only', 'AGPL-3.0', 'SSPL-1.0', 'UNLICENSED', ''])(
    '"%s" is refused',
    (text) => {
      expect(checkLicenses([package_(text)]).is).toBe('failed')
    },
  )

  test('one for tools only is refused for what is passed on', () => {
    expect(checkLicenses([package_('MPL-2.0', true)]).is).toBe('ok')
    expect(checkLicenses([package_('MPL-2.0')]).places).toEqual(['one: MPL-2.0 (passed on)'])
  })

  test('of a choice one allowed is enough, of a sum all must be', () => {
    expect(isAllowed('(GPL-2.0 OR MIT)', ['MIT'])).toBe(true)
    expect(isAllowed('GPL-2.0 AND MIT', ['MIT'])).toBe(false)
  })
})

describe('code systems', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-codes-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const artifacts = join(folder, 'exports/fhir-package/package')
  mkdirSync(artifacts, { recursive: true })

  const check = (notice: string, valueSet: object): Result => {
    writeFileSync(join(folder, 'NOTICE'), notice)
    writeFileSync(join(artifacts, 'ValueSet-a.json'), JSON.stringify(valueSet))
    return checkCodes(folder)
  }
  const of = (system: string, copyright?: string) => ({
    resourceType: 'ValueSet',
    ...(copyright === undefined ? {} : { copyright }),
    compose: { include: [{ system, concept: [{ code: '1' }] }] },
  })
  const snomed = 'http://snomed.info/sct'

  test('that are carried have their notice, in NOTICE and in each value set', () => {
    expect(checkCodes(root).places).toEqual([])
  })

  test('a value set without its notice is found, and NOTICE without it', () => {
    expect(check('SNOMED CT', of(snomed)).places).toEqual([
      'ValueSet-a.json: copyright does not name SNOMED CT',
    ])
    expect(check('', of(snomed, 'SNOMED CT is used by permission')).places).toEqual([
      'NOTICE does not name SNOMED CT',
    ])
  })

  test('a code system that nobody thought of is found', () => {
    expect(check('', of('http://www.ama-assn.org/go/cpt')).places).toEqual([
      'ValueSet-a.json: http://www.ama-assn.org/go/cpt has no notice',
    ])
  })
})

describe('the package', () => {
  const good = [
    ...['package.json', 'README.md', 'LICENSE', 'NOTICE', 'CHANGELOG.md'],
    ...['dist/index.js', 'dist/index.d.ts', 'dist/record.js', 'dist/calendars.js'],
    ...['dist/sweep.js', 'dist/sweep-worker.js'],
    ...['dist/apps/cli/main.js', 'dist/man/crampwise.1', 'dist/completion/crampwise.bash'],
    ...[
      'dist/web/index.html',
      'deploy/crampwise.service',
      'dist/docs/index.html',
      'exports/definition.json',
    ],
  ]
  const check = (paths: readonly string[]): readonly string[] =>
    checkContents({ files: paths.map((path) => ({ path })), size: 1, unpackedSize: 1 }).places

  test('may hold what it must', () => {
    expect(check(good)).toEqual([])
  })

  test.each([
    ...['.env', 'src/index.ts', 'dist/logic/truth.test.js', 'dist/index.js.map', 'dist/.built'],
    ...[
      'test/fixture.json',
      'node_modules/a/index.js',
      'exports/secret.pem',
      'dist/apps/other/a.js',
    ],
  ])('may not hold %s', (path) => {
    expect(check([...good, path])).toEqual([`not allowed: ${path}`])
  })

  test('without its license it is not whole', () => {
    expect(check(good.filter((path) => path !== 'LICENSE'))).toEqual(['missing: LICENSE'])
  })

  test('names its manual page and each entry point among what it holds', () => {
    const { man, exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly man: string
      readonly exports: Readonly<Record<string, unknown>>
    }
    const named = [man, ...(JSON.stringify(exports).match(/\.\/dist[^"]+/g) ?? [])]
    expect(named).toHaveLength(7)
    expect(check([...good, ...named.map((path) => path.replace('./', ''))])).toEqual([])
  })
})

describe('what the built modules import', () => {
  test('is found in every way of importing, and Node and files are left out', () => {
    const text = [
      "import a from 'a'",
      "import { b,\n  c } from '@scope/b/deep'",
      "import 'side'",
      "export * from 'again'",
      "const late = await import('late')",
      "import { join } from 'node:path'",
      "import { own } from './own.js'",
      'const words = \'imported from "nowhere"\'',
    ].join('\n')
    expect(packagesIn(text)).toEqual(['a', '@scope/b', 'side', 'again', 'late'])
  })

  test('must be installed with them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'crampwise-imports-'))
    mkdirSync(join(folder, 'dist/sweep'), { recursive: true })
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'crampwise', dependencies: { zod: '4' } }),
    )
    writeFileSync(join(folder, 'dist/index.js'), "import { z } from 'zod'")
    expect(checkImports(folder).is).toBe('ok')
    writeFileSync(
      join(folder, 'dist/sweep/a.js'),
      "import { DuckDBInstance } from '@duckdb/node-api'",
    )
    expect(checkImports(folder).places).toEqual(['dist/sweep/a.js imports @duckdb/node-api'])
    rmSync(folder, { recursive: true })
  })
})

describe('the audit', () => {
  test('of a registry that cannot audit is neither good nor bad, and it is said', () => {
    const answer = JSON.stringify({ message: '405 Method Not Allowed - POST somewhere' })
    const { is, says } = readAudit(answer)
    expect(is).toBe('not run')
    expect(says).toContain('NOT AUDITED')
    expect(says).toContain('405 Method Not Allowed')
    expect(readAudit('').is).toBe('not run')
  })

  test('refuses what is high or critical, and tells what is less', () => {
    const of = (severity: string) =>
      readAudit(JSON.stringify({ vulnerabilities: { one: { name: 'one', severity } } }))
    expect(of('critical').places).toEqual(['one: critical'])
    expect(of('high').is).toBe('failed')
    expect(of('moderate').is).toBe('ok')
    expect(of('moderate').says).toContain('1 weaknesses')
    expect(readAudit('{"vulnerabilities":{}}').is).toBe('ok')
  })
})

test('the bill of materials is the same for the same lockfile, names no machine, and no tool', () => {
  const made = (timestamp: string, folder: string) =>
    JSON.stringify(
      settled(
        {
          serialNumber: `urn:uuid:${timestamp}`,
          metadata: { timestamp, component: { name: folder, 'bom-ref': 'crampwise@1' } },
          components: ['one', 'tool'].map((name) => ({
            name,
            version: '1.0.0',
            'bom-ref': `${name}@1.0.0`,
            externalReferences: [{ type: 'distribution', url: `https://${folder}.example` }],
          })),
          dependencies: [{ ref: 'crampwise@1', dependsOn: ['one@1.0.0', 'tool@1.0.0'] }],
        },
        'crampwise',
        [package_('MIT')],
      ),
    )
  expect(made('2026-01-01', 'here')).toBe(made('2027-01-01', 'there'))
  expect(made('2026-01-01', 'here')).not.toMatch(/here|2026|tool/)
})
