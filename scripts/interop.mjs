import { giveUp, root, run, say } from './setup.mjs'
import { join } from 'node:path'

/** What is tried against engines and validators of others; each ends with 3 where it cannot be run. */
const all = { hapi: 'HAPI and the reference engine', spark: 'Spark' }

const asked = process.argv.slice(2)
const wrong = asked.find((name) => !Object.hasOwn(all, name))
if (wrong !== undefined) {
  giveUp(
    `There is no "${wrong}". Give one of ${Object.keys(all).join(', ')}, or nothing for all.`,
    2,
  )
}

let [failed, notRun] = [false, false]
for (const [name, what] of Object.entries(all)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  say(`\n${what}`)
  const script = join(root, 'scripts', 'interop', `${name}.mjs`)
  const { code } = await run(process.execPath, [script], { show: true })
  failed ||= code !== 0 && code !== 3
  notRun ||= code === 3
}
process.exitCode = failed ? 1 : notRun ? 3 : 0
