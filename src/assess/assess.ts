import type { Definition } from '../logic/definition.ts'
import type { Fact } from '../logic/fact.ts'
import { refuses } from '../logic/given.ts'
import type { Given, Problem } from '../logic/given.ts'
import { decide } from '../logic/program.ts'
import { applies } from '../logic/statement.ts'
import type { Basis, Kind, Statement, Urgency } from '../logic/statement.ts'
import { missing } from '../logic/trace.ts'
import type { Truth } from '../logic/truth.ts'
import { guideline } from '../guideline/index.ts'
import { compute } from './action.ts'
import type { ComputedAction } from './action.ts'
import { askFor } from './ask.ts'
import type { Ask } from './ask.ts'
import { reasonsOf } from './because.ts'
import { changesOf } from './changes.ts'
import type { Change } from './changes.ts'
import { isCivilDate, today } from './dates.ts'
import { evaluatorOf } from './evaluator.ts'
import { factsJson } from './facts-json.ts'
import type { UsedFact } from './facts-json.ts'
import { readFacts } from './input.ts'
import type { FactsInput } from './input.ts'
import { picture } from './picture.ts'
import type { NotFound, Picture } from './picture.ts'
import type { Policy } from './policy.ts'
import { outOfDate, statusOn } from './status.ts'
import { traceWriter } from './trace-json.ts'
import type { ConditionsJson, TraceJson } from './trace-json.ts'

/** A statement as it stands for one patient. */
export interface AssessedStatement {
  readonly id: string
  readonly kind: Kind
  readonly title: string
  readonly basis: readonly Basis[]
  readonly implements: readonly string[]
  readonly references: readonly number[]
  readonly outside: readonly string[]
  readonly holds: Truth
  readonly urgency: Urgency
  readonly says: string
  readonly because: string
  readonly defeatedBy: readonly string[]
  readonly missing: readonly string[]
  readonly trace: TraceJson
  /** There only when the statement holds. */
  readonly action?: ComputedAction
}

/** The plan for one patient on one day, with the basis of every line. */
export interface Assessment {
  readonly guideline: {
    readonly id: string
    readonly version: string
    readonly reviewBy: string
    readonly reviewDue: boolean
    readonly status: string
  }
  readonly policy?: Policy
  readonly on: string
  readonly facts: Readonly<Record<string, UsedFact>>
  readonly notFound: readonly NotFound[]
  readonly assumed: readonly string[]
  readonly statements: readonly AssessedStatement[]
  /** The ideas that the traces of statements name, such as "severe renal impairment", each with its own trace. */
  readonly conditions: ConditionsJson
  readonly ask: readonly Ask[]
  readonly changes: readonly Change[]
  readonly problems: readonly Problem[]
}

/** An input that was refused: nothing was assessed. */
export interface Refusal {
  readonly problems: readonly Problem[]
}

/** How to assess. */
export interface AssessOptions {
  /** The civil date of the assessment, `YYYY-MM-DD`; today when left out. */
  readonly on?: string
  /** A site's own constants. */
  readonly policy?: Policy
}

const rank: Readonly<Record<Urgency, number>> = { emergency: 0, urgent: 1, routine: 2 }

const urgencyOf = (statement: Statement, patient: Picture): Urgency => {
  if (statement.kind === 'emergency') return 'emergency'
  if (statement.kind === 'urgent') return 'urgent'
  const condition = statement.urgentUnlessFalse
  return condition !== undefined && decide(condition, patient.findings) !== 'false'
    ? 'urgent'
    : 'routine'
}

