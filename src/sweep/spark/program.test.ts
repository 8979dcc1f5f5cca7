import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { troubleOf } from '../trouble.ts'
import { findProgram, runProgram } from './program.ts'
import { causeOf } from './trouble.ts'

/** A Spark that is a shell script. */
const sparkHome = (programs: Readonly<Record<string, string>>): string => {
  const home = mkdtempSync(join(tmpdir(), 'crampwise-spark-home-'))
  onTestFinished(() => {
    rmSync(home, { recursive: true })
  })
  mkdirSync(join(home, 'bin'))
  for (const [name, text] of Object.entries(programs)) {
    writeFileSync(join(home, 'bin', name), `#!/bin/sh\n${text}\n`)
    chmodSync(join(home, 'bin', name), 0o755)
  }
  return home
}

const running = (home: string) => ({
  program: findProgram({ SPARK_HOME: home }),
  script: 'screen.sql',
  master: 'spark://host:7077',
  settings: ['spark.executor.memory=4g'],
  folder: home,
  log: join(home, 'log'),
})

test('spark-sql runs the script on the cluster, with the settings; its log is kept', async () => {
  const home = sparkHome({ 'spark-sql': 'echo "$@"; echo "a warning" >&2' })
  const printed: string[] = []
  const ended = await runProgram({ ...running(home), onLine: (line) => printed.push(line) })
  expect(printed).toEqual([
    '--master spark://host:7077 --name crampwise --conf spark.sql.catalogImplementation=in-memory --conf spark.executor.memory=4g -f screen.sql',
  ])
  expect(ended).toEqual({ code: 0, last: ['a warning'] })
  expect(readFileSync(join(home, 'log'), 'utf8')).toBe('a warning\n')
})

test('where spark-submit alone is found it runs the same', async () => {
  const home = sparkHome({ 'spark-submit': 'echo "$@"; exit 3' })
  const printed: string[] = []
  const { code } = await runProgram({ ...running(home), onLine: (line) => printed.push(line) })
  expect(code).toBe(3)
  expect(printed[0]).toMatch(/--class \S+SparkSQLCLIDriver spark-internal -f screen\.sql$/)
})

test('without Spark it is said where it was looked for, and what to do', () => {
  for (const env of [{ SPARK_HOME: '/nowhere' }, { PATH: '/nowhere' }]) {
    expect.assertions(2)
    try {
      findProgram(env)
    } catch (error) {
      const [where] = Object.keys(env)
      expect(troubleOf(error, '')).toMatchObject({
        where: expect.stringContaining(String(where)) as string,
        remedy: expect.stringContaining('--dry-run') as string,
      })
    }
  }
})

test.each([
  ['Subprocess exited with status 127. Error: /bin/bash: crampwise: command not found', /--reader/],
  ['Error: crampwise spark-reader: this is version 1, and the script is for version 2.', /version/],
  ['java.io.IOException: Stream closed', /executors/],
  ['[PATH_NOT_FOUND] Path does not exist: file:/export.', /whole cluster/],
  [
    'ERROR StandaloneSchedulerBackend: All masters are unresponsive! Giving up.',
    /--master|address/,
  ],
  ['java.lang.OutOfMemoryError: Java heap space', /spark\.executor\.memory/],
  ['java.io.IOException: No space left on device', /spark\.local\.dir/],
  ['[INTERNAL_ERROR] something else', /log of the application/],
])('a failure of Spark is told by what its log says last: %s', (line, remedy) => {
  const told = causeOf(1, ['\tat org.apache.spark.Deep.inside(Deep.scala:1)', line])
  expect(told.message).toContain('Spark ended with code 1')
  expect(told.message).toContain(line)
  expect(told.message).not.toContain('Deep.scala')
  expect(told.remedy).toMatch(remedy)
})
