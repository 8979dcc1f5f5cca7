/** What went wrong, where, and what to do. */
export interface Trouble {
  readonly where: string
  readonly message: string
  readonly remedy: string
}

interface Stopped extends Error {
  readonly trouble: Trouble
}

/** An error that the person who runs the screen can put right. */
export const stop = (where: string, message: string, remedy: string): Error =>
  Object.assign(new Error(message), { trouble: { where, message, remedy } })

const isStopped = (error: unknown): error is Stopped => error instanceof Error && 'trouble' in error

const causes: readonly (readonly [pattern: RegExp, message: string, remedy: string])[] = [
  [
    /ENOSPC|No space left|disk is full/i,
    'The disk is full: nothing was put in place.',
    'Make room, or name a folder on another disk with --out, and run it again.',
  ],
  [
    /Out of Memory|failed to allocate|could not allocate/i,
    'The memory that the screen may use is too small.',
    'Give more with --memory, such as --memory 2GB, or fewer --threads.',
  ],
  [
    /EACCES|EPERM|Permission denied/i,
    'A file or folder may not be read or written.',
    'Correct its permissions, or name another.',
  ],
]

/** What an error means to the person who runs the screen; undefined where it is a fault of ours. */
export const troubleOf = (error: unknown, where: string): Trouble | undefined => {
  if (isStopped(error)) return error.trouble
  const text = error instanceof Error ? error.message : String(error)
  const known = causes.find(([pattern]) => pattern.test(text))
  return known === undefined ? undefined : { where, message: known[1], remedy: known[2] }
}