/** Assesses what is known of a patient; the caller has refused bad input already. */
const assessPicture = (
  definition: Definition,
  patient: Picture,
  problems: readonly Problem[],
  on: string,
  policy: Policy | undefined,
): Assessment => {
  const assumed = new Set(patient.assumed)
  const because = reasonsOf(patient.findings, assumed)
  const unresolved = new Set<Fact>()
  const truthOf = new Map<Statement, Truth>()
  const evaluator = evaluatorOf(definition)
  const traceOf = evaluator.tracer(patient.findings)
  const traced = definition.statements.map((statement) => {
    const whole = traceOf(applies(statement))
    truthOf.set(statement, whole.truth)
    return whole
  })
  const ids = new Set(definition.statements.map(({ id }) => id))
  const { write, conditions } = traceWriter((name) => ids.has(name))
  const statements = definition.statements.map((statement, index): AssessedStatement => {
    const whole = traced[index] as (typeof traced)[number]
    const holds = whole.truth
    const missed = missing(whole)
    missed.forEach((fact) => unresolved.add(fact))
    const defeatedBy = (statement.unless ?? []).filter((defeat) => truthOf.get(defeat) === 'true')
    // Where a statement holds, its own condition says why; that no exception holds goes without saying.
    const own = whole.op === 'all' && holds === 'true' ? (whole.of[0] ?? whole) : whole
    return {
      id: statement.id,
      kind: statement.kind,
      title: statement.title,
      basis: statement.basis,
      implements: statement.implements,
      references: statement.references,
      outside: statement.outside,
      holds,
      urgency: urgencyOf(statement, patient),
      says: statement.says,
      because: because(own),
      defeatedBy: defeatedBy.map(({ id }) => id),
      missing: missed.map(({ id }) => id),
      trace: write(whole),
      ...(holds === 'true'
        ? { action: compute(statement.action, { findings: patient.findings, on, policy }) }
        : {}),
    }
  })
  const truths = definition.statements.map((statement) => truthOf.get(statement) as Truth)
  const tryOut = evaluator.changing(patient)
  return {
    guideline: {
      id: definition.id,
      version: definition.version,
      reviewBy: definition.reviewBy,
      reviewDue: outOfDate(on, definition.reviewBy) !== undefined,
      status: statusOn(on, definition.reviewBy),
    },
    ...(policy === undefined ? {} : { policy }),
    on,
    facts: factsJson(definition.facts, patient),
    notFound: patient.notFound,
    assumed: patient.assumed,
    statements: statements.sort((one, other) => rank[one.urgency] - rank[other.urgency]),
    conditions,
    ask: askFor(definition, patient, truths, unresolved, tryOut),
    changes: changesOf(definition, patient, truths, tryOut),
    problems,
  }
}

/** The day to assess on, or the problem that it is no day. */
export const dayOf = (on: string | undefined): string | Problem =>
  on === undefined
    ? today()
    : isCivilDate(on)
      ? on
      : {
          kind: 'wrong-shape',
          where: 'on',
          message: `"${on}" is not a date.`,
          remedy: 'Write the day of the assessment as YYYY-MM-DD.',
        }

/** Assesses findings with their origins, from whatever input they were read. */
export const assessGiven = (
  given: Readonly<Record<string, Given>>,
  options: {
    readonly on: string
    readonly policy?: Policy | undefined
    readonly problems?: readonly Problem[]
    readonly why?: ReadonlyMap<string, string>
  },
): Assessment | Refusal => {
  const { on, policy, why } = options
  const read = options.problems ?? []
  const patient = picture(guideline, given, on, { policy, why })
  const problems = [...read, ...patient.problems]
  if (problems.some(refuses)) return { problems }
  return assessPicture(guideline, patient, problems, on, policy)
}

/**
 * Assesses the facts of one patient.
 *
 * Answers with every statement of the guideline and whether it holds, does not hold or cannot be
 * decided; or with the problems of the input, all at once, and then nothing is assessed.
 *
 * @example
 *   const plan = assess({ age: 58, baclofenDose: 20, daysAtDose: 14, eGfr: 78,
 *     crampsPersist: true, baclofenSideEffects: false }, { on: '2026-11-23' })
 */
export const assess = (facts: FactsInput, options: AssessOptions = {}): Assessment | Refusal => {
  const day = dayOf(options.on)
  const on = typeof day === 'string' ? day : today()
  const { given, problems } = readFacts(facts, guideline.facts, on)
  const all = typeof day === 'string' ? problems : [day, ...problems]
  return assessGiven(given, { on, policy: options.policy, problems: all })
}
