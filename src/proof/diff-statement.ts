import type { Definition } from '../logic/definition.ts'
import { compile } from '../logic/program.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import { evaluate } from '../logic/trace.ts'
import type { Truth } from '../logic/truth.ts'
import { complete } from './concrete.ts'
import type { Stated } from './concrete.ts'
import type { StatementDiff, ToldChange, TruthChange } from './diff-result.ts'
import { statementChanges } from './diff-texts.ts'
import { isTold } from './difference.ts'
import type { Seen } from './difference.ts'
import type { Truths } from './encode.ts'
import { partsOf } from './parts.ts'
import type { Example } from './result.ts'
import type { Formula, Terms } from './session.ts'

const truths: readonly Truth[] = ['true', 'false', 'unknown']

const has = (terms: Terms, { yes, no }: Truths, truth: Truth): Formula =>
  truth === 'unknown' ? terms.And(terms.Not(yes), terms.Not(no)) : truth === 'true' ? yes : no

/** Looks for the simplest patient of whom a goal is true; plain evaluation must agree. */
export type Look = (
  goal: Formula,
  shows: (patient: Stated) => boolean,
) => Promise<Example | undefined>

/** How a statement comes out for a stated patient, by plain evaluation. */
const outcome = (
  definition: Definition,
  statement: Statement,
): ((patient: Stated) => Truth | undefined) => {
  const program = compile([applies(statement)])
  return (patient) => {
    const findings = complete(definition, patient)
    return findings === undefined ? undefined : program(findings)[0]
  }
}

/** A statement as one of two versions has it, with the version. */
export interface Side extends Seen {
  readonly definition: Definition
}

const truthChanges = async (
  terms: Terms,
  look: Look,
  one: Side,
  other: Side,
): Promise<readonly TruthChange[]> => {
  const before = one.patient.truths(applies(one.statement))
  const after = other.patient.truths(applies(other.statement))
  if (before.yes.id() === after.yes.id() && before.no.id() === after.no.id()) return []
  const was = outcome(one.definition, one.statement)
  const is = outcome(other.definition, other.statement)
  const found: TruthChange[] = []
  for (const from of truths) {
    for (const to of truths.filter((truth) => truth !== from)) {
      const goal = terms.And(has(terms, before, from), has(terms, after, to))
      const example = await look(goal, (patient) => was(patient) === from && is(patient) === to)
      if (example !== undefined) found.push({ from, to, example })
    }
  }
  return found
}

/** Whether a statement holds for a patient and tells a part, by plain evaluation. */
const tells = ({ definition, statement }: Side, words: string): ((patient: Stated) => boolean) => {
  const holds = outcome(definition, statement)
  const part = partsOf(statement).find((own) => own.words === words)
  return (patient) => {
    const findings = complete(definition, patient)
    return (
      holds(patient) === 'true' &&
      findings !== undefined &&
      part !== undefined &&
      evaluate(part.condition, findings) !== 'false'
    )
  }
}

const toldChanges = async (
  terms: Terms,
  look: Look,
  one: Side,
  other: Side,
): Promise<readonly ToldChange[]> => {
  const own = partsOf(one.statement).map(({ words }) => words)
  const words = partsOf(other.statement)
    .map((part) => part.words)
    .filter((part) => own.includes(part))
  const urgent = [one, other].some(({ statement }) => statement.urgentUnlessFalse !== undefined)
  const was = outcome(one.definition, one.statement)
  const is = outcome(other.definition, other.statement)
  const found: ToldChange[] = []
  for (const what of new Set([...(urgent ? ['urgent'] : []), ...words])) {
    const before = isTold(terms, one, what)
    const after = isTold(terms, other, what)
    if (before.id() === after.id()) continue
    const holds = terms.And(
      one.patient.truths(applies(one.statement)).yes,
      other.patient.truths(applies(other.statement)).yes,
    )
    const toldBefore = tells(one, what)
    const toldAfter = tells(other, what)
    for (const now of ['told', 'left out'] as const) {
      const goal = terms.And(
        holds,
        now === 'told' ? after : before,
        terms.Not(now === 'told' ? before : after),
      )
      const example = await look(
        goal,
        (patient) =>
          was(patient) === 'true' &&
          is(patient) === 'true' &&
          toldAfter(patient) === (now === 'told') &&
          toldBefore(patient) === (now !== 'told'),
      )
      if (example !== undefined) found.push({ what, now, example })
    }
  }
  return found
}

const isRewritten = (one: Side, other: Side): boolean => {
  const before = one.patient.truths(applies(one.statement))
  const after = other.patient.truths(applies(other.statement))
  return before.yes.id() !== after.yes.id() || before.no.id() !== after.no.id()
}

/** What changes about a statement that both versions have; nothing where it is the same. */
export const compared = async (
  terms: Terms,
  look: Look,
  one: Side,
  other: Side,
): Promise<StatementDiff | undefined> => {
  const changed = await truthChanges(terms, look, one, other)
  const told = await toldChanges(terms, look, one, other)
  const texts = statementChanges(one.statement, other.statement)
  const rewritten = changed.length === 0 && isRewritten(one, other)
  if (changed.length + told.length + texts.length === 0 && !rewritten) return undefined
  const { id, title } = other.statement
  return { id, title, change: 'changed', truths: changed, told, texts, rewritten }
}

/** A statement that only one version has, with a patient for whom it holds. */
export const only = async (
  look: Look,
  side: Side,
  change: 'added' | 'removed',
): Promise<StatementDiff> => {
  const { id, title, says } = side.statement
  const holds = outcome(side.definition, side.statement)
  const goal = side.patient.truths(applies(side.statement)).yes
  const example = await look(goal, (patient) => holds(patient) === 'true')
  return {
    id,
    title,
    change,
    ...(example === undefined ? {} : { example }),
    truths: [],
    told: [],
    texts: [{ what: 'says', [change === 'added' ? 'after' : 'before']: says }],
    rewritten: false,
  }
}
