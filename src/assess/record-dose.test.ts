import { describe, expect, test } from 'vitest'
import {
  concept,
  instruction,
  known,
  order,
  ordered,
  quantity,
  rxNorm,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const dose = (...orders: readonly Resource[]): unknown => known('baclofenDose', ...orders)

const product = (code: string, ...dosageInstruction: readonly Resource[]): Resource =>
  order({ medicationCodeableConcept: concept(rxNorm, code), dosageInstruction })

const pills = (count: number): Resource => quantity(count, '{pill}')
const mg = (amount: number): Resource => quantity(amount, 'mg')
const everyHours = (period: number): Resource => ({
  repeat: { frequency: 1, period, periodUnit: 'h' },
})

describe('mg/day from strength, quantity and timing', () => {
  test.each([
    ['2 tablets of 10 mg, 3 per day', product('197391', instruction(pills(2), timesADay(3))), 60],
    ['10 mg, 3 per day', product('197391', instruction(mg(10), timesADay(3))), 30],
    ['1 tablet of 20 mg every 8 h', product('197392', instruction(pills(1), everyHours(8))), 60],
    [
      '5 mL of 1 mg/mL, 3 per day',
      product('250976', instruction(quantity(5, 'mL'), timesADay(3))),
      15,
    ],
    ['1 tablet of 5 mg, once a day', product('430902', instruction(pills(1), timesADay(1))), 5],
    ['1 tablet of 15 mg, twice a day', product('2679605', instruction(pills(1), timesADay(2))), 30],
    ['1 tablet of 25 mg, once a day', product('199280', instruction(pills(1), timesADay(1))), 25],
    [
      '1 disintegrating tablet of 20 mg a day',
      product('617298', instruction(pills(1), timesADay(1))),
      20,
    ],
    [
      'half a tablet of 10 mg, 3 per day',
      product('197391', instruction(pills(0.5), timesADay(3))),
      15,
    ],
    [
      '5 mL of 2 mg/mL twice a day',
      product('2667941', instruction(quantity(5, 'mL'), timesADay(2))),
      20,
    ],
    [
      '1 mL of 5 mg/mL twice a day',
      product('2593376', instruction(quantity(1, 'mL'), timesADay(2))),
      10,
    ],
    ['0.01 g, 3 per day', product('197391', instruction(quantity(0.01, 'g'), timesADay(3))), 30],
    [
      '10 mg by the code TID',
      product('197391', instruction(mg(10), { code: { coding: [{ code: 'TID' }] } })),
      30,
    ],
    [
      '10 mg in the morning and at bedtime',
      product('197391', instruction(mg(10), { repeat: { when: ['MORN', 'HS'] } })),
      20,
    ],
    [
      '10 mg at three times of day',
      product(
        '197391',
        instruction(mg(10), { repeat: { timeOfDay: ['08:00:00', '14:00:00', '22:00:00'] } }),
      ),
      30,
    ],
    [
      '21 tablets of 10 mg in a week',
      product(
        '197391',
        instruction(pills(1), { repeat: { frequency: 21, period: 1, periodUnit: 'wk' } }),
      ),
      30,
    ],
  ])('%s', (_sentence, one, expected) => {
    expect(dose(one)).toBe(expected)
  })

  test.each([
    [
      'a tablet without timing is never once a day',
      product('197391', instruction(pills(1), undefined)),
      /how often/,
    ],
    ['a timing that says nothing', product('197391', instruction(pills(1), {})), /how often/],
    [
      'an unlisted product in tablets',
      order({
        medicationCodeableConcept: concept(rxNorm, '9', 'baclofen 30 MG Oral Tablet'),
        dosageInstruction: [instruction(pills(2), timesADay(3))],
      }),
      /route or strength is not known/,
    ],
    [
      'an amount without a unit',
      product('197391', instruction({ value: 10 }, timesADay(3))),
      /no unit/,
    ],
    [
      '"1" is no unit',
      product('197391', instruction({ value: 10, code: '1' }, timesADay(3))),
      /no unit/,
    ],
    [
      'mL of a tablet',
      product('197391', instruction(quantity(5, 'mL'), timesADay(3))),
      /does not come in mL/,
    ],
    [
      'tablets of a liquid',
      product('250976', instruction(pills(1), timesADay(3))),
      /does not come in/,
    ],
    [
      '10 mg per day as an amount',
      product('197391', instruction(quantity(10, 'mg/d'), timesADay(1))),
      /no unit of an amount/,
    ],
    [
      'a comparator',
      product('197391', instruction({ ...mg(10), comparator: '<' }, timesADay(1))),
      /only a bound/,
    ],
    ['no amount', product('197391', { timing: timesADay(3) }), /names no amount/],
    ['free text only', product('197391', { text: '10 mg three times daily' }), /free text/],
    [
      'a number written as text',
      product('197391', instruction({ ...mg(1), value: '10' }, timesADay(3))),
      /not a number/,
    ],
    [
      'an amount written as text',
      product('197391', { timing: timesADay(3), doseAndRate: [{ doseQuantity: '10 mg' }] }),
      /cannot be read/,
    ],
    ['nothing', product('197391', instruction(mg(0), timesADay(3))), /above zero/],
    ['a negative amount', product('197391', instruction(mg(-10), timesADay(3))), /above zero/],
    [
      'a frequency written as text is not once',
      product(
        '197391',
        instruction(mg(10), { repeat: { frequency: '3', period: 1, periodUnit: 'd' } }),
      ),
      /timing/,
    ],
    [
      'a frequency without a period',
      product('197391', instruction(mg(10), { repeat: { frequency: 3 } })),
      /timing/,
    ],
    [
      'a period without a unit',
      product('197391', instruction(mg(10), { repeat: { frequency: 3, period: 1 } })),
      /timing/,
    ],
    [
      'no time a day',
      product(
        '197391',
        instruction(mg(10), { repeat: { frequency: 0, period: 1, periodUnit: 'd' } }),
      ),
      /timing/,
    ],
    [
      'some days of the week',
      product(
        '197391',
        instruction(mg(10), {
          repeat: { frequency: 3, period: 1, periodUnit: 'd', dayOfWeek: ['mon'] },
        }),
      ),
      /days of the week/,
    ],
    [
      'a unit that only objects know',
      product('197391', instruction(quantity(1, 'constructor'), timesADay(3))),
      /no unit/,
    ],
    [
      'a timing code that only objects know',
      product('197391', instruction(mg(10), { code: { coding: [{ code: 'constructor' }] } })),
      /how often/,
    ],
    [
      'a period unit that only objects know',
      product(
        '197391',
        instruction(mg(10), { repeat: { frequency: 3, period: 1, periodUnit: 'toString' } }),
      ),
      /timing/,
    ],
    [
      'a unit that says one thing in words and another as a code',
      product('197391', instruction({ value: 10, unit: 'mg', code: '{pill}' }, timesADay(3))),
      /in words/,
    ],
    [
      'an instruction whose meaning may be turned',
      product('197391', instruction(mg(10), timesADay(3), { modifierExtension: [{ url: 'x' }] })),
      /turn its meaning/,
    ],
    [
      'more than can be',
      product('197391', instruction(mg(200), timesADay(3))),
      /600 mg\/day is impossible/,
    ],
  ])('not known: %s', (_sentence, one, why) => {
    expect(dose(one)).toMatch(why)
    expect(known('takesBaclofen', one)).toBe('true')
  })

  test('where the dose cannot be read, the days at it are not known either', () => {
    expect(known('daysAtDose', ordered(instruction(pills(1), undefined)))).toBe(
      'the dose is not known',
    )
  })
})
