import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
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
  test('is refused as a record, on its line too', async () => {
    const record = file(
      'record.json',
      '{"resourceType": "Bundle", "type": "collection", "type": "batch", "entry": []}',
    )
    expect(await readPatient(record, {})).toMatchObject({
      problems: [{ where: `${record}, line 1, column 50` }],
    })
    const lines = file(
      'lines.ndjson',
      '{"resourceType": "Patient", "id": "1"}\n{"resourceType": "Observation", "id": "a", "id": "b"}\n',
    )
    expect(await readPatient(lines, {})).toMatchObject({
      problems: [{ where: `${lines}, line 2, column 44` }],
    })
  })
})
