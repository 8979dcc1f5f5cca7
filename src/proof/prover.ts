import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Truth } from '../logic/truth.ts'
import { benchOf } from './bench.ts'
import type { Answer, Bench, Found } from './bench.ts'
import type { Stated } from './concrete.ts'
import { dataFaults } from './data.ts'
import { evaluated } from './evaluated.ts'
import type { Shows } from './evaluated.ts'
import type { AnyPatient } from './patient.ts'
import { question } from './question.ts'
import type { Question } from './question.ts'
import type { PlainClaim } from './restate.ts'
import type { Example, Verdict } from './result.ts'
import type { Formula, Terms } from './session.ts'
import { smaller } from './smaller.ts'
import { smallest } from './smallest.ts'
import { exampleOf } from './words.ts'

/** How one claim came out. */
export interface Settled {
  readonly verdict: Verdict
  /** A patient of whom the claim speaks, made simple when asked for. */
  readonly witness?: () => Promise<Example>
  /** A patient who breaks the claim: one, or what is known now and later. */
  readonly counterexample?: readonly Example[]
  readonly faults?: readonly string[]
}

/** Settles claims on one definition; what two claims share is built and solved once. */
export interface Prover {
  readonly terms: Terms
  readonly definition: Definition
  /** Any patient, as formulas. Provers of one solver speak of the same patient. */
  readonly patient: AnyPatient
  readonly settle: (claim: PlainClaim) => Promise<Settled>
  /** The place of a claim that somebody breaks, all being asked at once; none when each is kept. */
  readonly firstBroken: (claims: readonly PlainClaim[]) => Promise<number | undefined>
  /** Whether the claim speaks of anybody: one that forbids nothing is vacuous. */
  readonly speaks: (claim: PlainClaim) => Promise<Answer>
  /** A patient for whom a condition has a truth, made simple as far as it still shows; or none. */
  readonly find: (condition: Condition, truth: Truth, shows: Shows) => Promise<Stated | undefined>
  /** Whether a condition has a truth for some patient. */
  readonly isPossible: (condition: Condition, truth: Truth) => Promise<boolean>
  /** Whether a formula is true of some patient. */
  readonly canBe: (goal: Formula) => Promise<boolean>
  /** The same solver, held against a definition that was changed. */
  readonly against: (changed: Definition) => Prover
}

const decided = (answer: Answer): boolean => {
  if (answer === 'gave up') throw new Error('The solver gave up: it was given a minute.')
  return answer === 'somebody'
}

/** Makes a prover for a definition. */
export const proverOf = (
  terms: Terms,
  definition: Definition,
  bench: Bench = benchOf(terms, definition),
): Prover => {
  const { space } = bench

  /** The check on the solver: plain evaluation must see in its patients what it claims of them. */
  const checked = (found: Found, shows: Shows): readonly Stated[] | undefined => {
    if (typeof found === 'string') return undefined
    if (shows(found)) return found
    throw new Error(
      `Solver and evaluation disagree on ${found.map((one) => JSON.stringify(one)).join(' → ')}`,
    )
  }

  const simplest = (goal: Formula, [first]: readonly Stated[], shows: Shows): Promise<Stated> =>
    smallest(terms, definition, bench, goal, first as Stated, shows)

  const example = (patient: Stated): Example => exampleOf(definition.facts, patient)

  const spoken = async ({ premise, alsoPossible }: Question): Promise<Answer> => {
    const first = await bench.canBe(1, premise)
    return first !== 'somebody' || alsoPossible === undefined
      ? first
      : await bench.canBe(1, alsoPossible)
  }

  const settle = async (claim: PlainClaim): Promise<Settled> => {
    const asked = question(terms, space, claim)
    if (asked === undefined) {
      const faults = dataFaults(definition, claim)
      return faults.length === 0 ? { verdict: 'proved' } : { verdict: 'refuted', faults }
    }
    const { premise, broken } = evaluated(definition, claim)
    const breaks = terms.And(asked.premise, asked.broken)
    const answer = await bench.canBe(asked.states, breaks)
    if (answer === 'gave up') return { verdict: 'unknown' }
    if (answer === 'somebody') {
      const found = checked(await bench.find(asked.states, breaks), broken)
      if (found === undefined) return { verdict: 'unknown' }
      const counterexample =
        asked.states === 1
          ? [await simplest(breaks, found, broken)]
          : smaller(definition, found, broken)
      return { verdict: 'refuted', counterexample: counterexample.map(example) }
    }
    const speaks = await spoken(asked)
    if (speaks === 'gave up') return { verdict: 'unknown' }
    if (speaks === 'nobody') return { verdict: 'vacuous' }
    const spokenOf = checked(await bench.find(1, asked.premise), premise)
    if (spokenOf === undefined) return { verdict: 'unknown' }
    return {
      verdict: 'proved',
      witness: async () => example(await simplest(asked.premise, spokenOf, premise)),
    }
  }

  const firstBroken = async (claims: readonly PlainClaim[]): Promise<number | undefined> => {
    const onData = claims.findIndex((claim) => dataFaults(definition, claim).length > 0)
    if (onData !== -1) return onData
    const goals = claims.flatMap((claim, place) => {
      const asked = question(terms, space, claim)
      if (asked === undefined) return []
      return [{ place, states: asked.states, goal: terms.And(asked.premise, asked.broken) }]
    })
    for (const states of [1, 2] as const) {
      const own = goals.filter((one) => one.states === states)
      const found = await bench.oneOf(
        states,
        own.map(({ goal }) => goal),
      )
      if (found === 'gave up') throw new Error('The solver gave up: it was given a minute.')
      if (found !== 'nobody') return own[found]?.place
    }
    return undefined
  }

  const has = (condition: Condition, truth: Truth): Formula => {
    const { yes, no } = space.now.truths(condition)
    if (truth === 'unknown') return terms.And(terms.Not(yes), terms.Not(no))
    return truth === 'true' ? yes : no
  }

  return {
    terms,
    definition,
    patient: space.now,
    settle,
    firstBroken,
    speaks: async (claim) => {
      const asked = question(terms, space, claim)
      return asked === undefined ? 'somebody' : await spoken(asked)
    },
    find: async (condition, truth, shows) => {
      const goal = has(condition, truth)
      const found = checked(await bench.find(1, goal), shows)
      return found === undefined ? undefined : await simplest(goal, found, shows)
    },
    isPossible: async (condition, truth) => decided(await bench.canBe(1, has(condition, truth))),
    canBe: async (goal) => decided(await bench.canBe(1, goal)),
    against: (changed) =>
      changed.facts === definition.facts && changed.implications === definition.implications
        ? proverOf(terms, changed, bench)
        : proverOf(terms, changed),
  }
}
