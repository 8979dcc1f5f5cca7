import { reasonsOf } from '../../../assess/because.ts'
import type { Picture } from '../../../assess/picture.ts'
import type { Fact } from '../../../logic/fact.ts'
import type { Lane, Step } from '../../../logic/pathway.ts'
import { missing, trace } from '../../../logic/trace.ts'
import { walk } from './walk.ts'
import type { Answered } from './walk.ts'

/** A step of a lane as it stands for a patient. */
export interface WayStep {
  readonly step: Step
  /** Its place on the way; left out where the way does not come by. */
  readonly number?: number
  readonly answer?: Answered
  /** Why a question is answered so. */
  readonly because?: string
  /** What an answer that is not known hangs on. */
  readonly missing: readonly Fact[]
  readonly isLast: boolean
}

/** How a way between two steps stands for a patient. */
export type WayState = 'taken' | 'open' | 'not-taken'

/** A lane with the way of one patient through it. */
export interface PatientWay {
  readonly lane: Lane
  readonly steps: readonly WayStep[]
  /** Whether the patient goes from one step to another, may yet go, or does not. */
  readonly between: (from: string, to: string) => WayState
}

/** The way of a patient through a lane. */
export const patientWay = (lane: Lane, picture: Picture): PatientWay => {
  const path = walk(lane, picture.findings)
  const because = reasonsOf(picture.findings, new Set(picture.assumed))
  const steps = lane.steps.map((step): WayStep => {
    const at = path.findIndex(({ id }) => id === step.id)
    const passed = path[at]
    const isLast = at !== -1 && at === path.length - 1
    if (passed === undefined) return { step, missing: [], isLast }
    if (step.kind !== 'question' || passed.answer === undefined) {
      return { step, number: at + 1, missing: [], isLast }
    }
    const traced = trace(step.when, picture.findings)
    return {
      step,
      number: at + 1,
      answer: passed.answer,
      because: because(traced),
      missing: missing(traced),
      isLast,
    }
  })
  const between = (from: string, to: string): WayState => {
    const at = path.findIndex(({ id }) => id === from)
    if (at === -1) return 'not-taken'
    const next = path[at + 1]
    if (next !== undefined) return next.id === to ? 'taken' : 'not-taken'
    return path[at]?.answer === 'unknown' ? 'open' : 'not-taken'
  }
  return { lane, steps, between }
}
