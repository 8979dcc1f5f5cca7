import type { Problem } from '../../logic/given.ts'

/** Writes problems to standard error, each with its place and remedy, and answers exit code 2. */
export const refuse = (problems: readonly Problem[], undone = 'nothing was assessed'): 2 => {
  const count = problems.length === 1 ? 'a problem' : `${String(problems.length)} problems`
  process.stderr.write(`crampwise: ${count} in the input; ${undone}.\n`)
  for (const { where, message, remedy } of problems) {
    process.stderr.write(`  ${where}: ${message}\n    ${remedy}\n`)
  }
  return 2
}
