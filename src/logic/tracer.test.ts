import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryCondition, arbitraryFindings } from './arbitrary.test-support.ts'
import { all, is, known, not } from './condition.ts'
import { trace, tracerOf } from './trace.ts'
import { cramps, dialysis, dose, vocabulary } from './vocabulary.test-support.ts'

test('what conditions share is traced once for the same findings', () => {
  const shared = all(is(cramps), is(dialysis))
  const denied = not(shared)
  const of = tracerOf([denied])({ cramps: 'true' })
  const outer = of(denied)
  expect(outer.op === 'not' && outer.of).toBe(of(shared))
})

test('many conditions laid out together have the traces that they have alone, patient after patient', () => {
  const conditions = fc.array(arbitraryCondition(vocabulary), { maxLength: 5 })
  const patients = fc.array(arbitraryFindings(vocabulary), { maxLength: 3 })
  fc.assert(
    fc.property(conditions, patients, (laid, findings) => {
      const tracer = tracerOf(laid)
      for (const patient of findings) {
        const of = tracer(patient)
        for (const condition of [...laid, known(dose)]) {
          expect(of(condition)).toEqual(trace(condition, patient))
        }
      }
    }),
  )
})
