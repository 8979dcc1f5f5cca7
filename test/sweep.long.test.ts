import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personFacts, populationColumns } from '../src/assess/population.ts'
import { close } from '../src/logic/implication.ts'
import { applies } from '../src/logic/statement.ts'
import { missing, trace } from '../src/logic/trace.ts'
import { guideline } from '../src/guideline/index.ts'
import { recordRules } from '../src/guideline/codes/index.ts'
import { picture } from '../src/assess/picture.ts'
import { readRecord } from '../src/assess/record.ts'
import { writeExport as generate } from '../src/sweep/generate/write.ts'
import type { Summary } from '../src/sweep/index.ts'
import { newFolder, on, query, screened } from './sweep.test-support.ts'

type Resource = Readonly<Record<string, unknown>>

const patients = 20_000

const newFolderOfSuite = (): string => mkdtempSync(join(tmpdir(), 'crampwise-sweep-long-'))

const referenceOf = (resource: Resource): string => {
  const { reference } = (resource['subject'] ?? {}) as { readonly reference?: unknown }
  return typeof reference === 'string' ? reference : ''
}

const ownerOf = (resource: Resource): string | undefined =>
  resource['resourceType'] === 'Patient'
    ? (resource['id'] as string | undefined)
    : /Patient\/([^/]+)/.exec(referenceOf(resource))?.[1]

/** The resource of a line; of two on one line the first. */
const resourceOf = (line: string): Resource | undefined => {
  const texts = [line, line.slice(0, line.indexOf('}{') + 1)]
  for (const text of texts) {
    try {
      const value = JSON.parse(text) as unknown
      const { resourceType } = value as { readonly resourceType?: unknown }
      if (!Array.isArray(value) && typeof resourceType === 'string') return value as Resource
    } catch {
      continue
    }
  }
  return undefined
}

/** The resources of each person, read line by line by JSON.parse alone, and how many lines are none. */
const peopleIn = (folder: string) => {
  const people = new Map<string, Resource[]>()
  let unusable = 0
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.ndjson'))) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      if (line.trim() === '') continue
      const resource = line.includes('\uFFFD') ? undefined : resourceOf(line)
      const owner = resource === undefined ? undefined : ownerOf(resource)
      const isFirstOfTwo = resource !== undefined && !isJson(line)
      if (resource === undefined || owner === undefined || isFirstOfTwo) unusable += 1
      if (resource === undefined || owner === undefined) continue
      const others = people.get(owner)
      if (others === undefined) people.set(owner, [resource])
      else others.push(resource)
    }
  }
  for (const [id, resources] of people) {
    if (resources.some((one) => one['resourceType'] === 'Patient')) continue
    resources.push({ resourceType: 'Patient', id })
  }
  return { people, unusable }
}

