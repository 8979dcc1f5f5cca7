import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What can be measured, each by a file of its own. */
const benches = {
  assess: 'assessments for each second, with and without their reasons',
  engines: 'every engine on all statements, and the size of the CQL',
  fhir: 'a record from text to facts, against JSON.parse',
  memory: 'what stays in memory over many records',
  service: 'calls of CDS Hooks for each second, against a bare server',
  sweep: 'the screen of a population, against JSON.parse of the same bytes',
  web: 'the page: its size, its first sight, and each key until it is painted',
}

const [name, ...rest] = process.argv.slice(2)
if (name === undefined || !Object.hasOwn(benches, name)) {
  const lines = Object.entries(benches).map(([bench, what]) => `  ${bench.padEnd(8)} ${what}`)
  process.stderr.write(`Say what to measure: npm run bench -- NAME\n${lines.join('\n')}\n`)
  process.exit(2)
}
const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
const child = spawn(process.execPath, ['--import', 'tsx', file, ...rest], {
  stdio: ['inherit', 'pipe', 'inherit'],
})
let printed = ''
child.stdout.setEncoding('utf8').on('data', (text) => {
  printed += text
  process.stdout.write(text)
})
child.once('close', (code) => {
  // What was printed last is kept for docs/quality.md.
  if (code === 0 && rest.length === 0) {
    const folder = fileURLToPath(new URL('../reports/bench/', import.meta.url))
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}${name}.txt`, printed)
  }
  process.exitCode = code ?? 1
})
