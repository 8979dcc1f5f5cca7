import { describe, expect, test } from 'vitest'
import * as avoid from '../guideline/avoid.ts'
import * as dose from '../guideline/dose.ts'
import * as electrolytes from '../guideline/electrolytes.ts'
import { redFlags } from '../guideline/emergencies.ts'
import * as kidney from '../guideline/kidney.ts'
import * as physical from '../guideline/physical.ts'
import * as referral from '../guideline/referral.ts'
import * as secondLine from '../guideline/second-line.ts'
import { findingsFor, typical } from '../guideline/situation.test-support.ts'
import type { Situation } from '../guideline/situation.test-support.ts'
import * as taper from '../guideline/taper.ts'
import { bounded } from '../logic/interval.ts'
import type { Statement } from '../logic/statement.ts'
import { compute } from './action.ts'
import type { ComputedAction } from './action.ts'

const actionFor = (statement: Statement, change: Situation = {}): ComputedAction =>
  compute(statement.action, { findings: findingsFor({ ...typical, ...change }), on: '2026-11-23' })

const wordsFor = (statement: Statement, change: Situation = {}): string =>
  actionFor(statement, change).words

describe('moderate renal impairment from 65 on', () => {
  const said = (eGfr: number): string => wordsFor(kidney.noIncreaseModerateRenal, { age: 70, eGfr })
  test('the Beers criteria are of an eGFR below 60, and are not named at 60', () => {
    expect(said(59.9)).toMatch(/Beers/)
    expect(said(60)).not.toMatch(/Beers/)
  })
})

describe('a step up', () => {
  const doseFor = (statement: Statement, baclofenDose: number) => {
    const { from, to } = actionFor(statement, { baclofenDose })
    return [from, to]
  }

  test.each([
    ['20 mg/day', dose.increaseBaclofen, 20, 30],
    ['10 mg/day', dose.increaseBaclofen, 10, 20],
    ['25 mg/day: no further than 30', dose.increaseBaclofen, 25, 30],
    ['29.5 mg/day', dose.increaseBaclofen, 29.5, 30],
    ['0.5 mg/day', dose.increaseBaclofen, 0.5, 10.5],
    ['from 65 on, 10 mg/day', dose.increaseBaclofenOlderAdult, 10, 15],
    ['from 65 on, 12.5 mg/day: no further than 15', dose.increaseBaclofenOlderAdult, 12.5, 15],
    ['after the review, 15 mg/day', dose.reviewBeforeExceeding15Mg, 15, 20],
    ['after the review, 27.5 mg/day', dose.reviewBeforeExceeding15Mg, 27.5, 30],
  ])('from %s', (_what, statement, from, to) => {
    expect(doseFor(statement, from)).toEqual([from, to])
  })

  test('names its doses, its interval and its ceiling in the sentence', () => {
    const { words, ...numbers } = actionFor(dose.increaseBaclofen)
    expect(numbers).toEqual({
      kind: 'titrate',
      from: 20,
      to: 30,
      step: 10,
      everyDays: 7,
      ceiling: 30,
      unit: 'mg/d',
    })
    expect(words).toContain('20 mg/day')
    expect(words).toContain('30 mg/day')
    expect(words).not.toMatch(/[{}]|undefined/)
  })

  test('after a review names what is reviewed first', () => {
    expect(actionFor(dose.reviewBeforeExceeding15Mg, { baclofenDose: 15 })).toHaveProperty(
      'afterReview',
      ['weakness', 'urinary function', 'cognition', 'sedation'],
    )
    expect(actionFor(dose.increaseBaclofen)).not.toHaveProperty('afterReview')
  })

  test.each<[string, Situation, string]>([
    ['not known', { baclofenDose: undefined }, 'only the present dose (not known) is known'],
    ['above 10', { baclofenDose: bounded('>', 10) }, 'only the present dose (above 10 mg/day) is'],
    ['10 to 20', { baclofenDose: { low: 10, high: 20 } }, 'the present dose (10 to 20 mg/day) is'],
  ])('from a dose that is %s gives no number', (_what, change, words) => {
    const action = actionFor(dose.increaseBaclofen, change)
    expect(action).not.toHaveProperty('from')
    expect(action).not.toHaveProperty('to')
    expect(action.words).toContain(words)
  })
})

describe('a step down', () => {
  test('at eGFR 60 names the present dose and the level', () => {
    const action = actionFor(kidney.reduceBaclofenModerateRenal, { eGfr: 60 })
    expect(action).toMatchObject({ kind: 'reduce', from: 20, to: 15, unit: 'mg/d' })
    expect(action.words).toContain('20 mg/day')
    expect(action.words).toContain('15 mg/day')
  })

  test('from a dose that is a bound says what is known, and gives no number to start from', () => {
    const action = actionFor(kidney.reduceBaclofenModerateRenal, {
      baclofenDose: bounded('>', 15),
    })
    expect(action).not.toHaveProperty('from')
    expect(action.words).toContain('the present dose (above 15 mg/day)')
  })

  test('of a taper is left to the prescriber; what is common is named, and that it is from outside', () => {
    expect(actionFor(taper.taperBaclofen, { stoppingBaclofen: true })).toMatchObject({
      kind: 'taper',
      from: 20,
      to: 0,
      unit: 'mg/d',
      stepAndInterval: 'set by the prescriber',
      commonStep: [5, 10],
      commonEveryDays: 7,
      commonBasis: 'outside',
      onHold: false,
    })
  })

  test.each<[string, Situation, boolean]>([
    ['no withdrawal or neurotoxicity is suspected', {}, false],
    ['withdrawal is', { withdrawalSigns: true }, true],
    ['neurotoxicity is', { neurotoxicitySigns: true }, true],
    ['it was asked, and is not known', { withdrawalSigns: 'unknown' }, true],
  ])('waits unless %s ruled out', (_what, change, onHold) => {
    expect(actionFor(taper.taperBaclofen, change)).toMatchObject({ onHold })
  })
})

