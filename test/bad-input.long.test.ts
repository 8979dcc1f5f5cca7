import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from './repository.test-support.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-bad-input-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/apps/cli/main.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    input,
  })

const file = (name: string, contents: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}

/** A file of one gigabyte that takes no room on the disk. */
const gigabyte = (): string => {
  const path = join(folder, 'huge.json')
  const descriptor = openSync(path, 'w')
  ftruncateSync(descriptor, 1024 ** 3)
  closeSync(descriptor)
  return path
}

const patient = (id: string): unknown => ({
  resource: { resourceType: 'Patient', id, birthDate: '1960-01-01' },
})
const bundle = (...entry: readonly unknown[]): string =>
  JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })
const facts = (of: unknown): string => JSON.stringify(of)
const deep = '['.repeat(100_000) + ']'.repeat(100_000)

const cases: readonly (readonly [
  what: string,
  contents: string | Uint8Array,
  place: RegExp,
  remedy: RegExp,
])[] = [
  ['text that is not JSON', '{"age": 58,\n "eGfr": }', /line 2, column \d+/, /Correct the JSON/],
  ['an empty file', '  \n', /empty/, /facts as JSON, or a FHIR record/],
  ['a list in place of facts', '[1, 2]', /facts/, /Give an object/],
  ['a number in place of facts', '42', /facts/, /Give an object/],
  ['a mistyped fact', facts({ egfr: 78 }), /egfr/, /Did you mean "eGfr"\?/],
  ['a fact nobody knows', facts({ weather: 1 }), /weather/, /crampwise explain/],
  ['a wrong unit', facts({ eGfr: { value: 78, unit: 'mL/min' } }), /eGfr\.unit/, /1\.73_m2/],
  ['a missing unit', facts({ magnesium: { value: 1.4 } }), /magnesium\.unit/, /mmol\/L/],
  ['an impossible value', facts({ potassium: 42 }), /potassium/, /Possible is 1 to 10 mmol\/L/],
  ['null', facts({ age: null }), /age/, /Give a number/],
  ['null for a presence', facts({ onDialysis: null }), /onDialysis/, /leave it out/],
  [
    'cirrhosis without liver disease',
    facts({ cirrhosis: true, liverDisease: false }),
    /liverDisease/,
    /Correct one of them/,
  ],
  [
    'baclofen that is not taken at 20 mg/day',
    facts({ baclofenDose: 20, takesBaclofen: false }),
    /takesBaclofen/,
    /Correct one of them/,
  ],
  ['two patients', bundle(patient('one'), patient('two')), /Patient\/two/, /one person at a time/],
  ['no patient', bundle({ resource: { resourceType: 'Observation' } }), /record/, /Patient/],
  ['entries that are no list', '{"resourceType":"Bundle","entry":{}}', /entry/, /\[/],
  ['100,000 lists in each other', deep, /facts/, /Give an object/],
  ['bytes that are not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x7d), /byte 2/, /UTF-8/],
  [
    'a torn last line',
    '{"resourceType":"Patient","id":"one"}\n{"resourceType":"Observ',
    /line 2/,
    /Correct the JSON/,
  ],
]

const isRefused = (
  { status, stdout, stderr }: ReturnType<typeof run>,
  place: RegExp,
  remedy: RegExp,
): void => {
  expect(stdout).toBe('')
  expect(stderr).toMatch(place)
  expect(stderr).toMatch(remedy)
  expect(stderr).not.toMatch(/^\s+at .+:\d+:\d+/m)
  expect(status).toBe(2)
}

describe('bad input is refused with its place and its remedy, and nothing is assessed', () => {
  test.each(cases)('%s', (what, contents, place, remedy) => {
    const path = file(`${what.replaceAll(/\W+/g, '-')}.json`, contents)
    isRefused(run(['assess', path]), place, remedy)
  })

  test('a file of one gigabyte', () => {
    isRefused(run(['assess', gigabyte()]), /larger than 64 MB/, /one patient at a time/)
  })

  test('a file that is not there, and a folder', () => {
    isRefused(run(['assess', join(folder, 'none.json')]), /no such file/i, /Check the path/)
    isRefused(run(['assess', folder]), /folder, not a file/, /Check the path/)
  })

  test('all problems at once, on standard input too', () => {
    const several = facts({ age: 400, eGFR: 78, potassium: { value: 3 }, pregnancy: 'maybe' })
    const { status, stdout, stderr } = run(['assess', '-', '--json'], several)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    for (const place of ['age', 'eGFR', 'potassium.unit', 'pregnancy']) {
      expect(stderr).toContain(`  ${place}: `)
    }
  })

  test('a day that is none', () => {
    isRefused(run(['assess', '-', '--on', '2026-02-30'], '{}'), /2026-02-30/, /YYYY-MM-DD/)
  })

  test('a policy outside the bounds that keep every promise', () => {
    const policy = file('policy.json', facts({ name: 'Ward', staleAfterDays: 365 }))
    isRefused(run(['assess', '-', '--policy', policy], '{}'), /staleAfterDays/, /1 to 90/)
  })

  test('an unlikely value is assessed, and to be checked', () => {
    const { status, stdout } = run(['assess', '-'], facts({ potassium: 9 }))
    expect(status).toBe(0)
    expect(stdout).toMatch(/CHECK THE INPUT\n {2}- potassium: 9 mmol\/L is unlikely/)
  })
})

test('a reader that has had enough ends the command without a word', () => {
  const path = file('long.json', facts({ age: 58, baclofenDose: 20 }))
  const command = `"${process.execPath}" --import tsx src/apps/cli/main.ts assess "${path}" --json | head -c 10`
  const { stdout, stderr, status } = spawnSync('sh', ['-c', command], {
    cwd: root,
    encoding: 'utf8',
  })
  expect([stdout.length, stderr, status]).toEqual([10, '', 0])
})
