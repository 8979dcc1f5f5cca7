import { describe, expect, test } from 'vitest'
import type { PresenceFact, QuantityFact } from '../logic/fact.ts'
import type { RecordRules } from '../logic/record-rules.ts'
import { readRecord } from './read.ts'

/** Rules of no medicine, as small as can be: with one set of codes that is complete. */
const quantity = (id: string): QuantityFact => ({
  kind: 'quantity',
  id,
  words: id,
  question: '',
  unit: 'mg/d',
  absent: 'ask',
  possible: [0, 300],
  likely: [0, 300],
  resolution: 1,
  accepts: {},
  stale: false,
  basis: '',
})

const asthma: PresenceFact = {
  kind: 'presence',
  id: 'asthma',
  words: 'has asthma',
  negated: 'has no asthma',
  question: '',
  absent: 'ask',
  basis: '',
}

const code = { system: 'urn:problems', code: 'A', means: 'asthma', status: 'verified' } as const

const rules = (complete: boolean): RecordRules => ({
  systems: {},
  drug: {
    name: 'drug',
    dose: quantity('dose'),
    days: quantity('days'),
    takes: 'takes',
    pump: 'pump',
    anyRoute: [],
    oral: [],
    pumped: [],
    withdrawal: 'withdrawal',
    withdrawalDays: 14,
    names: ['drug'],
    pumpNames: [],
    routes: { oral: [], pump: [], pumpNames: [] },
    asNeededNames: [],
    timesNames: [],
    changingNames: [],
  },
  age: { ...quantity('age'), possible: [0, 120] },
  laboratory: [],
  problems: [{ fact: 'asthma', is: 'true', codes: [code], complete }],
  medicines: [],
  allergies: [],
  procedures: [],
  tablets: [],
  staleAfterDays: 90,
  repeatAfterDays: 30,
  ofPresentDose: [],
  questionnaire: 'urn:questionnaire',
})

const subject = { reference: 'Patient/p' }
const patient = { resourceType: 'Patient', id: 'p' }
const problem = (of: string): unknown => ({
  resourceType: 'Condition',
  id: of,
  subject,
  code: { coding: [{ system: 'urn:problems', code: of }] },
})

const asthmaIn = (complete: boolean, ...record: readonly unknown[]): unknown =>
  readRecord(rules(complete), [patient, ...record], {
    on: '2026-11-23',
    facts: [asthma],
    daysBetweenSteps: 7,
  }).given['asthma']?.finding

describe('a list that was supplied', () => {
  test('and names it makes it so', () => {
    expect(asthmaIn(true, problem('A'))).toBe('true')
    expect(asthmaIn(false, problem('A'))).toBe('true')
  })
  test('and names other things makes it false only where the set of codes is complete', () => {
    expect(asthmaIn(true, problem('B'))).toBe('false')
    expect(asthmaIn(false, problem('B'))).toBeUndefined()
  })
  test('is not a list that was not supplied', () => {
    expect(asthmaIn(true)).toBeUndefined()
  })
  test('with a part missing says nothing of what is not on it', () => {
    const error = { resourceType: 'OperationOutcome' }
    expect(asthmaIn(true, problem('B'), error)).toBe('unknown')
    expect(asthmaIn(true, problem('A'), error)).toBe('true')
  })
})

test('a day that is none is a fault of the program, not of the record', () => {
  const options = { on: 'today', facts: [], daysBetweenSteps: 7 }
  expect(() => readRecord(rules(false), patient, options)).toThrow('"today" is no day')
})
