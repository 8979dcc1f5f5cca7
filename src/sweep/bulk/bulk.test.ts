import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { kickOffOf } from './addresses.ts'
import {
  cleanUp,
  content,
  large,
  settingsFor,
  start,
  troubleIn,
  world,
} from './bulk.test-support.ts'
import { exportBulk } from './export.ts'
import type { BulkResult } from './export.ts'
import { line } from './server.test-support.ts'
import { stateName } from './state.ts'

afterEach(cleanUp)

describe('an export', () => {
  test('is asked for, waited for, fetched and taken from the server', async () => {
    const server = await start({
      files: { 'Patient.1': line('Patient', 'a'), 'Observation.1': large, 'Observation.2': '' },
      pending: 3,
    })
    const settings = settingsFor(server)
    const around = world()
    const result = await exportBulk(settings, around)
    expect(result).toMatchObject({
      transactionTime: '2026-11-24T00:00:00Z',
      resumed: false,
      incomplete: false,
      warnings: [],
    } satisfies Partial<BulkResult>)
    expect(readdirSync(settings.folder).sort()).toEqual([
      'Observation.0001.ndjson',
      'Observation.0002.ndjson',
      'Patient.0001.ndjson',
      stateName,
    ])
    expect(content(settings, 'Observation.0001.ndjson')).toBe(large)
    expect(around.said.some((what) => what.includes('50 %'))).toBe(true)
    expect(server.asked.at(-1)).toBe('DELETE /fhir/job/1')
    const kickOff = server.asked.find((one) => one.includes('$export'))
    expect(kickOff).toContain('/fhir/Patient/$export?')
    expect(kickOff).toContain('_type=Patient%2CObservation')
    const sent = server.headers.find(({ path }) => path.includes('$export'))?.headers
    expect(sent).toMatchObject({ prefer: 'respond-async', accept: 'application/fhir+json' })
  })

  test('leaves its job on the server where that is wished', async () => {
    const server = await start()
    await exportBulk(settingsFor(server, { keepJob: true }), world())
    expect(server.asked.some((one) => one.startsWith('DELETE'))).toBe(false)
  })

  test('keeps its state and files from other users of the machine', async () => {
    const server = await start()
    const settings = settingsFor(server)
    await exportBulk(settings, world())
    for (const name of readdirSync(settings.folder)) {
      expect(statSync(join(settings.folder, name)).mode & 0o077, name).toBe(0)
    }
  })

  test.each([
    ['https://ehr.example.org/r4', '/r4/Patient/$export', '/r4'],
    ['https://ehr.example.org/r4/', '/r4/Patient/$export', '/r4'],
    ['https://ehr.example.org/r4/Group/7', '/r4/Group/7/$export', '/r4'],
    ['https://ehr.example.org/r4/$export', '/r4/$export', '/r4'],
    ['https://ehr.example.org/r4/Group/7/$export', '/r4/Group/7/$export', '/r4'],
  ])('of %s is asked for at %s', (url, path, base) => {
    const found = kickOffOf({
      url,
      folder: '',
      types: ['Patient'],
      since: '2026-11-01T00:00:00Z',
      allowHttp: false,
      parallel: 1,
      waitHours: 1,
      keepJob: false,
    })
    expect(new URL(found.kickOff).pathname).toBe(path)
    expect(new URL(found.kickOff).searchParams.get('_since')).toBe('2026-11-01T00:00:00Z')
    expect(found.base).toBe(`https://ehr.example.org${base}`)
  })
})

