import { personFacts, populationColumns } from '../../assess/population.ts'
import { recordRules } from '../../guideline/codes/index.ts'
import { longestLine } from '../../sweep/part-of-file.ts'
import { linesOf, standardInput, standardOutput } from '../../sweep/spark/piped.ts'
import { readLines } from '../../sweep/spark/read-lines.ts'
import { readPeople } from '../../sweep/spark/read-people.ts'
import { version } from './version.ts'

/** The options of `crampwise spark-reader`. */
export interface SparkReaderOptions {
  readonly on?: string
  /** The version that wrote the script. */
  readonly for: string
}

/** Takes all that comes: Spark tells why a command failed only where it could give it everything. */
const drain = (): void => {
  const bytes = Buffer.allocUnsafe(64 * 1024)
  while (standardInput(bytes, 0) > 0);
}

const refuse = (why: string): number => {
  drain()
  process.stderr.write(`crampwise spark-reader: ${why}\n`)
  return 2
}

/**
 * `crampwise spark-reader`: what Spark puts lines and people through on its workers, from standard
 * input to standard output. The script that `sweep --engine spark` writes calls it; nobody types it.
 */
export const runSparkReader = (what: string, { on, for: wanted }: SparkReaderOptions): number => {
  if (wanted !== version) {
    return refuse(`this is version ${version}, and the script is for version ${wanted}.`)
  }
  if (what === 'check') {
    for (const { bytes } of linesOf(standardInput, longestLine)) {
      process.stdout.write(`${bytes.toString()}\n`)
    }
    return 0
  }
  if (what === 'lines') {
    readLines(recordRules, linesOf(standardInput, longestLine), standardOutput())
    return 0
  }
  if (what === 'people' && on !== undefined) {
    readPeople(
      { on, cells: populationColumns.length, read: personFacts },
      // A line has become longer by whose it is, and by its type where a table tells that.
      linesOf(standardInput, 2 * longestLine),
      standardOutput(),
    )
    return 0
  }
  return refuse(`there is no "${what}": give check, lines, or people with --on.`)
}
