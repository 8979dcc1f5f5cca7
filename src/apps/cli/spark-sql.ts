import { today } from '../../assess/dates.ts'
import { statusOn } from '../../assess/status.ts'
import { guideline } from '../../guideline/index.ts'
import { spark } from '../../outputs/sql-dialect.ts'
import { statementsSql } from '../../outputs/sql.ts'
import { refuseTroubles } from './options-problems.ts'
import type { Trouble } from './options-problems.ts'
import type { SweepCommandOptions } from './sweep.ts'

/** An address within backquotes, as Spark names a file. */
const address = (path: string): string => `\`${path.replaceAll('`', '``')}\``

/**
 * Every statement as Spark SQL over the facts that a screen kept: a view of the Parquet, then one
 * SELECT with an outcome for each statement and person.
 */
export const sparkSql = (facts: string, on: string): string =>
  [
    `-- ${statusOn(on)}`,
    `CREATE OR REPLACE TEMPORARY VIEW facts AS SELECT * FROM parquet.${address(facts)};`,
    '',
    `${statementsSql(guideline, spark).trimEnd()};`,
    '',
  ].join('\n')

/** Prints the Spark SQL; answers with the exit code. Nothing is read and nothing is run. */
export const printSpark = (inputs: readonly string[], options: SweepCommandOptions): number => {
  const troubles = troublesOf(inputs, options)
  const { facts } = options
  if (troubles.length > 0 || facts === undefined) {
    return refuseTroubles('nothing was printed or run.', troubles)
  }
  process.stdout.write(sparkSql(facts, today()))
  return 0
}

const troublesOf = (
  inputs: readonly string[],
  { dryRun, limit, out, json, on, master, reader, sparkConf }: SweepCommandOptions,
): readonly Trouble[] => {
  const troubles: Trouble[] = []
  if (dryRun !== true) {
    const message = 'Facts that were kept are decided on Spark by SQL that is printed here.'
    const remedy = 'Print it with --dry-run into a file, and run that: spark-sql -f FILE.'
    troubles.push({ where: '--facts', message, remedy })
  }
  const given = {
    INPUT: inputs[0],
    '--limit': limit,
    '--out': out,
    '--json': json,
    '--on': on,
    '--master': master,
    '--reader': reader,
    '--spark-conf': sparkConf,
  }
  for (const [where, value] of Object.entries(given)) {
    if (value === undefined) continue
    const message = 'It has no part in the SQL over facts that were kept.'
    troubles.push({ where, message, remedy: 'Leave it out.' })
  }
  return troubles
}
