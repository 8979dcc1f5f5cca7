import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { onTestFinished } from 'vitest'
import { sweepParts } from '../src/sweep.ts'
import { sweep } from '../src/sweep/index.ts'
import type { Summary, SweepOptions } from '../src/sweep/index.ts'

/** The day on which populations of tests are assessed. */
export const on = '2026-11-23'

/** An empty folder, gone after the test. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-sweep-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

/** Writes an export: each file by its name, its lines as text or as resources. */
export const writeExport = (
  files: Readonly<Record<string, readonly unknown[]>>,
  folder = join(newFolder(), 'export'),
): string => {
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files)) {
    const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))
    writeFileSync(join(folder, name), text.map((line) => `${line}\n`).join(''))
  }
  return folder
}

const options = (out: string, inputs: readonly string[]): SweepOptions => ({
  inputs,
  out,
  on,
  memory: '500MB',
  threads: 2,
  program: 'test',
  status: 'test',
  progress: () => undefined,
})

/** Screens an export into a folder, and answers with the summary. */
export const screened = async (
  inputs: readonly string[],
  out: string,
  change: Partial<SweepOptions> = {},
): Promise<Summary> => (await sweep(sweepParts, { ...options(out, inputs), ...change })).summary

/** The rows of a query by DuckDB. */
export const query = async (sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  return (await connection.runAndReadAll(sql)).getRowObjectsJson()
}

/** The lines of a file of NDJSON. */
export const ndjson = (file: string): readonly Readonly<Record<string, unknown>>[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
