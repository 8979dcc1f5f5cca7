import { expect, test } from 'vitest'
import type { Bearing } from '../relevance.ts'
import type { ReadPerson } from '../work-of-reader.ts'
import type { PipedLine } from './piped.ts'
import { largestPerson, readPeople } from './read-people.ts'

const refuses = '"deceased"'

/** Tells of a person how many resources there are, or refuses the record. */
const reader: ReadPerson = (patient, resources) =>
  JSON.stringify(resources).includes(refuses)
    ? {
        cells: undefined,
        problems: [{ kind: 'refused', where: 'Patient', message: 'died' }],
      }
    : { cells: [patient, resources.length], problems: [] }

type Given = readonly [person: string, type: string, id: string, bearing: Bearing, json: string]

const read = (...lines: readonly Given[]) => {
  const rows: string[][] = []
  const piped = lines.map((given): PipedLine => {
    const bytes = Buffer.from(given.join('\t'))
    return { bytes, length: bytes.length }
  })
  readPeople({ on: '2026-11-23', cells: 2, read: reader }, piped, {
    write: (row) => rows.push(row.split('\t')),
    end: () => undefined,
  })
  const last = rows.at(-1) ?? []
  return { rows: rows.slice(0, -1), count: JSON.parse(last[1] ?? '') as unknown }
}

const patient = (id: string): Given => [
  ...([id, 'Patient', id, 'fact'] as const),
  JSON.stringify({ resourceType: 'Patient', id }),
]

const request = (person: string, id: string, bearing: Bearing, more: object = {}): Given => [
  ...([person, 'MedicationRequest', id, bearing] as const),
  JSON.stringify({
    ...{ resourceType: 'MedicationRequest', id, subject: { reference: `Patient/${person}` } },
    ...more,
  }),
]

test('people are read one by one, and whoever is not concerned is counted alone', () => {
  const { rows, count } = read(
    patient('1'),
    request('1', 'a', 'drug'),
    patient('2'),
    request('3', 'a', 'drug'),
  )
  expect(rows).toEqual([
    ['facts', '', '1', '2', '.'],
    // Nobody is lost for want of a Patient: one is added that tells no more than the id.
    ['facts', '', '3', '2', '.'],
  ])
  expect(count).toEqual({
    ...{ screened: 3, withoutMedicationList: 1, read: 2, notAssessed: 0, setAside: 0 },
  })
})

test('who is not assessed is told with the reason, and has no facts', () => {
  const { rows, count } = read(request('1', 'a', 'drug', { deceased: true }))
  const problems = [{ kind: 'refused', where: 'Patient', message: 'died' }]
  expect(rows).toEqual([
    ['refused', JSON.stringify({ patient: '1', assessed: false, problems }), '', '', '.'],
  ])
  expect(count).toMatchObject({ read: 1, notAssessed: 1, setAside: 1 })
})

test('a record that is larger than memory allows is not assessed, and that is told', () => {
  const half = `{"a":"${'x'.repeat(largestPerson / 2)}"}`
  const { rows } = read(
    ['1', 'Observation', 'a', 'fact', half],
    ['1', 'Observation', 'b', 'fact', half],
    request('1', 'a', 'drug'),
    request('2', 'a', 'drug'),
  )
  expect(rows.map(([kind]) => kind)).toEqual(['refused', 'facts'])
  expect(rows[0]?.[1]).toContain('larger than 128 MB')
  expect(rows[0]?.[1]).toContain('"patient":"1"')
})

test('what bears on no fact is left out, but where it may be another version of what does', () => {
  const { rows } = read(
    request('1', 'a', 'drug'),
    request('1', 'b', 'nothing'),
    request('1', 'a', 'nothing'),
    request('1', '', 'nothing'),
    ['1', 'Condition', 'a', 'nothing', '{}'],
    patient('1'),
  )
  expect(rows).toEqual([['facts', '', '1', '3', '.']])
})
