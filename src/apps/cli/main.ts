#!/usr/bin/env node
import { commands } from './commands.ts'

// Whoever reads the output may stop before its end: "crampwise assess FILE --json | head".
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

try {
  await commands().parseAsync()
} catch (error) {
  // A bug, not bad input: bad input has been answered with its place and remedy.
  process.stderr.write(
    `crampwise: internal error: ${error instanceof Error ? error.message : String(error)}\n`,
  )
  if (process.env['CRAMPWISE_DEBUG'] !== undefined) console.error(error)
  process.exitCode = 70
}
