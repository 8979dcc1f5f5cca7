import type { Arith, Bool, Context } from 'z3-solver'

/** The solver's term maker. */
export type Terms = Context
/** A formula that is true or false of a patient. */
export type Formula = Bool
/** A real number that depends on a patient. */
export type Real = Arith

/**
 * Lends a fresh solver to a piece of work, and ends the solver's threads after it. The solver is
 * loaded here and only here: it is large, and a thread left behind would keep the process alive.
 */
export const withSolver = async <T>(work: (terms: Terms) => Promise<T>): Promise<T> => {
  const { init } = await import('z3-solver')
  const api = await init()
  try {
    return await work(new api.Context('main'))
  } finally {
    const { PThread: threads } = api.em as { readonly PThread: Threads }
    // A thread that has answered takes a moment to say that it is done; cut short, it complains.
    for (let wait = 0; wait < 50 && threads.runningWorkers.length > 0; wait++) {
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
    threads.terminateAllThreads()
  }
}

interface Threads {
  readonly runningWorkers: readonly unknown[]
  readonly terminateAllThreads: () => void
}

/** All of them; true of none. */
export const every = (terms: Terms, of: readonly Formula[]): Formula => {
  const [first, second] = of
  if (first === undefined) return terms.Bool.val(true)
  return second === undefined ? first : terms.And(...of)
}

/** At least one of them; false of none. */
export const some = (terms: Terms, of: readonly Formula[]): Formula => {
  const [first, second] = of
  if (first === undefined) return terms.Bool.val(false)
  return second === undefined ? first : terms.Or(...of)
}

/** A number as the solver takes it: exactly the decimal that a reader sees. */
export const real = (terms: Terms, value: number): Real => {
  const [digits = '0', exponent] = String(value).split('e')
  if (exponent === undefined) return terms.Real.val(digits)
  const [whole = '0', fraction = ''] = digits.split('.')
  const power = Number(exponent) - fraction.length
  const zeros = '0'.repeat(Math.abs(power))
  return terms.Real.val(power < 0 ? `${whole}${fraction}/1${zeros}` : `${whole}${fraction}${zeros}`)
}
