import type { Assessment } from '../../../assess/assess.ts'
import type { Derived } from '../state/derive.ts'
import { derive, isPlan } from '../state/derive.ts'
import type { Draft } from '../state/draft.ts'
import { quantityOf } from '../state/facts.ts'

const typed = (of: Readonly<Record<string, string>>): Draft['quantities'] =>
  Object.fromEntries(
    Object.entries(of).map(([id, text]) => [id, { text, unit: quantityOf(id as 'age').unit }]),
  )

/** The first worked example, with what is changed, on 25 November 2026. */
export const derived = (
  quantities: Readonly<Record<string, string>> = {},
  answers: Draft['answers'] = {},
): Derived & { readonly plan: Assessment } => {
  const draft: Draft = {
    quantities: typed({
      age: '58',
      baclofenDose: '20',
      daysAtDose: '14',
      eGfr: '78',
      potassium: '4.1',
      magnesium: '0.82',
      ...quantities,
    }),
    answers: {
      crampsPersist: 'yes',
      baclofenSideEffects: 'no',
      liverDisease: 'no',
      cirrhosis: 'no',
      ...answers,
    },
  }
  const all = derive(draft, '2026-11-25')
  if (!isPlan(all.plan)) throw new Error(all.plan.problems[0]?.message)
  return { ...all, plan: all.plan }
}
