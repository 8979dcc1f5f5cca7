import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { checkNode, giveUp, installDependencies, root, run, say } from './setup.mjs'

const example = 'examples/records/01-increase.json'

/** What is started once everything is there. */
const command = ['assess', example, '--on', '2026-11-23']

checkNode()
await installDependencies()
if (!existsSync(join(root, 'dist'))) say('Building ...')
await build()
if (!existsSync(join(root, example))) {
  giveUp(
    `The example record ${example} is missing from this checkout.\n` +
      'crampwise is built all the same. Try: npx crampwise --help',
  )
}
say(`A synthetic example record, ${example}, assessed as of 2026-11-23:\n`)
const { code } = await run(process.execPath, ['dist/apps/cli/main.js', ...command], { show: true })
if (code === 0) {
  say(`
What to try next:
  npx crampwise explain increase-baclofen ${example} --on 2026-11-23
  npx crampwise plan titration ${example} --on 2026-11-23 --start 2026-11-24 --strengths 5,10
  npx crampwise --help`)
}
process.exitCode = code
