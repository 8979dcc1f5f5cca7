import type { Findings } from '../../../logic/fact.ts'
import type { Lane } from '../../../logic/pathway.ts'
import { evaluate } from '../../../logic/trace.ts'
import type { Truth } from '../../../logic/truth.ts'

/** How a question of the pathway is answered for a patient. */
export type Answered = Truth

/** A step that a patient comes by, with the answer where it asks one. */
export interface Passed {
  readonly id: string
  readonly answer?: Answered
}

/** The steps of a lane that a patient comes by, in order; it ends where an answer is awaited. */
export const walk = (lane: Lane, findings: Findings): readonly Passed[] => {
  const path: Passed[] = []
  let next = lane.steps[0]?.id
  while (next !== undefined && path.every(({ id }) => id !== next)) {
    const id: string = next
    const step = lane.steps.find((one) => one.id === id)
    if (step === undefined) break
    if (step.kind !== 'question') {
      path.push({ id })
      next = step.kind === 'advice' ? step.next : undefined
      continue
    }
    const answer = evaluate(step.when, findings)
    path.push({ id, answer })
    next =
      answer === 'true'
        ? step.yes
        : answer === 'false' || step.unknownGoesOn === true
          ? step.no
          : undefined
  }
  return path
}
