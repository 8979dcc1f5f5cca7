import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import {
  addBytes,
  addPiece,
  behind,
  eachElement,
  elementsFor,
  keptIn,
  personIn,
} from './records.ts'
import { recordFiles, recordsIn } from './records.ts'
import type { Kept } from './records.ts'

test('what is kept of resources comes back as it was, also beyond four gigabytes and where it is long', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crampwise-records-'))
  onTestFinished(() => {
    rmSync(folder, { recursive: true })
  })
  const fileOf = (share: number): string => join(folder, String(share))
  const files = recordFiles(fileOf)
  const elements = elementsFor(40)
  const long = 'x'.repeat(300_000)
  const given = Array.from({ length: 500 }, (_one, at) => ({
    kept: {
      type: at % 2 === 0 ? 'Observation' : 'MedicationRequest',
      bearing: at % 3 === 0 ? 'drug' : 'nothing',
      file: at % 7,
      offset: 5_000_000_000 + at * 3_000_000_000,
      length: 1000 + at,
      idHash: at - 250,
    } satisfies Kept,
    person: `person-${String(at % 11)}`,
    own: at === 77 ? long : `"${String(at)}"`,
  }))
  for (const { kept, person, own } of given) {
    const bytes = Buffer.from(person + own)
    elements.count = 0
    addPiece(elements, 39, 12_345)
    addBytes(elements, 3, person.length, own.length)
    files.add(0, kept, bytes, { from: 0, to: person.length }, elements)
  }
  files.flush()
  const records = recordsIn(fileOf(0))
  expect(recordsIn(fileOf(1))).toBeUndefined()
  if (records === undefined) throw new Error('no records')
  const found = []
  for (let at = 0; at < records.words.length; at = behind(records, at)) {
    const parts: unknown[] = []
    eachElement(records, at, (place, number, own) => parts.push([place, number, own]))
    found.push({ kept: keptIn(records, at), person: personIn(records, at), parts })
  }
  expect(found).toEqual(
    given.map(({ kept, person, own }) => ({
      kept,
      person,
      parts: [
        [39, 12_345, ''],
        [3, 0, own],
      ],
    })),
  )
})
