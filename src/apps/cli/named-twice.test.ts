import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { namedTwice } from './named-twice.ts'
import { readPatient } from './patient.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-twice-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const twice = '{\n  "age": 58,\n  "eGfr": 78,\n  "eGfr": 28\n}\n'

describe('a name that stands twice in one object', () => {
  test('is told with its place and that of the first', async () => {
    expect(await namedTwice(twice, 'patient.json')).toEqual([
      {
        kind: 'contradiction',
        where: 'patient.json, line 4, column 3',
        message: '"eGfr" stands here a second time; the first is on line 3.',
        remedy: 'Keep the one that is right.',
      },
    ])
  })
  test('is told however deep it stands, and however it is written', async () => {
    const nested = '{"magnesium": {"value": 1, "unit": "mmol/L", "val\\u0075e": 2}}'
    expect(await namedTwice(nested, 'x')).toMatchObject([{ where: 'x, line 1, column 46' }])
  })
  test('is none in two objects', async () => {
    expect(await namedTwice('{"a": {"value": 1}, "b": {"value": 2}}', 'x')).toEqual([])
    expect(await namedTwice('[{"a": 1}, {"a": 2}]', 'x')).toEqual([])
  })
})

describe('a patient whose eGFR stands twice', () => {
  test('is refused, as facts, as facts beside a record and as a policy', async () => {
    const facts = file('facts.json', twice)
    const fine = file('fine.json', '{"age": 58}')
    for (const read of [
      readPatient(facts, {}),
      readPatient(fine, { facts }),
      readPatient(fine, { policy: facts }),
    ]) {
      expect(await read).toMatchObject({ problems: [{ where: `${facts}, line 4, column 3` }] })
    }
    expect(await readPatient(fine, {})).toMatchObject({ given: { facts: { age: 58 } } })
  })
})
