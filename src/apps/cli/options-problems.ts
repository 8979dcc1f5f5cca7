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
