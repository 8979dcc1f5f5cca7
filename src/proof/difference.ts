import type { Truths } from './encode.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import type { AnyPatient } from './patient.ts'
import { partsOf } from './parts.ts'
import type { StatementPart } from './parts.ts'
import type { Prover } from './prover.ts'
import { byId } from './restate.ts'
import { some } from './session.ts'
import type { Formula, Terms } from './session.ts'

/** A statement as one of two guidelines has it, with the patient as that guideline sees one. */
export interface Seen {
  readonly statement: Statement
  readonly patient: AnyPatient
}

/** Where a statement holds in one guideline and not in the other. */
const holdsDiffer = (terms: Terms, one: Seen, other: Seen): Formula =>
  terms.Not(terms.Iff(holds(one).yes, holds(other).yes))

const holds = ({ statement, patient }: Seen): Truths => patient.truths(applies(statement))

const partCalled = (statement: Statement, words: string): StatementPart | undefined =>
  partsOf(statement).find((part) => part.words === words)

/** Where the statement holds and a part of what it tells is told. */
export const isTold = (terms: Terms, { statement, patient }: Seen, words: string): Formula => {
  const part = partCalled(statement, words)
  if (part === undefined) return terms.Bool.val(false)
  return terms.And(
    patient.truths(applies(statement)).yes,
    terms.Not(patient.truths(part.condition).no),
  )
}

/** Where a statement advises differently in two guidelines: whether it holds, or what it tells. */
export const adviceDiffers = (terms: Terms, one: Seen, other: Seen): Formula => {
  const parts = [one, other].flatMap(({ statement }) => partsOf(statement))
  return some(terms, [
    holdsDiffer(terms, one, other),
    ...[...new Set(parts.map(({ words }) => words))].map((words) =>
      terms.Not(terms.Iff(isTold(terms, one, words), isTold(terms, other, words))),
    ),
  ])
}

/** Where a statement that does not hold is decided in one guideline and open in the other. */
const opennessDiffers = (terms: Terms, one: Seen, other: Seen): Formula =>
  terms.Not(terms.Iff(holds(one).no, holds(other).no))

/** What a change to a guideline does to its answers, at the most. */
export type Effect =
  /** Every answer stays the same for every patient. */
  | 'none'
  /** Every statement holds, and tells the same, for the same patients; some answers that were open are decided, or the other way. */
  | 'open answers only'
  /** Some patient is advised differently, or is refused for facts that contradict each other. */
  | 'advice'

/**
 * What changes between two guidelines with the same facts. Where one statement lost something, no
 * other can differ unless that one does.
 */
export const effectOf = async (
  before: Prover,
  after: Prover,
  changed?: string,
): Promise<Effect> => {
  const { terms } = before
  if (await after.canBe(terms.Not(before.patient.possible))) return 'advice'
  const statements = byId(after.definition)
  const own = before.definition.statements.filter(({ id }) => id === changed)
  const anywhere = (differs: typeof adviceDiffers): Formula =>
    some(
      terms,
      (own.length > 0 ? own : before.definition.statements).map((statement) => {
        const now = statements.get(statement.id)
        if (now === undefined) return terms.Bool.val(true)
        const one = { statement, patient: before.patient }
        return differs(terms, one, { statement: now, patient: after.patient })
      }),
    )
  if (await before.canBe(anywhere(adviceDiffers))) return 'advice'
  return (await before.canBe(anywhere(opennessDiffers))) ? 'open answers only' : 'none'
}
