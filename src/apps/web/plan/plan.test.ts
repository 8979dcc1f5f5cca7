import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bannersOf } from './banner.ts'
import { en } from '../messages/en.ts'
import { outcomesOf } from './outcomes.ts'
import { derived } from './plan.test-support.ts'
import { announcement, differenceOf, differenceWords } from './summary.ts'

const headings = (of: ReturnType<typeof derived>) => bannersOf(of.plan).map((one) => one.heading)

describe('the banners', () => {
  test('nobody on baclofen is left without "do not stop suddenly"', () => {
    expect(headings(derived())).toEqual(['Do not stop baclofen suddenly'])
  })

  test('on dialysis "avoid" and "never suddenly" are told together, and lead to the taper', () => {
    const { plan } = derived({}, { onDialysis: 'yes' })
    expect(bannersOf(plan)).toMatchObject([
      { heading: 'Avoid baclofen, but never stop it suddenly', opens: 'taper' },
    ])
  })

  test('without baclofen and with nothing else there is none', () => {
    expect(headings(derived({ baclofenDose: '' }, { takesBaclofen: 'no' }))).toEqual([])
  })

  test('an emergency goes first', () => {
    expect(headings(derived({}, { neurotoxicitySigns: 'yes' }))).toEqual([
      'Suspected baclofen neurotoxicity',
      'Do not stop baclofen suddenly',
    ])
  })

  test('there are never more than two, and no grave one is left out', () => {
    const answer = fc.constantFrom('yes' as const, 'no' as const)
    fc.assert(
      fc.property(
        fc.record({
          neurotoxicitySigns: answer,
          withdrawalSigns: answer,
          redFlags: answer,
          onDialysis: answer,
          pregnancy: answer,
        }),
        fc.constantFrom('2.2', '4.1'),
        fc.constantFrom('20', '40'),
        (answers, potassium, baclofenDose) => {
          const { plan } = derived({ potassium, baclofenDose }, answers)
          const banners = bannersOf(plan)
          expect(banners.length).toBeLessThanOrEqual(2)
          const told = banners.flatMap(({ statements }) => statements)
          for (const { id, kind, holds } of plan.statements) {
            if (holds !== 'true') continue
            const isGrave =
              kind === 'emergency' || id === 'never-stop-abruptly' || id === 'red-flags'
            if (isGrave || id === 'avoid-baclofen-severe-renal') expect(told).toContain(id)
          }
        },
      ),
    )
  })
})

describe('what would change the answer', () => {
  test('each band of a missing magnesium is told with what it adds', () => {
    const outcomes = outcomesOf('magnesium', derived({ magnesium: '' }).picture, en)
    expect(outcomes.map(({ when }) => when)).toEqual(['below 0.7 mmol/L', 'at least 0.7 mmol/L'])
    expect(outcomes[0]?.adds).toContain('Correct low magnesium')
    expect(outcomes[1]?.adds).toEqual([])
  })

  test('each band of a missing eGFR too', () => {
    const outcomes = outcomesOf('eGfr', derived({ eGfr: '' }).picture, en)
    expect(outcomes.map(({ when }) => when)).toEqual([
      'below 30 mL/min/1.73 m²',
      'at least 30 and at most 60 mL/min/1.73 m²',
      'above 60 mL/min/1.73 m²',
    ])
    expect(outcomes[2]?.adds).toEqual(['Increase baclofen'])
  })

  test('a question has two outcomes', () => {
    const { picture } = derived({}, { baclofenSideEffects: 'unasked' })
    expect(outcomesOf('baclofenSideEffects', picture, en)).toMatchObject([
      { when: 'yes', adds: ['No increase: side effects', 'Benzodiazepine: risk too high'] },
      { when: 'no', adds: ['Increase baclofen'] },
    ])
  })
})

test('the change of a plan is counted, and the whole said in one sentence', () => {
  const [before, after] = [derived(), derived({ potassium: '3.3' })]
  const difference = differenceOf(before.plan, after.plan)
  expect(difference).toEqual({ added: ['correct-hypokalemia'], removed: [] })
  expect(differenceWords(difference, en)).toBe('1 added')
  expect(differenceWords(differenceOf(before.plan, before.plan), en)).toBe('plan unchanged')
  const doNow = ({ plan }: typeof after): number =>
    Number(/^Plan updated: (\d+) do now, 0 consider/.exec(announcement(plan, en))?.[1])
  expect(doNow(before)).toBeGreaterThan(0)
  expect(doNow(after)).toBe(doNow(before) + 1)
})
