import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, runTool } from '../setup.mjs'
import { countRows, gaps, rowTable } from './rows.mjs'

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

/** Runs the tests of the statements, and counts what each row says of which; throws when they do not run. */
export const countedRows = async (statements) => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-quality-'))
  const file = join(folder, 'rows.json')
  const args = ['--project', 'unit', '--reporter=json', `--outputFile=${file}`, 'src/guideline']
  const { output } = await runTool('vitest', ['run', ...args])
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  if (report === undefined) throw new Error(`The tests of the statements did not run:\n${output}`)
  return countRows(report, statements)
}

const heading = '## Rows of tests for each statement'

/** That part of docs/quality.md which is made from the rows and the expected examples. */
export const rowSection = async () => {
  const statements = readJson('exports/definition.json').statements.map(({ id }) => id)
  const examples = readdirSync(join(root, 'examples/expected')).map((name) =>
    Object.keys(readJson('examples/expected', name).holds),
  )
  const counted = await countedRows(statements)
  return `${heading}

A row is a sentence that a clinician could dispute, a change to a typical patient, and a truth. Printed by
\`npx vitest run src/guideline\`. Beside these rows all engines are compared on random patients, and the promises are proved for every
patient: [the report](../exports/proof/report.md).

${gaps(counted)}

${rowTable(counted, examples)}
`
}

/** The page with another such part; everything else in it, measured or not, stays. */
export const withRowSection = (page, section) => {
  const from = page.indexOf(heading)
  const to = page.indexOf('\n## ', from)
  if (from < 0 || to < 0) throw new Error(`docs/quality.md has no "${heading}": npm run quality`)
  return page.slice(0, from) + section + page.slice(to)
}
