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
  [
    /maximum_object_size|maximum line size/i,
    'A line is longer than 16 MB.',
    'Take the file out of the export, or split the resource: no resource that is read is as long.',
  ],
  [
    /Extension .* not found|required extension/i,
    'Files at an address are read by an extension of DuckDB that is not installed here.',
    'Install it once ("INSTALL httpfs" in DuckDB), or fetch the files first.',
  ],
  [
    /HTTP|Could not establish connection|IO Error|magic bytes|not a valid (gzip|zstd)|incorrect header check|Failed to (read|decompress)|unexpected end of file/i,
    'A file cannot be read: it is damaged, packed otherwise than its name says, or out of reach.',
    'Check the files, or fetch them again.',
  ],
]

/** What an error means to the person who runs the screen; undefined where it is a fault of ours. */
export const troubleOf = (error: unknown, where: string): Trouble | undefined => {
  if (isStopped(error)) return error.trouble
  const text = error instanceof Error ? error.message : String(error)
  const known = causes.find(([pattern]) => pattern.test(text))
  return known === undefined ? undefined : { where, message: known[1], remedy: known[2] }
}
