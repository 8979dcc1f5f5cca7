import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root, run, say } from './setup.mjs'

const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))

const versionsOf = (folder) => (existsSync(folder) ? readdirSync(folder) : [])

const hasPostgres = () =>
  onPath('initdb') ||
  versionsOf('/usr/lib/postgresql').some((version) =>
    existsSync(join('/usr/lib/postgresql', version, 'bin', 'initdb')),
  )

const hasShells = () => ['bash', 'zsh', 'fish', 'groff'].every(onPath)

/** Programs that some test files need beyond npm, by the part of the file's name that says so. */
const programs = [
  { name: 'browser', words: 'Chromium', debian: 'chromium', has: () => onPath('chromium') },
  { name: 'postgres', words: 'PostgreSQL', debian: 'postgresql', has: hasPostgres },
  { name: 'shell', words: 'zsh, fish and groff', debian: 'zsh fish groff', has: hasShells },
]

const testFiles = () =>
  ['src', 'test'].flatMap((folder) => readdirSync(join(root, folder), { recursive: true }))

const aptInstall = async (packages) => {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  return run('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], { env })
}

/**
 * Installs the programs that the tests need and this machine lacks, where that can be done (Debian, as
 * root); says what is left out, and why; hands back the names of what is still missing.
 */
export const installPrograms = async (files = testFiles()) => {
  const needed = programs.filter(({ name }) =>
    files.some((file) => /\.test\.tsx?$/.test(file) && file.includes(`.${name}.`)),
  )
  const missing = () => needed.filter(({ has }) => !has())
  const lacking = missing()
  if (lacking.length === 0) return []
  let why = 'this is not a Debian system'
  if (onPath('apt-get')) {
    why = 'only root may install it'
    if (process.getuid?.() === 0) {
      say(`Installing ${lacking.map(({ words }) => words).join(' and ')} (apt-get, once) ...`)
      const { output } = await aptInstall(lacking.flatMap(({ debian }) => debian.split(' ')))
      why = `apt-get could not install it: ${output.trim().split('\n').at(-1) ?? ''}`
    }
  }
  for (const { name, words, debian } of missing()) {
    say(`LEFT OUT: the tests in *.${name}.test.ts need ${words}, and ${why}.`)
    say(`          Install it ("apt-get install ${debian}" on Debian) to run them.`)
  }
  return missing().map(({ name }) => name)
}
