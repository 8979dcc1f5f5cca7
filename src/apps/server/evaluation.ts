import { factsOf } from '../../logic/condition.ts'
import type { Fact } from '../../logic/fact.ts'
import { refuses } from '../../logic/given.ts'
import type { Given, Problem } from '../../logic/given.ts'
import { decide } from '../../logic/program.ts'
import { applies } from '../../logic/statement.ts'
import type { Statement, Urgency } from '../../logic/statement.ts'
import { missing } from '../../logic/trace.ts'
import type { Truth } from '../../logic/truth.ts'
import { compute } from '../../assess/action.ts'
import type { ComputedAction } from '../../assess/action.ts'
import { reasonsOf } from '../../assess/because.ts'
import { evaluatorOf } from '../../assess/evaluator.ts'
import { picture } from '../../assess/picture.ts'
import type { Picture } from '../../assess/picture.ts'
import type { Policy } from '../../assess/policy.ts'
import { guideline } from '../../guideline/index.ts'

/** A statement as it stands for one person, explained. */
export interface Stated {
  readonly statement: Statement
  readonly holds: Truth
  readonly urgency: Urgency
  readonly because: string
  readonly missing: readonly Fact[]
  /** There only when the statement holds. */
  readonly action?: ComputedAction
}

/** Every truth of one person on one day; what explains a truth is made when it is asked for. */
export interface Evaluation {
  readonly on: string
  readonly picture: Picture
  readonly problems: readonly Problem[]
  readonly truth: (id: string) => Truth
  readonly stated: (id: string) => Stated
}

/** Findings that contradict each other, or a record that must not be assessed. */
export interface NotEvaluated {
  readonly refused: readonly Problem[]
}

const places = new Map(guideline.statements.map((statement, index) => [statement.id, index]))

const { facts } = guideline

const factsBy = new Map<string, readonly number[]>()

/** The places, among all facts, of those that a statement asks for, those of its exceptions included. */
const placesOf = (id: string): readonly number[] => {
  const known = factsBy.get(id)
  if (known !== undefined) return known
  const found = factsOf(applies(statementBy(id))).map((fact) => facts.indexOf(fact))
  factsBy.set(id, found)
  return found
}

/** The facts that statements rest on, and some more, each once and in the guideline's order. */
export const factsBehind = (
  statements: readonly string[],
  more: readonly Fact[] = [],
): readonly Fact[] => {
  const marks = new Uint8Array(facts.length)
  for (const id of statements) for (const place of placesOf(id)) marks[place] = 1
  for (const fact of more) marks[facts.indexOf(fact)] = 1
  return facts.filter((_fact, place) => marks[place] === 1)
}

/** The statement of an id; an id that does not exist is a mistake of the program. */
export const statementBy = (id: string): Statement => {
  const statement = guideline.statements[places.get(id) ?? -1]
  if (statement === undefined) throw new Error(`There is no statement ${id}`)
  return statement
}

/** Decides every statement, without the traces and questions that an assessment makes of each. */
export const evaluateGiven = (
  given: Readonly<Record<string, Given>>,
  why: ReadonlyMap<string, string>,
  problems: readonly Problem[],
  on: string,
  policy: Policy | undefined,
): Evaluation | NotEvaluated => {
  const drawn = picture(guideline, given, on, { policy, why })
  const all = [...problems, ...drawn.problems]
  const refused = all.filter(refuses)
  if (refused.length > 0) return { refused }
  const evaluator = evaluatorOf(guideline)
  const truths = evaluator.truths(drawn.findings)
  const trace = evaluator.tracer(drawn.findings)
  const because = reasonsOf(drawn.findings, new Set(drawn.assumed))
  const made = new Map<string, Stated>()
  const truthOf = (id: string): Truth => truths[places.get(id) ?? -1] ?? 'unknown'

  const stated = (id: string): Stated => {
    const known = made.get(id)
    if (known !== undefined) return known
    const statement = statementBy(id)
    const holds = truthOf(id)
    // Where a statement holds, its own condition says why; that no exception holds goes without saying.
    const own = trace(holds === 'true' ? statement.when : applies(statement))
    const one: Stated = {
      statement,
      holds,
      urgency: urgencyOf(statement, drawn),
      because: because(own),
      missing: missing(own),
      ...(holds === 'true'
        ? { action: compute(statement.action, { findings: drawn.findings, on, policy }) }
        : {}),
    }
    made.set(id, one)
    return one
  }

  return {
    on,
    picture: drawn,
    problems: all,
    truth: truthOf,
    stated,
  }
}

const urgencyOf = (statement: Statement, { findings }: Picture): Urgency => {
  if (statement.kind === 'emergency') return 'emergency'
  if (statement.kind === 'urgent') return 'urgent'
  const condition = statement.urgentUnlessFalse
  return condition !== undefined && decide(condition, findings) !== 'false' ? 'urgent' : 'routine'
}
