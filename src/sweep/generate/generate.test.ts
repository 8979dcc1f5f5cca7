import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { codes } from './codes.test-support.ts'
import { generatePatients, quirks, resourceTypes } from './index.ts'
import { orderOf, randomFrom } from './random.ts'
import { applied } from './quirks.ts'
import { clearFolder, receipt, writeExport } from './write.ts'
import type { WriteSettings } from './write.ts'
import { writeJson } from './write-json.ts'

const plain: WriteSettings = {
  patients: 300,
  seed: 7,
  on: '2026-11-23',
  quirks: 0,
  badLines: 0,
  shuffle: false,
  gzip: false,
  files: 1,
}

const generated = (change: Partial<WriteSettings> = {}) => [
  ...generatePatients(codes, { ...plain, ...change }),
]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'crampwise-generate-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const written = async (name: string, change: Partial<WriteSettings> = {}): Promise<string> => {
  const out = join(folder, name)
  expect(await clearFolder(out)).toBe(undefined)
  await writeExport(codes, { ...plain, ...change }, out)
  return out
}

const linesIn = (out: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    readdirSync(out)
      .filter((name) => name.includes('.ndjson'))
      .map((name) => {
        const bytes = readFileSync(join(out, name))
        const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1')
        return [name, text.split('\n').filter((line) => line !== '')]
      }),
  )

const allLines = (out: string): readonly string[] => [...linesIn(out).values()].flat().sort()

describe('a generated patient', () => {
  test('has some 20 KB and more than 15 resources on average, as real servers send them', () => {
    const patients = generated()
    const bytes = patients.flatMap(({ lines }) => lines).join('\n').length / patients.length
    const resources = patients.flatMap((one) => one.resources).length / patients.length
    expect(bytes).toBeGreaterThan(17_000)
    expect(bytes).toBeLessThan(27_000)
    expect(resources).toBeGreaterThan(14)
  })

  test('says that it is synthetic in every resource, and carries no name of anybody', () => {
    for (const { resources } of generated({ quirks: 0.5 })) {
      for (const resource of resources) {
        expect(JSON.stringify(resource['meta'])).toContain('synthetic')
        expect(JSON.stringify(resource['meta'])).toContain('HTEST')
        if (resource['resourceType'] !== 'Patient') continue
        expect(resource['name']).toEqual([
          expect.objectContaining({
            family: 'Synthetic',
            text: expect.stringMatching(/^Synthetic \d+$/) as string,
          }),
        ])
      }
    }
  })

  test('is called differently from every other, and so is each resource', () => {
    const patients = generated({ patients: 2000 })
    expect(new Set(patients.map(({ id }) => id)).size).toBe(2000)
    const ids = patients.flatMap(({ resources }) => resources.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is the same for the same seed, and another for another', () => {
    expect(generated()).toEqual(generated())
    expect(generated({ seed: 8 })[0]).not.toEqual(generated()[0])
  })

  test('takes baclofen at the rate that is stated', () => {
    const patients = generated({ patients: 3000 })
    const takers = patients.filter(({ resources }) =>
      resources.some(
        (one) =>
          one['status'] === 'active' &&
          JSON.stringify(one['medicationCodeableConcept'] ?? '').includes('oral baclofen'),
      ),
    )
    expect(takers.length / 3000).toBeGreaterThan(0.59)
    expect(takers.length / 3000).toBeLessThan(0.69)
  })
})

describe('the quirks of real senders', () => {
  const plainLines = generated().flatMap(({ lines }) => lines)

  test.each(quirks.map((quirk) => [quirk.name, quirk] as const))('%s', (_name, quirk) => {
    const types = quirk.types ?? ['Observation']
    const lines = plainLines
      .filter((line) => types.some((type) => line.startsWith(`{"resourceType":"${type}"`)))
      .slice(0, 150)
    expect(lines.length).toBeGreaterThan(10)
    let changed = 0
    for (const line of lines) {
      const out = applied([quirk], line, randomFrom(changed))
      const isSame = isDeepStrictEqual(
        out.map((one) => JSON.parse(one) as unknown),
        [JSON.parse(line) as unknown],
      )
      if (quirk.change === undefined) expect(isSame).toBe(true)
      if (!isSame || (out[0] !== line && quirk.change === undefined)) changed += 1
    }
    expect(changed).toBeGreaterThan(0)
  })

  test('stand in the share of resources that was asked for', () => {
    const before = generated().flatMap(({ lines }) => lines)
    const after = new Set(generated({ quirks: 0.1 }).flatMap(({ lines }) => lines))
    const changed = before.filter((line) => !after.has(line)).length / before.length
    // A quirk that does not apply leaves the line as it was.
    expect(changed).toBeGreaterThan(0.06)
    expect(changed).toBeLessThan(0.11)
  })

  test('of writing change no meaning', () => {
    const value = { a: [1.5, 20, 'x/y "q" \\ 😀'], b: { c: true, d: null }, é: 'µ' }
    const style = { shuffled: true, escaped: true, spaced: true, exponents: true } as const
    for (let seed = 0; seed < 50; seed += 1) {
      expect(JSON.parse(writeJson(value, style, randomFrom(seed)))).toEqual(value)
    }
  })
})

test('an order of people holds each once, whatever their number', () => {
  for (const count of [1, 2, 3, 10, 1000, 4097]) {
    const order = orderOf(count, 99)
    const places = Array.from({ length: count }, (_none, place) => order(place))
    expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_n, i) => i))
  }
  const order = orderOf(1000, 99)
  expect(Array.from({ length: 10 }, (_none, place) => order(place))).not.toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ])
})

