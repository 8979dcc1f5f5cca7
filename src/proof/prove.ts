import { factsOf } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { SafetyPromise, Together } from '../logic/promise.ts'
import { claimWords, conditionsOf } from './claim.ts'
import { proverOf } from './prover.ts'
import type { Prover, Settled } from './prover.ts'
import { restate } from './restate.ts'
import type { PlainClaim } from './restate.ts'
import type { Covered, Example, ProofReport, PromiseResult, Verdict } from './result.ts'
import { withSolver } from './session.ts'
import type { Terms } from './session.ts'
import { survey } from './survey.ts'
import type { Progress } from './survey.ts'

/** What to prove: everything, or the promises of these ids or numbers. */
export interface ProveOptions {
  readonly only?: readonly string[]
  /** Leave out what is found beside the promises: idle parts, examples, silence. */
  readonly survey?: boolean
  /** Pairs of statements that might be taken for a contradiction, to be shown with an example. */
  readonly together?: readonly Together[]
  readonly progress?: Progress
}

/** Holds promises against every patient that a definition can describe. */
export const prove = (
  definition: Definition,
  promises: readonly SafetyPromise[],
  options: ProveOptions = {},
): Promise<ProofReport> => withSolver((terms) => proveWith(terms, definition, promises, options))

/** The same with a solver that is at hand. */
export const proveWith = async (
  terms: Terms,
  definition: Definition,
  promises: readonly SafetyPromise[],
  options: ProveOptions = {},
): Promise<ProofReport> => {
  const began = performance.now()
  const { only, together = [], progress = () => undefined } = options
  const prover = proverOf(terms, definition)
  const results: PromiseResult[] = []
  for (const promise of promises.filter((one) => isWanted(one, only))) {
    results.push(await keep(prover, promise))
    progress(`promise ${promise.id}`)
  }
  const surveyed = options.survey === false ? undefined : await survey(prover, together, progress)
  const { id, version, title, facts, statements } = definition
  return {
    guideline: { id, version, title, facts: facts.length, statements: statements.length },
    proved: results.every(({ verdict }) => verdict === 'proved'),
    promises: results,
    ...(surveyed === undefined ? {} : { survey: surveyed }),
    ms: Math.round(performance.now() - began),
  }
}

/** Whether a promise is meant by a list of ids or numbers; no list means every promise. */
export const isWanted = ({ id }: SafetyPromise, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => id === wanted || id.split('-')[0] === wanted)

const worst: readonly Verdict[] = ['refuted', 'unknown', 'vacuous', 'proved']

const keep = async (prover: Prover, promise: SafetyPromise): Promise<PromiseResult> => {
  const began = performance.now()
  const { id, title, why, further = false } = promise
  const claims = promise.claims.map(restate(prover.definition))
  const settled: Settled[] = []
  for (const claim of claims) settled.push(await prover.settle(claim))
  const verdict = worst.find((one) => settled.some((claim) => claim.verdict === one)) ?? 'vacuous'
  const witness = await settled.find((claim) => claim.witness !== undefined)?.witness?.()
  const counterexample = settled.find((claim) => claim.counterexample !== undefined)?.counterexample
  return {
    promise: { id, title, why, further },
    verdict,
    covered: covered(prover.definition, claims),
    ...(witness === undefined ? {} : { witness }),
    ...(counterexample === undefined ? {} : { counterexample: paired(counterexample) }),
    faults: settled.flatMap((claim, index) => faultsOf(claims[index] as PlainClaim, claim)),
    ms: Math.round(performance.now() - began),
  }
}

const paired = ([now, later]: readonly Example[]): Example & { readonly later?: Example } => ({
  ...(now as Example),
  ...(later === undefined ? {} : { later }),
})

const faultWords: Readonly<Record<Exclude<Verdict, 'proved'>, string>> = {
  refuted: 'Somebody breaks this',
  vacuous: 'This speaks of nobody',
  unknown: 'The solver did not settle this',
}

const faultsOf = (claim: PlainClaim, { verdict, faults }: Settled): readonly string[] =>
  verdict === 'proved' ? [] : (faults ?? [`${faultWords[verdict]}: ${claimWords(claim)}.`])

/** The facts that conditions ask about, and those from which these follow. */
const bearing = (definition: Definition, claims: readonly PlainClaim[]): ReadonlySet<string> => {
  const facts = new Set(
    claims
      .flatMap(conditionsOf)
      .flatMap(factsOf)
      .map(({ id }) => id),
  )
  for (const claim of claims) if (claim.op === 'next-dose') facts.add(claim.bounds.dose.id)
  for (const { when, fact } of [...definition.implications].reverse()) {
    if (facts.has(fact.id)) for (const { id } of factsOf(when)) facts.add(id)
  }
  return facts
}

const covered = (definition: Definition, claims: readonly PlainClaim[]): Covered => {
  const bears = bearing(definition, claims)
  const facts = definition.facts.filter(({ id }) => bears.has(id))
  const quantities = facts.filter(({ kind }) => kind === 'quantity').length
  return {
    claims: claims.length,
    quantities,
    presences: facts.length - quantities,
    others: definition.facts.length - facts.length,
    later: claims.some(({ op }) => op === 'stays'),
    onData: claims.filter(({ op }) => op === 'only' || op === 'unnamed').length,
  }
}
