import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from '../setup.mjs'

/** What differs between this folder and the commit that is released: no part of it. */
export const uncommitted = async () => {
  const { code, output } = await run('git', ['status', '--porcelain'])
  return code === 0 ? output.split('\n').filter((line) => line !== '') : []
}

/** Lays the commit that is checked out into a new folder, with the dependencies that are installed here. */
export const layCommit = async (folder) => {
  mkdirSync(folder, { recursive: true })
  const archive = join(folder, '.archive.tar')
  const made = await run('git', ['archive', '--format=tar', `--output=${archive}`, 'HEAD'])
  if (made.code !== 0) return made.output.trim()
  const laid = await run('tar', ['-xf', archive, '-C', folder])
  if (laid.code !== 0) return laid.output.trim()
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return undefined
}

/** Each file below a folder with the hash of its bytes. */
export const hashesOf = (folder) =>
  new Map(
    readdirSync(folder, { recursive: true })
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  )
