import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextDose as assessed } from '../../src/plan/next-dose.ts'
import { statements } from '../../src/guideline/index.ts'
import { nextDose as proved } from '../../src/proof/dose.ts'

const raising = statements.flatMap(({ action }) => (action.kind === 'titrate' ? [action] : []))

test('the next dose that is proved to be safe is the next dose that an assessment gives', () => {
  expect(raising).toHaveLength(3)
  fc.assert(
    fc.property(
      fc.constantFrom(...raising),
      fc.double({ min: 0, max: 300, noNaN: true }),
      (action, present) => {
        expect(proved(action, present)).toBe(
          assessed(present, action.step.value, action.ceiling.value),
        )
      },
    ),
  )
})
