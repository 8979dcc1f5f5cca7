import type { Definition } from '../logic/definition.ts'
import type { Fact } from '../logic/fact.ts'
import type { Kind, Statement } from '../logic/statement.ts'
import type { Truth } from '../logic/truth.ts'
import { candidates } from './bands.ts'
import { evaluatorOf } from './evaluator.ts'
import type { TryOut } from './evaluator.ts'
import type { Picture } from './picture.ts'

/** A missing fact, and what learning it would decide. */
export interface Ask {
  readonly fact: string
  readonly question: string
  /** Undecided statements that some answer alone would decide, in the pathway's order. */
  readonly decides: readonly string[]
  /** Of those, the ones that some answer would make true. */
  readonly couldHold: readonly string[]
  /** 1 is to be asked first. */
  readonly rank: number
}

/** What it weighs that a statement could turn out to hold: safety before advice before information. */
const weight: Readonly<Record<Kind, number>> = {
  emergency: 64,
  urgent: 32,
  contraindication: 16,
  precaution: 8,
  scope: 8,
  recommendation: 4,
  consider: 2,
  monitoring: 1,
  information: 1,
}

/** Ranks the facts that undecided statements hang on, by trying every band of each. */
export const askFor = (
  definition: Definition,
  patient: Picture,
  truths: readonly Truth[],
  missing: ReadonlySet<Fact>,
  tryOut: TryOut,
): readonly Ask[] => {
  const { limits } = evaluatorOf(definition)
  const ranked = [...missing].map((fact) => {
    const decided = new Set<Statement>()
    const held = new Set<Statement>()
    for (const finding of candidates(fact, limits, patient.ground)) {
      const then = tryOut(fact, finding)
      if (then === undefined) continue
      definition.statements.forEach((statement, index) => {
        if (truths[index] !== 'unknown') return
        if (then[index] !== 'unknown') decided.add(statement)
        if (then[index] === 'true') held.add(statement)
      })
    }
    const worth = [...held].reduce((sum, { kind }) => sum + weight[kind], 0) + decided.size / 64
    const ids = (of: ReadonlySet<Statement>): string[] =>
      definition.statements.filter((statement) => of.has(statement)).map(({ id }) => id)
    return { fact, decides: ids(decided), couldHold: ids(held), worth }
  })
  return ranked
    .sort((one, other) => other.worth - one.worth)
    .map(({ fact, decides, couldHold }, index) => ({
      fact: fact.id,
      question: fact.question,
      decides,
      couldHold,
      rank: index + 1,
    }))
}
