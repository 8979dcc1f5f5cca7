import type { Definition } from '../logic/definition.ts'
import type { Fact, QuantityFact } from '../logic/fact.ts'
import type { Incomparable } from './diff-result.ts'

/** A fact as both versions can take it: what one of them refuses is in neither. */
const merged = (one: Fact, other: Fact): Fact | string => {
  if (one.kind !== other.kind) return `is a ${one.kind} before, and a ${other.kind} after`
  if (one.kind === 'presence') {
    const assumed = one.absent === 'assumed-no' || other.absent === 'assumed-no'
    return { ...other, absent: assumed ? 'assumed-no' : 'ask' } as Fact
  }
  const before = one
  const after = other as QuantityFact
  if (before.unit !== after.unit) return `is in ${before.unit} before, and in ${after.unit} after`
  const { ownLimit, ...rest } = after
  const possible = [
    Math.max(before.possible[0], after.possible[0]),
    Math.min(before.possible[1], after.possible[1]),
  ] as const
  if (possible[0] >= possible[1]) return 'has no value that is possible both before and after'
  return {
    ...rest,
    possible,
    ...(ownLimit === true && before.ownLimit === true ? { ownLimit } : {}),
  }
}

/**
 * One guideline with the facts of both versions, of which any patient of either can be stated. Its
 * statements are those of both, for their limits; its implications are none.
 */
export const unionOf = (before: Definition, after: Definition): Definition | Incomparable => {
  const problems: { fact: string; message: string }[] = []
  const shared = after.facts.map((fact) => {
    const old = before.facts.find(({ id }) => id === fact.id)
    const made = old === undefined ? fact : merged(old, fact)
    if (typeof made !== 'string') return made
    problems.push({ fact: fact.id, message: made })
    return fact
  })
  if (problems.length > 0) return { problems }
  const gone = before.facts.filter(({ id }) => !after.facts.some((fact) => fact.id === id))
  return {
    ...after,
    facts: [...shared, ...gone],
    implications: [],
    statements: [...before.statements, ...after.statements],
  }
}
