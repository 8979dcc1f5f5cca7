import { afterEach, describe, expect, test, vi } from 'vitest'
import { guideline } from '../../guideline/index.ts'
import { runSweep } from './sweep.ts'
import type { SweepCommandOptions } from './sweep.ts'

const run = async (options: Partial<SweepCommandOptions>, inputs: readonly string[] = []) => {
  let printed = ''
  let refused = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((refused += String(text)), true))
  const code = await runSweep(inputs, { memory: '500MB', ...options })
  return { code, printed, refused }
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the SQL for Spark', () => {
  test('is printed as a view of the facts and one outcome for each statement', async () => {
    const facts = 's3://bucket/it`s/facts.parquet'
    const { code, printed } = await run({ engine: 'spark', dryRun: true, facts })
    expect(code).toBe(0)
    expect(printed).toContain(
      'CREATE OR REPLACE TEMPORARY VIEW facts AS SELECT * FROM parquet.`s3://bucket/it``s/facts.parquet`;',
    )
    for (const { id } of guideline.statements) expect(printed).toContain(`AS \`${id}\``)
    expect(printed).toContain('Not clinically signed off')
    expect(printed.trimEnd()).toMatch(/;$/)
  })

  test('over facts that were kept is printed alone: that is said, and how to run it', async () => {
    const { code, refused } = await run({ engine: 'spark', facts: 'facts.parquet' })
    expect(code).not.toBe(0)
    expect(refused).toContain('Print it with --dry-run')
    expect(refused).toContain('spark-sql -f FILE')
  })

  test.each<[string, Partial<SweepCommandOptions>, RegExp]>([
    ['without a folder for the results', { engine: 'spark', dryRun: true }, /--out/],
    ['for a cluster that is none', { engine: 'spark', master: 'here' }, /no cluster/],
    ['with a setting that is none', { engine: 'spark', sparkConf: ['memory'] }, /no setting/],
    ['of DuckDB on a cluster', { master: 'local[2]' }, /for Spark alone/],
    ['of another engine', { engine: 'hive' }, /no engine "hive"/],
    ['of DuckDB', { dryRun: true }, /--engine spark/],
    [
      'with another limit',
      { engine: 'spark', dryRun: true, facts: 'f', limit: ['ceiling=60'] },
      /--limit/,
    ],
  ])('is refused %s', async (_why, options, words) => {
    const { code, printed, refused } = await run(options)
    expect(code).not.toBe(0)
    expect(printed).toBe('')
    expect(refused).toMatch(words)
  })

  test('a screen without a folder for its results is refused', async () => {
    const { code, refused } = await run({}, ['export'])
    expect(code).not.toBe(0)
    expect(refused).toContain('--out')
  })
})
