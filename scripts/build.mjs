import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkNode, giveUp, installDependencies, root, run, runTool, say } from './setup.mjs'

const dist = join(root, 'dist')
const stamp = join(dist, '.built')
const docs = join(dist, 'docs')
const docsStamp = join(docs, '.built')

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

const docsInputs = [
  ...['docs', 'exports', 'scripts/site', 'README.md', 'CONTRIBUTING.md', 'GLOSSARY.md'],
  ...['CHANGELOG.md', 'SECURITY.md'],
]

const isUpToDate = (mark, from) =>
  existsSync(mark) && from.every((input) => changedAt(join(root, input)) <= statSync(mark).mtimeMs)

/** A change that was made while a build ran is newer than its stamp, and is built next time. */
const leaveStamp = (mark, begun) => {
  writeFileSync(mark, '')
  utimesSync(mark, begun, begun)
}

const main = join(dist, 'apps', 'cli', 'main.js')

/** What the built command tells of itself, each in the file where a package of a system looks for it. */
const told = {
  'man/crampwise.1': ['man'],
  'completion/crampwise.bash': ['completion', 'bash'],
  'completion/_crampwise': ['completion', 'zsh'],
  'completion/crampwise.fish': ['completion', 'fish'],
}

const writeTold = async () => {
  for (const [name, args] of Object.entries(told)) {
    const { code, output } = await run(process.execPath, [main, ...args])
    if (code !== 0) giveUp(`${output.trim()}\n\nThe build failed: crampwise ${args.join(' ')}.`)
    mkdirSync(dirname(join(dist, name)), { recursive: true })
    writeFileSync(join(dist, name), output)
  }
}

/** Makes the documentation in `dist/docs` one static folder, unless it is up to date. */
const buildDocs = async () => {
  if (isUpToDate(docsStamp, docsInputs)) return false
  const begun = new Date()
  // What it imports is there only once the dependencies are installed.
  const { buildSite } = await import('./site/build.mjs')
  buildSite(root, docs)
  leaveStamp(docsStamp, begun)
  return true
}

/**
 * Compiles `src` to `dist`, the workbench to `dist/web` and the documentation to `dist/docs`, unless they are up to
 * date; tells whether there was anything to do.
 */
export const build = async () => {
  if (isUpToDate(stamp, inputs)) return buildDocs()
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
  chmodSync(main, 0o755)
  await writeTold()
  leaveStamp(stamp, begun)
  await buildDocs()
  return true
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  checkNode()
  await installDependencies()
  say((await build()) ? 'Built to dist.' : 'dist is up to date.')
}
