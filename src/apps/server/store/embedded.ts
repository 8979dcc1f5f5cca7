import {
  chmodSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { Pool } from 'pg'
import { startThread } from './embedded-thread.ts'
import { foreignFolder, unwritableFile } from './folder-owner.ts'
import { lockFolder } from './lock.ts'
import type { Answer } from './lock.ts'
import { tellLost } from './lost.ts'
import type { StoreProblem } from './problem.ts'
import { whyNot } from './why-not.ts'

/** A pool of connections, and how to end what lies behind it. */
export interface OpenPool {
  readonly pool: Pool
  /** Whether somebody must write checkpoints and tidy up: the embedded server has no processes for it. */
  readonly isEmbedded: boolean
  readonly close: () => Promise<void>
}

/** The PostgreSQL that this version embeds; a folder of another cannot be opened by it. */
export const embeddedMajor = '18'

/**
 * Opens the embedded PostgreSQL in a folder, which then belongs to this process alone. What is committed
 * has been forced to the disk.
 */
export const openEmbedded = async (
  folder: string,
  answer: Answer,
  onLost: () => void,
): Promise<OpenPool | { readonly problem: StoreProblem }> => {
  const foreign = foreignFolder(folder)
  if (foreign !== undefined) return { problem: foreign }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
  } catch (error) {
    return unusable(folder, error)
  }
  const lock = await lockFolder(folder, answer).catch((error: unknown) => unusable(folder, error))
  if (lock === 'held') {
    return problem(
      folder,
      'Another crampwise is using this folder; the embedded store belongs to one process.',
      'Stop the other, give each its own --data folder, or share a PostgreSQL by DATABASE_URL.',
    )
  }
  if ('problem' in lock) return lock
  try {
    const files = await prepared(folder)
    if ('problem' in files) {
      await lock.release()
      return files
    }
    const database = await startThread(files.folder)
    const pool = new Pool(Object.assign({ max: 1 }, database.connection))
    tellLost(pool, onLost)
    const close = async (): Promise<void> => {
      await pool.end()
      await database.close()
      await lock.release()
    }
    return { pool, isEmbedded: true, close }
  } catch (error) {
    await lock.release()
    return { problem: unwritableFile(folder) ?? whyNot(folder, error) }
  }
}

/** Makes the files of a new database beside their place and moves them there when they are whole. */
const prepared = async (
  folder: string,
): Promise<{ readonly folder: string } | { readonly problem: StoreProblem }> => {
  const files = join(folder, 'pg')
  const unfinished = join(folder, 'pg.new')
  rmSync(unfinished, { recursive: true, force: true })
  if (existsSync(files)) {
    const major = readFileSync(join(files, 'PG_VERSION'), 'utf8').trim()
    return major === embeddedMajor
      ? { folder: files }
      : problem(
          folder,
          `This folder was written by PostgreSQL ${major}; this crampwise embeds ${embeddedMajor}.`,
          'Use the version of crampwise that wrote it; docs/integrating.md tells how to move on.',
        )
  }
  await (await startThread(unfinished)).close()
  renameSync(unfinished, files)
  forceFolder(folder)
  return { folder: files }
}

const forceFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const problem = (
  where: string,
  message: string,
  remedy: string,
): { readonly problem: StoreProblem } => ({ problem: { where, message, remedy } })

const unusable = (folder: string, error: unknown): { readonly problem: StoreProblem } => {
  const { code, message } = error as NodeJS.ErrnoException
  return problem(
    folder,
    `The folder cannot be used as a store (${code ?? message}).`,
    'Give a folder on a local disk that this user may write, with --data or "data".',
  )
}
