import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { troubleOf } from '../trouble.ts'
import { linesOfInput, sparkInputs, viewOfInput } from './inputs.ts'
import { withOffsets } from './offsets.ts'

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-spark-test-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

test('a folder of this machine is read as its lines and its tables, each table once', () => {
  const folder = folderWith({
    'Patient.ndjson': '{}\n',
    'Condition.parquet/part-0.snappy.parquet': 'x',
    'Condition.parquet/part-1.snappy.parquet': 'x',
  })
  expect(sparkInputs([folder])).toEqual([
    { kind: 'lines', path: `file://${folder}`, isFolder: true },
    { kind: 'rows', from: `parquet.\`file://${folder}/Condition.parquet\``, type: 'Condition' },
  ])
})

test.each([
  ['s3://bucket/export', { kind: 'lines', path: 's3://bucket/export', isFolder: true }],
  ['s3://bucket/a*.ndjson', { kind: 'lines', path: 's3://bucket/a*.ndjson', isFolder: false }],
  [
    's3://bucket/Patient.parquet',
    { kind: 'rows', from: 'parquet.`s3://bucket/Patient.parquet`', type: 'Patient' },
  ],
  [
    'delta:abfss://c@a/fhir/observation',
    { kind: 'rows', from: 'delta.`abfss://c@a/fhir/observation`', type: 'Observation' },
  ],
  [
    'table:clinic.fhir.medicationrequest',
    { kind: 'rows', from: '`clinic`.`fhir`.`medicationrequest`', type: 'MedicationRequest' },
  ],
  ['table:visits', { kind: 'rows', from: '`visits`', type: '' }],
])('%s is read where it lies', (input, expected) => {
  expect(sparkInputs([input])).toEqual([expected])
})

test('a file that Spark cannot unpack is refused, with what to do', () => {
  const folder = folderWith({ 'Patient.ndjson.zst': 'x' })
  expect.assertions(1)
  try {
    sparkInputs([folder])
  } catch (error) {
    expect(troubleOf(error, '')).toMatchObject({ remedy: expect.stringContaining('.gz') as string })
  }
})

test('lines end at line feeds alone, and are given with their place and whether they are UTF-8', () => {
  const input = { kind: 'lines', path: "s3://b/it's", isFolder: true } as const
  expect(viewOfInput(input, 'export_1')).toBe(
    `CREATE OR REPLACE TEMPORARY VIEW export_1 USING text OPTIONS (path 's3://b/it\\'s', lineSep '\\n', recursiveFileLookup 'true', pathGlobFilter '*.{ndjson,ndjson.gz,jsonl,jsonl.gz,json,json.gz}')`,
  )
  expect(linesOfInput(input, 'export_1')).toContain(
    `encode(value, 'UTF-8') = CAST(value AS BINARY) AS sound`,
  )
})

test('the byte of a rejected line is told where its part of the file can be looked at', () => {
  const folder = folderWith({ 'a.ndjson': '{"id":1}\n{"id":2}\ntorn\n' })
  const file = `file://${folder}/a.ndjson`
  const told = (line: object): unknown => JSON.parse(withOffsets([JSON.stringify(line)])[0] ?? '')
  const path = join(folder, 'a.ndjson')
  const reason = 'not JSON'
  expect(told({ file, block: 0, after: 18, reason })).toEqual({ file: path, offset: 18, reason })
  // A part that begins within a line, or at its very beginning, is given the next one first.
  expect(told({ file, block: 4, after: 9, reason })).toEqual({ file: path, offset: 18, reason })
  expect(told({ file, block: 9, after: 0, reason })).toEqual({ file: path, offset: 18, reason })
  expect(told({ file: 's3://b/a', block: 4, after: 9, reason })).toEqual({
    ...{ file: 's3://b/a', offset: null, reason },
  })
  expect(told({ file, block: null, after: 0, reason })).toMatchObject({ offset: null })
})
