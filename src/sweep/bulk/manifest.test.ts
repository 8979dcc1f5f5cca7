import { describe, expect, test } from 'vitest'
import { manifestOf, namedFiles } from './manifest.ts'
import type { BulkSettings } from './settings.ts'

const settings: BulkSettings = {
  url: 'https://ehr.example.org/fhir',
  folder: '',
  types: [],
  allowHttp: false,
  parallel: 1,
  waitHours: 1,
  keepJob: false,
}

const address = 'https://ehr.example.org/fhir/job/1?secret=1'

const sound = {
  transactionTime: '2026-11-24T00:00:00Z',
  requiresAccessToken: true,
  output: [
    { type: 'Patient', url: 'https://files.example.org/1', count: 3 },
    { type: 'Patient', url: '../files/2' },
  ],
  deleted: [{ type: 'Bundle', url: 'https://files.example.org/3' }],
  error: [{ type: 'OperationOutcome', url: 'https://files.example.org/4' }],
}

describe('a list of files', () => {
  test('is read, and each file gets a name that the screen reads or passes over', () => {
    const files = namedFiles(manifestOf(sound, address, settings).files)
    expect(files.map(({ name, url }) => [name, url])).toEqual([
      ['Patient.0001.ndjson', 'https://files.example.org/1'],
      ['Patient.0002.ndjson', 'https://ehr.example.org/fhir/files/2'],
      ['errors.0001.txt', 'https://files.example.org/4'],
      ['deleted.0001.txt', 'https://files.example.org/3'],
    ])
    expect(files[0]?.count).toBe(3)
  })

  test('goes on where it says so', () => {
    const link = [{ relation: 'next', url: '/fhir/job/1/2' }]
    const { next } = manifestOf({ ...sound, link }, address, settings)
    expect(next).toBe('https://ehr.example.org/fhir/job/1/2')
  })

  test.each([
    ['no JSON object', undefined],
    ['no "output"', { ...sound, output: undefined }],
    ['no "requiresAccessToken"', { ...sound, requiresAccessToken: 'yes' }],
    ['no "url"', { ...sound, output: [{ type: 'Patient' }] }],
    [
      '"../../etc/passwd" is no type',
      { ...sound, output: [{ type: '../../etc/passwd', url: 'x' }] },
    ],
  ])('that has %s is refused, and its address is told without its secret', (what, body) => {
    const refused = () => manifestOf(body, address, settings)
    expect(refused).toThrow(what)
    expect(refused).toThrow(
      expect.objectContaining({
        trouble: expect.objectContaining({
          where: 'https://ehr.example.org/fhir/job/1',
        }) as unknown,
      }) as Error,
    )
  })
})
