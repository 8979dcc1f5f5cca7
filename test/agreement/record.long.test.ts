import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import { replaced } from './agrees.test-support.ts'
import { traced } from './engine.ts'
import { recordEngine } from './engine-record.ts'
import type { RecordEngine } from './engine-record.ts'
import { differences, readByProduct } from './record-claims.ts'
import { mixed, on, records, variants } from './records.ts'

let library: RecordEngine
beforeAll(async () => {
  library = await recordEngine()
})

/** On what facts the library and the product's reader differ, and on what statements. */
const compared = async (engine: RecordEngine, record: unknown) => {
  const found = await engine(record, on)
  const product = readByProduct(record, on)
  const truths = traced(guideline, product)
  return {
    facts: differences(found.stated, product),
    statements: guideline.statements
      .filter((_of, at) => truths[at] !== found.truths[at])
      .map(({ id }) => id),
  }
}

const same = { facts: [], statements: [] }

const folder = new URL('../../examples/records/', import.meta.url)
const examples = readdirSync(folder).filter((file) => file.endsWith('.json'))

describe('the CQL library finds in a record what the product’s own reader finds', () => {
  test('there are at least twelve example records', () => {
    expect(examples.length).toBeGreaterThanOrEqual(12)
  })
  test.each(examples)('in the example %s', async (file) => {
    const record: unknown = JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
    expect(await compared(library, record)).toEqual(same)
  })
  test.each(records)('in a record with %s', async (_title, record) => {
    expect(await compared(library, record)).toEqual(same)
  })
})

test('of several of these at once it never says more than the product’s own reader', async () => {
  const several = fc.subarray(Object.keys(variants), { minLength: 2, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(several, async (titles) => {
      const { facts } = await compared(library, mixed(titles))
      expect(facts.filter(({ kind }) => kind === 'other')).toEqual([])
    }),
    { numRuns: 200, seed: 20261125 },
  )
})

describe('a planted fault in the library is caught', () => {
  interface Fault {
    readonly part: string
    readonly by: string
    /** The record that shows it. */
    readonly shownBy: string
  }
  const faults: readonly (readonly [title: string, fault: Fault])[] = [
    [
      'an order that was stopped is perhaps taken',
      {
        part: "{ 'stopped', 'completed' } then 'before'",
        by: "{ 'completed' } then 'before'",
        shownBy: 'a stopped order of baclofen, and nothing else',
      },
    ],
    [
      'a result of 91 days is current',
      { part: 'old": 90', by: 'old": 91', shownBy: 'an old eGFR, and nothing else' },
    ],
    [
      'a tablet of 10 mg holds 20',
      {
        part: "197391', strength: 10.0",
        by: "197391', strength: 20.0",
        shownBy: 'a dose by the product and a code',
      },
    ],
    [
      'what is as needed is taken for certain',
      {
        part: 'when asNeeded then Tuple { low: 0.0',
        by: 'when asNeeded then Tuple { low: high',
        shownBy: 'a dose as needed',
      },
    ],
    [
      'an unconfirmed problem is confirmed',
      {
        part: "then 'unknown'\n    when clinical is not null",
        by: "then 'true'\n    when clinical is not null",
        shownBy: 'a differential heart failure, and nothing else',
      },
    ],
    [
      'a value in mL/min permits',
      {
        part: `"Bounded"('<=', amount.value`,
        by: `"Bounded"('>=', amount.value`,
        shownBy: 'an eGFR in mL/min, and nothing else',
      },
    ],
  ]
  test.each(faults)('%s', async (_title, { part, by, shownBy }) => {
    const faulty = await recordEngine(replaced(part, by))
    const record = new Map(records).get(shownBy)
    expect(record).toBeDefined()
    expect(await compared(faulty, record)).not.toEqual(same)
  })
})