const isJson = (line: string): boolean => {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

describe('a generated population with every quirk of real senders', () => {
  let folder = ''
  let out = ''
  let summary: Summary
  let people: ReadonlyMap<string, readonly Resource[]>
  let unusable = 0

  beforeAll(async () => {
    folder = newFolderOfSuite()
    out = join(newFolderOfSuite(), 'out')
    await generate(
      recordRules,
      {
        patients,
        seed: 20_261_123,
        on,
        quirks: 0.3,
        badLines: 0.0005,
        files: 2,
        shuffle: true,
        gzip: false,
      },
      folder,
      () => undefined,
    )
    summary = await screened([folder], out)
    ;({ people, unusable } = peopleIn(folder))
  }, 600_000)

  afterAll(() => {
    for (const one of [folder, join(out, '..')]) rmSync(one, { recursive: true, force: true })
  })

  test('the facts are those that the record reader finds in all lines of each person', async () => {
    const names = populationColumns.map(({ name }) => `"${name}"`).join(', ')
    const rows = await query(`SELECT ${names} FROM read_parquet('${out}/facts.parquet')`)
    const found = new Map(rows.map((row) => [String(row['patient']), row]))
    const wrong: string[] = []
    let compared = 0
    for (const [id, resources] of people) {
      const { cells } = personFacts(id, resources, on)
      const row = found.get(id)
      if (row === undefined) {
        if (cells !== undefined && mayTake(cells)) wrong.push(`${id} is not among the facts`)
        continue
      }
      compared += 1
      populationColumns.forEach(({ name }, place) => {
        const [got, want] = [row[name] ?? '', cells?.[place] ?? '']
        if (got !== want)
          wrong.push(`${id} ${name}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`)
      })
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(compared).toBeGreaterThan(patients / 2)
    expect(found.size).toBe(compared)
  })

  test('whom the results concern, and what holds, is open and is lacking for them, is as assessed one by one', async () => {
    const rows = await query(
      `SELECT patient, statement, outcome, missing FROM read_parquet('${out}/results.parquet')`,
    )
    const found = new Map<string, string[]>()
    for (const row of rows) {
      const [id, line] = [
        String(row['patient']),
        `${String(row['statement'])} ${String(row['outcome'])} ${(row['missing'] as string | null) ?? ''}`,
      ]
      found.set(id, [...(found.get(id) ?? []), line])
    }
    const wrong: string[] = []
    let compared = 0
    for (const [id, resources] of [...people].slice(0, 1500)) {
      const lines = found.get(id)
      if (lines === undefined) continue
      compared += 1
      const { given, why } = readRecord(resources, { on })
      const { findings } = close(
        picture(guideline, given, on, { why }).ground,
        guideline.implications,
      )
      const want = guideline.statements.flatMap((statement) => {
        const traced = trace(applies(statement), findings)
        if (traced.truth === 'false') return []
        const lacking = new Set(missing(traced).map((fact) => fact.id))
        const ids = guideline.facts.filter((fact) => lacking.has(fact.id)).map((fact) => fact.id)
        return [`${statement.id} ${traced.truth} ${ids.join(' ')}`]
      })
      const [more, less] = [
        lines.filter((line) => !want.includes(line)),
        want.filter((line) => !lines.includes(line)),
      ]
      if (more.length + less.length > 0)
        wrong.push(`${id}: ${more.join('; ')}, not ${less.join('; ')}`)
    }
    expect(wrong.slice(0, 5)).toEqual([])
    expect(compared).toBeGreaterThan(500)
  })

  test('every line that is no resource of anybody is rejected, by file, place and reason', () => {
    expect(summary.rejected.lines).toBe(unusable)
    expect(unusable).toBeGreaterThan(100)
    const lines = readFileSync(join(out, 'rejected.ndjson'), 'utf8').trim().split('\n')
    for (const line of lines.slice(0, 200)) {
      const { file, offset, reason } = JSON.parse(line) as {
        readonly file: string
        readonly offset: number
        readonly reason: string
      }
      const bytes = readFileSync(file)
      const before = bytes[offset - 1]
      const isSecond = reason.startsWith('a second object')
      expect(offset === 0 || before === 10 || isSecond, line).toBe(true)
      const end = bytes.indexOf(10, offset)
      const text = bytes.toString('utf8', offset, end < 0 ? bytes.length : end)
      if (reason.startsWith('not JSON')) expect(isJson(text), line).toBe(false)
      if (isSecond) expect(text.startsWith('{'), line).toBe(true)
    }
  })

  test('the screen tells of everybody', () => {
    expect(summary.screened).toBe(people.size)
    expect(summary.taking + summary.mayTake + summary.notTaking + summary.notAssessed).toBe(
      summary.read,
    )
    expect(summary.synthetic).toBe(true)
    // Of lines with quirks some are plain all the same; of the others, every one must be.
    expect(summary.lines?.plain).toBeGreaterThan((summary.lines?.all ?? 0) * 0.7)
    expect(summary.lines?.plain).toBeLessThan((summary.lines?.all ?? 0) * 0.95)
  })
})

test('of a population without quirks every line is plain, and the facts are the same too', async () => {
  const folder = newFolder()
  const out = join(newFolder(), 'out')
  const settings = { patients: 3000, seed: 17, on, quirks: 0, badLines: 0, files: 1 }
  await generate(recordRules, { ...settings, shuffle: false, gzip: false }, folder)
  const summary = await screened([folder], out)
  expect(summary.lines?.plain).toBe(summary.lines?.all)
  const rows = await query(`SELECT * FROM read_parquet('${out}/facts.parquet')`)
  const { people } = peopleIn(folder)
  for (const row of rows) {
    const id = String(row['patient'])
    const { cells } = personFacts(id, people.get(id) ?? [], on)
    const got = populationColumns.map(({ name }) => row[name] ?? '')
    expect(got).toEqual(cells?.map((cell) => cell ?? ''))
  }
  expect(rows.length).toBeGreaterThan(2000)
}, 120_000)

/** Whether the facts leave open, or say, that the drug is taken; by a list that was supplied at all. */
const mayTake = (cells: readonly unknown[]): boolean => {
  const cell = (name: string): unknown =>
    cells[populationColumns.findIndex((one) => one.name === name)]
  if (cell('takes_baclofen') === true || cell('intrathecal_baclofen') !== false) return true
  const dose = cell('baclofen_dose_high_mg_per_day')
  return typeof dose === 'number' && dose > 0
}
