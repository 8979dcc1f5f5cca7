import { guideline } from '../../../guideline/index.ts'
import { notComputable } from '../../../guideline/ledger.ts'
import { promises } from '../../../guideline/promises.ts'
import { readings } from '../../../guideline/readings.ts'
import { source } from '../../../guideline/source.ts'
import { factsOf } from '../../../logic/condition.ts'
import type { Condition } from '../../../logic/condition.ts'
import type { Claim, SafetyPromise } from '../../../logic/promise.ts'
import { applies } from '../../../logic/statement.ts'
import type { Statement } from '../../../logic/statement.ts'

/** One number of the source or of a reading, and everything that carries it out. */
export interface LedgerRow {
  readonly number: string
  readonly says: string
  readonly statements: readonly Statement[]
  readonly inputs: readonly string[]
  readonly promises: readonly SafetyPromise[]
  /** Readings that settle what this number of the source leaves open. */
  readonly readBy: readonly string[]
  readonly status: 'covered' | 'read' | 'none'
  /** Why no statement carries it out. */
  readonly reason?: string
}

const ids = new Set(guideline.statements.map(({ id }) => id))

/** The statements that a condition names, those that defeat them left out. */
const namedIn = (condition: Condition): readonly string[] => {
  switch (condition.op) {
    case 'is':
    case 'compare':
    case 'known':
      return []
    case 'not':
      return namedIn(condition.of)
    case 'all':
    case 'any':
      return condition.name !== undefined && ids.has(condition.name)
        ? [condition.name]
        : condition.of.flatMap(namedIn)
  }
}

const concernedBy = (claim: Claim): readonly string[] => {
  switch (claim.op) {
    case 'always':
    case 'never':
    case 'open':
      return [...namedIn(claim.when), ...namedIn(claim.then)]
    case 'stays':
    case 'varies':
      return namedIn(claim.of)
    case 'told':
    case 'untold':
    case 'next-dose':
      return [claim.of.id]
    case 'only':
      return claim.of.map(({ id }) => id)
    case 'unnamed':
      return []
  }
}

/** The statements that a promise speaks of, in the order of the pathway. */
export const concerned = ({ claims }: SafetyPromise): readonly string[] => {
  const found = new Set(claims.flatMap(concernedBy))
  return guideline.statements.map(({ id }) => id).filter((id) => found.has(id))
}

const about: ReadonlyMap<SafetyPromise, ReadonlySet<string>> = new Map(
  promises.map((promise) => [promise, new Set(concerned(promise))]),
)

const rowOf = (number: string, says: string): LedgerRow => {
  const statements = guideline.statements.filter(({ implements: carried }) =>
    (carried as readonly string[]).includes(number),
  )
  const inputs = new Set(
    statements.flatMap((statement) => factsOf(applies(statement)).map(({ id }) => id)),
  )
  const readBy = Object.entries(readings).flatMap(([reading, { question }]) =>
    question.includes(number) ? [reading] : [],
  )
  const reason = (notComputable as Readonly<Record<string, string | undefined>>)[number]
  return {
    number,
    says,
    statements,
    inputs: [...inputs],
    promises: promises.filter((promise) =>
      statements.some(({ id }) => about.get(promise)?.has(id) === true),
    ),
    readBy,
    status: statements.length === 0 ? 'none' : readBy.length > 0 ? 'read' : 'covered',
    ...(reason === undefined ? {} : { reason }),
  }
}

/** Every number of the source and every reading, in order. */
export const ledger: readonly LedgerRow[] = [
  ...Object.entries(source).map(([number, { says }]) => rowOf(number, says)),
  ...Object.entries(readings).map(([number, { question, reading }]) =>
    rowOf(number, `${question} ${reading}`),
  ),
]
