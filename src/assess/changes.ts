import type { Definition } from '../logic/definition.ts'
import type { Interval } from '../logic/interval.ts'
import { exactly, exactValue } from '../logic/interval.ts'
import type { QuantityFact } from '../logic/fact.ts'
import type { Truth } from '../logic/truth.ts'
import { evaluatorOf } from './evaluator.ts'
import type { TryOut } from './evaluator.ts'
import type { Picture } from './picture.ts'

/** The nearest value of a known quantity, up or down, at which the plan becomes another. */
export interface Change {
  readonly fact: string
  readonly at: number
  /** How the value must stand to `at` for the change: `<=` at it already, `<` only below it. */
  readonly when: '<' | '<=' | '>' | '>='
  /** Statements that would come to hold. */
  readonly becomes: readonly string[]
  /** Statements that would no longer hold. */
  readonly ceases: readonly string[]
}

type Try = readonly [at: number, when: Change['when']]

/** From the nearest cut outwards: first reaching it, then passing it. */
const tries = (
  cuts: readonly number[],
  value: number,
  reached: Change['when'],
  passed: Change['when'],
): readonly Try[] =>
  cuts.flatMap((at): Try[] =>
    at === value
      ? [[at, passed]]
      : [
          [at, reached],
          [at, passed],
        ],
  )

/** For every quantity known exactly, the nearest change below and above; each was tried, not derived. */
export const changesOf = (
  definition: Definition,
  patient: Picture,
  truths: readonly Truth[],
  tryOut: TryOut,
): readonly Change[] => {
  const { limits } = evaluatorOf(definition)

  const attempt = (
    fact: QuantityFact,
    finding: Interval,
    at: number,
    when: Change['when'],
  ): Change | undefined => {
    const past = when === '<' ? -fact.resolution : when === '>' ? fact.resolution : 0
    const value = past === 0 ? at : Number((at + past).toFixed(6))
    if (value < fact.possible[0] || value > fact.possible[1]) return undefined
    const then = tryOut(fact, { ...finding, ...exactly(value) })
    if (then === undefined) return undefined
    if (then.every((truth, index) => (truth === 'true') === (truths[index] === 'true'))) {
      return undefined
    }
    const ids = (from: readonly Truth[], to: readonly Truth[]): string[] =>
      definition.statements
        .filter((_statement, index) => from[index] !== 'true' && to[index] === 'true')
        .map(({ id }) => id)
    return { fact: fact.id, at, when, becomes: ids(truths, then), ceases: ids(then, truths) }
  }

  const first = (
    fact: QuantityFact,
    finding: Interval,
    ways: readonly Try[],
  ): readonly Change[] => {
    for (const [at, when] of ways) {
      const change = attempt(fact, finding, at, when)
      if (change !== undefined) return [change]
    }
    return []
  }

  return definition.facts.flatMap((fact) => {
    const finding = patient.ground[fact.id]
    if (fact.kind !== 'quantity' || typeof finding !== 'object') return []
    const value = exactValue(finding)
    if (value === undefined) return []
    const own = finding.lowerLimit
    const cuts = [...(limits.get(fact.id) ?? []), ...(own === undefined ? [] : [own])].sort(
      (one, other) => one - other,
    )
    const below = cuts.filter((cut) => cut <= value).reverse()
    const above = cuts.filter((cut) => cut >= value)
    return [
      ...first(fact, finding, tries(below, value, '<=', '<')),
      ...first(fact, finding, tries(above, value, '>=', '>')),
    ]
  })
}
