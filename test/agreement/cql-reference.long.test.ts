import { describe } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import { agrees, catches, replaced } from './agrees.test-support.ts'
import type { Lent } from './agrees.test-support.ts'
import { cqlReference } from './engine-cql-reference.ts'

const lent =
  (plant?: (cql: string) => string): Lent =>
  (work) =>
    work(cqlReference(guideline, plant))

describe('the reference CQL engine gives the truths of the explained evaluation', () => {
  agrees(lent(), { random: 1_000, bases: 1 })
  catches(
    {
      title: 'a comparison takes in its limit',
      engine: lent(replaced('"Below"("potassium", 2.5)', '"At most"("potassium", 2.5)')),
      statement: 'critical-hypokalemia',
      patient: 'potassium 2.5 mmol/L {"potassium":2.5}',
    },
    {
      title: 'an exception is dropped',
      engine: lent(
        replaced(
          'persist at the present dose" and not "Red flag: perhaps not simple cramps holds"',
          'persist at the present dose"',
        ),
      ),
      statement: 'stretch-and-massage',
      patient: 'has a red flag for a cause other than simple cramps {"redFlags":true}',
    },
    {
      title: 'what is not known is read as false',
      engine: lent(replaced('    else null', '    else false')),
      statement: 'outside-guideline',
      patient: 'baclofen dose 10 mg/day {"baclofenDose":10}',
    },
  )
})
