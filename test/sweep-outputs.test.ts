import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outOfDate } from '../src/assess/status.ts'
import { recordRules } from '../src/guideline/codes/index.ts'
import { guideline } from '../src/guideline/index.ts'
import { sweepParts } from '../src/sweep.ts'
import { troubleOf, whatIf } from '../src/sweep/index.ts'
import { ndjson, newFolder, on, query, screened, writeExport } from './sweep.test-support.ts'

const order = (of: string, called: string, change: object = {}) => ({
  resourceType: 'MedicationRequest',
  id: `order-${of}`,
  status: 'active',
  intent: 'order',
  subject: { reference: `Patient/${of}` },
  authoredOn: '2026-10-01',
  medicationCodeableConcept: { text: called },
  ...change,
})

const person = (id: string, change: object = {}) => ({
  resourceType: 'Patient',
  id,
  birthDate: '1970-01-01',
  ...change,
})

/** The words of the pump in one list of the rules, as somebody would write them. */
const wordsIn = (rules: typeof recordRules.medicines): readonly string[] =>
  rules
    .filter(({ fact }) => fact === recordRules.drug.pump)
    .flatMap(({ names }) => (names ?? []).map((words) => words.trim()))

describe('who is read', () => {
  test('is everybody with a medicine or a finding that is named by words of a pump alone', async () => {
    const medicines = wordsIn(recordRules.medicines)
    const findings = wordsIn(recordRules.problems)
    expect(medicines.length).toBeGreaterThan(2)
    expect(findings.length).toBeGreaterThan(2)
    const folder = writeExport({
      'Patient.ndjson': [
        ...[...medicines.keys()].map((n) => person(`m${String(n)}`)),
        ...[...findings.keys()].map((n) => person(`f${String(n)}`)),
        person('other'),
      ],
      'MedicationRequest.ndjson': [
        ...medicines.map((words, n) => order(`m${String(n)}`, `${words.toUpperCase()} tablet`)),
        order('other', 'paracetamol tablet'),
      ],
      'Observation.ndjson': findings.map((words, n) => ({
        resourceType: 'Observation',
        id: `seen-${String(n)}`,
        status: 'final',
        subject: { reference: `Patient/f${String(n)}` },
        code: { text: 'problem' },
        effectiveDateTime: '2026-10-01',
        valueCodeableConcept: { text: words },
      })),
    })
    const out = join(newFolder(), 'out')
    const { read } = await screened([folder], out)
    expect(read).toBe(medicines.length + findings.length)
    const rows = await query(
      `SELECT patient FROM read_parquet('${out}/facts.parquet') WHERE intrathecal_baclofen IS NULL AND patient LIKE 'm%'`,
    )
    expect(rows).toHaveLength(medicines.length)
  })
})

const formulas = ['=1+1', '+1', '-1', '@sum']

describe('tables for a spreadsheet', () => {
  test('run no id that begins like a formula, and keep it as it is in Parquet', async () => {
    const folder = writeExport({
      'Patient.ndjson': [...formulas, 'plain'].map((id) => person(id)),
      'MedicationRequest.ndjson': [...formulas, 'plain'].map((id) => order(id, 'baclofen tablet')),
      'Observation.ndjson': [...formulas, 'plain'].map((id) => ({
        resourceType: 'Observation',
        id: `egfr-${id}`,
        status: 'final',
        subject: { reference: `Patient/${id}` },
        code: { coding: [{ system: 'http://loinc.org', code: '98979-8' }] },
        effectiveDateTime: '2026-11-20',
        valueQuantity: {
          value: 50,
          unit: 'mL/min/{1.73_m2}',
          system: 'http://unitsofmeasure.org',
          code: 'mL/min/{1.73_m2}',
        },
      })),
    })
    const out = join(newFolder(), 'out')
    await screened([folder], out)
    const results = readFileSync(join(out, 'results.csv'), 'utf8')
    for (const id of formulas) expect(results).toContain(`\n'${id},`)
    expect(results).not.toMatch(/(^|\n)[=+\-@]/)
    expect(results).toContain('\nplain,')
    const kept = await query(`SELECT DISTINCT patient FROM read_parquet('${out}/results.parquet')`)
    expect(kept.map((row) => row['patient'])).toContain('=1+1')
    const other = join(newFolder(), 'what-if')
    await whatIf(sweepParts, {
      facts: join(out, 'facts.parquet'),
      changes: new Map([['moderateRenalUpper', 45]]),
      out: other,
      memory: '500MB',
      threads: 1,
      program: 'test',
      status: 'test',
      progress: () => undefined,
    })
    const changes = readFileSync(join(other, 'changes.csv'), 'utf8')
    for (const id of formulas) expect(changes).toContain(`,'${id},`)
    expect(changes).toContain(',plain,')
  })
})

test('two copies of one Patient that contradict each other are called two versions, with the remedy', async () => {
  const folder = writeExport({
    'Patient.ndjson': [person('1'), person('1', { birthDate: '1940-01-01' })],
    'MedicationRequest.ndjson': [order('1', 'baclofen tablet')],
  })
  const out = join(newFolder(), 'out')
  expect((await screened([folder], out)).notAssessed).toBe(1)
  const said = JSON.stringify(ndjson(join(out, 'notes.ndjson')))
  expect(said).toContain('two versions of the same person')
  expect(said).toContain('meta.lastUpdated')
  expect(said).not.toContain('more than one person')
})

describe('past the review date of the guideline', () => {
  const dayAfter = new Date(Date.parse(guideline.reviewBy) + 86_400_000).toISOString().slice(0, 10)
  const taking = () =>
    writeExport({
      'Patient.ndjson': [person('1')],
      'MedicationRequest.ndjson': [order('1', 'baclofen tablet')],
    })

  test('the results, the summary and the worklist say so', async () => {
    const out = join(newFolder(), 'out')
    const told = outOfDate(dayAfter)
    const summary = await screened([taking()], out, { on: dayAfter, outOfDate: told })
    expect(summary.heading).toMatch(/^Past its review date/)
    const [head, first] = readFileSync(join(out, 'results.csv'), 'utf8').split('\n')
    expect(head).toMatch(/^note,patient,/)
    expect(first).toContain('Past its review date')
    // The worklist that the page exports begins with its notices.
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toMatch(
      /"notices":\["Past its review date/,
    )
  })

  test('and until then they do not', async () => {
    const out = join(newFolder(), 'out')
    const summary = await screened([taking()], out, { on, outOfDate: outOfDate(on) })
    expect(summary.heading).toBeUndefined()
    expect(readFileSync(join(out, 'results.csv'), 'utf8')).toMatch(/^patient,/)
  })
})

test('of files that hold nobody no screen is made: that would read as if nobody were in danger', async () => {
  const folder = writeExport({ 'hazards.json': [{ hazards: [] }, { id: 'H1' }] })
  const out = join(newFolder(), 'out')
  const error: unknown = await screened([folder], out).catch((caught: unknown) => caught)
  expect(troubleOf(error, out)).toMatchObject({
    where: folder,
    message: 'None of 2 lines is of a person: 2 are no FHIR resource of anybody.',
  })
  expect(existsSync(out)).toBe(false)
})
