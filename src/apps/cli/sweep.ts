import { availableParallelism } from 'node:os'
import { today } from '../../assess/dates.ts'
import { nearest } from '../../assess/input.ts'
import { outOfDate, statusOn } from '../../assess/status.ts'
import { momentOf } from '../../fhir/day.ts'
import { guideline } from '../../guideline/index.ts'
import { sweepParts } from '../../sweep.ts'
import { sweep, whatIf } from '../../sweep/index.ts'
import { refuseTroubles } from './options-problems.ts'
import type { Trouble } from './options-problems.ts'
import { runSpark } from './spark.ts'
import { clearedText, screening } from './sweep-progress.ts'
import { sweptText, whatIfText } from './sweep-text.ts'
import { version } from './version.ts'

/** The options of `crampwise sweep`. */
export interface SweepCommandOptions {
  /** Left out only where statements for Spark are printed over facts that were kept. */
  readonly out?: string
  readonly on?: string
  readonly memory: string
  readonly threads?: string
  readonly facts?: string
  readonly limit?: readonly string[]
  readonly json?: true
  readonly engine?: string
  readonly dryRun?: true
  readonly master?: string
  /** Settings of Spark, each `name=value`. */
  readonly sparkConf?: readonly string[]
  /** The command on the workers. */
  readonly reader?: string
}

const isOfSpark = ({ engine = 'duckdb', dryRun, master, sparkConf }: SweepCommandOptions) =>
  engine !== 'duckdb' || [dryRun, master, sparkConf].some((given) => given !== undefined)

/** `crampwise sweep`: a population screened, or facts that were kept decided anew with other limits. */
export const runSweep = async (
  inputs: readonly string[],
  options: SweepCommandOptions,
): Promise<number> => {
  if (isOfSpark(options)) return runSpark(inputs, options)
  const on = options.on ?? today()
  const changes = changesOf(options.limit ?? [])
  const threads = options.threads === undefined ? availableParallelism() : Number(options.threads)
  const troubles = [...troublesOf(inputs, options, on, threads), ...changes.troubles]
  if (troubles.length > 0) return refuseTroubles('nothing was screened.', troubles)
  const { out = '', memory } = options
  return screening(out, async (shown) => {
    const shared = { out, memory, threads, program: version, progress: shown.progress }
    if (options.facts !== undefined) {
      const { facts } = options
      const status = statusOn(today())
      const found = await whatIf(sweepParts, {
        ...shared,
        facts,
        changes: changes.to,
        status,
        outOfDate: outOfDate(today()),
      })
      shown.end()
      print(options, found, () => whatIfText(found, out))
    } else {
      const found = await sweep(sweepParts, {
        ...shared,
        inputs,
        on,
        status: statusOn(on),
        outOfDate: outOfDate(on),
      })
      shown.end()
      if (found.wasCutOff) {
        process.stderr.write(clearedText)
      }
      print(options, found.summary, () => sweptText(found.summary, out))
    }
  })
}

const print = ({ json }: SweepCommandOptions, value: unknown, words: () => string): void => {
  process.stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : words())
}

const troublesOf = (
  inputs: readonly string[],
  { out, memory, facts, limit }: SweepCommandOptions,
  on: string,
  threads: number,
): readonly Trouble[] => {
  const troubles: Trouble[] = []
  const wrong = (where: string, message: string, remedy: string): void => {
    troubles.push({ where, message, remedy })
  }
  if (out === undefined) {
    wrong('--out', 'There is no folder for the results.', 'Name one with --out.')
  }
  if (momentOf(on)?.date !== on || on.length !== 10) {
    wrong('--on', `"${on}" is no day.`, 'Give a day as YYYY-MM-DD.')
  }
  if (!/^\d+(\.\d+)?\s*([KMGT]i?B)$/i.test(memory)) {
    wrong('--memory', `"${memory}" is no amount of memory.`, 'Give one such as 700MB or 2GB.')
  }
  if (!Number.isInteger(threads) || threads < 1 || threads > 1024) {
    wrong('--threads', 'This is no number of processors.', 'Give a whole number from 1 on.')
  }
  if (facts === undefined && inputs.length === 0) {
    wrong('INPUT', 'There is nothing to screen.', 'Name a folder or files of an export.')
  }
  if (facts === undefined && limit !== undefined) {
    wrong(
      '--limit',
      'Another limit is asked of facts that were kept.',
      'Screen first; then give --facts facts.parquet with --limit.',
    )
  }
  if (facts !== undefined && (inputs.length > 0 || limit === undefined)) {
    wrong(
      '--facts',
      'Facts that were kept are decided anew with another limit, and nothing else is read.',
      'Give --facts FILE --limit NAME=VALUE --out DIR, without inputs.',
    )
  }
  return troubles
}

const changesOf = (
  typed: readonly string[],
): { readonly to: ReadonlyMap<string, number>; readonly troubles: readonly Trouble[] } => {
  const to = new Map<string, number>()
  const troubles: Trouble[] = []
  const names = guideline.limits.map(({ name }) => name)
  for (const one of typed) {
    const [name = '', value = ''] = one.split('=')
    const limit = guideline.limits.find((known) => known.name === name)
    const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : NaN
    if (limit === undefined) {
      const near = nearest(name, names)
      troubles.push({
        where: '--limit',
        message: `There is no limit "${name}".`,
        remedy: near === undefined ? `Give one of ${names.join(', ')}.` : `Did you mean "${near}"?`,
      })
    } else if (Number.isNaN(number)) {
      const remedy = `Give a number in ${limit.unit}: --limit ${name}=${String(limit.value)}`
      troubles.push({ where: '--limit', message: `"${value}" is no number.`, remedy })
    } else to.set(name, number)
  }
  return { to, troubles }
}
