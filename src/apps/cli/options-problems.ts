/** What is wrong, where, and what to do. */
export interface Trouble {
  readonly where: string
  readonly message: string
  readonly remedy: string
}

/** Writes troubles to standard error under a heading, each with its place and remedy; exit code 2. */
export const refuseTroubles = (heading: string, troubles: readonly Trouble[]): 2 => {
  process.stderr.write(`crampwise: ${heading}\n`)
  for (const { where, message, remedy } of troubles) {
    process.stderr.write(`  ${where}: ${message}\n    ${remedy}\n`)
  }
  return 2
}

/**
 * Writes why the store cannot be used, and answers the exit code: 75 (EX_TEMPFAIL) where it is worth trying
 * again, such as with a database that is not running yet, and otherwise 2.
 */
export const refuseStore = (
  heading: string,
  { isTemporary, ...trouble }: Trouble & { readonly isTemporary?: true },
): 2 | 75 => {
  refuseTroubles(heading, [trouble])
  return isTemporary === true ? 75 : 2
}

/** Says on standard error when `--data` was typed and a database is the store nevertheless. */
export const tellUnusedFolder = (
  { databaseUrl }: { readonly databaseUrl?: string | undefined },
  data: string | undefined,
): void => {
  if (databaseUrl === undefined || data === undefined) return
  const name = process.env['DATABASE_URL'] === databaseUrl ? 'DATABASE_URL' : '"databaseUrl"'
  process.stderr.write(
    `crampwise: ${name} is set, so the store is that database and not the folder of --data (${data}).\n`,
  )
}
