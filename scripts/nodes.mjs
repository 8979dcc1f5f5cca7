import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clearTimeout, setTimeout } from 'node:timers'
import { build } from './build.mjs'
import { checkNode, installDependencies, root, run, say } from './setup.mjs'

/** The releases of Node that crampwise is for: the oldest that it runs on, and those that are kept up. */
const releases = [20, 22, 24]

/** Folders and files that use what may differ between releases: dates, regular expressions, streams, modules. */
const tests = ['src/logic', 'src/plan', 'src/guideline', 'src/fhir', 'src/apps/server/trust']

const main = 'dist/apps/cli/main.js'

/** The program of a release: this one, or that of the package "node"; nothing when it cannot be had. */
const nodeOf = async (release, folder) => {
  if (process.versions.node.startsWith(`${String(release)}.`)) return process.execPath
  const prefix = join(folder, String(release))
  const args = ['install', '--prefix', prefix, '--no-audit', '--no-fund', '--loglevel=error']
  await run('npm', [...args, `node@${String(release)}`])
  const program = join(prefix, 'node_modules/node/bin/node')
  return existsSync(program) ? program : undefined
}

/** What the built command prints for every example: the same on every release, or something is wrong. */
const answers = (node) =>
  readdirSync(join(root, 'examples/records'))
    .map((name) => {
      const args = [main, 'assess', `examples/records/${name}`, '--on', '2026-11-23', '--json']
      const { status, stdout, stderr } = spawnSync(node, args, { cwd: root, encoding: 'utf8' })
      return `${name} ${String(status)}\n${stdout}${stderr}`
    })
    .join('\n')

/** Starts the service with a store of its own, and asks whether it is ready; what went wrong, or nothing. */
const serves = (node, data) =>
  new Promise((resolve) => {
    const child = spawn(node, [main, 'serve', '--port', '0', '--data', data], { cwd: root })
    let output = ''
    let asked = false
    const end = (wrong) => {
      clearTimeout(timer)
      child.once('close', () => {
        resolve(wrong)
      })
      child.kill('SIGTERM')
    }
    const timer = setTimeout(() => {
      end(`no start within two minutes: ${output}`)
    }, 120_000)
    const read = (text) => {
      output += text
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0]
      if (address === undefined || asked) return
      asked = true
      fetch(`${address}/health/ready`).then(
        ({ status }) => {
          end(status === 200 ? undefined : `/health/ready answers ${String(status)}`)
        },
        (error) => {
          end(String(error))
        },
      )
    }
    child.stdout.setEncoding('utf8').on('data', read)
    child.stderr.setEncoding('utf8').on('data', read)
    child.once('exit', (code) => {
      if (asked) return
      clearTimeout(timer)
      resolve(`ended with ${String(code)}: ${output}`)
    })
  })

/** Everything on one release; what went wrong. */
const check = async (node, expected, folder) => {
  const wrong = []
  if (answers(node) !== expected) wrong.push('the examples are answered otherwise')
  const unready = await serves(node, mkdtempSync(join(folder, 'data-')))
  if (unready !== undefined) wrong.push(`the service: ${unready}`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--project', 'unit', '--reporter=dot', ...tests]
  const { code, output } = await run(node, args, { env: { NO_COLOR: '1' } })
  const count = /Tests +(.*)/.exec(output)?.[1] ?? 'no tests'
  if (code !== 0) wrong.push(`tests: ${output.trim()}`)
  return { wrong, count }
}

checkNode()
await installDependencies()
await build()
const folder = mkdtempSync(join(tmpdir(), 'crampwise-nodes-'))
let worst = 0
try {
  const expected = answers(process.execPath)
  for (const release of releases) {
    const node = await nodeOf(release, folder)
    if (node === undefined) {
      say(`Node ${String(release)}  NOT RUN: the package "node" could not be installed.`)
      worst = Math.max(worst, 3)
      continue
    }
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
    const { wrong, count } = await check(node, expected, folder)
    const says = wrong.length === 0 ? 'ok     ' : 'FAILED '
    say(`${version.padEnd(10)} ${says} examples, service, unit tests: ${count}`)
    for (const line of wrong) say(`           ${line}`)
    if (wrong.length > 0) worst = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = worst
