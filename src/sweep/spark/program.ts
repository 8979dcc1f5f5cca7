import { spawn } from 'node:child_process'
import { accessSync, constants, createWriteStream } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { stop } from '../trouble.ts'

/** A program of Spark that runs a file of SQL: what it is called, and what goes before the rest. */
export interface Program {
  readonly path: string
  readonly first: readonly string[]
}

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What `spark-sql` itself is, for where `spark-submit` alone is found. */
const sqlOfSubmit = [
  ...['--class', 'org.apache.spark.sql.hive.thriftserver.SparkSQLCLIDriver'],
  'spark-internal',
]

/** Finds Spark: in `SPARK_HOME`, or else on the path. */
export const findProgram = (env: Readonly<Record<string, string | undefined>>): Program => {
  const home = env['SPARK_HOME'] ?? ''
  const folders = home === '' ? (env['PATH'] ?? '').split(delimiter) : [join(home, 'bin')]
  for (const program of ['spark-sql', 'spark-submit']) {
    const path = folders.map((folder) => join(folder, program)).find(canRun)
    if (path !== undefined) return { path, first: program === 'spark-sql' ? [] : sqlOfSubmit }
  }
  throw stop(
    home === '' ? 'PATH' : `SPARK_HOME (${home})`,
    'There is no spark-sql and no spark-submit here.',
    'Install Spark and set SPARK_HOME, or print the SQL with --dry-run and run it where Spark is.',
  )
}

/** What to run on which cluster. */
export interface Running {
  readonly program: Program
  readonly script: string
  /** The cluster; left out, what Spark's own configuration says. */
  readonly master?: string | undefined
  /** Settings of Spark, each `name=value`. */
  readonly settings: readonly string[]
  /** An empty folder to work in: Spark leaves things there. */
  readonly folder: string
  /** The log of Spark. */
  readonly log: string
  readonly onLine: (line: string) => void
}

/** How it ended, and the last lines of the log. */
export interface Ended {
  readonly code: number
  readonly last: readonly string[]
}

const argumentsOf = ({ program, script, master, settings }: Running): readonly string[] => {
  const options = [
    ...(master === undefined ? [] : ['--master', master]),
    ...['--name', 'crampwise'],
    // Nothing is looked up in a catalog, and nothing of one is left behind, unless it is asked for.
    ...['--conf', 'spark.sql.catalogImplementation=in-memory'],
    ...settings.flatMap((setting) => ['--conf', setting]),
  ]
  return program.first.length === 0
    ? [...options, '-f', script]
    : [...options, ...program.first, '-f', script]
}

/** So much of the log is told where it fails. */
const mostTold = 400

/** Runs a script on Spark, and waits for it. Whoever ends this program ends that one, too. */
export const runProgram = (running: Running): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(running.program.path, argumentsOf(running), {
      cwd: running.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const end = (): void => {
      child.kill('SIGTERM')
    }
    const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
    for (const signal of signals) process.on(signal, end)
    const last: string[] = []
    const log = createWriteStream(running.log)
    createInterface({ input: child.stdout }).on('line', running.onLine)
    createInterface({ input: child.stderr }).on('line', (line) => {
      log.write(`${line}\n`)
      last.push(line)
      if (last.length > mostTold) last.shift()
    })
    child.on('error', reject)
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, end)
      log.end(() => {
        resolve({ code: code ?? 1, last })
      })
    })
  })
