import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import type { Database } from '../database.ts'
import type { Deciding } from '../results.ts'
import type { Findings } from '../summary.ts'
import { reportInput } from './gather.ts'

const quantity = (id: string) => ({ kind: 'quantity', id, words: id })
const limit = (name: string, value: number) => ({ name, value })
const dose = quantity('baclofenDose')

/** As much of a guideline as a report is taken from. */
const deciding = {
  on: '2026-11-23',
  facts: 'facts',
  numbers: true,
  definition: {
    id: 'a-guideline',
    version: '1',
    facts: [quantity('age'), dose, quantity('eGfr')],
    statements: [
      { id: 'first', title: 'First', kind: 'urgent' },
      { id: 'second', title: 'Second', kind: 'recommendation' },
    ],
    limits: [
      limit('severeRenal', 30),
      limit('moderateRenalUpper', 60),
      limit('ceiling', 30),
      limit('moderateRenalDose', 15),
    ],
  },
  parts: {
    rules: { drug: { dose } },
    columnOf: ({ id }: { readonly id: string }) => id,
    quantityColumns: ({ id }: { readonly id: string }) => ({
      low: `${id}_low`,
      high: `${id}_high`,
      lowOpen: `${id}_low_open`,
      highOpen: `${id}_high_open`,
    }),
  },
} as unknown as Deciding

const findings: Findings = {
  taking: 3,
  mayTake: 1,
  notTaking: 1,
  statements: [
    { id: 'first', title: 'First', kind: 'urgent', true: 1, unknown: 1, false: 2 },
    { id: 'second', title: 'Second', kind: 'recommendation', true: 2, unknown: 1, false: 1 },
  ],
  missing: [
    { fact: 'eGfr', words: 'eGFR', people: 2 },
    { fact: 'age', words: 'age', people: 1 },
  ],
  urgent: { emergencies: 0, urgent: 1, first: [] },
}

let folder = ''
let database: Database
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crampwise-gather-'))
  database = await openDatabase({ memory: '200MB', threads: 1, spill: folder })
  await database.run(`CREATE TABLE outcomes AS SELECT * FROM (VALUES
    ('b', 2, 4::BIGINT, 'false', 'true', 'true'),
    ('a', 2, 0, 'false', 'true', 'true'),
    ('c', 2, 5, 'unknown', 'unknown', 'unknown'),
    ('d', 1, NULL, 'true', 'false', 'true'),
    ('e', 1, 0, 'true', 'true', 'false'))
    AS t(patient, worst, lacks, first, second, "is concerned")`)
  const columns = ['age', 'baclofenDose', 'eGfr']
    .map((id) => `"${id}_low", "${id}_high", "${id}_low_open", "${id}_high_open"`)
    .join(', ')
  await database.run(`CREATE TABLE facts AS SELECT * FROM (VALUES
    ('a', 70, 70, NULL, NULL, 20, 20, NULL, NULL, 60, NULL::INTEGER, true, NULL, '2026-11-01'),
    ('b', 57, 58, NULL, NULL, 20, 20, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('c', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('d', 30, 30, NULL, NULL, 7.5, 7.5, NULL, NULL, NULL, 15, NULL, true, '2026-11'),
    ('e', 30, 30, NULL, NULL, 0, 0, NULL, NULL, 90, 90, NULL, NULL, NULL))
    AS t(patient, ${columns}, "eGfr_date")`)
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

describe('what a report shows of a run', () => {
  const gather = () =>
    reportInput(database, deciding, findings, {
      notices: [],
      status: 'Not signed off.',
      patients: 9,
      rejectedLines: 2,
    })

  test('is who is concerned, the worst first, with every outcome and what is missing', async () => {
    const { worklist, leftOut, urgency } = await gather()
    expect(worklist).toEqual([
      {
        patient: 'd',
        urgency: 'urgent',
        outcomes: 'tf',
        missing: [],
        eGfr: '<15 on 2026-11',
        dose: '7.5',
        age: '30',
      },
      {
        patient: 'a',
        urgency: 'routine',
        outcomes: 'ft',
        missing: [],
        eGfr: '>60 on 2026-11-01',
        dose: '20',
        age: '70',
      },
      {
        patient: 'b',
        urgency: 'routine',
        outcomes: 'ft',
        missing: [0],
        dose: '20',
        age: '57 to 58',
      },
      { patient: 'c', urgency: 'routine', outcomes: 'uu', missing: [0, 1] },
    ])
    expect(leftOut).toBe(0)
    expect(urgency).toEqual({ emergency: 0, urgent: 1, routine: 3 })
  })

  test('has each of them once among the doses, a bound as a bound', async () => {
    const { doses } = await gather()
    expect(doses.reduce((sum, { patients }) => sum + patients, 0)).toBe(4)
    expect(doses).toContainEqual({
      eGfr: { low: 60, high: Infinity, lowOpen: true },
      dose: { low: 20, high: 20 },
      patients: 1,
    })
    expect(doses).toContainEqual({ patients: 1 })
  })

  test('has the limits of the guideline that was decided by', async () => {
    expect((await gather()).limits).toEqual({ severe: 30, moderate: 60, ceiling: 30, reduced: 15 })
  })
})
