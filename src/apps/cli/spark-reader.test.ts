import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { populationColumns } from '../../assess/population.ts'
import { version } from './version.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

const reader = (args: readonly string[], input: string) => {
  const all = ['--import', 'tsx', main, 'spark-reader', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, all, { input, encoding: 'utf8' })
  return { status, stderr, rows: stdout.split('\n').filter((row) => row !== '') }
}

const patient = '{"resourceType":"Patient","id":"1","birthDate":"1960-01-01"}'
const request = JSON.stringify({
  ...{ resourceType: 'MedicationRequest', id: 'r', status: 'active', intent: 'order' },
  ...{ authoredOn: '2026-11-01', subject: { reference: 'Patient/1' } },
  medicationCodeableConcept: { text: 'baclofen 10 mg tablets' },
})

test('what Spark puts through the reader comes out as facts, a column for each', () => {
  const lines = [patient, request, 'torn {'].map(
    (line) => `\tfile:/a\t0\t${String(line.length)}\ttrue\t${line}\n`,
  )
  const read = reader(['lines', '--for', version], lines.join(''))
  expect(read.status).toBe(0)
  expect(read.rows.map((row) => row.split('\t').slice(0, 2))).toEqual([
    ['line', '1'],
    ['line', '1'],
    ['rejected', ''],
    ['count', ''],
  ])
  const people = read.rows.slice(0, 2).map((row) => {
    const [, person, type, id, , bearing, text] = row.split('\t')
    return `${[person, type, id, bearing, text].join('\t')}\n`
  })
  const args = ['people', '--for', version, '--on', '2026-11-23']
  const { status, rows } = reader(args, people.join(''))
  expect(status).toBe(0)
  const [facts = [], count = []] = rows.map((row) => row.split('\t'))
  expect(facts.length).toBe(populationColumns.length + 3)
  const takes = populationColumns.findIndex(({ name }) => name === 'takes_baclofen')
  expect([facts[0], facts[2], facts[takes + 2]]).toEqual(['facts', '1', 'true'])
  expect(count[0]).toBe('count')
})

test('a reader of another version takes its rows and refuses, so that Spark can tell why', () => {
  const { status, stderr, rows } = reader(['lines', '--for', '99.0.0'], 'x\n'.repeat(100_000))
  expect(status).toBe(2)
  expect(rows).toEqual([])
  expect(stderr).toContain(`this is version ${version}, and the script is for version 99.0.0`)
})

test('whether it is there at all is asked with a word that comes back', () => {
  expect(reader(['check', '--for', version], 'ready\n')).toMatchObject({ rows: ['ready'] })
})
