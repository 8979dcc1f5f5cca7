import { describe, expect, test } from 'vitest'
import { namedTwice, problemsNamedTwice } from './named-twice.ts'

describe('a name that stands twice in one object', () => {
  test('is told with its place and that of the first', async () => {
    const twice = '{\n  "age": 58,\n  "eGfr": 78,\n  "eGfr": 28\n}\n'
    expect(await problemsNamedTwice(twice, 'patient.json')).toEqual([
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
    expect(await namedTwice(nested)).toMatchObject([{ name: 'value', line: 1, column: 46 }])
  })
  test('is told of the line where resources stand one on each', async () => {
    const lines = '{"resourceType": "Patient"}\n{"status": "final", "status": "entered-in-error"}\n'
    expect(await namedTwice(lines)).toEqual([{ name: 'status', line: 2, column: 21, firstLine: 2 }])
  })
  test('is none in two objects', async () => {
    expect(await namedTwice('{"a": {"value": 1}, "b": {"value": 2}}')).toEqual([])
    expect(await namedTwice('[{"a": 1}, {"a": 2}]')).toEqual([])
  })
})
