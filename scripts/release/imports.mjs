import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import ts from 'typescript'
import { unless } from './result.mjs'

/** The names of the packages that a text imports, now or later, without Node's own and without files. */
export const packagesIn = (text) => [
  ...new Set(
    ts
      .preProcessFile(text, true, true)
      .importedFiles.map(({ fileName }) => fileName)
      .filter((name) => !/^[./]|^node:/.test(name) && !builtinModules.includes(name))
      .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/')),
  ),
]

/** Checks that whatever the built modules import is installed with them: a tool's package is not. */
export const checkImports = (folder) => {
  const {
    name: own,
    dependencies,
    optionalDependencies = {},
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const installed = [own, ...Object.keys(dependencies), ...Object.keys(optionalDependencies)]
  const files = readdirSync(join(folder, 'dist'), { recursive: true }).filter(
    (name) => name.endsWith('.js') && !/^(web|docs)[\\/]/.test(name),
  )
  const places = files.flatMap((file) =>
    packagesIn(readFileSync(join(folder, 'dist', file), 'utf8'))
      .filter((name) => !installed.includes(name))
      .map((name) => `dist/${file} imports ${name}`),
  )
  return unless(
    places,
    `What ${String(files.length)} modules import is installed with them.`,
    'A module imports what is not installed with the package.',
  )
}
