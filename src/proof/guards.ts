import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { conditionsOf } from './claim.ts'
import { changesAnswers } from './difference.ts'
import { proverOf } from './prover.ts'
import type { Prover } from './prover.ts'
import { restate } from './restate.ts'
import { withSolver } from './session.ts'
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

/** A claim of a promise with the names of all that it speaks of, near or far. */
interface Watch {
  readonly promise: string
  readonly claim: SafetyPromise['claims'][number]
  readonly names: ReadonlySet<string>
}

/** Takes out every single part of a guideline in turn, and says which promise notices. */
export const guards = async (
  definition: Definition,
  promises: readonly SafetyPromise[],
): Promise<readonly Guard[]> =>
  withSolver(async (terms) => {
    const prover = proverOf(terms, definition)
    const restated = restate(definition)
    const watches: Watch[] = []
    for (const { id, claims } of promises) {
      for (const claim of claims) {
        // Settled once here, a claim that a weakening leaves alone is not solved again.
        await prover.judge(restated(claim))
        watches.push({ promise: id, claim, names: namesIn(conditionsOf(restated(claim))) })
      }
    }
    const found: Guard[] = []
    for (const weakened of weakenings(definition)) {
      const after = prover.against(weakened.definition)
      const breaks = await firstBroken(after, weakened, watches)
      const redundant =
        breaks === undefined && !(await changesAnswers(prover, after, weakened.changed))
      found.push({ id: weakened.id, ...(breaks === undefined ? {} : { breaks }), redundant })
    }
    return found
  })

/** The names of all ideas and statements in conditions, those inside each other too. */
const namesIn = (conditions: readonly Condition[]): ReadonlySet<string> => {
  const names = new Set<string>()
  const leaf = (): boolean => true
  const joined = (_of: readonly boolean[], name?: string): boolean => {
    if (name !== undefined) names.add(name)
    return true
  }
  const met = new Map<Condition, boolean>()
  for (const condition of conditions) {
    fold<boolean>(
      condition,
      { is: leaf, compare: leaf, known: leaf, all: joined, any: joined, not: leaf },
      met,
    )
  }
  return names
}

const firstBroken = async (
  prover: Prover,
  { definition, changed }: Weakened,
  watches: readonly Watch[],
): Promise<string | undefined> => {
  const restated = restate(definition)
  for (const { promise, claim, names } of watches) {
    if (changed !== undefined && !names.has(changed)) continue
    if ((await prover.judge(restated(claim))) !== 'proved') return promise
  }
  return undefined
}
