import type { Definition } from '../logic/definition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { proverOf } from './prover.ts'
import type { Prover } from './prover.ts'
import { restate } from './restate.ts'
import { withSolver } from './session.ts'
import { changesAnswers } from './survey.ts'
import { weakenings } from './weaken.ts'
import type { Weakened } from './weaken.ts'

/** What happens to the promises when one part of the guideline is taken out. */
export interface Guard {
  /** "increase-baclofen without not baclofenSideEffects". */
  readonly id: string
  /** The first promise found to break; none where all promises still stand. */
  readonly breaks?: string
  /** Whether the part can be missed: without it every answer is the same for every patient. */
  readonly redundant: boolean
}

/** Takes out every single part of a guideline in turn, and says which promise notices. */
export const guards = async (
  definition: Definition,
  promises: readonly SafetyPromise[],
): Promise<readonly Guard[]> =>
  withSolver(async (terms) => {
    const prover = proverOf(terms, definition)
    // Settled once here, a claim that a weakening leaves alone is not solved again.
    for (const { claims } of promises) {
      for (const claim of claims.map(restate(definition))) await prover.judge(claim)
    }
    const found: Guard[] = []
    for (const weakened of weakenings(definition)) {
      const breaks = await firstBroken(prover.against(weakened.definition), weakened, promises)
      const redundant =
        breaks === undefined && !(await changesAnswers(prover, definition, weakened))
      found.push({ id: weakened.id, ...(breaks === undefined ? {} : { breaks }), redundant })
    }
    return found
  })

const firstBroken = async (
  prover: Prover,
  { definition }: Weakened,
  promises: readonly SafetyPromise[],
): Promise<string | undefined> => {
  const restated = restate(definition)
  for (const { id, claims } of promises) {
    for (const claim of claims) {
      if ((await prover.judge(restated(claim))) !== 'proved') return id
    }
  }
  return undefined
}
