import type { Command } from 'commander'
import type { GenerateOptions } from './generate.ts'

/** The commands that fetch and make what the screen of a population reads. */
export const addPopulation = (program: Command): void => {
  program
    .command('generate')
    .description('make a synthetic FHIR Bulk Data export (NDJSON) to try the screen on')
    .requiredOption('--patients <n>', 'how many patients')
    .requiredOption('--out <dir>', 'folder for the files: empty, or made by an earlier run')
    .option('--seed <n>', 'the same seed, day and options make the same bytes', '1')
    .option('--on <date>', 'dates are made as of this day, YYYY-MM-DD (default: today)')
    .option('--quirks <share>', 'share of resources with a quirk of real senders, 0 to 1', '0')
    .option('--bad-lines <share>', 'lines that must be rejected, for each good line, 0 to 1', '0')
    .option('--shuffle', "scatter the lines of one patient too; each file's order is random anyway")
    .option('--files <n>', 'files for each type of resource', '1')
    .option('--gzip', 'compress the files')
    .option('--json', 'print what was written as JSON')
    .action(async (options: GenerateOptions) => {
      const { runGenerate } = await import('./generate.ts')
      process.exitCode = await runGenerate(options)
    })
}
