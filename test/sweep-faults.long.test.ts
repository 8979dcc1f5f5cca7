import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { troubleOf } from '../src/sweep/index.ts'
import { mulberry } from '../src/assess/random.test-support.ts'
import { ndjson, newFolder, query, screened, writeExport } from './sweep.test-support.ts'

type Resource = Readonly<Record<string, unknown>>

const patient = (id: string, change: Resource = {}): Resource => ({
  resourceType: 'Patient',
  id,
  birthDate: '1968-05-04',
  ...change,
})

const order = (of: string, change: Resource = {}): Resource => ({
  resourceType: 'MedicationRequest',
  id: `order-${of}`,
  status: 'active',
  intent: 'order',
  medicationCodeableConcept: {
    coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '197391' }],
    text: 'baclofen 10 MG Oral Tablet',
  },
  subject: { reference: `Patient/${of}` },
  authoredOn: '2026-10-01',
  dosageInstruction: [
    {
      timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } },
      doseAndRate: [{ doseQuantity: { value: 10, unit: 'mg', code: 'mg' } }],
    },
  ],
  ...change,
})

const eGfr = (of: string, value: number, change: Resource = {}): Resource => ({
  resourceType: 'Observation',
  id: `egfr-${of}`,
  status: 'final',
  code: { coding: [{ system: 'http://loinc.org', code: '98979-8' }] },
  subject: { reference: `Patient/${of}` },
  effectiveDateTime: '2026-11-20',
  valueQuantity: { value, unit: 'mL/min/{1.73_m2}', code: 'mL/min/{1.73_m2}' },
  ...change,
})

const factsOf = async (out: string, id: string): Promise<Readonly<Record<string, unknown>>> => {
  const [row] = await query(
    `SELECT * FROM read_parquet('${out}/facts.parquet') WHERE patient = '${id}'`,
  )
  return row ?? {}
}

const eGfrIn = async (out: string, id: string): Promise<unknown> =>
  (await factsOf(out, id))['e_gfr_low_ml_per_min_per_173m2']

