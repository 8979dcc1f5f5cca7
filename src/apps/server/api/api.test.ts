import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import { cramps, order, parts, person, result, searchset } from '../cds/call.test-support.ts'
import { testService } from '../service.test-support.ts'
import { assess } from '../../../assess/assess.ts'

type Json = Readonly<Record<string, unknown>>

interface Operation {
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly examples?: Readonly<Record<string, { readonly value: unknown }>> }>
    >
  }
  readonly responses: Readonly<
    Record<string, { readonly content: Readonly<Record<string, unknown>> }>
  >
}

interface Document extends Json {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const app = createApp(parts())
const document = (await (await app.request('/openapi.json')).json()) as Document

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, 'openapi')

const at = (...names: readonly string[]): string =>
  `openapi#/${names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`

const validate = (pointer: string, value: unknown): readonly string[] => {
  const check = ajv.compile({ $ref: encodeURI(pointer).replaceAll('$', '%24') })
  check(value)
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('the OpenAPI description', () => {
  test('names every route that the service has, and no other', () => {
    const routes = testService()
      .app.routes.filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect([...new Set(routes)].sort()).toEqual(described.sort())
  })

  const examples = operations.flatMap(({ path, method, operation }) =>
    Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, { examples: of }]) =>
      Object.entries(of ?? {}).map(([name, { value }]) => ({ path, method, type, name, value })),
    ),
  )

  test.each(examples)(
    '$path, example $name: the request and its answer are as described',
    async ({ path, method, type, value }) => {
      expect(
        validate(at('paths', path, method, 'requestBody', 'content', type, 'schema'), value),
      ).toEqual([])
      if (path.endsWith('/feedback')) return
      const id = path.startsWith('/fhir')
        ? 'muscle-cramps-despite-baclofen'
        : 'crampwise-patient-view'
      const response = await post(path.replace('{id}', id), value, { 'Content-Type': type })
      expect(response.status).toBe(200)
      const [answered = ''] = (response.headers.get('Content-Type') ?? '').split(';')
      const pointer = at('paths', path, method, 'responses', '200', 'content', answered, 'schema')
      expect(validate(pointer, await response.json())).toEqual([])
    },
  )
  test('a planted fault in an answer is caught', async () => {
    const answer = (await (await post('/assess', { age: 58 })).json()) as Json
    const pointer = at('components', 'schemas', 'Assessment')
    expect(validate(pointer, answer)).toEqual([])
    expect(validate(pointer, { ...answer, on: 'yesterday' })).not.toEqual([])
    expect(validate(pointer, { ...answer, extra: 1 })).not.toEqual([])
  })
  test('every answer that is described has a shape', () => {
    for (const { operation } of operations) {
      for (const { content } of Object.values(operation.responses)) {
        expect(Object.keys(content).length).toBeGreaterThan(0)
      }
    }
  })
})

const facts = {
  age: 58,
  baclofenDose: 20,
  daysAtDose: 14,
  eGfr: 78,
  crampsPersist: true,
  baclofenSideEffects: false,
}
const on = '2026-11-23'

