import { installPrograms } from './programs.mjs'
import { checkNode, installDependencies, runTool, say } from './setup.mjs'

checkNode()
await installDependencies()
const without = await installPrograms()

const checks = [
  { name: 'format', tool: 'prettier', args: ['--check', '--log-level=warn', '.'] },
  { name: 'lint', tool: 'eslint', args: ['.'] },
  { name: 'types', tool: 'typescript:tsc', args: ['--noEmit'] },
  { name: 'web', tool: 'typescript:tsc', args: ['--noEmit', '-p', 'src/apps/web'] },
]

/** Runs a check; says in one line that it passed, or shows all that it found. */
const passes = async ({ name, tool, args }) => {
  const begun = performance.now()
  const { code, output } = await runTool(tool, args)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`${name.padEnd(8)}${code === 0 ? 'ok' : 'FAILED'}  ${seconds} s`)
  if (code !== 0) say(output.trim())
  return code === 0
}

const passed = await Promise.all(checks.map(passes))
const { code } = await runTool('vitest', ['run', ...process.argv.slice(2)], {
  show: true,
  env: { CRAMPWISE_TEST_WITHOUT: without.join(',') },
})

const failed = checks.filter((_check, index) => !passed[index]).map(({ name }) => name)
if (failed.length > 0) say(`Failed before the tests: ${failed.join(', ')}. See above.`)
process.exitCode = failed.length > 0 ? 1 : code
