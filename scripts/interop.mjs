import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, say } from './setup.mjs'

/** Not run is neither passed nor failed: exit 3. */
const notRun = (why) => {
  say(`NOT RUN: HAPI's validator needs Java 17 or newer and Maven, and ${why}.`)
  say('         On Debian: apt-get install openjdk-17-jdk-headless maven')
  process.exit(3)
}

const java = await run('java', ['-version'])
const version = Number(/version "(\d+)/.exec(java.output)?.[1] ?? 0)
if (java.code !== 0) notRun('there is no "java"')
if (version < 17) notRun(`this is Java ${String(version)}`)
if ((await run('mvn', ['-version'])).code !== 0) notRun('there is no "mvn"')

/** The FHIR that is validated: the artifacts, and every example of a record or an answer. */
const folders = ['exports/fhir-package/package', 'examples'].filter((folder) =>
  existsSync(join(root, folder)),
)

say(`HAPI (Java ${String(version)}) validates ${folders.join(' and ')} ...`)
const { code, output } = await run('mvn', [
  ...['-q', '-B', '-Dstyle.color=never', '-f', 'interop'],
  ...['compile', 'exec:java', `-Dexec.args=${folders.join(' ')}`],
])
say(output.replaceAll('\u001B[0m', '').trim())
if (/Could not (resolve|transfer|find) (dependencies|artifact|plugin)|Unknown host/i.test(output)) {
  notRun('Maven could not fetch what HAPI consists of (needed once; after that no network is)')
}
process.exitCode = code === 0 ? 0 : 1
