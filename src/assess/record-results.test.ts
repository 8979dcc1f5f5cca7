import { describe, expect, test } from 'vitest'
import { concept, known, loinc, quantity, read, result } from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const potassium = (value: unknown, unit = 'mmol/L', change: Resource = {}): Resource =>
  result('2823-3', value, unit, change)

describe('which result', () => {
  const at = (value: number, effectiveDateTime: unknown, change: Resource = {}): Resource =>
    potassium(value, 'mmol/L', { id: `k-${String(value)}`, effectiveDateTime, ...change })
  const chosen = (...results: readonly Resource[]): unknown => known('potassium', ...results)

  test('the newest, wherever it stands', () => {
    const two = [at(3.1, '2026-11-20'), at(4.5, '2026-11-01')]
    expect(chosen(...two)).toBe(3.1)
    expect(chosen(...[...two].reverse())).toBe(3.1)
  })
  test('by its time on the same day; without a time the lower', () => {
    const morning = at(4.5, '2026-11-20T08:00:00Z')
    const evening = at(3.9, '2026-11-20T20:00:00Z')
    expect(chosen(morning, evening)).toBe(3.9)
    expect(chosen(at(3.2, '2026-11-20T08:00:00Z'), at(3.9, '2026-11-20T20:00:00Z'))).toBe(3.9)
    expect(chosen(at(3.2, '2026-11-20'), at(3.9, '2026-11-20T20:00:00Z'))).toBe(3.2)
  })
  test('one of a period or an instant, or as it was issued', () => {
    const when = (change: Resource): unknown => chosen(at(4, undefined, change))
    expect(when({ effectivePeriod: { start: '2026-11-01', end: '2026-11-02' } })).toBe(4)
    expect(when({ effectiveInstant: '2026-11-02T08:00:00Z' })).toBe(4)
    expect(when({ issued: '2026-11-02T08:00:00Z' })).toBe(4)
  })
  test('a newest one that cannot be read hides the older ones', () => {
    expect(chosen(at(4.5, '2026-11-01'), at(0, '2026-11-20', { valueQuantity: {} }))).toMatch(
      /newest result.*cannot be used/,
    )
  })
  test.each(['preliminary', 'unknown', undefined, 'FINAL', 'constructor', 3])(
    'a newest one of status %s is not read, and hides the older ones',
    (status) => {
      expect(chosen(at(4.5, '2026-11-01'), at(4.1, '2026-11-20', { status }))).toMatch(/not final/)
    },
  )
  test.each(['entered-in-error', 'cancelled', 'registered'])(
    'one of status %s is none',
    (status) => {
      expect(chosen(at(4.5, '2026-11-01'), at(4.1, '2026-11-20', { status }))).toBe(4.5)
      expect(chosen(at(4.1, '2026-11-20', { status }))).toBe('no result in the record')
    },
  )
  test.each(['amended', 'corrected'])('one of status %s counts', (status) => {
    expect(chosen(at(4.1, '2026-11-20', { status }))).toBe(4.1)
  })
  test('one after the day of the assessment is set aside', () => {
    expect(chosen(at(4.5, '2026-11-01'), at(3, '2026-11-24'))).toBe(4.5)
    expect(read(at(3, '2026-11-24')).problems[0]?.message).toMatch(/after the day/)
  })
  test('one without a date counts as old, and is named', () => {
    expect(chosen(at(4.5, undefined))).toMatch(/no date that can be read, and counts as old/)
    expect(read(at(4.5, 'yesterday')).problems[0]).toMatchObject({ kind: 'set-aside' })
  })
  test('one without a date that is lower may be the newest: not known', () => {
    expect(chosen(at(4.5, '2026-11-01'), at(3, undefined))).toMatch(/may be newer/)
    expect(chosen(at(4.5, '2026-11-01'), at(5, undefined))).toBe(4.5)
  })
  test('one of a month may be the newest of it: not known where it is lower', () => {
    expect(chosen(at(4.5, '2026-11-10'), at(3, '2026-11'))).toMatch(/may be newer/)
    expect(chosen(at(4.5, '2026-11-10'), at(5, '2026-11'))).toBe(4.5)
    expect(chosen(at(4.5, '2026-11-10'), at(3, '2026-10'))).toBe(4.5)
    expect(chosen(at(4.1, '2026-11'))).toBe(4.1)
  })
  test('a component counts as a result of its own', () => {
    const panel = {
      ...potassium(0),
      id: 'panel',
      code: concept(loinc, '24320-4'),
      valueQuantity: undefined,
      component: [
        { code: concept(loinc, '2823-3'), valueQuantity: quantity(4.2, 'mmol/L') },
        { code: concept(loinc, '2601-3'), valueQuantity: quantity(0.7, 'mmol/L') },
      ],
    }
    expect(known('potassium', panel)).toBe(4.2)
    expect(known('magnesium', panel)).toBe(0.7)
  })
  test('one of the later time counts, wherever on earth its day was written', () => {
    const west = at(3.2, '2026-11-20T23:30:00-05:00')
    const east = at(4.5, '2026-11-21T01:00:00+10:00')
    expect(chosen(west, east)).toBe(3.2)
    expect(chosen(east, west)).toBe(3.2)
  })
  test('one within a report counts, of the day of the report', () => {
    const contained = [{ ...at(3.3, undefined), id: 'k', subject: undefined }]
    const report = {
      resourceType: 'DiagnosticReport',
      id: 'panel',
      status: 'final',
      subject: { reference: 'Patient/synthetic' },
      effectiveDateTime: '2026-11-21',
      contained: JSON.parse(JSON.stringify(contained)) as unknown,
    }
    expect(chosen(at(4.5, '2026-11-20'), report)).toBe(3.3)
    expect(read(report).given['potassium']?.from).toBe('DiagnosticReport/panel#k')
  })
  test('one whose code is a list of concepts in place of one counts', () => {
    expect(chosen(at(3.3, '2026-11-20', { code: [concept(loinc, '2823-3')] }))).toBe(3.3)
  })
  test('one whose codes are of two quantities is neither', () => {
    const coding = [
      { system: loinc, code: '2823-3' },
      { system: loinc, code: '98979-8' },
    ]
    const both = potassium(4.1, 'mmol/L', { code: { coding } })
    expect(known('potassium', both)).toMatch(/contradict each other/)
    expect(known('eGfr', both)).toMatch(/contradict each other/)
  })
  test('one that does not say whose it is is not read, and hides the older ones', () => {
    expect(chosen(at(4.5, '2026-11-01'), at(4.1, '2026-11-20', { subject: undefined }))).toMatch(
      /does not say whose/,
    )
  })
  test('no result', () => {
    expect(chosen()).toBe('no result in the record')
  })
})