describe('an export with faults', () => {
  test('each bad line is rejected with its file, byte and reason, and the rest is screened', async () => {
    const good = [order('1'), order('2')].map((one) => JSON.stringify(one))
    const folder = writeExport({
      'Patient.ndjson': [patient('1'), patient('2'), '{"resourceType":"Patient"}'],
      'MedicationRequest.ndjson': [
        ...good,
        '<html>504</html>',
        '',
        JSON.stringify({ ...order('3'), subject: undefined }),
        `${JSON.stringify(order('1', { id: 'a' }))}${JSON.stringify(order('2', { id: 'b' }))}`,
        '[]',
      ],
      'Observation.ndjson': [eGfr('1', 78)],
    })
    appendFileSync(join(folder, 'Observation.ndjson'), JSON.stringify(eGfr('2', 20)).slice(0, 80))
    const out = join(folder, '../out')
    const summary = await screened([folder], out)
    const rejected = ndjson(join(out, 'rejected.ndjson')).map(({ file, offset, reason }) => ({
      file: String(file).replace(/.*\//, ''),
      at: readFileSync(String(file), 'utf8').slice(Number(offset), Number(offset) + 12),
      reason,
    }))
    expect(rejected).toEqual([
      {
        file: 'MedicationRequest.ndjson',
        at: '<html>504</h',
        reason: 'not JSON',
      },
      {
        file: 'MedicationRequest.ndjson',
        at: '{"resourceTy',
        reason: 'no subject: it does not say whose it is',
      },
      {
        file: 'MedicationRequest.ndjson',
        at: '{"resourceTy',
        reason: 'a second object on one line, of which the first is read: a line feed is missing',
      },
      {
        file: 'MedicationRequest.ndjson',
        at: '[]\n',
        reason: 'not an object: a resource is one',
      },
      {
        file: 'Observation.ndjson',
        at: '{"resourceTy',
        reason: 'not JSON: the last line is torn off',
      },
      {
        file: 'Patient.ndjson',
        at: '{"resourceTy',
        reason: 'a Patient without an id: nobody can be told by it',
      },
    ])
    expect(summary.rejected.lines).toBe(6)
    expect(await eGfrIn(out, '1')).toBe(78)
    expect(await eGfrIn(out, '2')).toBeNull()
    expect(readFileSync(join(out, 'rejected.ndjson'), 'utf8')).not.toContain('1968')
  })

  test('a line longer than 16 MB is rejected, wherever it lies, and the lines about it are read', async () => {
    const long = JSON.stringify(eGfr('1', 20, { note: [{ text: 'x'.repeat(17_000_000) }] }))
    const folder = writeExport({
      'Patient.ndjson': [patient('1'), patient('2')],
      'MedicationRequest.ndjson': [order('1'), order('2')],
      'Observation.ndjson': [eGfr('1', 78), long, eGfr('2', 50), long],
    })
    const out = join(folder, '../out')
    const summary = await screened([folder], out)
    const first = Buffer.byteLength(JSON.stringify(eGfr('1', 78))) + 1
    const second = first + long.length + 1 + Buffer.byteLength(JSON.stringify(eGfr('2', 50))) + 1
    expect(
      ndjson(join(out, 'rejected.ndjson')).map(({ offset, line, reason }) => [
        offset,
        line,
        reason,
      ]),
    ).toEqual([
      [first, 2, 'longer than 16 MB: no resource that is read is as long'],
      [second, 4, 'longer than 16 MB: no resource that is read is as long'],
    ])
    expect(summary.rejected.lines).toBe(2)
    expect(await eGfrIn(out, '1')).toBe(78)
    expect(await eGfrIn(out, '2')).toBe(50)
  })

  test('a line counts as JSON.parse reads it: what is no JSON is rejected, of an element that stands twice the last counts', async () => {
    const line = (of: string, value: number): string => JSON.stringify(eGfr(of, value))
    const folder = writeExport({
      'Patient.ndjson': ['1', '2', '3', '4', '5'].map((id) => patient(id)),
      'MedicationRequest.ndjson': ['1', '2', '3', '4', '5'].map((id) => order(id)),
      'Observation.ndjson': [
        line('1', 20).replace('"valueQuantity":{"value":20', '"valueQuantity":{"value":NaN'),
        line('2', 20).replace(/\}$/, ',}'),
        line('3', 20).replace('"status"', '"valueQuantity":{"value":99},"status"'),
        line('4', 20).replace('"value":20', '"value":99,"value":20'),
        line('5', 20).replace('"unit"', '"unit":"\t","unit"'),
      ],
    })
    const out = join(folder, '../out')
    const summary = await screened([folder], out)
    expect(summary.rejected).toMatchObject({ lines: 3 })
    expect(ndjson(join(out, 'rejected.ndjson')).map((one) => one['line'])).toEqual([1, 2, 5])
    const found = await Promise.all(['1', '2', '3', '4', '5'].map((id) => eGfrIn(out, id)))
    expect(found).toEqual([null, null, 20, 20, null])
  })

  test('of two versions the newer counts, of copies that contradict each other neither', async () => {
    const meta = (versionId: string): Resource => ({ meta: { versionId } })
    const folder = writeExport({
      'Patient.ndjson': [patient('1'), patient('2'), patient('3')],
      'MedicationRequest.ndjson': [order('1'), order('2'), order('3')],
      'Observation.ndjson': [
        eGfr('1', 78, meta('2')),
        eGfr('1', 20, meta('1')),
        eGfr('2', 78),
        eGfr('2', 20),
        eGfr('3', 78, meta('1')),
        // Corrected: it never was an eGFR.
        eGfr('3', 78, { ...meta('2'), code: { text: 'weight' } }),
      ],
    })
    const out = join(folder, '../out')
    await screened([folder], out)
    expect(await eGfrIn(out, '1')).toBe(78)
    expect(await eGfrIn(out, '2')).toBeNull()
    expect(await eGfrIn(out, '3')).toBeNull()
  })

  test('the same file twice says nothing twice', async () => {
    const folder = writeExport({
      'Patient.ndjson': [patient('1')],
      'MedicationRequest.ndjson': [order('1')],
      'MedicationRequest.copy.ndjson': [order('1')],
    })
    const out = join(folder, '../out')
    await screened([folder], out)
    expect((await factsOf(out, '1'))['baclofen_dose_high_mg_per_day']).toBe(20)
  })

  test('types mixed in one file, packed files and Parquet say the same', async () => {
    const all = [eGfr('1', 50), patient('1'), order('1'), { resourceType: 'Encounter', id: 'e' }]
    const mixed = writeExport({ 'all.ndjson': all })
    const packed = join(newFolder(), 'packed')
    mkdirSync(packed)
    const text = all.map((one) => `${JSON.stringify(one)}\n`).join('')
    writeFileSync(join(packed, 'all.ndjson.gz'), gzipSync(text))
    const parquet = join(newFolder(), 'parquet')
    mkdirSync(parquet)
    const zstd = join(newFolder(), 'zstd')
    mkdirSync(zstd)
    await query(
      `COPY (SELECT json FROM read_ndjson_objects('${mixed}/all.ndjson')) TO '${zstd}/all.ndjson.zst' (FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01', COMPRESSION zstd)`,
    )
    for (const [name, resource] of Object.entries({
      Patient: patient('1'),
      MedicationRequest: order('1'),
      Observation: eGfr('1', 50),
    })) {
      const lines = writeExport({ 'one.ndjson': [resource] })
      await query(
        `COPY (FROM read_json('${lines}/one.ndjson')) TO '${parquet}/${name}.parquet' (FORMAT parquet)`,
      )
    }
    for (const input of [mixed, packed, zstd, parquet, `${mixed}/*.ndjson`]) {
      const out = join(newFolder(), 'out')
      const summary = await screened([input], out)
      expect(summary.taking, input).toBe(1)
      expect(await eGfrIn(out, '1'), input).toBe(50)
      expect((await factsOf(out, '1'))['baclofen_dose_low_mg_per_day'], input).toBe(20)
    }
  })

  test('whoever has no Patient is screened without an age, and a medicine by reference is looked up', async () => {
    const folder = writeExport({
      'MedicationRequest.ndjson': [
        order('1'),
        order('2', {
          medicationCodeableConcept: undefined,
          medicationReference: { reference: 'Medication/m' },
        }),
      ],
      'Medication.ndjson': [
        { resourceType: 'Medication', id: 'm', code: order('1')['medicationCodeableConcept'] },
      ],
    })
    const out = join(folder, '../out')
    const summary = await screened([folder], out)
    expect(summary.taking).toBe(2)
    expect((await factsOf(out, '1'))['age_low_years']).toBeNull()
    expect((await factsOf(out, '2'))['baclofen_dose_low_mg_per_day']).toBe(20)
  })

  test('what is added to a file while it is read is not read', async () => {
    const folder = writeExport({
      'MedicationRequest.ndjson': [order('1')],
      'Patient.ndjson': [patient('1')],
    })
    const file = join(folder, 'MedicationRequest.ndjson')
    let added = false
    const out = join(folder, '../out')
    const summary = await screened([folder], out, {
      progress: () => {
        if (!added) appendFileSync(file, `${JSON.stringify(order('2'))}\n{"resourceType":"Med`)
        added = true
      },
    })
    expect(summary.taking).toBe(1)
    expect(summary.rejected.lines).toBe(0)
  })
})

