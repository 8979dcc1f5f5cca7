import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
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
import { line } from './server.test-support.ts'
import { stateName } from './state.ts'

afterEach(cleanUp)

describe('a connection that is cut within a file', () => {
  test('is gone on with where it broke, and the file is as it was', async () => {
    const server = await start({ files: { 'Observation.1': large }, cuts: [100_000, 50_000] })
    const settings = settingsFor(server)
    await exportBulk(settings, world())
    expect(content(settings, 'Observation.0001.ndjson')).toBe(large)
    const ranges = server.headers.map(({ headers }) => headers.range).filter(Boolean)
    expect(ranges).toEqual(['bytes=100000-', 'bytes=150000-'])
  })

  test('is begun anew where the server gives no parts', async () => {
    const server = await start({
      files: { 'Observation.1': large },
      cuts: [100_000],
      ranges: false,
    })
    const settings = settingsFor(server)
    await exportBulk(settings, world())
    expect(content(settings, 'Observation.0001.ndjson')).toBe(large)
  })

  test('that came compressed is begun anew: its parts are not those of the file', async () => {
    const files = { 'Observation.1': large }
    const server = await start({ files, cuts: [100_000], gzip: true })
    const settings = settingsFor(server)
    await exportBulk(settings, world())
    expect(content(settings, 'Observation.0001.ndjson')).toBe(large)
    expect(server.headers.map(({ headers }) => headers.range).filter(Boolean)).toEqual([])
  })

  test('again and again is given up, and the same command goes on', async () => {
    const cuts = Array.from({ length: 8 }, () => 0)
    const server = await start({ files: { 'Observation.1': large }, cuts: [100_000, ...cuts] })
    const settings = settingsFor(server)
    expect((await troubleIn(settings)).message).toContain('the connection broke')
    expect(readdirSync(settings.folder)).toContain('Observation.0001.ndjson.partial')
    server.behavior.cuts = []
    const result = await exportBulk(settings, world())
    expect(result.resumed).toBe(true)
    expect(content(settings, 'Observation.0001.ndjson')).toBe(large)
    expect(server.headers.at(-2)?.headers.range).toBe('bytes=100000-')
    expect(server.asked.filter((one) => one.includes('$export'))).toHaveLength(1)
  })

  test('is not gone on with where the file is another by now', async () => {
    const cuts = Array.from({ length: 9 }, () => 0)
    const server = await start({ files: { 'Observation.1': large }, cuts: [100_000, ...cuts] })
    const settings = settingsFor(server)
    await troubleIn(settings)
    server.behavior.cuts = []
    server.behavior.files['Observation.1'] = large + line('Observation', 'more')
    await exportBulk(settings, world())
    expect(content(settings, 'Observation.0001.ndjson')).toBe(
      server.behavior.files['Observation.1'],
    )
  })
})

describe('a file', () => {
  test('whose last line is torn is not taken', async () => {
    const server = await start({ files: { 'Patient.1': `${line('Patient', 'a')}{"resourceTy` } })
    const settings = settingsFor(server)
    expect((await troubleIn(settings)).message).toContain('torn')
    expect(readdirSync(settings.folder)).toEqual([stateName])
  })

  test('that holds fewer resources than the server says is not taken', async () => {
    const server = await start({ counts: { 'Patient.1': 3 } })
    expect((await troubleIn(settingsFor(server))).message).toContain(
      '2 resources where the server says 3',
    )
  })

  test('that was changed after it was fetched is fetched again; the others are not', async () => {
    const files = { 'Patient.1': line('Patient', 'a'), 'Patient.2': line('Patient', 'b') }
    const server = await start({ files })
    const settings = settingsFor(server, { keepJob: true })
    await exportBulk(settings, world())
    writeFileSync(join(settings.folder, 'Patient.0001.ndjson'), line('Patient', 'x'))
    server.asked.splice(0)
    await exportBulk(settings, world())
    expect(content(settings, 'Patient.0001.ndjson')).toBe(files['Patient.1'])
    expect(server.asked.filter((one) => one.includes('/files/'))).toHaveLength(1)
  })

  test('that the server no longer has is told', async () => {
    const server = await start({ before: { file: [410] } })
    expect((await troubleIn(settingsFor(server))).remedy).toContain('Export anew')
  })
})
