import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../setup.mjs'

/**
 * Gives the files of the package the same modes on every machine: npm packs them as they are, so that another umask
 * would make another package.
 */
export const settleModes = (folder) => {
  const { files, bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const programs = Object.values(bin).map((file) => join(folder, file))
  const settle = (path) => {
    const isFolder = statSync(path).isDirectory()
    if (isFolder) for (const name of readdirSync(path)) settle(join(path, name))
    else chmodSync(path, programs.includes(path) ? 0o755 : 0o644)
  }
  for (const name of ['package.json', ...files.filter((file) => !file.startsWith('!'))]) {
    if (existsSync(join(folder, name))) settle(join(folder, name))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) settleModes(root)