describe('POST /assess', () => {
  test('gives what the library gives', async () => {
    const answer = await (await post('/assess', facts)).json()
    expect(answer).toEqual(JSON.parse(JSON.stringify(assess(facts, { on }))))
  })
  test('takes a record, a list of resources, and both with facts beside', async () => {
    const resources = [person(), order(1), cramps, result('98979-8', 78)]
    for (const body of [
      searchset(...resources),
      resources,
      { record: resources, facts: { baclofenSideEffects: false } },
    ]) {
      const answer = (await (await post('/assess', body)).json()) as Json
      expect(answer['facts']).toMatchObject({ baclofenDose: { value: 20 } })
    }
  })
  test.each<[string, unknown, number, string]>([
    ['not JSON', '{', 400, ''],
    ['a list of numbers', [1], 422, 'facts'],
    ['an unknown fact', { egfr: 78 }, 422, 'egfr'],
    ['an impossible value', { potassium: 41.5 }, 422, 'potassium'],
    ['a wrong unit', { eGfr: { value: 78, unit: 'SECRET' } }, 422, 'eGfr.unit'],
    ['a contradiction', { cirrhosis: true, liverDisease: false }, 422, 'liverDisease'],
    ['a day that is none', { facts, on: 'SECRET' }, 422, 'on'],
    ['a day that is a number', { facts, on: 1 }, 422, 'on'],
    ['a part that there is not', { facts, extra: 'SECRET' }, 422, 'extra'],
    ['two people', { record: [person(), { ...person(), id: 'SECRET' }] }, 422, 'record'],
    ['a record of nobody', { record: [] }, 422, 'record'],
  ])('%s: problem details that repeat nothing', async (_what, body, status, where) => {
    const response = await post('/assess', body)
    expect(response.status).toBe(status)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    const text = await response.text()
    expect(text).not.toMatch(/SECRET|41\.5/)
    expect(validate(at('components', 'schemas', 'Problem'), JSON.parse(text))).toEqual([])
    if (where !== '') expect(JSON.parse(text)).toMatchObject({ problems: [{ where }] })
  })
})

test('a name that stands twice is refused with its place, and is not repeated', async () => {
  const response = await post('/assess', '{"age": 58, "eGfr": 78, "eGfr": 28}')
  expect(response.status).toBe(422)
  const body = await response.text()
  expect(JSON.parse(body)).toMatchObject({
    problems: [{ kind: 'contradiction', where: 'line 1, column 25' }],
  })
  expect(body).not.toContain('eGfr')
})

test('two people, or two versions of one, are refused in words that are true of both', async () => {
  const patient = (id: string, birthDate: string) => ({ resourceType: 'Patient', id, birthDate })
  for (const other of [patient('two', '1968-05-04'), patient('one', '1958-05-04')]) {
    const response = await post('/assess', [patient('one', '1968-05-04'), other])
    expect(response.status).toBe(422)
    const { problems } = (await response.json()) as { readonly problems: readonly Json[] }
    expect(problems.find(({ kind }) => kind === 'several-patients')).toMatchObject({
      message:
        'The record is of more than one person, or holds versions of one that contradict each other.',
    })
  }
})

describe('POST /plan', () => {
  const options = { start: '2026-11-24', strengths: [5, 10] }
  const body = { facts: { ...facts, potassium: 4.1 }, on, options }

  test('as JSON, iCalendar and text', async () => {
    for (const [accept, start] of [
      ['application/json', '{"kind":"titration"'],
      ['text/calendar', 'BEGIN:VCALENDAR'],
      ['text/plain', ''],
    ] as const) {
      const response = await post('/plan/titration', body, { Accept: accept })
      expect(response.status).toBe(200)
      expect(response.headers.get('Content-Type')).toContain(accept)
      const text = await response.text()
      expect(text.startsWith(start) || text.includes('"kind":"titration"')).toBe(true)
    }
  })
  test('an option that is wrong: 422 with its place', async () => {
    const response = await post('/plan/titration', { ...body, options: { start: 'SECRET' } })
    expect(response.status).toBe(422)
    const text = await response.text()
    expect(text).not.toContain('SECRET')
    expect(JSON.parse(text)).toMatchObject({
      problems: [{ where: 'start' }, { where: 'strengths' }],
    })
  })
  test('options that are none', async () => {
    expect((await post('/plan/titration', { ...body, options: 7 })).status).toBe(422)
  })
  test('an assessment that does not allow it: 409 that names the statement', async () => {
    const response = await post('/plan/titration', { ...body, facts: { ...facts, eGfr: 45 } })
    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      problems: [{ kind: 'not-allowed', where: 'increase-baclofen' }],
    })
  })
  test('a calendar that there is not', async () => {
    expect((await post('/plan/other', body)).status).toBe(404)
  })
})
