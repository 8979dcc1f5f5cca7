import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guideline } from '../guideline/index.ts'
import { close } from '../logic/implication.ts'
import { candidates } from './bands.ts'
import { evaluatorOf } from './evaluator.ts'
import { picture } from './picture.ts'

const on = '2026-11-23'
const { facts, implications } = guideline
const { limits, truths, changing } = evaluatorOf(guideline)

/** For each fact nothing, or which of its candidates is found. */
const choices = fc.array(fc.nat({ max: 7 }), { minLength: facts.length, maxLength: facts.length })

test('what one more answer would change is what the patient with that answer is told', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const given = Object.fromEntries(
        facts.flatMap((fact, index) => {
          const finding = candidates(fact, limits, {})[chosen[index] ?? 0]
          return finding === undefined ? [] : [[fact.id, { finding }]]
        }),
      )
      const patient = picture(guideline, given, on)
      fc.pre(patient.problems.length === 0)
      const tryOut = changing(patient)
      for (const fact of facts) {
        for (const finding of candidates(fact, limits, {})) {
          const { findings, contradictions } = close(
            { ...patient.ground, [fact.id]: finding },
            implications,
          )
          const told = contradictions.length === 0 ? truths(findings) : undefined
          expect(tryOut(fact, finding)).toEqual(told)
        }
      }
    }),
    { numRuns: 30 },
  )
})
