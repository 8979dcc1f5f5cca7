import { describe, expect, test } from 'vitest'
import {
  answered,
  bundle,
  concept,
  holds,
  increasing,
  instruction,
  known,
  order,
  planOf,
  quantity,
  read,
  rxNorm,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const other = order({
  id: 'other',
  medicationCodeableConcept: concept(rxNorm, '860975', 'metformin 500 MG Oral Tablet'),
})

/** The record for which an increase is advised, with another order of baclofen. */
const orderedAs = (change: Resource): Resource =>
  bundle(increasing.map((one) => (one['id'] === 'order' ? { ...one, ...change } : one)))

const told = (...resources: readonly Resource[]): string =>
  read(...resources)
    .problems.map(({ where, message }) => `${where}: ${message}`)
    .join(' ')

describe('an active order of after the day of the assessment', () => {
  const later = { authoredOn: '2026-11-24' }
  test('is perhaps taken already, and is told', () => {
    expect(known('baclofenDose', order(later), other)).toEqual([0, 20])
    expect(known('takesBaclofen', order(later), other)).toMatch(/not certain/)
    expect(told(order(later), other)).toMatch(/MedicationRequest\/order: .*2026-11-24.*after/)
  })
  test('decides no increase', () => {
    expect(holds('increase-baclofen', orderedAs(later))).toBe('unknown')
  })
  test('of another medicine leaves that to be asked', () => {
    const quinidine = order({ ...later, medicationCodeableConcept: concept(rxNorm, '9068') })
    expect(known('takesQuinidine', quinidine)).toBe('unknown')
  })
})

describe('an order whose time is over and that is still called active', () => {
  const lapsed: readonly (readonly [string, Resource])[] = [
    ['of a validity that ended', { dispenseRequest: { validityPeriod: { end: '2026-11-01' } } }],
    [
      'of a supply that ran out',
      { dispenseRequest: { expectedSupplyDuration: quantity(30, 'd') } },
    ],
    [
      'of a supply and its repeats that ran out',
      {
        authoredOn: '2026-05-01',
        dispenseRequest: {
          numberOfRepeatsAllowed: 2,
          expectedSupplyDuration: { value: 2, unit: 'months' },
        },
      },
    ],
  ]
  test.each(lapsed)('%s: taken, at a dose that is to be asked', (_title, change) => {
    expect(known('baclofenDose', order(change))).toEqual([0, 20])
    expect(known('takesBaclofen', order(change))).toBe('true')
    expect(told(order(change))).toMatch(/MedicationRequest\/order: .*(ended|ran out)/)
    expect(holds('increase-baclofen', orderedAs(change))).toBe('unknown')
    expect(holds('never-stop-abruptly', orderedAs(change))).toBe('true')
  })
  test.each([
    ['a validity that goes on', { dispenseRequest: { validityPeriod: { end: '2026-11-23' } } }],
    ['a supply that lasts', { dispenseRequest: { expectedSupplyDuration: quantity(90, 'd') } }],
    [
      'repeats that last',
      {
        dispenseRequest: {
          numberOfRepeatsAllowed: 1,
          expectedSupplyDuration: quantity(30, 'd'),
        },
      },
    ],
  ])('%s is no doubt', (_title, change) => {
    expect(known('baclofenDose', order(change))).toBe(20)
    expect(told(order(change))).toBe('')
  })
  test('a supply of which it cannot be told how long it lasts is a doubt', () => {
    const odd = { dispenseRequest: { expectedSupplyDuration: { value: 'x' } } }
    expect(known('baclofenDose', order(odd))).toEqual([0, 20])
  })
  test('of another medicine: that is to be asked', () => {
    const [, change] = lapsed[0] as readonly [string, Resource]
    const quinidine = order({ ...change, medicationCodeableConcept: concept(rxNorm, '9068') })
    expect(known('takesQuinidine', quinidine)).toBe('unknown')
  })
  test('instructions that are all over: the person may have run out, and is asked', () => {
    const over = {
      repeat: { frequency: 2, period: 1, periodUnit: 'd', boundsPeriod: { end: '2026-11-10' } },
    }
    const ended = order({ dosageInstruction: [instruction(quantity(1, '{pill}'), over)] })
    expect(known('withdrawalSigns', ended)).toBe('unknown')
  })
})

describe('what was dispensed last', () => {
  const dispensed = (change: Resource = {}): Resource => ({
    ...order({ id: 'supply', resourceType: 'MedicationDispense', status: 'completed' }),
    whenHandedOver: '2026-10-02',
    daysSupply: quantity(30, 'd'),
    ...change,
  })
  test('and has run out leaves the dose of the order open, and is told', () => {
    expect(known('baclofenDose', order(), dispensed())).toEqual([0, 20])
    expect(told(order(), dispensed())).toMatch(
      /MedicationRequest\/order: .*MedicationDispense\/supply.*2026-11-01/,
    )
    expect(holds('increase-baclofen', bundle([...increasing, dispensed()]))).toBe('unknown')
  })
  test('and lasts, or is of before the order, leaves it as it is', () => {
    expect(known('baclofenDose', order(), dispensed({ daysSupply: quantity(60, 'd') }))).toBe(20)
    expect(known('baclofenDose', order(), dispensed({ whenHandedOver: '2026-09-01' }))).toBe(20)
    expect(
      known(
        'baclofenDose',
        order(),
        dispensed(),
        dispensed({ id: 'b', whenHandedOver: '2026-11-10' }),
      ),
    ).toBe(20)
  })
})

describe('baclofen that was stopped, and by what is known within the last fortnight', () => {
  const stopped = (change: Resource = {}): Resource => order({ status: 'stopped', ...change })
  const lastChanged = (lastUpdated: string): Resource => ({ meta: { lastUpdated } })

  test.each([
    ['on a day that is not in the record', stopped()],
    ['14 days ago', stopped(lastChanged('2026-11-09T10:00:00Z'))],
    ['as completed', stopped({ status: 'completed' })],
    ['as put on hold', stopped({ status: 'on-hold' })],
    [
      'as said not to be taken',
      {
        ...stopped({ resourceType: 'MedicationStatement', status: 'not-taken' }),
        dateAsserted: '2026-11-20',
      },
    ],
    [
      'as a supply that ran out',
      order({ dispenseRequest: { expectedSupplyDuration: quantity(30, 'd') } }),
    ],
    ['as a pump', stopped({ medicationCodeableConcept: concept(rxNorm, '308516') })],
  ])('%s: signs of withdrawal are asked for', (_title, one) => {
    expect(known('withdrawalSigns', one, other)).toBe('unknown')
    expect(read(one, other).why.get('withdrawalSigns')).toMatch(/S38.*S39|S39/)
    const plan = planOf(bundle([...increasing.filter(({ id }) => id !== 'order'), one]))
    expect(plan.statements.find(({ id }) => id === 'suspected-withdrawal')?.holds).toBe('unknown')
    expect(plan.ask[0]?.fact).toBe('withdrawalSigns')
  })
  test.each([
    ['15 days ago', stopped(lastChanged('2026-11-08T10:00:00Z'))],
    [
      'as said by the person, longer ago',
      {
        ...stopped({ resourceType: 'MedicationStatement' }),
        effectivePeriod: { start: '2026-01-01', end: '2026-11-08' },
      },
    ],
    ['as never begun', stopped({ status: 'cancelled' })],
  ])('%s: they are not', (_title, one) => {
    expect(known('withdrawalSigns', one, other)).toBe('nothing')
  })
  test('by the word of the person, against an order that goes on: they are', () => {
    const denial = {
      ...stopped({ resourceType: 'MedicationStatement', id: 'denial', status: 'not-taken' }),
      dateAsserted: '2026-11-20',
    }
    expect(known('withdrawalSigns', order(), denial)).toBe('unknown')
  })
  test('and goes on by another order: they are not', () => {
    expect(known('withdrawalSigns', stopped({ id: 'old' }), order())).toBe('nothing')
  })
  test('an answer from after it settles it, and one from before does not', () => {
    const one = stopped(lastChanged('2026-11-20T10:00:00Z'))
    const answers = (authored: string): Resource =>
      answered({ withdrawalSigns: false }, { authored })
    expect(known('withdrawalSigns', one, answers('2026-11-21'))).toBe('false')
    expect(known('withdrawalSigns', one, answers('2026-11-18'))).toBe('unknown')
  })
  test('a record without any baclofen asks nothing of the kind', () => {
    expect(known('withdrawalSigns', other)).toBe('nothing')
    expect(known('withdrawalSigns', order({ authoredOn: '2026-12-24' }))).toBe('nothing')
  })
  test('daily use stays what it was', () => {
    expect(
      known(
        'withdrawalSigns',
        order({ dosageInstruction: [instruction(quantity(1, '{pill}'), timesADay(2))] }),
      ),
    ).toBe('nothing')
  })
})
