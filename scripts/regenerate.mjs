import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rowSection, withRowSection } from './quality/statement-rows.mjs'
import { checkNode, installDependencies, root, runTool, say } from './setup.mjs'

checkNode()
await installDependencies()

/** Test files that compare with a snapshot of the product's own text. */
const withSnapshots = ['src', 'test']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, name)),
  )
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) =>
    /\.toMatch(File|Inline)?Snapshot\(/.test(readFileSync(join(root, file), 'utf8')),
  )
  // Vitest takes the names of files with slashes, on Windows too.
  .map((file) => file.replaceAll('\\', '/'))

const cli = (...args) => runTool('tsx', ['src/apps/cli/main.ts', ...args])

// -u goes last: it would take a file after it for its value.
const tests = (files, { update = false, env } = {}) =>
  runTool('vitest', ['run', '--project', 'unit', ...files, ...(update ? ['-u'] : [])], { env })

const writeRows = async () => {
  const file = join(root, 'docs/quality.md')
  writeFileSync(file, withRowSection(readFileSync(file, 'utf8'), await rowSection()))
  return { code: 0, output: '' }
}

/** What is made, in this order: the exports name the tests, and the figures read the exports. */
const steps = [
  {
    makes: 'examples/expected',
    by: () => tests(['test/examples.test.ts'], { env: { CRAMPWISE_EXPECT: '1' } }),
  },
  {
    makes: 'examples/expected, formatted',
    by: () => runTool('prettier', ['--write', 'examples/expected']),
  },
  {
    makes: 'snapshots, and the pages of docs/safety that are made',
    by: () => tests(withSnapshots, { update: true }),
  },
  { makes: 'exports', by: () => cli('export', 'exports') },
  { makes: 'exports/proof', by: () => cli('prove', '--out', 'exports/proof') },
  { makes: 'docs/quality.md, its rows of tests', by: writeRows },
]

/** Takes a step; says in one line that it is done, or shows why not, and whether it is. */
const take = async ({ makes, by }) => {
  const begun = performance.now()
  const { code, output } = await by().catch((error) => ({ code: 1, output: error.message }))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${makes}  ${seconds} s`)
  if (code !== 0) say(output.trim())
  return code === 0
}

const failed = []
for (const step of steps) if (!(await take(step))) failed.push(step.makes)

if (failed.length > 0) {
  say(`\nNot as it should be: ${failed.join('; ')}. See above; then run this again.`)
  process.exitCode = 1
} else {
  say('\nAll that is generated was made again. Read the difference before you commit it: git diff')
}