describe('an export', () => {
  test('has the lines of its patients, each file in an order of its own', async () => {
    const files = linesIn(await written('plain'))
    expect([...files.keys()].sort()).toEqual([...resourceTypes].map((t) => `${t}.ndjson`).sort())
    expect([...files.values()].flat().sort()).toEqual(
      generated()
        .flatMap(({ lines }) => lines)
        .sort(),
    )
    const peopleIn = (name: string): readonly string[] => [
      ...new Set(files.get(name)?.map((line) => /Patient\/([0-9a-f-]+)/.exec(line)?.[1] ?? '')),
    ]
    expect(peopleIn('Observation.ndjson')).not.toEqual(peopleIn('Condition.ndjson'))
  })

  test('is the same bytes again for the same seed, in several files, scattered and compressed', async () => {
    const change = { quirks: 0.2, shuffle: true, gzip: true, files: 3 }
    const one = linesIn(await written('one', change))
    const two = linesIn(await written('two', change))
    expect(one).toEqual(two)
    expect(one.has('Observation.0003.ndjson.gz')).toBe(true)
    expect([...one.values()].flat().sort()).toEqual(allLines(await written('not', { quirks: 0.2 })))
  })

  test('scatters the lines of one person when it is told to', async () => {
    const personOf = (line: string): string => /Patient\/([0-9a-f-]+)/.exec(line)?.[1] ?? ''
    const runs = (out: string): number =>
      (linesIn(out).get('Observation.ndjson') ?? []).filter(
        (line, at, lines) => at === 0 || personOf(line) !== personOf(lines[at - 1] ?? ''),
      ).length
    expect(runs(await written('together'))).toBeLessThanOrEqual(300)
    expect(runs(await written('scattered', { shuffle: true }))).toBeGreaterThan(1500)
  })

  test('holds bad lines beside the good ones, and ends torn, when it is told to', async () => {
    const out = await written('bad', { badLines: 0.05 })
    const good = new Set(allLines(await written('good')))
    const further = allLines(out).filter((line) => !good.has(line))
    expect(further.length).toBeGreaterThan(100)
    expect(allLines(out).filter((line) => good.has(line)).length).toBe(good.size)
    expect(readFileSync(join(out, 'Patient.ndjson')).at(-1)).not.toBe(10)
    const { files } = JSON.parse(readFileSync(join(out, receipt), 'utf8')) as {
      readonly files: readonly { readonly badLines: number }[]
    }
    expect(files.reduce((sum, { badLines }) => sum + badLines, 0)).toBe(further.length)
  })

  test('that was ended before its end says so, and the next takes its place', async () => {
    const out = join(folder, 'ended')
    expect(await clearFolder(out)).toBe(undefined)
    const ended = writeExport(codes, plain, out, (done) => {
      if (done > 0.5) throw new Error('ended')
    })
    await expect(ended).rejects.toThrow('ended')
    expect(JSON.parse(readFileSync(join(out, receipt), 'utf8'))).toMatchObject({ whole: false })
    expect(readdirSync(out).some((name) => name.endsWith('.partial'))).toBe(true)
    await written('ended')
    expect(JSON.parse(readFileSync(join(out, receipt), 'utf8'))).toMatchObject({ whole: true })
    expect(readdirSync(out)).toHaveLength(resourceTypes.length + 1)
  })

  test('takes the place of an earlier one, and of nothing else', async () => {
    const out = await written('again')
    writeFileSync(join(out, 'notes.txt'), 'mine')
    expect(await clearFolder(out)).toBe(undefined)
    expect(readdirSync(out)).toEqual(['notes.txt'])
    expect(await clearFolder(out)).toMatch(/not generated here/)
    expect(readFileSync(join(out, 'notes.txt'), 'utf8')).toBe('mine')
  })
})
