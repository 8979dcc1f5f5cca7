import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What can be measured, each by a file of its own. */
const benches = {
  assess: 'assessments for each second, with and without their reasons',
  engines: 'every engine on all statements, and the size of the CQL',
  fhir: 'a record from text to facts, against JSON.parse',
  memory: 'what stays in memory over many records',
  service: 'calls of CDS Hooks for each second, against a bare server',
}

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || !Object.hasOwn(benches, name)) {
  const lines = Object.entries(benches).map(([bench, what]) => `  ${bench.padEnd(8)} ${what}`)
  process.stderr.write(`Say what to measure: npm run bench -- NAME\n${lines.join('\n')}\n`)
  process.exit(2)
}
const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
const { status } = spawnSync(process.execPath, ['--import', 'tsx', file, ...rest], {
  stdio: 'inherit',
})
process.exit(status ?? 1)
