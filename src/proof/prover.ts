import type { Solver } from 'z3-solver'
import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Truth } from '../logic/truth.ts'
import { factsJson, readModel } from './concrete.ts'
import type { Stated } from './concrete.ts'
import { dataFaults } from './data.ts'
import { evaluated } from './evaluated.ts'
import type { Shows } from './evaluated.ts'
import type { AnyPatient } from './patient.ts'
import { question, spaceOf } from './question.ts'
import type { Question, Space } from './question.ts'
import type { PlainClaim } from './restate.ts'
import type { Example, Verdict } from './result.ts'
import type { Formula, Terms } from './session.ts'
import { every } from './session.ts'
import { smaller } from './smaller.ts'
import { patientWords } from './words.ts'

/** How one claim came out. */
export interface Settled {
  readonly verdict: Verdict
  /** A patient of whom the claim speaks: one, or what is known now and later. */
  readonly witness?: readonly Example[]
  readonly counterexample?: readonly Example[]
  readonly faults?: readonly string[]
}

/** Settles claims on one definition; what two claims share is built and solved once. */
export interface Prover {
  readonly settle: (claim: PlainClaim) => Promise<Settled>
  /** The verdict alone: no patient is looked for. */
  readonly judge: (claim: PlainClaim) => Promise<Verdict>
  /** A patient for whom a condition has a truth, made simple as far as it still shows; or none. */
  readonly find: (condition: Condition, truth: Truth, shows: Shows) => Promise<Example | undefined>
  /** Whether a condition has a truth for some patient. */
  readonly isPossible: (condition: Condition, truth: Truth) => Promise<boolean>
  /** Whether a formula is true of some patient. */
  readonly canBe: (goal: Formula) => Promise<boolean>
  readonly terms: Terms
  readonly definition: Definition
  /** Any patient, as formulas. Provers of one solver speak of the same patient. */
  readonly patient: AnyPatient
  /** The same solver, held against a definition that was changed. */
  readonly against: (changed: Definition) => Prover
}

type Found = readonly Stated[] | 'nobody' | 'unknown'

interface Bench {
  readonly space: Space
  readonly solvers: readonly [Solver, Solver]
  /** Answers by formula; the formulas are kept so that their numbers stay theirs. */
  readonly answers: Map<number, { readonly goal: Formula; readonly possible: boolean }>
}

/** Solving one claim takes milliseconds; a minute means that it will not be solved. */
const timeoutMs = 60_000

const benchOf = (terms: Terms, definition: Definition): Bench => {
  const space = spaceOf(terms, definition)
  const solver = (base: Formula): Solver => {
    const made = new terms.Solver()
    made.set('timeout', timeoutMs)
    made.add(base)
    return made
  }
  return {
    space,
    solvers: [solver(space.now.possible), solver(space.learning)],
    answers: new Map(),
  }
}

/** Makes a prover for a definition. */
export const proverOf = (
  terms: Terms,
  definition: Definition,
  bench: Bench = benchOf(terms, definition),
): Prover => {
  const { space } = bench

  const search = async (states: 1 | 2, goal: Formula): Promise<Found> => {
    const solver = bench.solvers[states - 1] as Solver
    const patients = states === 1 ? [space.now] : [space.now, space.later]
    solver.push()
    try {
      solver.add(goal)
      const answer = await solver.check()
      if (answer !== 'sat') return answer === 'unsat' ? 'nobody' : 'unknown'
      return patients.map((patient) => readModel(terms, solver.model(), patient))
    } finally {
      solver.pop()
    }
  }

  /** A patient who can be written as facts JSON, where there is one. */
  const searchWritable = async (states: 1 | 2, goal: Formula): Promise<Found> => {
    const writable = [space.now.writable, ...(states === 2 ? [space.later.writable] : [])]
    const found = await search(states, every(terms, [goal, ...writable]))
    return found === 'nobody' ? await search(states, goal) : found
  }

  const possible = async (states: 1 | 2, goal: Formula): Promise<boolean> => {
    const answered = bench.answers.get(goal.id())
    if (answered !== undefined) return answered.possible
    const found = await search(states, goal)
    if (found === 'unknown') throw new Error('The solver gave up')
    bench.answers.set(goal.id(), { goal, possible: found !== 'nobody' })
    return found !== 'nobody'
  }

  const examples = (found: Found, shows: Shows): readonly Example[] | undefined => {
    if (typeof found === 'string') return undefined
    if (!shows(found)) {
      throw new Error(
        `Solver and evaluation disagree on ${found.map((one) => JSON.stringify(one)).join(' → ')}`,
      )
    }
    return smaller(definition, found, shows).map((patient) => ({
      words: patientWords(definition.facts, patient),
      facts: factsJson(definition.facts, patient),
    }))
  }

  const verdictOf = async ({
    states,
    premise,
    broken,
    alsoPossible,
  }: Question): Promise<Verdict> => {
    if (await possible(states, terms.And(premise, broken))) return 'refuted'
    const speaks =
      (await possible(1, premise)) &&
      (alsoPossible === undefined || (await possible(1, alsoPossible)))
    return speaks ? 'proved' : 'vacuous'
  }

  const onData = (claim: PlainClaim): Settled | undefined => {
    if (claim.op !== 'only' && claim.op !== 'unnamed') return undefined
    const faults = dataFaults(definition, claim)
    return faults.length === 0 ? { verdict: 'proved' } : { verdict: 'refuted', faults }
  }

  const judge = async (claim: PlainClaim): Promise<Verdict> => {
    const asked = question(terms, space, claim)
    return asked === undefined ? (onData(claim)?.verdict ?? 'unknown') : await verdictOf(asked)
  }

  const settle = async (claim: PlainClaim): Promise<Settled> => {
    const asked = question(terms, space, claim)
    if (asked === undefined) return onData(claim) ?? { verdict: 'unknown' }
    const verdict = await verdictOf(asked)
    const { premise, broken } = evaluated(definition, claim)
    if (verdict === 'refuted') {
      const goal = terms.And(asked.premise, asked.broken)
      const counterexample = examples(await searchWritable(asked.states, goal), broken)
      return { verdict, ...(counterexample === undefined ? {} : { counterexample }) }
    }
    if (verdict !== 'proved') return { verdict }
    const witness = examples(await searchWritable(1, asked.premise), premise)
    return { verdict, ...(witness === undefined ? {} : { witness }) }
  }

  const has = (condition: Condition, truth: Truth): Formula => {
    const { yes, no } = space.now.truths(condition)
    if (truth === 'unknown') return terms.And(terms.Not(yes), terms.Not(no))
    return truth === 'true' ? yes : no
  }

  return {
    settle,
    judge,
    find: async (condition, truth, shows) =>
      examples(await searchWritable(1, has(condition, truth)), shows)?.[0],
    isPossible: (condition, truth) => possible(1, has(condition, truth)),
    canBe: (goal) => possible(1, goal),
    terms,
    definition,
    patient: space.now,
    against: (changed) =>
      changed.facts === definition.facts && changed.implications === definition.implications
        ? proverOf(terms, changed, bench)
        : proverOf(terms, changed),
  }
}
