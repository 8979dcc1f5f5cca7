import { expect, test } from 'vitest'
import type { RecordRules } from '../../logic/record-rules.ts'
import { longestLine } from '../part-of-file.ts'
import type { PipedLine } from './piped.ts'
import { lineOutput, readLines } from './read-lines.ts'

const code = (one: string) => ({ system: 's', code: one, means: one, status: 'verified' }) as const

/** No more of the rules than says whom to read. */
const rules = {
  drug: {
    ...{ takes: 'takesIt', pump: 'hasPump', names: ['baclofen'] },
    ...{ oral: [], anyRoute: [code('1292')], pumped: [] },
  },
  medicines: [],
  problems: [{ fact: 'hasPump', is: 'true', codes: [], names: ['pump'], complete: false }],
  allergies: [],
  procedures: [],
  laboratory: [],
  questionnaire: 'https://example.org/questionnaire',
} as unknown as RecordRules

interface Given {
  readonly value: string
  readonly type?: string
  readonly file?: string
  readonly block?: string
  readonly sound?: boolean
  readonly length?: number
}

const read = (...given: readonly (string | Given)[]) => {
  const lines = given.map((one): PipedLine => {
    const {
      value,
      type = '',
      file = 'file:/a',
      block = '0',
      sound = true,
      length,
    } = typeof one === 'string' ? { value: one } : one
    const octets = length ?? Buffer.byteLength(value)
    const bytes = Buffer.from([type, file, block, octets, sound, value].join('\t'))
    return { bytes, length: length ?? bytes.length }
  })
  const rows: Record<string, string>[] = []
  const write = (row: string): void => {
    const cells = row.split('\t')
    expect(cells.length).toBe(lineOutput.length)
    expect(row).not.toMatch(/[\r\n]/)
    rows.push(Object.fromEntries(lineOutput.map((name, at) => [name, cells[at] ?? ''])))
  }
  readLines(rules, lines, { write, end: () => undefined })
  const of = (kind: string) => rows.filter((row) => row['kind'] === kind)
  const told = of('rejected').map(({ text }) => JSON.parse(String(text)) as unknown)
  return { lines: of('line'), rejected: told, medications: of('medication'), count: of('count') }
}

const resource = (type: string, more: object, reference = 'Patient/1'): string =>
  JSON.stringify({ resourceType: type, id: 'a', subject: { reference }, ...more })

const named = (text: string): object => ({ medicationCodeableConcept: { text } })

test('each resource is told whose it is, and how far it bears on the facts of that person', () => {
  const { lines, rejected } = read(
    JSON.stringify({ resourceType: 'Patient', id: '1' }),
    resource('MedicationRequest', named('baclofen 10 mg')),
    resource('MedicationRequest', named('ibuprofen'), 'https://a.example/fhir/Patient/2'),
    resource('Condition', { code: { text: 'Pump failure' } }, 'Patient/3/_history/2'),
    resource('Observation', { code: { text: 'potassium' } }, '4'),
  )
  expect(rejected).toEqual([])
  expect(lines.map(({ person, type, bearing }) => [person, type, bearing])).toEqual([
    ['1', 'Patient', 'fact'],
    ['1', 'MedicationRequest', 'drug'],
    ['2', 'MedicationRequest', 'list'],
    ['3', 'Condition', 'drug'],
    ['4', 'Observation', 'nothing'],
  ])
})

test('what is called nothing, or in letters beyond plain ones, may be the drug', () => {
  const { lines } = read(
    resource('MedicationRequest', {}),
    resource('MedicationRequest', named('Lioresal®')),
    resource('MedicationRequest', { medicationCodeableConcept: { coding: [{ code: '7' }] } }),
  )
  expect(lines.map(({ bearing }) => bearing)).toEqual(['drug', 'drug', 'drug'])
})

test('the text of a resource goes on as it was, but for spaces between its parts', () => {
  const text = '{"resourceType":"Patient",\t"id":"1", "birthDate" : "1950-01-01"}\r'
  const [line] = read(text).lines
  expect(line?.['text']).toBe('{"resourceType":"Patient", "id":"1", "birthDate" : "1950-01-01"} ')
})

test('every line that is no resource of anybody is rejected with its place and why, never with its words', () => {
  const good = resource('Condition', {})
  const { rejected, count } = read(
    '{"resourceType":"Condition","id":"secr',
    '[1]',
    { value: good, sound: false },
    JSON.stringify({ resourceType: 'Condition', id: 'a' }),
    JSON.stringify({ resourceType: 'Patient' }),
    { value: `${good} ${good}`, file: 'file:/b', block: '128' },
    { value: good, length: longestLine + 1 },
  )
  expect(rejected).toEqual([
    { file: 'file:/a', block: 0, after: 0, reason: 'not JSON: the line is torn off' },
    { file: 'file:/a', block: 0, after: 39, reason: 'not an object: a resource is one' },
    { file: 'file:/a', block: 0, after: 43, reason: 'not UTF-8' },
    expect.objectContaining({ reason: 'no subject: it does not say whose it is' }),
    expect.objectContaining({ reason: 'a Patient without an id: nobody can be told by it' }),
    {
      ...{ file: 'file:/b', block: 128, after: good.length + 1 },
      reason: 'a second object on one line, of which the first is read: a line feed is missing',
    },
    expect.objectContaining({ reason: expect.stringContaining('longer than 16 MB') as string }),
  ])
  expect(count.map(({ text }) => JSON.parse(String(text)) as unknown)).toEqual([
    { lines: 7, resources: 3, synthetic: 0 },
  ])
})

test('a table tells the type of its rows by its name, where they do not tell it', () => {
  const { lines, rejected } = read(
    { value: '{"id":"1"}', type: 'Patient', block: '' },
    { value: '{}', type: 'Patient', block: '' },
  )
  expect(lines.map(({ text }) => text)).toEqual(['{"resourceType":"Patient","id":"1"}'])
  expect(rejected).toEqual([expect.objectContaining({ block: null })])
})

test('a medication is kept by its id, and an entry by the medication that it refers to', () => {
  const { lines, medications } = read(
    JSON.stringify({ resourceType: 'Medication', id: 'm1', code: { text: 'x' } }),
    resource('MedicationRequest', { medicationReference: { reference: 'Medication/m1' } }),
  )
  expect(medications.map(({ medication }) => medication)).toEqual(['m1'])
  expect(lines.map(({ medication, id }) => [medication, id])).toEqual([['m1', 'a']])
})