describe('a wait', () => {
  test.each<[string, Situation, number, string]>([
    ['3 days at the dose', { daysAtDose: 3 }, 4, '2026-11-27'],
    ['6 days', { daysAtDose: 6 }, 1, '2026-11-24'],
    ['6.5 days: never early', { daysAtDose: 6.5 }, 1, '2026-11-24'],
    ['2 to 5 days: from the fewest', { daysAtDose: { low: 2, high: 5 } }, 5, '2026-11-28'],
    ['nothing known of the days', { daysAtDose: undefined }, 7, '2026-11-30'],
  ])('%s', (_what, change, days, earliest) => {
    const action = actionFor(dose.waitBeforeNextIncrease, change)
    expect(action).toMatchObject({ kind: 'wait', days, earliest })
    expect(action.words).toContain(earliest)
  })
})

describe('magnesium', () => {
  test('is named in mmol, mg of oxide and mg of elemental magnesium', () => {
    const action = actionFor(electrolytes.magnesiumOxideAtNight, { magnesium: 0.6 })
    expect(action).toMatchObject({
      kind: 'supplement',
      substance: 'magnesium oxide',
      mmolPerDay: 12,
      mmolPerDayAtMost: 24,
      mgMagnesiumOxidePerDay: 484,
      mgElementalMagnesiumPerDay: 292,
      at: 'bedtime',
    })
    for (const figure of ['12 mmol', '24 mmol', '484 mg', '292 mg']) {
      expect(action.words).toContain(figure)
    }
  })
})

describe('blood tests of the first month', () => {
  const monitor = (policy?: { readonly name: string; readonly monitoringEveryDays?: number }) =>
    compute(secondLine.monitorFirstMonth.action, {
      findings: findingsFor({ ...typical, liverDisease: true }),
      on: '2026-11-23',
      policy,
    })

  test('are weekly for four weeks', () => {
    expect(monitor()).toMatchObject({ everyDays: 7, forDays: 28 })
    expect(monitor({ name: 'a site' })).toMatchObject({ everyDays: 7 })
  })

  test('or closer, where a site says so', () => {
    expect(monitor({ name: 'a site', monitoringEveryDays: 3 })).toMatchObject({ everyDays: 3 })
    expect(monitor({ name: 'a site', monitoringEveryDays: 3 }).words).toContain('3')
  })
})

describe('an option for a clinician', () => {
  test('has the amount that the source gives, and none where it gives none', () => {
    expect(actionFor(secondLine.considerAlbumin)).toMatchObject({
      what: 'human albumin',
      perWeek: { low: 20, high: 40, unit: 'g' },
    })
    expect(actionFor(secondLine.considerAlbumin)).not.toHaveProperty('reviewAfterDays')
    const { words: _words, ...methocarbamol } = actionFor(secondLine.considerMethocarbamol)
    expect(methocarbamol).toEqual({
      kind: 'consider',
      what: 'methocarbamol',
      reviewAfterDays: 14,
    })
    expect(wordsFor(secondLine.considerMethocarbamol)).toContain('14')
  })
})

describe('a referral', () => {
  test.each<[string, Situation, string]>([
    ['in cirrhosis', { liverDisease: true, cirrhosis: true }, 'hepatology'],
    ['without it', { cirrhosis: false }, 'neurology'],
    [
      'when it is not known',
      { cirrhosis: 'unknown', liverDisease: true },
      'hepatology or neurology',
    ],
  ])('%s is to %s', (_what, change, to) => {
    const action = actionFor(referral.referToSpecialist, change)
    expect(action['to']).toBe(to)
    expect(action.words).toContain(to)
  })
})

describe('what is only said, measured, corrected or avoided keeps its terms', () => {
  test.each<[Statement, object]>([
    [kidney.checkRenalFunction, { kind: 'measure', what: ['creatinine', 'eGFR'] }],
    [electrolytes.correctHypokalemia, { kind: 'correct', what: 'potassium' }],
    [avoid.avoidQuinidine, { kind: 'avoid', what: 'quinidine' }],
    [physical.applyIce, { kind: 'self-care' }],
    [redFlags, { kind: 'review' }],
  ])('%o', (statement, terms) => {
    const { words, ...computed } = actionFor(statement)
    expect(computed).toEqual(terms)
    expect(words.startsWith(statement.action.words)).toBe(true)
  })
})

describe('a sentence for this person only', () => {
  const added = (change: Situation): string =>
    wordsFor(avoid.avoidQuinidine, change).slice(avoid.avoidQuinidine.action.words.length)
  const [also] = avoid.avoidQuinidine.action.also ?? []

  test('is added where its condition holds, after a space', () => {
    expect(added({ takesQuinidine: true })).toBe(` ${also?.words ?? ''}`)
  })

  test('and where it may hold', () => {
    expect(added({ takesQuinidine: 'unknown' })).toBe(` ${also?.words ?? ''}`)
  })

  test('and left out where it does not', () => {
    expect(added({ takesQuinidine: false })).toBe('')
  })
})

test('a sentence that names a number nobody computes is a fault, and is not shown', () => {
  const action = { kind: 'reduce', words: 'To {level}.', to: { value: 15, unit: 'mg/d' } } as const
  expect(() => compute(action, { findings: {}, on: '2026-11-23' })).toThrow(
    'No value for {level} in "To {level}."',
  )
})
