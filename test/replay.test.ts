import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, describe, expect, test } from 'vitest'
import { runAssess } from '../src/apps/cli/assess.ts'
import { catchOutput } from '../src/apps/cli/output.test-support.ts'
import { runReplay } from '../src/apps/cli/replay.ts'
import { createApp } from '../src/apps/server/app.ts'
import { parts } from '../src/apps/server/cds/call.test-support.ts'
import { savedAnswerSchema } from '../src/assess/saved-answer-schema.ts'
import type { SavedAnswer } from '../src/assess/saved-answer.ts'
import { version } from '../src/assess/version.ts'
import { assessAndSave, guideline, replay } from '../src/index.ts'
import { read, root } from './repository.test-support.ts'

const folder = mkdtempSync(join(tmpdir(), 'crampwise-replay-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const on = '2026-11-23'
const record = join(root, 'examples/records/18-as-sent.json')
const resources: unknown = JSON.parse(readFileSync(record, 'utf8'))

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const conforms = ajv.compile(savedAnswerSchema(guideline))

test('the version in code is that of the package', () => {
  expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version)
})

describe('the command line', () => {
  const output = catchOutput()
  const file = join(folder, 'answer.json')

  test('keeps an answer, for its user alone, and makes it again to the last character', async () => {
    expect(await runAssess(record, { on, save: file })).toBe(0)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
    output.out = ''
    expect(await runReplay(file, {})).toBe(0)
    expect(output.out).toMatch(/^The same answer, to the last character\./)
    expect(conforms(JSON.parse(readFileSync(file, 'utf8')))).toBe(true)
  })

  test('never writes over an answer that was kept: exit 2, and no answer', async () => {
    writeFileSync(join(folder, 'there.json'), 'kept')
    expect(await runAssess(record, { on, save: join(folder, 'there.json') })).toBe(2)
    expect(output.out).toBe('')
    expect(output.err).toContain('never written over')
    expect(readFileSync(join(folder, 'there.json'), 'utf8')).toBe('kept')
  })

  test('says where it cannot write: exit 2, and no answer', async () => {
    expect(await runAssess(record, { on, save: join(folder, 'no', 'such.json') })).toBe(2)
    expect(output.out).toBe('')
    expect(output.err).toContain('ENOENT')
  })

  test('tells a difference in words: exit 1', async () => {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as SavedAnswer
    const other = join(folder, 'other.json')
    writeFileSync(other, JSON.stringify({ ...saved, on: '2027-11-23' }))
    expect(await runReplay(other, {})).toBe(1)
    expect(output.out).toMatch(/^NOT THE SAME/)
    expect(output.out).toContain('The day of the assessment: this is different.')
    output.out = ''
    expect(await runReplay(other, { json: true })).toBe(1)
    expect(JSON.parse(output.out)).toMatchObject({ same: false, sameProgram: true })
  })

  test.each([
    ['not JSON', '{"format": '],
    ['not a saved answer', '{"age": 58}'],
    ['nested without end', '['.repeat(200_000)],
    ['nested without end within what was given', ''],
  ])('%s: exit 2 with the place, and nothing on standard output', async (what, text) => {
    const bad = join(folder, 'bad.json')
    const deep = JSON.stringify({
      ...(JSON.parse(readFileSync(file, 'utf8')) as SavedAnswer),
      answer: { statements: [], more: 'HERE' },
    }).replace('"HERE"', `${'['.repeat(6000)}${']'.repeat(6000)}`)
    writeFileSync(bad, text === '' ? deep : text)
    expect(await runReplay(bad, {}), what).toBe(2)
    expect(output.out).toBe('')
    expect(output.err).toContain(bad)
  })
})

describe('the service', () => {
  const facts = { age: 58, baclofenDose: 20, eGfr: 78, crampsPersist: true }
  const post = (path: string, body: unknown) =>
    createApp(parts()).request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })

  test.each<[string, unknown]>([
    ['facts', facts],
    ['a record', resources],
    ['both, on a day', { facts: { crampsPersist: true }, record: resources, on }],
  ])('answers with what makes the answer again, on request: %s', async (_what, body) => {
    const saved: unknown = await (await post('/assess?record=true', body)).json()
    expect(conforms(saved)).toBe(true)
    expect(await replay(saved)).toMatchObject({ same: true })
    const plain: unknown = await (await post('/assess', body)).json()
    expect((saved as SavedAnswer).answer).toEqual(plain)
  })

  test('refuses a request that it does not understand, without an answer', async () => {
    const response = await post('/assess?record=yes', facts)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ problems: [{ where: 'record' }] })
  })
})

test('a schema that a fault in an answer passes would be none', async () => {
  const saved = await assessAndSave({ facts: { age: 58 } }, { on })
  expect(conforms(saved)).toBe(true)
  expect(conforms({ ...saved, definition: 'x' })).toBe(false)
  expect(conforms({ ...saved, more: 1 })).toBe(false)
  expect(conforms({ ...saved, answer: {} })).toBe(false)
})
