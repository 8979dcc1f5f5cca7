import { describe } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import type { Definition } from '../../src/logic/definition.ts'
import { agrees, catches } from './agrees.test-support.ts'
import type { Lent } from './agrees.test-support.ts'
import { program } from './engine-typescript.ts'
import { comparisonFlipped, exceptionDropped, unknownIsFalse } from './faulty-definition.ts'

const lent =
  (definition: Definition): Lent =>
  (work) =>
    work(program(definition))

describe('the compiled program gives the truths of the explained evaluation', () => {
  agrees(lent(guideline), { random: 20_000 })
  catches(
    {
      title: 'a comparison takes in its limit',
      engine: lent(comparisonFlipped),
      statement: 'critical-hypokalemia',
      patient: 'potassium 2.5 mmol/L {"potassium":2.5}',
    },
    {
      title: 'an exception is dropped',
      engine: lent(exceptionDropped),
      statement: 'stretch-and-massage',
      patient: 'has a red flag for a cause other than simple cramps {"redFlags":true}',
    },
    {
      title: 'what is not known is read as false',
      engine: lent(unknownIsFalse),
      statement: 'critical-hypokalemia',
      patient: 'a patient of whom nothing is stated {}',
    },
  )
})
