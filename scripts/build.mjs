import {
  chmodSync,
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkNode, giveUp, installDependencies, root, runTool, say } from './setup.mjs'

const dist = join(root, 'dist')
const stamp = join(dist, '.built')

/** When anything that goes into a build changed last: files, and folders that lost or gained one. */
const changedAt = (path) => {
  const { mtimeMs } = statSync(path)
  return statSync(path).isDirectory()
    ? readdirSync(path).reduce(
        (latest, name) => Math.max(latest, changedAt(join(path, name))),
        mtimeMs,
      )
    : mtimeMs
}

const inputs = [
  ...['src', 'package.json', 'package-lock.json'],
  ...['tsconfig.json', 'tsconfig.build.json', 'vite.config.ts'],
]

const isUpToDate = () =>
  existsSync(stamp) &&
  inputs.every((input) => changedAt(join(root, input)) <= statSync(stamp).mtimeMs)

/** Compiles `src` to `dist` and the workbench to `dist/web`, unless that is up to date; tells whether there was anything to do. */
export const build = async () => {
  if (isUpToDate()) return false
  const begun = new Date()
  rmSync(dist, { recursive: true, force: true })
  const { code, output } = await runTool('typescript:tsc', [
    ...['-p', 'tsconfig.build.json'],
    '--noEmitOnError',
  ])
  if (code !== 0) giveUp(`${output.trim()}\n\nThe build failed: see the errors above.`)
  const web = await runTool('vite', ['build', '--logLevel', 'warn'])
  if (web.code !== 0) {
    giveUp(`${web.output.trim()}\n\nThe workbench could not be built: see the errors above.`)
  }
  chmodSync(join(dist, 'apps', 'cli', 'main.js'), 0o755)
  // A change that was made while this ran is newer than the stamp, and is built next time.
  writeFileSync(stamp, '')
  utimesSync(stamp, begun, begun)
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode()
  await installDependencies()
  say((await build()) ? 'Built to dist.' : 'dist is up to date.')
}
