import type { Command } from 'commander'
import type { ExportBulkOptions } from './export-bulk.ts'
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

  program
    .command('export-bulk')
    .argument('<url>', 'a FHIR base, a Group of it (…/Group/ID), or the whole address with $export')
    .description('fetch a FHIR Bulk Data export; the same command again goes on where it stopped')
    .requiredOption('--out <dir>', 'folder for the files; it then holds patient data')
    .option(
      '--types <types>',
      'types of resources',
      'Patient,MedicationRequest,MedicationStatement,Observation,Condition,Procedure',
    )
    .option('--since <moment>', 'only what changed since, such as 2026-11-01T00:00:00Z')
    .option('--client-id <id>', 'the client as it is registered (SMART Backend Services)')
    .option('--key <file>', 'its private key: PKCS #8 in PEM, a JWK or a set with one private key')
    .option('--key-id <kid>', 'the name of the key (default: that of the JWK)')
    .option('--algorithm <name>', 'ES384 or RS384 (default: by the key)')
    .option('--token-url <url>', 'where tokens are given (default: what the server says)')
    .option('--scope <scopes>', 'what is asked for (default: reading of the types)')
    .option('--parallel <n>', 'files that are fetched at once', '2')
    .option('--wait <hours>', 'for so long the server may prepare the files', '24')
    .option('--keep-job', 'leave the files on the server when all are fetched')
    .option('--allow-http', 'allow plain http beyond this machine: patient data unencrypted')
    .option('--json', 'print what was fetched as JSON')
    .action(async (url: string, options: ExportBulkOptions) => {
      const { runExportBulk } = await import('./export-bulk.ts')
      process.exitCode = await runExportBulk(url, options)
    })
}
