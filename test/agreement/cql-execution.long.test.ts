import { describe, expect, test } from 'vitest'
import { guideline } from '../../src/guideline/index.ts'
import { agrees, catches, replaced } from './agrees.test-support.ts'
import type { Lent } from './agrees.test-support.ts'
import { disagreement } from './disagreement.ts'
import { cqlExecution } from './engine-cql-execution.ts'
import type { CqlExecutionOptions } from './engine-cql-execution.ts'
import { randomPatients } from './patients.ts'

const lent =
  (options?: CqlExecutionOptions): Lent =>
  async (work) =>
    work(await cqlExecution(guideline, options))

describe('cql-execution gives the truths of the explained evaluation from the ELM', () => {
  agrees(lent(), { random: 10_000, bases: 4 })
  catches(
    {
      title: 'a comparison takes in its limit',
      engine: lent({ plantInElm: replaced('"type":"Less"', '"type":"LessOrEqual"') }),
      statement: 'increase-baclofen',
      patient: 'baclofen dose 30 mg/day {"baclofenDose":30}',
    },
    {
      title: 'an exception is dropped',
      engine: lent({
        plantInElm: replaced(
          '"type":"ExpressionRef","name":"Red flag: perhaps not simple cramps holds"',
          '"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}Boolean","value":"false"',
        ),
      }),
      statement: 'consider-methocarbamol',
      patient: 'has a red flag for a cause other than simple cramps {"redFlags":true}',
    },
    {
      title: 'what is not known is read as false',
      engine: lent({
        plantInElm: replaced(
          '"else":{"type":"As","asType":"{urn:hl7-org:elm-types:r1}Boolean","signature":[],"operand":{"type":"Null"}}',
          '"else":{"type":"Literal","valueType":"{urn:hl7-org:elm-types:r1}Boolean","value":"false"}',
        ),
      }),
      statement: 'outside-guideline',
      patient: 'baclofen dose 10 mg/day {"baclofenDose":10}',
    },
  )
})

test('cql-execution agrees outside the context of a patient too, as the library is translated', async () => {
  const engine = await cqlExecution(guideline, { asTranslated: true })
  const patients = randomPatients(guideline, 500, 1)
  expect(await disagreement(guideline, engine, patients)).toBeUndefined()
}, 60_000)
