import { Command } from 'commander'
import type { AssessOptions } from './assess.ts'
import type { DiffOptions } from './diff.ts'
import type { ExplainOptions } from './explain.ts'
import type { ExportOptions } from './export.ts'
import type { FeedbackOptions } from './feedback.ts'
import type { PlanName, PlanOptions } from './plan.ts'
import { addPopulation } from './population.ts'
import { addScreen } from './screen.ts'
import type { ReplayOptions } from './replay.ts'
import type { ServeOptions } from './serve.ts'
import type { ProveCommandOptions } from './prove.ts'
import { version } from './version.ts'

/** Every command of crampwise. What a command needs is loaded only when it runs, so that help is quick. */
export const commands = (): Command => {
  const program = new Command('crampwise')
    .description(
      'Decision support for muscle cramps that persist despite baclofen.\nNot clinically signed off. For health professionals.',
    )
    .version(version)
    .showHelpAfterError('(see crampwise --help)')
    // What was typed wrongly is bad input: 2, where commander would say 1.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .addHelpText(
      'after',
      '\nExit: 0 done, 1 the answer is "no", 2 bad input (problems on standard error).\nA FILE of - is standard input.',
    )

  const reading = (command: Command): Command =>
    command
      .option('--on <date>', 'assess as of this day, YYYY-MM-DD (default: today)')
      .option(
        '--facts <file>',
        'facts as JSON that a record cannot hold; they go before the record',
      )
      .option('--policy <file>', "a site's own constants, as JSON")

  reading(program.command('assess'))
    .argument('<file>', 'facts as JSON, a FHIR R4 Bundle, or NDJSON of resources')
    .description('assess one patient and print the plan')
    .option('--json', 'print the assessment as JSON')
    .option('--all', 'print also the statements that do not hold, and why')
    .option(
      '--save <file>',
      'keep the answer there too, with all that "replay" needs; the file then holds patient data',
    )
    .action(async (file: string, options: AssessOptions) => {
      const { runAssess } = await import('./assess.ts')
      process.exitCode = await runAssess(file, options)
    })

  reading(program.command('explain'))
    .argument('[id]', 'a statement, a fact, or a number such as S08 or R04; left out: a list')
    .argument('[file]', 'a patient, to show why the statement holds or not')
    .description('explain a statement: what it says, when it holds, and where it comes from')
    .option('--json', 'print as JSON')
    .action(async (id: string | undefined, file: string | undefined, options: ExplainOptions) => {
      const { runExplain } = await import('./explain.ts')
      process.exitCode = await runExplain(id, file, options)
    })

  program
    .command('replay')
    .argument('<file>', 'an answer that "assess --save" kept')
    .description(
      'make a saved answer again; exit 1 and tell what is different where it is not the same',
    )
    .option('--json', 'print as JSON')
    .action(async (file: string, options: ReplayOptions) => {
      const { runReplay } = await import('./replay.ts')
      process.exitCode = await runReplay(file, options)
    })

  addPlan(program, reading)
  addService(program)
  addProofs(program)
  addExport(program)
  addPopulation(program)
  addScreen(program)
  addShell(program)
  return program
}

const addShell = (program: Command): void => {
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .description('print what lets a shell complete commands, options, ids and files')
    .action(async (shell: string) => {
      const { runCompletion } = await import('./completion.ts')
      process.exitCode = runCompletion(shell, program)
    })
  program
    .command('man')
    .description('print the manual page, crampwise(1)')
    .action(async () => {
      const { runMan } = await import('./man.ts')
      process.exitCode = runMan(program)
    })
}

const addProofs = (program: Command): void => {
  program
    .command('prove')
    .description('prove the safety promises for every patient; exit 1 when one is not proved')
    .option('--only <promise...>', 'only these promises, by number or id')
    .option('--json', 'print the report as JSON')
    .option('--out <dir>', 'write the report there too, as report.md, without times')
    .action(async (options: ProveCommandOptions) => {
      const { runProve } = await import('./prove.ts')
      process.exitCode = await runProve(options)
    })

  program
    .command('diff')
    .argument('<old>', 'an exported definition (definition.json)')
    .argument('<new>', 'another version of it')
    .description('show which patients get another plan; exit 1 when anything is different')
    .option('--json', 'print as JSON')
    .option('--markdown', 'print as Markdown, for a changelog')
    .action(async (before: string, after: string, options: DiffOptions) => {
      const { runDiff } = await import('./diff.ts')
      process.exitCode = await runDiff(before, after, options)
    })
}

