import { factsOf } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, Findings } from '../logic/fact.ts'
import { close } from '../logic/implication.ts'
import type { Implication } from '../logic/implication.ts'
import { compile, compileTrial, decide } from '../logic/program.ts'
import { applies } from '../logic/statement.ts'
import { tracerOf } from '../logic/trace.ts'
import type { Tracer } from '../logic/trace.ts'
import type { Truth } from '../logic/truth.ts'
import { limitsOf } from './bands.ts'
import type { Picture } from './picture.ts'

/** The truths of all statements were a fact found otherwise; undefined where that is a contradiction. */
export type TryOut = (fact: Fact, finding: Finding) => readonly Truth[] | undefined

/** A definition made ready to be asked many times. */
export interface Evaluator {
  readonly limits: ReadonlyMap<string, readonly number[]>
  /** The truths of all statements for findings already closed under the implications. */
  readonly truths: (findings: Findings) => readonly Truth[]
  /** The traces of statements and of all that they rest on, for findings already closed too. */
  readonly tracer: (findings: Findings) => Tracer
  /** Makes ready to try changes of one patient, whose findings do not contradict each other as they are. */
  readonly changing: (patient: Pick<Picture, 'ground' | 'findings'>) => TryOut
}

const made = new WeakMap<Definition, Evaluator>()

/** The evaluator of a definition, made once. */
export const evaluatorOf = (definition: Definition): Evaluator => {
  const known = made.get(definition)
  if (known !== undefined) return known
  const { statements, implications } = definition
  const conditions = statements.map(applies)
  const truths = compile(conditions)
  const trial = compileTrial(conditions)
  const linked = new Set(
    implications.flatMap(({ when, fact }) => [...factsOf(when), fact].map(({ id }) => id)),
  )
  /** Facts that imply others by themselves alone, with the conditions on which they do. */
  const implying = new Map(
    implications.flatMap(({ when }) => {
      const [fact] = factsOf(when)
      const isOfOthers = ({ when: other, fact: implied }: Implication): boolean =>
        fact !== undefined &&
        (implied === fact || (factsOf(other).includes(fact) && factsOf(other).length > 1))
      if (fact === undefined || implications.some(isOfOthers)) return []
      const whens = implications.filter(({ when: of }) => factsOf(of).includes(fact))
      return [[fact.id, whens.map(({ when: of }) => of)] as const]
    }),
  )

  const changing: Evaluator['changing'] = ({ ground, findings: before }) => {
    const again = trial(before)
    // One copy of each serves all tries: what is tried is put in, and out again.
    const given = { ...ground }
    const findings = { ...before }
    /** Whether the same follows from a fact as did before. */
    const impliesAsBefore = (fact: Fact, finding: Finding): boolean => {
      const whens = implying.get(fact.id)
      if (whens === undefined) return false
      findings[fact.id] = finding
      const same = whens.every((when) => decide(when, findings) === decide(when, before))
      findings[fact.id] = before[fact.id]
      return same
    }
    return (fact, finding) => {
      if (linked.has(fact.id) && !impliesAsBefore(fact, finding)) {
        given[fact.id] = finding
        const closed = close(given, implications)
        given[fact.id] = ground[fact.id]
        if (closed.contradictions.length > 0) return undefined
        const alone = [...linked].every(
          (id) => id === fact.id || closed.findings[id] === before[id],
        )
        return alone ? again(closed.findings, fact) : truths(closed.findings)
      }
      findings[fact.id] = finding
      const then = again(findings, fact)
      findings[fact.id] = before[fact.id]
      return then
    }
  }

  const tracer = tracerOf(conditions)
  const evaluator: Evaluator = { limits: limitsOf(definition), truths, tracer, changing }
  made.set(definition, evaluator)
  return evaluator
}
