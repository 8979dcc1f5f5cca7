import { accessSync, constants, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreProblem } from './problem.ts'

/**
 * Why this process may not open a data folder that another user owns: what it wrote there would be its
 * own, and the service could not start on it again. Nothing where users have no numbers (Windows), or
 * where the folder is not there yet.
 */
export const foreignFolder = (folder: string): StoreProblem | undefined => {
  const user = process.getuid?.()
  const owner = ownerOf(folder)
  return user === undefined || owner === undefined || user === owner
    ? undefined
    : foreign(folder, owner, user)
}

/** The user that a folder belongs to; where it cannot be seen, making it tells why. */
const ownerOf = (folder: string): number | undefined => {
  try {
    return statSync(folder).uid
  } catch {
    return undefined
  }
}

/** What is said of a folder that belongs to one user when another opens it. */
export const foreign = (folder: string, owner: number, user: number): StoreProblem => ({
  where: folder,
  message: `The folder belongs to the user ${String(owner)}, and this is the user ${String(user)}: files that it made there would keep the owner from starting.`,
  remedy:
    user === 0
      ? `Run it as that user (sudo -u '#${String(owner)}' crampwise …), or read the feedback while the service runs.`
      : `Run it as that user, give the folder to this one (chown -R ${String(user)} ${folder}), or name another with --data.`,
})

/** Why a store cannot be opened, where it is a file that this user may not write. */
export const unwritableFile = (folder: string): StoreProblem | undefined => {
  const file = firstUnwritable(folder)
  return file === undefined
    ? undefined
    : {
        where: file,
        message: 'This file of the store cannot be written by this user.',
        remedy: `Give all files to the owner of the folder: chown -R --reference=${folder} ${folder}`,
      }
}

const firstUnwritable = (folder: string): string | undefined => {
  if (!isAllowed(folder, constants.R_OK | constants.W_OK | constants.X_OK)) return folder
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const inside = firstUnwritable(path)
      if (inside !== undefined) return inside
    } else if (entry.isFile() && !isAllowed(path, constants.R_OK | constants.W_OK)) return path
  }
  return undefined
}

const isAllowed = (path: string, mode: number): boolean => {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}
