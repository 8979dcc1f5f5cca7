import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { findSources } from './inputs.ts'
import { troubleOf } from './trouble.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-inputs-'))
const write = (name: string, content: string | Buffer = '{"resourceType":"Patient"}\n'): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), content)
}
write('one.ndjson')
write('deeper/two.ndjson.gz', gzipSync('{"id":"1","resourceType" : "Observation"}\n'))
write('deeper/Condition.parquet', 'PAR1')
write('notes.txt', 'not of an export')
write('empty.ndjson', '')

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const found = (...inputs: readonly string[]) =>
  findSources(inputs).map(({ name, type, packed }) => [name.slice(folder.length + 1), type, packed])

describe('the files of an export', () => {
  test('are all of a folder that can be read, each with the type that its first line or name tells', () => {
    expect(found(folder)).toEqual([
      ['deeper/Condition.parquet', 'Condition', 'no'],
      ['deeper/two.ndjson.gz', 'Observation', 'gzip'],
      ['one.ndjson', 'Patient', 'no'],
    ])
  })
  test('may be named by patterns, and are read once however often they are named', () => {
    expect(found(join(folder, '*.ndjson'), join(folder, 'one.ndjson'))).toEqual([
      ['one.ndjson', 'Patient', 'no'],
    ])
    expect(found(join(folder, '**/*.gz'))).toHaveLength(1)
  })
  test('are missed by name: a path that leads nowhere, a pattern that nothing matches', () => {
    for (const input of [join(folder, 'none'), join(folder, '*.parquet')]) {
      let error: unknown
      try {
        findSources([input])
      } catch (caught) {
        error = caught
      }
      expect(troubleOf(error, '')?.where).toBe(input)
    }
  })
  test('at an address are left to the extension of DuckDB', () => {
    expect(findSources(['s3://bucket/Patient.ndjson'])[0]).toMatchObject({
      remote: true,
      type: 'Patient',
    })
    const trouble = troubleOf(
      new Error('Extension "x/httpfs.duckdb_extension" not found.'),
      's3://bucket',
    )
    expect(trouble?.remedy).toContain('INSTALL httpfs')
  })
})
