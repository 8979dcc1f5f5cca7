import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { guideline } from '../src/index.ts'
import { read, root } from './repository.test-support.ts'

const load = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(join(root, 'scripts/quality', name)).href)) as T

interface Counted {
  readonly statement: string
  readonly counts: readonly number[]
}
interface Score {
  readonly folder: string
  readonly noticed: number
  readonly missed: number
}
const { mutationScores, mutationTable } = await load<{
  readonly mutationScores: (report: object) => readonly Score[]
  readonly mutationTable: (scores: readonly Score[]) => string
}>('mutation.mjs')
const { countRows, gaps, rowTable } = await load<{
  readonly countRows: (report: object, statements: readonly string[]) => readonly Counted[]
  readonly gaps: (counted: readonly Counted[]) => string
  readonly rowTable: (
    counted: readonly Counted[],
    examples: readonly (readonly string[])[],
  ) => string
}>('rows.mjs')
const { countedRows, withRowSection } = await load<{
  readonly countedRows: (statements: readonly string[]) => Promise<readonly Counted[]>
  readonly withRowSection: (page: string, section: string) => string
}>('statement-rows.mjs')
const { bundleSizes } = await load<{
  readonly bundleSizes: (dist: string) => readonly { readonly name: string }[] | undefined
}>('sizes.mjs')

describe('figures of quality', () => {
  test('a fault that no test noticed counts against the score, one that does not compile does not', () => {
    const mutants = ['Killed', 'Timeout', 'Survived', 'NoCoverage', 'CompileError', 'Ignored']
    const scores = mutationScores({
      files: {
        'src/logic/a.ts': { mutants: mutants.map((status) => ({ status })) },
        'src/plan/b.ts': { mutants: [] },
      },
    })
    expect(scores[0]).toMatchObject({ folder: 'src/logic', noticed: 2, missed: 2 })
    expect(mutationTable(scores)).toContain('50.0 %')
    expect(mutationTable(scores)).toContain('none planted')
  })

  test('a statement without a row is named, and not counted as tested', () => {
    const row = (statement: string, expected: string) => ({
      status: 'passed',
      meta: { row: { statement, expected } },
    })
    const report = {
      testResults: [{ assertionResults: [row('a', 'true'), row('a', 'false'), { meta: {} }] }],
    }
    const counted = countRows(report, ['a', 'b'])
    expect(counted).toEqual([
      { statement: 'a', counts: [1, 1, 0] },
      { statement: 'b', counts: [0, 0, 0] },
    ])
    expect(gaps(counted)).toContain('No row where it is true: `b`.')
    expect(rowTable(counted, [['a']])).toContain(
      '| `b` | **none** | **none** | **none** | **none** |',
    )
  })

  test('every statement has a row where it is true, one where it is false, one where it is unknown', async () => {
    const counted = await countedRows(guideline.statements.map(({ id }) => id))
    const lacking = counted.flatMap(({ statement, counts }) =>
      ['true', 'false', 'unknown'].flatMap((truth, at) =>
        counts[at] === 0 ? [`${statement} has no row where it is ${truth}`] : [],
      ),
    )
    const remedy =
      'Add rows to the test beside the statement; unknown ones in src/guideline/not-known.test.ts'
    expect(lacking, remedy).toEqual([])
  }, 120_000)

  test('only the rows of the page are made anew, what was measured stays', () => {
    const page = '# Q\n\n## Rows of tests for each statement\n\nold\n\n## How fast is it?\n\n5 s\n'
    const made = '## Rows of tests for each statement\n\nnew\n'
    expect(withRowSection(page, made)).toBe(`# Q\n\n${made}\n## How fast is it?\n\n5 s\n`)
    expect(() => withRowSection('# Q\n', made)).toThrow('npm run quality')
  })

  test('of a page that is not built there is no size', () => {
    const dist = mkdtempSync(join(tmpdir(), 'crampwise-sizes-'))
    expect(bundleSizes(dist)).toBe(undefined)
    mkdirSync(join(dist, 'web/assets'), { recursive: true })
    writeFileSync(join(dist, 'web/assets/index-AbCd_123.js'), 'export {}')
    expect(bundleSizes(dist)?.map(({ name }) => name)).toEqual(['index.js'])
    rmSync(dist, { recursive: true })
  })

  test('the page speaks of every statement, and names the command of each figure', () => {
    const page = read('docs/quality.md')
    const lost = guideline.statements.filter(({ id }) => !page.includes(`| \`${id}\` |`))
    expect(
      lost.map(({ id }) => id),
      'docs/quality.md does not name these: npm run regenerate',
    ).toEqual([])
    for (const command of ['npm run mutation', 'npm run build', 'npm run bench -- fhir']) {
      expect(page).toContain(command)
    }
  })
})
