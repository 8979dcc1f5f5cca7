import { describe, expect, test } from 'vitest'
import { assessRecord } from '../../assess/record.ts'
import { guideline } from '../../guideline/index.ts'
import {
  answers,
  cramps,
  daysAgo,
  order,
  person,
  problem,
  result,
  today,
} from './cds/call.test-support.ts'
import { evaluatePerson, readPerson } from './cds/person.ts'

const noteworthy: readonly [string, readonly object[]][] = [
  ['nobody known', [person()]],
  ['on 20 mg/day', [person(), order(1), result('98979-8', 78), cramps]],
  ['from 65 on', [person(70), order(0.5), result('98979-8', 78), cramps]],
  ['eGFR 25', [person(), order(1), result('98979-8', 25), cramps]],
  ['dialysis', [person(), order(1), problem('Z99.2'), cramps]],
  [
    'cirrhosis at 30 mg/day',
    [person(), order(1, { times: 3 }), problem('K74.60'), cramps, result('98979-8', 90)],
  ],
  [
    'low magnesium and potassium',
    [person(), order(1), result('2601-3', 0.45), result('2823-3', 2.9), cramps],
  ],
  [
    'answers',
    [
      person(),
      order(1),
      answers({
        crampsPersist: true,
        baclofenSideEffects: true,
        waterAndSodiumDepletion: 'unknown',
      }),
    ],
  ],
  ['an old eGFR', [person(), order(1), result('98979-8', 78, daysAgo(100))]],
]

describe('the short evaluation of a hook gives what the assessment gives', () => {
  test.each(noteworthy)('%s', (_who, resources) => {
    const assessment = assessRecord(resources, { on: today, medications: true })
    const record = {
      resources: resources as readonly Record<string, unknown>[],
      notWhole: {},
      why: new Map<string, string>(),
    }
    const evaluation = evaluatePerson(readPerson(record, { on: today }), { on: today })
    if (!('statements' in assessment) || 'refused' in evaluation) throw new Error('refused')
    for (const { id } of guideline.statements) {
      const expected = assessment.statements.find((statement) => statement.id === id)
      const stated = evaluation.stated(id)
      expect(evaluation.truth(id), id).toBe(expected?.holds)
      expect({
        holds: stated.holds,
        urgency: stated.urgency,
        because: stated.because,
        missing: stated.missing.map((fact) => fact.id),
        action: stated.action,
      }).toEqual({
        holds: expected?.holds,
        urgency: expected?.urgency,
        because: expected?.because,
        missing: expected?.missing,
        action: expected?.action,
      })
    }
    expect(evaluation.picture.assumed).toEqual(assessment.assumed)
    expect(evaluation.picture.notFound).toEqual(assessment.notFound)
  })
})
