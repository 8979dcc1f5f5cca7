import { factsOf } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { SafetyPromise } from '../logic/promise.ts'
import { claimWords, conditionsOf } from './claim.ts'
import { proverOf } from './prover.ts'
import type { Prover, Settled } from './prover.ts'
import { restate } from './restate.ts'
import type { PlainClaim } from './restate.ts'
import type { Example, ProofReport, PromiseResult, Verdict } from './result.ts'
import { withSolver } from './session.ts'
import { survey } from './survey.ts'

/** What to prove: everything, or the promises of these ids or numbers. */
export interface ProveOptions {
  readonly only?: readonly string[]
  /** Leave out what is found beside the promises: dead and redundant parts, examples, silence. */
  readonly survey?: boolean
}

/** Holds promises against every patient that a definition can describe. */
export const prove = async (
  definition: Definition,
  promises: readonly SafetyPromise[],
  options: ProveOptions = {},
): Promise<ProofReport> =>
  withSolver(async (terms) => {
    const began = performance.now()
    const prover = proverOf(terms, definition)
    const results: PromiseResult[] = []
    for (const promise of promises.filter((one) => isWanted(one, options.only))) {
      results.push(await keep(prover, definition, promise))
    }
    const surveyed = options.survey === false ? undefined : await survey(prover, definition)
    return {
      guideline: { id: definition.id, version: definition.version },
      proved: results.every(({ verdict }) => verdict === 'proved'),
      promises: results,
      ...(surveyed === undefined ? {} : { survey: surveyed }),
      ms: Math.round(performance.now() - began),
    }
  })

const isWanted = ({ id }: SafetyPromise, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => id === wanted || id.split('-')[0] === wanted)

const worst: readonly Verdict[] = ['refuted', 'unknown', 'vacuous', 'proved']

const keep = async (
  prover: Prover,
  definition: Definition,
  promise: SafetyPromise,
): Promise<PromiseResult> => {
  const began = performance.now()
  const claims = promise.claims.map(restate(definition))
  const settled: Settled[] = []
  for (const claim of claims) settled.push(await prover.settle(claim))
  const verdict = worst.find((one) => settled.some((claim) => claim.verdict === one)) ?? 'vacuous'
  const witness = settled.find((claim) => claim.witness !== undefined)?.witness?.()
  const counterexample = settled.find((claim) => claim.counterexample !== undefined)?.counterexample
  return {
    promise: { id: promise.id, title: promise.title, why: promise.why },
    verdict,
    covered: covered(definition, claims),
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

const faultsOf = (
  claim: PlainClaim,
  { verdict, faults, counterexample }: Settled,
): readonly string[] => {
  if (verdict === 'proved') return []
  if (faults !== undefined) return faults
  const said = `${verdict}: ${claimWords(claim)}`
  const patients = (counterexample ?? []).map(({ words }) => words).join(' → later: ')
  return [patients === '' ? said : `${said}. Patient: ${patients}`]
}

const covered = (definition: Definition, claims: readonly PlainClaim[]): string => {
  const bearing = new Set(claims.flatMap(conditionsOf).flatMap(factsOf))
  const count = (number: number, one: string): string =>
    `${String(number)} ${one}${number === 1 ? '' : 's'}`
  const onData = claims.filter(({ op }) => op === 'only' || op === 'unnamed').length
  const quantities = [...bearing].filter(({ kind }) => kind === 'quantity').length
  const states = claims.some(({ op }) => op === 'stays') ? ', now and with anything more known' : ''
  const facts =
    bearing.size === 0
      ? []
      : [
          `${count(bearing.size, 'fact')} bear on it: ${String(quantities)} quantities at every value, bound and range, ${String(bearing.size - quantities)} presences at yes, no and unknown${states}; the other ${String(definition.facts.length - bearing.size)} facts do not matter`,
        ]
  const data =
    onData === 0
      ? []
      : [`${count(onData, 'claim')} read in ${count(definition.statements.length, 'statement')}`]
  return [count(claims.length, 'claim'), ...facts, ...data].join('; ')
}
