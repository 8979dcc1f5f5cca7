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

const howToRun =
  'Print the SQL with --dry-run into a file, and run it yourself: spark-sql -f FILE, or in a notebook of Databricks or EMR.'

const troublesOf = (
  inputs: readonly string[],
  { engine, dryRun, facts, limit, out, json, on }: SweepCommandOptions,
): readonly Trouble[] => {
  if (engine === undefined || engine === 'duckdb') {
    const remedy = 'Add --engine spark, or leave --dry-run out.'
    return [{ where: '--dry-run', message: 'It prints the SQL for Spark alone.', remedy }]
  }
  if (engine !== 'spark') {
    return [
      {
        where: '--engine',
        message: `There is no engine "${engine}".`,
        remedy: 'Give duckdb or spark.',
      },
    ]
  }
  const troubles: Trouble[] = []
  if (dryRun !== true) {
    const message = 'Running on Spark is not part of this version: only its SQL is printed.'
    troubles.push({ where: '--engine', message, remedy: howToRun })
  }
  if (facts === undefined) {
    const remedy = 'Screen first without --engine; then give --facts facts.parquet.'
    troubles.push({
      where: '--facts',
      message: 'The SQL is over facts that a screen kept.',
      remedy,
    })
  }
  const given = {
    INPUT: inputs.length > 0,
    '--limit': limit,
    '--out': out,
    '--json': json,
    '--on': on,
  }
  for (const [where, value] of Object.entries(given)) {
    if (value === undefined || value === false) continue
    const message = 'It has no part in the SQL for Spark.'
    troubles.push({ where, message, remedy: 'Leave it out.' })
  }
  return troubles
}
