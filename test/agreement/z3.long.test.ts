import { describe } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import { withSolver } from '../../src/proof/session.ts'
import { agrees, catches } from './agrees.test-support.ts'
import type { Lent } from './agrees.test-support.ts'
import { z3 } from './engine-z3.ts'
import type { Z3Options } from './engine-z3.ts'
import { comparisonFlipped, exceptionDropped } from './faulty-definition.ts'

const lent =
  (options?: Z3Options): Lent =>
  (work) =>
    withSolver((terms) => work(z3(terms, guideline, options)))

describe('Z3 gives the truths of the explained evaluation from the formulas of the proofs', () => {
  agrees(lent(), { random: 10_000, bases: 3 })
  catches(
    {
      title: 'a comparison takes in its limit',
      engine: lent({ encoded: comparisonFlipped }),
      statement: 'critical-hypokalemia',
      patient: 'potassium 2.5 mmol/L {"potassium":2.5}',
    },
    {
      title: 'an exception is dropped',
      engine: lent({ encoded: exceptionDropped }),
      statement: 'stretch-and-massage',
      patient: 'has a red flag for a cause other than simple cramps {"redFlags":true}',
    },
    {
      title: 'what is not known is read as false',
      engine: lent({ plantInFormulas: ({ yes }) => ({ yes, no: yes.not() }) }),
      statement: 'outside-guideline',
      patient: 'a patient of whom nothing is stated {}',
    },
  )
})
