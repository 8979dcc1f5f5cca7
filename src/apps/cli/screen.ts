import type { Command } from 'commander'
import type { SparkReaderOptions } from './spark-reader.ts'
import type { SweepCommandOptions } from './sweep.ts'

const gathered = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
]

/** The command that screens a population. */
export const addScreen = (program: Command): void => {
  program
    .command('sweep')
    .argument(
      '[inputs...]',
      'a FHIR Bulk Data export: folders, files or patterns (NDJSON, Parquet)',
    )
    .description('screen a population: who takes baclofen, what is unsafe, open or missing')
    .option('--out <dir>', 'folder for the results, needed; it then holds patient data')
    .option('--on <date>', 'assess as of this day, YYYY-MM-DD (default: today)')
    .option('--memory <size>', 'how much memory to work in, beyond it on disk', '500MB')
    .option('--threads <n>', 'processors to use (default: all)')
    .option('--facts <file>', 'facts.parquet of a screen: decide anew on kept facts')
    .option('--limit <name=value>', 'with --facts: what another limit would change', gathered)
    .option('--engine <name>', 'duckdb, in this process; or spark, on a cluster', 'duckdb')
    .option('--master <url>', 'with spark: the cluster (default: what its configuration says)')
    .option(
      '--spark-conf <name=value>',
      'with spark: a setting of Spark; may be repeated',
      gathered,
    )
    .option('--reader <command>', 'with spark: crampwise on the workers (default: crampwise)')
    .option('--dry-run', 'with spark: print the SQL and run nothing')
    .option('--json', 'print the summary as JSON')
    .action(async (inputs: readonly string[], options: SweepCommandOptions) => {
      const { runSweep } = await import('./sweep.ts')
      process.exitCode = await runSweep(inputs, options)
    })

  program
    .command('spark-reader', { hidden: true })
    .argument('<what>', 'check, lines or people')
    .requiredOption('--for <version>', 'the version of crampwise that wrote the script')
    .option('--on <date>', 'assess as of this day, YYYY-MM-DD')
    .action(async (what: string, options: SparkReaderOptions) => {
      const { runSparkReader } = await import('./spark-reader.ts')
      process.exitCode = runSparkReader(what, options)
    })
}
