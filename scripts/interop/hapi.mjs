import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from '../setup.mjs'

/** The day as of which the examples are assessed. */
const day = '2026-11-23'
const artifacts = 'exports/fhir-package/package'
const records = 'examples/records'
const plans = 'interop/target/plans'

/** Not run is neither passed nor failed: exit 3. */
const notRun = (why) => {
  say(`NOT RUN: HAPI and the reference engine need Java 17 or newer and Maven, and ${why}.`)
  say('         On Debian: apt-get install openjdk-17-jdk-headless maven')
  process.exit(3)
}

const java = await run('java', ['-version'])
const version = Number(/version "(\d+)/.exec(java.output)?.[1] ?? 0)
if (java.code !== 0) notRun('there is no "java"')
if (version < 17) notRun(`this is Java ${String(version)}`)
if ((await run('mvn', ['-version'])).code !== 0) notRun('there is no "mvn"')

const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), 'utf8'))

/** A page that is missing is said by the Bundle alone, which no engine is given: nothing to compare. */
const isWhole = (name) =>
  (readJson(records, name).link ?? []).every(({ relation }) => relation !== 'next')

/** What a plan gives and the product does not, and the other way round. */
const disagreements = (name) => {
  const { contained } = readJson(plans, name)
  const { action = [] } = contained.find(({ resourceType }) => resourceType === 'RequestGroup')
  const given = action.map(({ id }) => id).filter((id) => !id.startsWith('facts-'))
  const { holds, undecided } = readJson('examples/expected', name)
  const expected = [...Object.keys(holds), ...undecided.map((id) => `${id}.undecided`)]
  return [
    ...given.filter((id) => !expected.includes(id)).map((id) => `only the engine: ${id}`),
    ...expected.filter((id) => !given.includes(id)).map((id) => `not by the engine: ${id}`),
  ]
}

rmSync(join(root, plans), { recursive: true, force: true })
say(`Java ${String(version)}: plans for ${records} by the reference engine, then all by HAPI ...`)
const { code, output } = await run('mvn', [
  ...['-q', '-B', '-Dstyle.color=never', '-f', 'interop', 'compile', 'exec:java'],
  `-Dexec.args=${artifacts} ${records} ${day} ${plans}`,
])
say(output.replaceAll('\u001B[0m', '').trim())
if (/Could not (resolve|transfer|find) (dependencies|artifact|plugin)|Unknown host/i.test(output)) {
  notRun('Maven could not fetch what they consist of (needed once; after that no network is)')
}
if (!existsSync(join(root, plans))) {
  say('No plan was made: see above.')
  process.exit(1)
}

const names = readdirSync(join(root, plans)).filter(isWhole)
const wrong = names.flatMap((name) => disagreements(name).map((what) => `${name}: ${what}`))
for (const line of wrong) say(line)
const actions = `${String(names.length)} plans`
say(
  wrong.length === 0 ? `${actions} agree with crampwise.` : `${String(wrong.length)} differences.`,
)
process.exitCode = code === 0 && wrong.length === 0 && names.length > 0 ? 0 : 1
