import { today } from '../../assess/dates.ts'
import { personFacts, populationColumns } from '../../assess/population.ts'
import { recordRules } from '../../guideline/codes/index.ts'
import { linesOf, standardInput, standardOutput } from '../../sweep/spark/piped.ts'
import { longestLine, readLines } from '../../sweep/spark/read-lines.ts'
import { readPeople } from '../../sweep/spark/read-people.ts'

/**
 * `crampwise spark-reader`: what Spark puts lines and people through on its workers, from standard
 * input to standard output. The script that `sweep --engine spark` writes calls it; nobody types it.
 */
export const runSparkReader = (of: string, { on }: { readonly on?: string }): number => {
  if (of === 'lines') {
    readLines(recordRules, linesOf(standardInput, longestLine), standardOutput())
    return 0
  }
  if (of === 'people') {
    readPeople(
      { on: on ?? today(), cells: populationColumns.length, read: personFacts },
      // A line has become longer by whose it is, and by its type where a table tells that.
      linesOf(standardInput, 2 * longestLine),
      standardOutput(),
    )
    return 0
  }
  process.stderr.write(`crampwise spark-reader: there is no "${of}". Give lines or people.\n`)
  return 2
}
