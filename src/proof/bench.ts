import type { Solver } from 'z3-solver'
import type { Definition } from '../logic/definition.ts'
import { readModel } from './concrete.ts'
import type { Stated } from './concrete.ts'
import { spaceOf } from './question.ts'
import type { Space } from './question.ts'
import { every, some } from './session.ts'
import type { Formula, Terms } from './session.ts'

/** One patient, or what is known of one now and later. */
export type States = 1 | 2

/** Patients of whom a formula is true, or that there are none, or that the solver gave up. */
export type Found = readonly Stated[] | 'nobody' | 'gave up'

/** Whether a formula is true of anybody. */
export type Answer = 'somebody' | 'nobody' | 'gave up'

/** A solver that is asked about any patient of a definition, and remembers what it answered. */
export interface Bench {
  readonly space: Space
  readonly canBe: (states: States, goal: Formula) => Promise<Answer>
  /** The first goals that one patient meets, found together: of none, when each is met by nobody. */
  readonly oneOf: (
    states: States,
    goals: readonly Formula[],
  ) => Promise<number | 'nobody' | 'gave up'>
  /** A patient, written as facts JSON where one can be. */
  readonly find: (states: States, goal: Formula) => Promise<Found>
}

/** Solving takes milliseconds; a minute means that it will not be solved. */
const timeoutMs = 60_000

/** Makes a solver ready for a definition. */
export const benchOf = (terms: Terms, definition: Definition): Bench => {
  const space = spaceOf(terms, definition)
  const solverOn = (base: Formula): Solver => {
    const made = new terms.Solver()
    made.set('timeout', timeoutMs)
    made.add(base)
    return made
  }
  const solvers = [solverOn(space.now.possible), solverOn(space.learning)] as const
  /** Answers by the number of a formula; the formula is kept so that its number stays its own. */
  const answers = new Map<string, { readonly goal: Formula; readonly answer: Answer }>()
  const patientsFor = new Map<string, { readonly goal: Formula; readonly found: Found }>()

  const key = (states: States, goal: Formula): string => `${String(states)} ${String(goal.id())}`
  const remember = (states: States, goal: Formula, answer: Answer): Answer => {
    answers.set(key(states, goal), { goal, answer })
    return answer
  }

  /** Asks the solver; what was found is read while the solver still holds it. */
  const ask = async <T>(
    states: States,
    goal: Formula,
    read: (solver: Solver) => T,
  ): Promise<T | 'nobody' | 'gave up'> => {
    const solver = solvers[states - 1] as Solver
    solver.push()
    try {
      solver.add(goal)
      const answer = await solver.check()
      return answer === 'sat' ? read(solver) : answer === 'unsat' ? 'nobody' : 'gave up'
    } finally {
      solver.pop()
    }
  }

  const patients = (states: States): readonly Space['now'][] =>
    states === 1 ? [space.now] : [space.now, space.later]
  const readPatients =
    (states: States) =>
    (solver: Solver): readonly Stated[] =>
      patients(states).map((patient) => readModel(terms, solver.model(), patient))

  return {
    space,
    canBe: async (states, goal) =>
      answers.get(key(states, goal))?.answer ??
      remember(states, goal, await ask<Answer>(states, goal, () => 'somebody')),
    oneOf: async (states, goals) => {
      const open = goals
        .map((goal, index) => ({ goal, index }))
        .filter(({ goal }) => answers.get(key(states, goal))?.answer !== 'nobody')
      if (open.length === 0) return 'nobody'
      const any = some(
        terms,
        open.map(({ goal }) => goal),
      )
      const found = await ask(states, any, (solver) => {
        const model = solver.model()
        return open.find(({ goal }) => terms.isTrue(model.eval(goal, true)))?.index ?? 'gave up'
      })
      if (found === 'nobody') for (const { goal } of open) remember(states, goal, found)
      return found
    },
    find: async (states, goal) => {
      const known = patientsFor.get(key(states, goal))
      if (known !== undefined) return known.found
      const writable = patients(states).map((patient) => patient.writable)
      const found = await ask(states, every(terms, [goal, ...writable]), readPatients(states))
      const any = found === 'nobody' ? await ask(states, goal, readPatients(states)) : found
      patientsFor.set(key(states, goal), { goal, found: any })
      return any
    },
  }
}
