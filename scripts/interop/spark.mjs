import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { giveUp, root, run, say } from '../setup.mjs'
import { installSpark, sparkVersion, startCluster } from './cluster.mjs'

/** So many people, where the environment does not say otherwise: `CRAMPWISE_INTEROP_PATIENTS`. */
const patients = process.env.CRAMPWISE_INTEROP_PATIENTS ?? '200000'
/** So many in tables of Parquet. */
const patientsInTables = '2000'
const day = '2026-11-23'
const seed = '6'

/** Not run is neither passed nor failed: exit 3. */
const notRun = (why) => {
  say(`NOT RUN: Spark ${sparkVersion} needs Java 17 or newer and Python 3, and ${why}.`)
  say('         On Debian: apt-get install openjdk-17-jdk-headless python3-venv')
  process.exit(3)
}

const java = await run('java', ['-version'])
if (java.code !== 0) notRun('there is no "java"')
if (Number(/version "(\d+)/.exec(java.output)?.[1] ?? 0) < 17) notRun('this Java is older')
const { home, why } = await installSpark()
if (home === undefined) notRun(why ?? 'pyspark holds no spark-sql')

const built = await run(process.execPath, ['scripts/build.mjs'])
if (built.code !== 0) giveUp(built.output)

const folder = join(root, 'interop', 'target', 'spark')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const main = join(root, 'dist', 'apps', 'cli', 'main.js')
const at = (name) => join(folder, name)

/** Seconds of a piece of work, said when it is done. */
const timed = async (what, work) => {
  const begun = performance.now()
  const result = await work()
  say(`${what}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  return result
}

const crampwise = async (args, env = {}) => {
  const { code, output } = await run(process.execPath, [main, ...args], { env })
  if (code !== 0) giveUp(`crampwise ${args.join(' ')}\n${output}`)
}

const cluster = await startCluster(home, folder)
say(`Spark ${sparkVersion}: a master and two workers at ${cluster.url}`)

const settings = {
  'spark.executor.memory': '900m',
  'spark.driver.memory': '1g',
  'spark.eventLog.enabled': 'true',
  'spark.eventLog.compress': 'false',
  'spark.ui.enabled': 'false',
}

/** The arguments of a screen on the cluster, which writes down what happens into a folder of its own. */
const onSpark = (input, out) => {
  const events = at(`${out}-events`)
  mkdirSync(events, { recursive: true })
  const all = { ...settings, 'spark.eventLog.dir': `file://${events}` }
  return [
    ...[main, 'sweep', at(input), '--out', at(out), '--on', day],
    ...['--engine', 'spark', '--master', cluster.url],
    ...['--reader', `'${process.execPath}' '${main}'`],
    ...Object.entries(all).flatMap(([name, value]) => ['--spark-conf', `${name}=${value}`]),
  ]
}

/** Starts a screen on the cluster; `done` answers with its exit code and what it printed. */
const startOnSpark = (input, out) => {
  let output = ''
  const child = spawn(process.execPath, onSpark(input, out), { cwd: folder, env: cluster.env })
  process.on('exit', () => child.kill('SIGTERM'))
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  let ended = false
  const done = new Promise((resolve) => {
    child.on('close', (code) => {
      ended = true
      resolve({ code, output })
    })
  })
  return { done, hasEnded: () => ended }
}

/** What happened in a run, from Spark's own log of events. */
const eventsOf = (out) =>
  readdirSync(at(`${out}-events`), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))

/** What the tasks of a run took, by Spark's own measure: of the JVM alone, not of the readers. */
const sayEffort = (out) => {
  const metrics = eventsOf(out).flatMap((event) => event['Task Metrics'] ?? [])
  const sum = (value) => metrics.reduce((total, of) => total + value(of), 0)
  const seconds = (sum((of) => of['Executor CPU Time']) / 1e9).toFixed(0)
  const megabytes = (value) => (sum(value) / 1e6).toFixed(0)
  const read = megabytes((of) => of['Input Metrics']['Bytes Read'])
  const shuffled = megabytes((of) => of['Shuffle Write Metrics']['Shuffle Bytes Written'])
  const written = megabytes((of) => of['Output Metrics']['Bytes Written'])
  say(
    `  ${seconds} s of processor time besides the readers; ${read} MB read, ${shuffled} MB shuffled, ${written} MB written`,
  )
}

const duckdb = await (await DuckDBInstance.create(':memory:')).connect()
const rows = async (sql) => (await duckdb.runAndReadAll(sql)).getRowObjectsJson()
const numberOf = async (sql) =>
  Number((await rows(`SELECT count(*) AS count FROM (${sql})`))[0].count)

const failures = []

/**
 * Compares what two screens found: results row by row in their order, and the facts of everybody whom
 * both read. Each reads more than it must, on the safe side; whom only one of them reads may have no
 * results.
 */
const compare = async (what, ours, theirs) => {
  const one = { folder: at(ours), all: '' }
  const other = { folder: at(theirs), all: '/*.parquet' }
  const of = ({ folder: from, all }, name) => `read_parquet('${from}/${name}.parquet${all}')`
  const results = [one, other].map(
    (screen) => `SELECT row_number() OVER () AS row, * FROM ${of(screen, 'results')}`,
  )
  const facts = [
    [one, other],
    [other, one],
  ].map(
    ([screen, beside]) =>
      `SELECT * FROM ${of(screen, 'facts')} WHERE patient IN (SELECT patient FROM ${of(beside, 'facts')})`,
  )
  const alone = `SELECT patient FROM ${of(one, 'facts')} EXCEPT ALL SELECT patient FROM ${of(other, 'facts')}
    UNION ALL (SELECT patient FROM ${of(other, 'facts')} EXCEPT ALL SELECT patient FROM ${of(one, 'facts')})`
  const found = [one, other].map((screen) => `SELECT patient FROM ${of(screen, 'results')}`)
  const wrongly = await numberOf(
    `SELECT patient FROM (${alone}) WHERE patient IN (${found.join(' UNION ALL ')})`,
  )
  say(
    `${what}: ${String(await numberOf(alone))} people read by one alone, ${String(wrongly)} wrongly`,
  )
  if (wrongly > 0) failures.push(`${what}: who was read`)
  const rejectedOf = (out) =>
    readFileSync(join(at(out), 'rejected.ndjson'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const { file, offset, reason } = JSON.parse(line)
        // Spark's readers do not know which line of a file is its last.
        return `${file.slice(file.lastIndexOf('/') + 1)} ${String(offset)} ${reason.replace('last line', 'line')}`
      })
      .sort()
      .join('\n')
  for (const [name, [mine, yours]] of Object.entries({ facts, results })) {
    const count = await numberOf(mine)
    const differing =
      (await numberOf(`${mine} EXCEPT ALL ${yours}`)) +
      (await numberOf(`${yours} EXCEPT ALL ${mine}`))
    say(`${what}: ${String(count)} rows of ${name}, ${String(differing)} differ`)
    if (differing > 0 || count === 0) failures.push(`${what}: ${name}`)
  }
  if (rejectedOf(ours) !== rejectedOf(theirs)) failures.push(`${what}: rejected lines`)
}

/** Runs a screen on the cluster to its end. */
const screened = async (what, input, out) => {
  const { code, output } = await timed(what, () => startOnSpark(input, out).done)
  if (code !== 0) giveUp(output)
}

await timed(`${patients} synthetic patients with quirks and bad lines`, () =>
  crampwise([
    ...['generate', '--patients', patients, '--seed', seed, '--on', day, '--out', at('export')],
    ...['--quirks', '0.05', '--bad-lines', '0.0005', '--files', '2', '--shuffle'],
  ]),
)
await timed('Screened by DuckDB', () =>
  crampwise(['sweep', at('export'), '--out', at('duckdb'), '--on', day]),
)
await screened('Screened by Spark', 'export', 'spark')
sayEffort('spark')
await compare('Spark and DuckDB', 'duckdb', 'spark')

const lost = cluster.workers[1]
await timed('Screened by Spark, a worker killed', async () => {
  const screen = startOnSpark('export', 'spark-killed')
  // In the middle: lines are read and shuffled, and this worker is reading people.
  while (!screen.hasEnded() && !(await cluster.runs(lost, 'spark-reader people'))) {
    await setTimeout(100)
  }
  if (screen.hasEnded()) failures.push('A worker killed: the screen ended before it')
  cluster.kill(lost)
  const { code, output } = await screen.done
  if (code !== 0) giveUp(output)
})
const events = eventsOf('spark-killed')
const removed = events.filter(({ Event }) => Event === 'SparkListenerExecutorRemoved').length
const again = events.filter(
  (event) =>
    event.Event === 'SparkListenerTaskEnd' && event['Task End Reason'].Reason !== 'Success',
).length
say(`Executors lost: ${String(removed)}; tasks that had to be run again: ${String(again)}`)
if (removed === 0 || again === 0) failures.push('A worker killed: nothing was lost by it')
await compare('Spark with a worker killed and DuckDB', 'duckdb', 'spark-killed')

await crampwise([
  ...['generate', '--patients', patientsInTables, '--seed', seed, '--on', day],
  ...['--out', at('lines')],
])
const tables = readdirSync(at('lines'))
  .filter((file) => file.endsWith('.ndjson'))
  .map((file) => [
    `CREATE TEMPORARY VIEW ${file.split('.')[0]} USING json OPTIONS (path '${at('lines')}/${file}');`,
    `INSERT OVERWRITE DIRECTORY '${at('tables')}/${file.split('.')[0]}.parquet' USING parquet SELECT * FROM ${file.split('.')[0]};`,
  ])
writeFileSync(at('tables.sql'), tables.flat().join('\n'))
const converted = await run(
  join(home, 'bin', 'spark-sql'),
  ['--conf', 'spark.sql.catalogImplementation=in-memory', '-f', at('tables.sql')],
  { env: cluster.env },
)
if (converted.code !== 0) giveUp(converted.output)
await crampwise(['sweep', at('tables'), '--out', at('duckdb-tables'), '--on', day])
await screened('Tables of Parquet screened by Spark', 'tables', 'spark-tables')
await compare('Tables of Parquet', 'duckdb-tables', 'spark-tables')

cluster.stop()
for (const failure of failures) say(`DIFFERENT: ${failure}`)
say(failures.length === 0 ? 'Spark agrees with DuckDB.' : `${String(failures.length)} differences.`)
process.exit(failures.length === 0 ? 0 : 1)
