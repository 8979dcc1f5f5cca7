import { describe, expect, test } from 'vitest'
import {
  bundle,
  concept,
  holds,
  increasing,
  instruction,
  known,
  on,
  order,
  planOf,
  quantity,
  snomed,
  timesADay,
} from './record.test-support.ts'
import type { Resource } from './record.test-support.ts'

const twice = (change: Resource): Resource => ({
  dosageInstruction: [instruction(quantity(1, '{pill}'), timesADay(2), change)],
})

/** The record for which an increase is advised, with another order of baclofen. */
const orderedAs = (change: Resource): Resource =>
  bundle(increasing.map((one) => (one['id'] === 'order' ? { ...one, ...change } : one)))

describe('what the text of a structured order says beside its structure', () => {
  test.each([
    ['Take 1 tablet twice daily as needed for cramps', 'text'],
    ['1 tab BID PRN', 'text'],
    ['one bd p.r.n.', 'text'],
    ['Take if needed', 'patientInstruction'],
    ['1 tablet twice a day when required', 'text'],
    ['up to twice a day', 'text'],
    ['as-needed', 'text'],
  ])('"%s": as needed, from nothing up to its dose', (text, element) => {
    expect(known('baclofenDose', order(twice({ [element]: text })))).toEqual([0, 20])
    expect(holds('increase-baclofen', orderedAs(twice({ [element]: text })))).toBe('unknown')
  })
  test('as needed in a further instruction, in words or by its display', () => {
    const further = (one: Resource): unknown =>
      known('baclofenDose', order(twice({ additionalInstruction: [one] })))
    expect(further({ text: 'As required' })).toEqual([0, 20])
    expect(further(concept(snomed, '420449005', 'As needed'))).toEqual([0, 20])
    expect(further({ text: 'With food' })).toBe(20)
  })
  test.each([
    'Increase by 5 mg every 3 days to 20 mg three times a day',
    'Titrate to effect',
    '1 tab bid x 1 week, then 2 tabs tid',
    'Taper off over two weeks',
    'HOLD until seen by nephrology',
  ])('"%s": the dose changes, and cannot be read', (text) => {
    expect(known('baclofenDose', order(twice({ text })))).toMatch(/its text says/)
    expect(known('takesBaclofen', order(twice({ text })))).toBe('true')
  })
  test.each(['Take 1 tablet twice daily', 'May increase drowsiness. Do not stop suddenly.'])(
    '"%s" says nothing else than its structure',
    (text) => {
      expect(known('baclofenDose', order(twice({ text })))).toBe(20)
    },
  )
  test('the plan of such a record names the words', () => {
    const plan = planOf(orderedAs(twice({ text: '1 tab BID PRN' })), { on })
    expect(plan.facts['baclofenDose']?.note).toContain('"1 tab BID PRN"')
  })
})

describe('the text of an order against its structure', () => {
  test.each(['Take 1 tablet 3 times a day', '1 tab TID', '1 t.i.d.', 'one tablet once daily'])(
    '"%s", and twice a day by its structure: the dose cannot be read',
    (text) => {
      expect(known('baclofenDose', order(twice({ text })))).toMatch(/its text says/)
    },
  )
  test.each(['1 tab BID', '1 tablet 2 times per day', 'Take 1 tablet by mouth twice daily'])(
    '"%s" says the same',
    (text) => {
      expect(known('baclofenDose', order(twice({ text })))).toBe(20)
    },
  )
})
