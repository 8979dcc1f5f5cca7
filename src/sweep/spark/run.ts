import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { placeFor, summaryFile, writeJson } from '../place.ts'
import { limitsOf } from '../run.ts'
import type { Summary } from '../run.ts'
import { stop } from '../trouble.ts'
import { sparkInputs } from './inputs.ts'
import type { SparkParts } from './parts.ts'
import { withOffsets } from './offsets.ts'
import { findProgram, runProgram } from './program.ts'
import { sparkScript, stepMark } from './script.ts'
import { below } from './sql.ts'
import { summaryOf } from './summary.ts'
import { causeOf } from './trouble.ts'

/** How to screen a population on Spark. */
export interface SparkOptions {
  readonly inputs: readonly string[]
  /** A folder of this machine, or an address such as `s3://bucket/folder`. */
  readonly out: string
  /** The day of the assessments, `YYYY-MM-DD`. */
  readonly on: string
  readonly master?: string | undefined
  readonly settings: readonly string[]
  /** The command on the workers that reads lines and people. */
  readonly reader: string
  /** The version of this program. */
  readonly program: string
  readonly status: string
  readonly outOfDate?: string | undefined
  /** Says how far the work is, from 0 to 1, and what is done. */
  readonly progress: (done: number, what: string) => void
}

/** What a screen on Spark tells of itself and of what it found. */
export type SparkSummary = Omit<Summary, 'files'> & { readonly inputs: readonly string[] }

/** Whether a place is of this machine, or an address. */
const isLocal = (path: string): boolean => !/^[a-z][a-z0-9+.-]+:/i.test(path)

/** The script as it is printed: it works in a folder within that of the results. */
export const sparkDryRun = (
  parts: SparkParts,
  { inputs, out, ...options }: Omit<SparkOptions, 'master' | 'settings' | 'progress'>,
): string => {
  const to = isLocal(out) ? decodeURI(pathToFileURL(out).href) : out
  const given = { ...options, inputs: sparkInputs(inputs), out: to, work: below(to, 'work') }
  return sparkScript(parts, given)
}

/** The lines of the files of text that Spark wrote into a folder. */
const linesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.startsWith('part-'))
    .sort()
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')

/** Puts the files of text that Spark wrote into a folder into one beside it, in place of the folder. */
const gather = (
  kept: string,
  name: string,
  change: (lines: readonly string[]) => readonly string[],
): void => {
  const folder = join(kept, name)
  const lines = change(linesIn(folder))
  writeFileSync(`${folder}.ndjson`, lines.map((line) => `${line}\n`).join(''))
  rmSync(folder, { recursive: true })
}

/** Runs a script, and answers with what it printed of what it counted. */
const runScript = async (options: SparkOptions, script: string): Promise<readonly string[]> => {
  const program = findProgram(process.env)
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-spark-'))
  try {
    const file = join(folder, 'screen.sql')
    writeFileSync(file, script)
    const printed: string[] = []
    const { code, last } = await runProgram({
      ...options,
      program,
      script: file,
      folder,
      log: join(folder, 'spark.log'),
      onLine: (line) => {
        const step = new RegExp(`^${stepMark} (\\d+) of (\\d+): (.*)$`).exec(line)
        if (step === null) printed.push(line)
        else options.progress((Number(step[1]) - 1) / Number(step[2]), String(step[3]))
      },
    })
    if (code !== 0) {
      const { message, remedy } = causeOf(code, last)
      throw stop('Spark', message, remedy)
    }
    return printed
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Screens a population on Spark: facts, results and a summary, as Parquet and JSON. */
export const sweepOnSpark = async (
  parts: SparkParts,
  options: SparkOptions,
): Promise<{ readonly summary: SparkSummary; readonly wasCutOff: boolean }> => {
  const { on, program, status, outOfDate, inputs } = options
  const { id, version } = parts.definition
  const summaryFrom = (printed: readonly string[]): SparkSummary => ({
    format: 'crampwise-sweep/1',
    ...(outOfDate === undefined ? {} : { heading: outOfDate }),
    guideline: { id, version, status },
    program,
    on,
    limits: limitsOf(parts),
    inputs,
    ...summaryOf(parts.definition, printed),
  })
  const given = { ...options, inputs: sparkInputs(inputs) }
  if (!isLocal(options.out)) {
    const work = below(options.out, 'work')
    const printed = await runScript(options, sparkScript(parts, { ...given, work }))
    return { summary: summaryFrom(printed), wasCutOff: false }
  }
  const place = placeFor(options.out)
  try {
    const [out, work] = [place.kept, place.work].map((one) => decodeURI(pathToFileURL(one).href))
    const script = sparkScript(parts, { ...given, out: out ?? '', work: work ?? '' })
    const printed = await runScript(options, script)
    options.progress(1, 'putting the results in place')
    gather(place.kept, 'rejected', withOffsets)
    gather(place.kept, 'notes', (lines) => lines)
    rmSync(join(place.kept, 'summary'), { recursive: true })
    const summary = summaryFrom(printed)
    writeJson(place.kept, summaryFile, summary)
    place.finish()
    return { summary, wasCutOff: place.wasCutOff }
  } catch (error) {
    place.abandon()
    throw error
  }
}
