import { fold } from '../logic/condition.ts'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { conditionsOf } from './claim.ts'
import { effectOf } from './difference.ts'
import type { Effect } from './difference.ts'
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
  /** A promise that breaks; none where all promises still stand. */
  readonly breaks?: string
  /** What the answers lose where no promise breaks. */
  readonly effect?: Effect
}

/** A claim of a promise with the names of all that it speaks of, near or far. */
interface Watch {
  readonly promise: string
  readonly further: boolean
  readonly claim: SafetyPromise['claims'][number]
  readonly names: ReadonlySet<string>
}

/** Takes out every single part of a guideline in turn, or those wanted, and says which promise notices. */
export const guards = async (
  definition: Definition,
  promises: readonly SafetyPromise[],
  isWanted: (weakened: Weakened) => boolean = () => true,
): Promise<readonly Guard[]> =>
  withSolver(async (terms) => {
    const prover = proverOf(terms, definition)
    const restated = restate(definition)
    const watches = promises.flatMap(({ id, further = false, claims }) =>
      claims.map((claim): Watch => ({
        promise: id,
        further,
        claim,
        names: namesIn(conditionsOf(restated(claim))),
      })),
    )
    // Settled once here, a claim that a weakening leaves alone is not solved again.
    await firstBroken(prover, { id: 'as it is', definition }, watches)
    const found: Guard[] = []
    for (const weakened of weakenings(definition).filter(isWanted)) {
      const after = prover.against(weakened.definition)
      const breaks = await firstBroken(after, weakened, watches)
      found.push({
        id: weakened.id,
        ...(breaks === undefined
          ? { effect: await effectOf(prover, after, weakened.changed) }
          : { breaks }),
      })
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

/** A promise that no longer holds, or that forbids nothing any more. */
const firstBroken = async (
  prover: Prover,
  { definition, changed }: Weakened,
  watches: readonly Watch[],
): Promise<string | undefined> => {
  const restated = restate(definition)
  const concerned = watches
    .filter(({ names }) => changed === undefined || names.has(changed))
    .map((watch) => ({ ...watch, claim: restated(watch.claim) }))
  for (const further of [false, true]) {
    const own = concerned.filter((watch) => watch.further === further)
    const broken = await prover.firstBroken(own.map(({ claim }) => claim))
    if (broken !== undefined) return own[broken]?.promise
  }
  for (const { promise, claim } of concerned) {
    if ((await prover.speaks(claim)) !== 'somebody') return promise
  }
  return undefined
}