describe('a screen that cannot be finished', () => {
  const people = Array.from({ length: 3000 }, (_one, at) => String(at))

  test('puts nothing in place, and leaves what was there', async () => {
    const folder = writeExport({
      'MedicationRequest.ndjson': people.map((id) => order(id)),
      'Patient.ndjson': people.map((id) => patient(id)),
    })
    const out = join(folder, '../out')
    await screened([folder], out)
    const before = readFileSync(join(out, 'summary.json'), 'utf8')
    const failing = screened([folder], out, {
      progress: (done) => {
        if (done > 0.8) throw Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' })
      },
    })
    const error: unknown = await failing.catch((caught: unknown) => caught)
    expect(troubleOf(error, out)?.message).toContain('disk is full')
    expect(readFileSync(join(out, 'summary.json'), 'utf8')).toBe(before)
    expect(readdirSync(dirname(out)).filter((name) => name.startsWith('.'))).toEqual([])
  })

  test('on a disk that is full, says so and what to do, and leaves nothing behind', async ({
    skip,
  }) => {
    const disk = newFolder()
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk])
    if (mounted.status !== 0) {
      const why = 'a small disk can be mounted by root alone: a full one is not tested here'
      console.warn(why)
      skip(why)
    }
    onTestFinished(() => {
      spawnSync('umount', [disk])
    })
    const folder = writeExport({
      'MedicationRequest.ndjson': people.map((id) => order(id)),
      'Patient.ndjson': people.map((id) => patient(id)),
    })
    const out = join(disk, 'out')
    const error: unknown = await screened([folder], out).catch((caught: unknown) => caught)
    expect(troubleOf(error, out)).toEqual({
      where: out,
      message: 'The disk is full: nothing was put in place.',
      remedy: 'Make room, or name a folder on another disk with --out, and run it again.',
    })
    expect(readdirSync(disk)).toEqual([])
  })

  test('when killed at any moment, leaves the old results whole, and the next run starts clean and says so', async () => {
    const folder = writeExport({
      'MedicationRequest.ndjson': people.map((id) => order(id)),
      'Patient.ndjson': people.map((id) => patient(id)),
      'Observation.ndjson': people.map((id) => eGfr(id, 50)),
    })
    const out = join(folder, '../out')
    const { status: first } = await command([folder, '--out', out])
    expect(first).toBe(0)
    const random = mulberry(7)
    let killed = 0
    let told = 0
    for (let round = 0; round < 8; round += 1) {
      const run = await command([folder, '--out', out], 700 + random() * 4000)
      if (run.status === null) killed += 1
      if (run.said.includes('started clean')) told += 1
      const { taking } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as {
        readonly taking: number
      }
      expect(taking).toBe(3000)
    }
    expect(killed).toBeGreaterThan(2)
    const last = await command([folder, '--out', out])
    expect(last.status).toBe(0)
    expect(existsSync(join(out, 'results.csv'))).toBe(true)
    expect(readdirSync(dirname(out)).filter((name) => name.startsWith('.'))).toEqual([])
    expect(told + (last.said.includes('started clean') ? 1 : 0)).toBeGreaterThan(0)
  })
})

/** Runs the command, killed outright after so many milliseconds where they are given. */
const command = (
  words: readonly string[],
  killAfter?: number,
): Promise<{ readonly status: number | null; readonly said: string }> =>
  new Promise((resolve) => {
    const main = fileURLToPath(new URL('../src/apps/cli/main.ts', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'sweep', ...words])
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const timer =
      killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.on('exit', (status) => {
      clearTimeout(timer)
      resolve({ status, said })
    })
  })