describe('a server that is busy', () => {
  test('is asked again after the time that it names', async () => {
    const server = await start({
      before: { kickOff: [429], status: [503, 429], file: [503] },
      retryAfter: '7',
    })
    const around = world()
    await exportBulk(settingsFor(server), around)
    expect(around.waits).toEqual([7000, 7000, 7000, 7000, 7000])
  })

  test('that names a moment is asked at that moment', async () => {
    const now = Date.parse('2026-11-24T10:00:00Z')
    const server = await start({ retryAfter: 'Tue, 24 Nov 2026 10:00:42 GMT', tokenSeconds: 1e9 })
    const around = world({ now: () => now })
    const settings = settingsFor(server)
    const { client: _client, ...open } = settings
    const unsecured = await start(
      { retryAfter: 'Tue, 24 Nov 2026 10:00:42 GMT', requiresAccessToken: false },
      false,
    )
    await exportBulk({ ...open, url: unsecured.base }, around)
    expect(around.waits).toEqual([42_000])
  })

  test('that names none is asked less and less often', async () => {
    const server = await start({ pending: 12 })
    const around = world()
    await exportBulk(settingsFor(server), around)
    expect(around.waits).toHaveLength(12)
    expect(around.waits[0]).toBeLessThan(1300)
    expect(around.waits[8]).toBeGreaterThan(40_000)
    expect(Math.max(...around.waits)).toBeLessThan(80_000)
  })

  test('for good ends the export, with what to do', async () => {
    const server = await start({ before: { kickOff: Array.from({ length: 20 }, () => 503) } })
    const { message, remedy } = await troubleIn(settingsFor(server))
    expect(message).toContain('status 503')
    expect(remedy).toContain('run the same command later')
  })

  test('for longer than the time that was given is given up, and waited for again later', async () => {
    let now = Date.now()
    const server = await start({ pending: 40, tokenSeconds: 1e9 })
    const settings = settingsFor(server)
    const around = world({
      now: () => now,
      wait: (milliseconds) => {
        now += milliseconds * 200
        return Promise.resolve()
      },
    })
    expect((await troubleIn(settings, around)).message).toContain('not ready within 24 hours')
    await exportBulk(settings, world())
    expect(server.asked.filter((one) => one.includes('$export'))).toHaveLength(1)
  })
})

describe('an export that fails at the server', () => {
  test('is told in its words, without what would move the terminal', async () => {
    const server = await start({ before: { status: [500] } })
    const { message } = await troubleIn(settingsFor(server))
    expect(message).toContain('It says: no [31m way')
    expect(message).not.toContain('\u001b')
  })

  test('is begun anew where the server no longer knows it', async () => {
    const server = await start({ before: { status: [500] } })
    const settings = settingsFor(server)
    await troubleIn(settings)
    const state = content(settings, stateName).replace('/job/1', '/job/old')
    writeFileSync(join(settings.folder, stateName), state)
    const result = await exportBulk(settings, world())
    expect(result.warnings).toEqual([expect.stringContaining('begun anew')])
    expect(content(settings, 'Patient.0001.ndjson')).toBe(server.behavior.files['Patient.1'])
  })

  test('in part is told, and is not whole', async () => {
    const errors = {
      'OperationOutcome.1': `${JSON.stringify({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'exception', diagnostics: 'Observation: table is locked' }] })}\n`,
    }
    const server = await start({ errors })
    const settings = settingsFor(server)
    const result = await exportBulk(settings, world())
    expect(result.incomplete).toBe(true)
    expect(result.warnings[0]).toContain('table is locked')
    expect(content(settings, 'errors.0001.txt')).toBe(errors['OperationOutcome.1'])
  })
})

describe('what is refused before anything is sent', () => {
  test('plain http beyond this machine', async () => {
    const server = await start()
    const settings = settingsFor(server, { url: 'http://ehr.example.org/fhir' })
    const { message, remedy } = await troubleIn(settings)
    expect(message).toContain('unencrypted')
    expect(remedy).toContain('--allow-http')
    expect(server.asked).toEqual([])
  })

  test('another export into the same folder', async () => {
    const server = await start()
    const settings = settingsFor(server)
    await exportBulk(settings, world())
    const other = { ...settings, types: ['Condition'] }
    expect((await troubleIn(other)).message).toContain('another export')
  })

  test('a state that cannot be read', async () => {
    const server = await start()
    const settings = settingsFor(server)
    writeFileSync(join(settings.folder, stateName), '{"version": 1')
    expect((await troubleIn(settings)).message).toContain('cannot be read')
  })
})

test('a list of files that leads to plain http elsewhere is not followed', async () => {
  const server = await start({}, false)
  const { client: _client, ...open } = settingsFor(server)
  const around = world({
    fetch: async (...request) => {
      const response = await fetch(...request)
      const body = await response.text()
      const text = body.replaceAll(`${server.base}/files`, 'http://ehr.example.org/files')
      return new Response(text === '' ? null : text, response)
    },
  })
  expect((await troubleIn(open, around)).message).toContain('unencrypted')
})