const addExport = (program: Command): void => {
  program
    .command('export')
    .argument('<folder>', 'where the files go; the report of the proofs in it is left alone')
    .description('write every form of the guideline: CQL, SQL, FHIR, schemas, a book, a drawing')
    .option(
      '--check',
      'write nothing; exit 1 and list the files that are not as the code makes them',
    )
    .action(async (folder: string, options: ExportOptions) => {
      const { runExport } = await import('./export.ts')
      process.exitCode = await runExport(folder, options)
    })
}

const addService = (program: Command): void => {
  const configured = (command: Command): Command =>
    command
      .option('--config <file>', 'the configuration, as JSON: see docs/integrating.md')
      .option(
        '--data <folder>',
        'folder of the embedded store (default: of this user; or DATABASE_URL)',
      )
  configured(program.command('serve'))
    .description('serve CDS Hooks, FHIR operations and feedback')
    .option('--port <number>', 'port to listen on (default: 8080)')
    .option('--host <address>', 'address to listen on (default: 127.0.0.1)')
    .option('--profile <name>', 'production, or dev: relaxed checks, on this machine alone')
    .action(async (options: ServeOptions) => {
      const { runServe } = await import('./serve.ts')
      process.exitCode = await runServe(options)
    })
  configured(program.command('feedback'))
    .description('what users did with the cards, by statement')
    .option('--since <date>', 'only what was received from this day or moment on')
    .option('--json', 'print as JSON')
    .option('--text', 'print for people (the default)')
    .option('--comments', 'also what users typed, where the site keeps it')
    .action(async (options: FeedbackOptions) => {
      const { runFeedback } = await import('./feedback.ts')
      process.exitCode = await runFeedback(options)
    })
}

const addPlan = (program: Command, reading: (command: Command) => Command): void => {
  const plan = program.command('plan').description('make a calendar (text, JSON or ICS)')
  const calendar = (name: PlanName, description: string): Command =>
    reading(plan.command(name))
      .argument('<file>', 'facts as JSON, or a FHIR record')
      .description(description)
      .option('--start <date>', 'first day of the calendar, YYYY-MM-DD (needed)')
      .option('--json', 'print as JSON')
      .option('--ics', 'print as an iCalendar file (no name, no medicine, no diagnosis)')
      .option('--ics-doses', 'the same, with the doses in it')
      .option('--series <word>', 'tells two people apart in one iCalendar; never a name')
      .action(async (file: string, options: PlanOptions) => {
        const { runPlan } = await import('./plan.ts')
        process.exitCode = await runPlan(name, file, options)
      })
  const tablets = (command: Command): Command =>
    command
      .option('--strengths <mg,mg>', 'tablet strengths at hand, in mg: 5,10 (or from the policy)')
      .option('--doses-per-day <n>', 'doses a day, 1 to 3 (default: 3)')
      .option('--whole-only', 'the tablets may not be cut in half')

  tablets(calendar('titration', 'raise baclofen by the steps that the assessment allows')).option(
    '--reviewed',
    'from 65 on, at 15 mg/day or more: a clinician made the four checks and decided to go on',
  )
  tablets(calendar('taper', 'withdraw or reduce baclofen by the steps that the prescriber sets'))
    .option('--step <mg>', 'mg/day less at each step: set by the prescriber, no default')
    .option('--every <days>', 'days between steps: set by the prescriber, no default')
    .option('--to <mg>', 'dose to end at, in mg/day (default: 0, or 15 for a reduction)')
  calendar('magnesium', 'a course of magnesium oxide, when the assessment allows it')
    .option('--nights <n>', 'how many nights: set by the prescriber, no default')
    .option('--mmol <n>', "mmol a night above 12, up to 24: the clinician's step (default: 12)")
    .option(
      '--tablet <amount>',
      'a tablet, with its basis: "4 mmol", "400 mg oxide", "97.2 mg elemental"',
    )
  calendar('monitoring', 'dates for the blood tests of the first month').option(
    '--changes <date,date>',
    'days of further changes of dose, such as the steps of a titration',
  )
}
