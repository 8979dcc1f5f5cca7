import { describe, expect, test } from 'vitest'
import { parseRecordText } from '../fhir/text.ts'
import {
  bundle,
  concept,
  eGfr,
  holds,
  icd,
  increasing,
  known,
  on,
  order,
  patient,
  planOf,
  problem,
  read,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'
import { assessRecord, readRecord } from './record.ts'

const refused = (record: unknown): readonly string[] => {
  const plan = assessRecord(record, { on })
  expect(plan).not.toHaveProperty('statements')
  return plan.problems.map(({ kind, where }) => `${kind} ${where}`)
}

describe('a record that is not whole', () => {
  const missing = (record: unknown): void => {
    const plan = planOf(record)
    expect(plan.facts['onDialysis']).toMatchObject({
      value: 'unknown',
      note: 'a part of the record is missing',
    })
    expect(plan.assumed).not.toContain('intrathecalBaclofen')
    expect(plan.statements.find(({ id }) => id === 'increase-baclofen')?.holds).toBe('unknown')
  }
  test('a further page: what is absent here is not known', () => {
    missing(bundle(increasing, { link: [{ relation: 'self' }, { relation: 'next', url: 'x' }] }))
  })
  test('fewer entries than were found', () => {
    missing(bundle(increasing, { type: 'searchset', total: 40 }))
    expect(holds('increase-baclofen', bundle(increasing, { total: 6 }))).toBe('true')
  })
  test('an error of the sender', () => {
    missing(bundle([...increasing, { resourceType: 'OperationOutcome', issue: [] }]))
  })
  test('a request that failed', () => {
    const record = bundle(increasing)
    missing({ ...record, entry: [...record.entry, { response: { status: '403 Forbidden' } }] })
    const done = { ...record, entry: [...record.entry, { response: { status: '204' } }] }
    expect(holds('increase-baclofen', done)).toBe('true')
  })
  test.each([null, {}, 'x', 7, [], { resourceType: '' }, { resourceType: 7 }])(
    'an entry that is no resource: %j',
    (stray) => {
      missing(bundle([...increasing, stray]))
      const record = bundle(increasing)
      missing({ ...record, entry: [...record.entry, stray] })
    },
  )
  test('Bundles that are nested too deep', () => {
    let nested: Resource = bundle([problem(icd, 'Z99.2')])
    for (let depth = 0; depth < 8; depth++) nested = bundle([nested])
    missing(bundle([...increasing, nested]))
  })
})

describe('the shape of a record', () => {
  test('Bundles in a Bundle are read', () => {
    expect(
      holds(
        'increase-baclofen',
        bundle([bundle(increasing.slice(0, 3)), bundle(increasing.slice(3))]),
      ),
    ).toBe('true')
  })
  test('100,000 lists within each other, wherever they stand, do no harm', () => {
    const deep = (): unknown => JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    for (const place of ['code', 'valueQuantity', 'status', 'extension', 'component', 'issued']) {
      const twice = [deep(), deep()].map((value) => eGfr(55, { id: 'deep', [place]: value }))
      expect(planOf(bundle([...increasing, ...twice])).statements.length).toBeGreaterThan(40)
    }
    expect(planOf(bundle([...increasing, deep()])).problems).toHaveLength(1)
    const items = { ...increasing[5], item: deep() }
    expect(planOf(bundle([patient(), items])).facts['age']?.value).toBe(58)
  })
  test('a record of 20,000 entries is read', () => {
    const many = Array.from({ length: 20_000 }, (_none, index) =>
      eGfr(50 + (index % 40), { id: `egfr-${String(index)}`, effectiveDateTime: '2026-11-20' }),
    )
    expect(planOf(bundle([patient(), ...many])).facts['eGfr']?.value).toBe(50)
  })
  test('a list of resources is read', () => {
    expect(holds('increase-baclofen', increasing)).toBe('true')
  })
  test('a Patient alone is read', () => {
    expect(planOf(patient()).facts['age']?.value).toBe(58)
  })
  test('entries that are no list refuse the record', () => {
    expect(refused({ resourceType: 'Bundle', entry: { resource: patient() } })).toContain(
      'wrong-shape Bundle.entry',
    )
  })
  test.each([undefined, null, 7, 'text', [], {}, [[]], { resourceType: 'constructor' }])(
    '%j is refused',
    (record) => {
      expect(refused(record)[0]).toBe('no-patient record')
    },
  )
})

describe('versions of a resource', () => {
  const kidney = (...results: readonly Resource[]): unknown => known('eGfr', ...results)
  const version = (value: number, meta: unknown): Resource => eGfr(value, { meta })
  const bothWays = (one: Resource, other: Resource, expected: unknown): void => {
    expect(kidney(one, other)).toEqual(expected)
    expect(kidney(other, one)).toEqual(expected)
  }
  test('the newer by its number counts, in any order', () => {
    bothWays(version(90, { versionId: '9' }), version(50, { versionId: '10' }), 50)
  })
  test('the newer by the instant of its last change counts, whatever its offset', () => {
    bothWays(
      version(90, { lastUpdated: '2026-11-20T10:00:00+05:00' }),
      version(50, { lastUpdated: '2026-11-20T08:00:00Z' }),
      50,
    )
  })
  test('a number and a time that contradict each other settle nothing', () => {
    const one = version(90, { versionId: '2', lastUpdated: '2026-11-20T08:00:00Z' })
    const other = version(50, { versionId: '1', lastUpdated: '2026-11-21T08:00:00Z' })
    expect(kidney(one, other)).toMatch(/more than once, with different contents/)
  })
  test('the same twice is one; two that differ without a version are not known', () => {
    bothWays(eGfr(50), eGfr(50), 50)
    expect(kidney(eGfr(90), eGfr(50))).toMatch(/different contents/)
    expect(read(eGfr(90), eGfr(50)).problems[0]?.where).toBe('Observation/result-98979-8')
    expect(known('baclofenDose', order(), order({ status: 'stopped' }))).toEqual([0, 20])
  })
  test('the same id on two servers is not one resource', () => {
    const at = (server: string, value: number): Resource => ({
      fullUrl: `https://${server}/Observation/1`,
      resource: eGfr(value, { meta: { versionId: String(value) } }),
    })
    const record = {
      resourceType: 'Bundle',
      entry: [{ resource: patient() }, at('a', 90), at('b', 50)],
    }
    expect(readRecord(record, { on }).why.get('eGfr')).toMatch(/different contents/)
  })
  test('resources without an id are all counted', () => {
    const anonymous = (value: number): Resource => eGfr(value, { id: undefined })
    expect(kidney(anonymous(90), anonymous(50))).toBe(50)
  })
})

describe('records as text', () => {
  const lines = increasing.map((one) => JSON.stringify(one))
  const text = (given: string) => parseRecordText(given)

  test('resources line by line are read, with any ends of line and a byte order mark', () => {
    const read = text(`\uFEFF${lines.join('\r\n')}\n\n`)
    expect('record' in read && holds('increase-baclofen', read.record)).toBe('true')
  })
  test('a torn line refuses them all, with its number', () => {
    const torn = text(
      [...lines.slice(0, 3), String(lines[3]).slice(0, 40), ...lines.slice(4)].join('\n'),
    )
    expect(torn).toMatchObject({ problems: [{ kind: 'not-json', where: 'line 4' }] })
  })
  test('what is no JSON is refused', () => {
    expect(text('resourceType: Patient')).toMatchObject({ problems: [{ kind: 'not-json' }] })
    expect(text('')).toMatchObject({ problems: [{ kind: 'not-json' }] })
  })
  test('a name that every object has is a name like any other', () => {
    const record = `{"resourceType":"Bundle","__proto__":{"entry":[]},"entry":[{"resource":${String(lines[0])}},{"resource":{"resourceType":"Observation","id":"x","__proto__":{"status":"final"},"constructor":{}}}]}`
    const read = text(record)
    expect('record' in read && planOf(read.record).facts['age']?.value).toBe(58)
    expect(Object.prototype).not.toHaveProperty('status')
  })
  test('codes are found by their system, never by their name alone', () => {
    expect(
      known('onDialysis', problem('urn:local', 'Z99.2', { code: concept('urn:local', 'Z99.2') })),
    ).toBe('nothing')
  })
})
