import { expect, test } from 'vitest'
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

const read = (...lines: readonly (readonly [person: string, flags: string, json: string])[]) => {
  const rows: string[][] = []
  const piped = lines.map(([person, said, json]): PipedLine => {
    const bytes = Buffer.from(`${person}\t${said}\t${json}`)
    return { bytes, length: bytes.length }
  })
  readPeople({ on: '2026-11-23', cells: 2, read: reader }, piped, {
    write: (row) => rows.push(row.split('\t')),
    end: () => undefined,
  })
  const last = rows.at(-1) ?? []
  return { rows: rows.slice(0, -1), count: JSON.parse(last[1] ?? '') as unknown }
}

const patient = (id: string): string => JSON.stringify({ resourceType: 'Patient', id })
const request = (id: string): string =>
  JSON.stringify({ resourceType: 'MedicationRequest', subject: { reference: `Patient/${id}` } })

test('people are read one by one, and whoever is not concerned is counted alone', () => {
  const { rows, count } = read(
    ['Patient/1', '--', patient('1')],
    ['Patient/1', 'ml', request('1')],
    ['Patient/2', '--', patient('2')],
    ['Patient/3', 'ml', request('3')],
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
  const { rows, count } = read([
    'Patient/1',
    'ml',
    `{"resourceType":"Patient","id":"1",${refuses}:1}`,
  ])
  const problems = [{ kind: 'refused', where: 'Patient', message: 'died' }]
  expect(rows).toEqual([
    ['refused', JSON.stringify({ patient: '1', assessed: false, problems }), '', '', '.'],
  ])
  expect(count).toMatchObject({ read: 1, notAssessed: 1, setAside: 1 })
})

test('a record that is larger than memory allows is not assessed, and that is told', () => {
  const half = `{"a":"${'x'.repeat(largestPerson / 2)}"}`
  const { rows } = read(
    ['Patient/1', 'ml', half],
    ['Patient/1', 'ml', half],
    ['Patient/1', 'ml', request('1')],
    ['Patient/2', 'ml', request('2')],
  )
  expect(rows.map(([kind]) => kind)).toEqual(['refused', 'facts'])
  expect(rows[0]?.[1]).toContain('larger than 128 MB')
  expect(rows[0]?.[1]).toContain('"patient":"1"')
})
