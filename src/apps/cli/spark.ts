import { statusOn, outOfDate } from '../../assess/status.ts'
import { today } from '../../assess/dates.ts'
import { momentOf } from '../../fhir/day.ts'
import { sparkParts } from '../../sweep.ts'
import { sparkDryRun, sweepOnSpark } from '../../sweep/spark/index.ts'
import { refuseTroubles } from './options-problems.ts'
import type { Trouble } from './options-problems.ts'
import { printSpark } from './spark-sql.ts'
import type { SweepCommandOptions } from './sweep.ts'
import { clearedText, screening } from './sweep-progress.ts'
import { sweptText } from './sweep-text.ts'
import { version } from './version.ts'

/** Screens on Spark, or prints its SQL; answers with the exit code. */
export const runSpark = async (
  inputs: readonly string[],
  options: SweepCommandOptions,
): Promise<number> => {
  if (options.engine === 'spark' && options.facts !== undefined) return printSpark(inputs, options)
  const on = options.on ?? today()
  const troubles = troublesOf(inputs, options, on)
  if (troubles.length > 0) return refuseTroubles('nothing was printed or run.', troubles)
  const { out = '', master, reader = 'crampwise', sparkConf: settings = [], dryRun, json } = options
  const given = {
    ...{ inputs, out, on, reader, program: version },
    ...{ status: statusOn(on), outOfDate: outOfDate(on) },
  }
  return screening(out, async (shown) => {
    if (dryRun === true) {
      process.stdout.write(sparkDryRun(sparkParts, given))
      return
    }
    const { summary, wasCutOff } = await sweepOnSpark(sparkParts, {
      ...given,
      master,
      settings,
      progress: shown.progress,
    })
    shown.end()
    if (wasCutOff) process.stderr.write(clearedText)
    process.stdout.write(
      json === true
        ? `${JSON.stringify(summary, null, 2)}\n`
        : sweptText(summary, out, 'results.parquet'),
    )
  })
}

const isMaster = (master: string): boolean =>
  /^(spark:\/\/\S+|k8s:\/\/\S+|local(\[\S+\]|-cluster\[\S+\])?|yarn)$/.test(master)

const troublesOf = (
  inputs: readonly string[],
  { engine, out, dryRun, json, limit, threads, master, sparkConf = [] }: SweepCommandOptions,
  on: string,
): readonly Trouble[] => {
  const troubles: Trouble[] = []
  const wrong = (where: string, message: string, remedy: string): void => {
    troubles.push({ where, message, remedy })
  }
  if (engine === undefined || engine === 'duckdb') {
    const remedy = 'Add --engine spark, or leave it out.'
    const given = { '--dry-run': dryRun, '--master': master, '--spark-conf': sparkConf[0] }
    const names = Object.entries(given).filter(([, value]) => value !== undefined)
    return names.map(([where]) => ({ where, message: 'It is for Spark alone.', remedy }))
  }
  if (engine !== 'spark') {
    const message = `There is no engine "${engine}".`
    return [{ where: '--engine', message, remedy: 'Give duckdb or spark.' }]
  }
  if (inputs.length === 0) {
    const remedy = 'Name a folder or files of an export, or a table: table:NAME, delta:PATH.'
    wrong('INPUT', 'There is nothing to screen.', remedy)
  }
  if (out === undefined) {
    wrong('--out', 'There is no folder for the results.', 'Name one with --out.')
  }
  if (momentOf(on)?.date !== on || on.length !== 10) {
    wrong('--on', `"${on}" is no day.`, 'Give a day as YYYY-MM-DD.')
  }
  if (master !== undefined && !isMaster(master)) {
    const remedy = 'Give one such as spark://HOST:7077, yarn, k8s://https://HOST or local[4].'
    wrong('--master', `"${master}" is no cluster of Spark.`, remedy)
  }
  for (const setting of sparkConf.filter((one) => !/^spark\.[\w.-]+=/.test(one))) {
    const remedy = 'Give one such as --spark-conf spark.executor.memory=4g.'
    wrong('--spark-conf', `"${setting}" is no setting of Spark.`, remedy)
  }
  const without = { '--limit': limit, '--threads': threads, '--json': dryRun && json }
  for (const [where, value] of Object.entries(without)) {
    if (value !== undefined) wrong(where, 'It has no part in this.', 'Leave it out.')
  }
  return troubles
}
