import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { foreignFolder } from './folder-owner.ts'
import type { StoreProblem } from './problem.ts'

/** A shorter secret could be guessed. */
const least = 32

/**
 * The secret of this installation, with which the ids of cards are made so that they tell nothing about
 * a patient. It lies in a file of its own, never in the database: who has the one has not the other.
 */
export const installationSalt = (
  file: string | undefined,
  folder: string,
): { readonly salt: string } | { readonly problem: StoreProblem } => {
  const foreign = file === undefined ? foreignFolder(folder) : undefined
  if (foreign !== undefined) return { problem: foreign }
  const path = file ?? join(folder, 'salt')
  const problem = (message: string, remedy: string): { readonly problem: StoreProblem } => ({
    problem: { where: path, message, remedy },
  })
  try {
    if (file === undefined) make(path)
    const salt = readFileSync(path, 'utf8').trim()
    return salt.length >= least
      ? { salt }
      : problem(
          'The secret of this installation is too short.',
          `Put ${String(least)} or more random characters there; ids of cards change with it.`,
        )
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return problem(
      `The secret of this installation cannot be read (${code ?? 'unknown'}).`,
      'Give a data folder that this user may write, or the path of a file as "saltFile".',
    )
  }
}

const make = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, {
      flag: 'wx',
      mode: 0o600,
      flush: true,
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}
