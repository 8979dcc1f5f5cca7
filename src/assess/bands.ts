import { fold } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, Findings, QuantityFact } from '../logic/fact.ts'
import { exactly } from '../logic/interval.ts'
import { applies } from '../logic/statement.ts'

/** The limits that a definition's own conditions set for each quantity, rising, by fact id. */
export const limitsOf = (definition: Definition): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, Set<number>>()
  const nothing = (): void => undefined
  const conditions = [
    ...definition.statements.map(applies),
    ...definition.implications.map(({ when }) => when),
  ]
  for (const condition of conditions) {
    fold<void>(condition, {
      is: nothing,
      compare: (fact, _by, limit) => {
        const limits = found.get(fact.id) ?? new Set<number>()
        found.set(fact.id, limits.add(limit.value))
      },
      known: nothing,
      all: nothing,
      any: nothing,
      not: nothing,
    })
  }
  return new Map(
    [...found].map(([id, limits]) => [id, [...limits].sort((one, other) => one - other)]),
  )
}

/** One exact value for every limit and for every band that the limits cut a quantity into. */
const representatives = (fact: QuantityFact, limits: readonly number[]): readonly number[] => {
  const [least, most] = fact.possible
  const ends = [least, ...limits, most]
  const between = ends.slice(1).flatMap((end, index) => {
    const start = ends[index] as number
    return start < end ? [(start + end) / 2] : []
  })
  return [...new Set([...limits, ...between])].sort((one, other) => one - other)
}

/** What a fact might turn out to be: present or absent, or one value of every band. */
export const candidates = (
  fact: Fact,
  limits: ReadonlyMap<string, readonly number[]>,
  findings: Findings,
): readonly Finding[] => {
  if (fact.kind === 'presence') return ['true', 'false']
  const finding = findings[fact.id]
  const values = representatives(fact, limits.get(fact.id) ?? [])
  if (typeof finding !== 'object') return values.map(exactly)
  return values
    .filter((value) => value >= finding.low && value <= finding.high)
    .map((value) => ({ ...exactly(value), ...lowerLimitOf(finding) }))
}

const lowerLimitOf = (finding: { readonly lowerLimit?: number }): { lowerLimit?: number } =>
  finding.lowerLimit === undefined ? {} : { lowerLimit: finding.lowerLimit }
