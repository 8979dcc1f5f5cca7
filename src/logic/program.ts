import { fold } from './condition.ts'
import type { Cases, Condition } from './condition.ts'
import type { Findings } from './fact.ts'
import { evaluateCompare, evaluateIs, evaluateKnown } from './trace.ts'
import type { Truth } from './truth.ts'

/** Many conditions, ready to be evaluated together for many patients; truths in the order given. */
export type Program = (findings: Findings) => Truth[]

type Step = (findings: Findings, truths: readonly Truth[]) => Truth

/**
 * Lays conditions out as one list of steps in which every distinct question is asked once.
 *
 * Gives the truths that `evaluate` gives, without the explanation: for a population, or to try many
 * changes of one patient.
 */
export const compile = (conditions: readonly Condition[]): Program => {
  const steps: Step[] = []
  const places = new Map<string, number>()

  const place = (key: string, step: Step): number => {
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, steps.length)
    return steps.push(step) - 1
  }

  const joined =
    (op: string, decisive: Truth, otherwise: Truth) =>
    (parts: readonly number[]): number =>
      place(`${op} ${parts.join(' ')}`, (_findings, truths) => {
        let truth = otherwise
        for (const part of parts) {
          const of = truths[part]
          if (of === decisive) return decisive
          if (of === 'unknown') truth = 'unknown'
        }
        return truth
      })

  const cases: Cases<number> = {
    is: (fact) => place(`is ${fact.id}`, (findings) => evaluateIs(findings, fact)),
    compare: (fact, by, limit) =>
      place(
        `compare ${fact.id} ${by} ${String(limit.value)} ${String(limit.ownFirst)}`,
        (findings) => evaluateCompare(findings, fact, by, limit),
      ),
    known: (fact) => place(`known ${fact.id}`, (findings) => evaluateKnown(findings, fact)),
    all: joined('all', 'false', 'true'),
    any: joined('any', 'true', 'false'),
    not: (part) =>
      place(`not ${String(part)}`, (_findings, truths) => {
        const of = truths[part]
        return of === 'unknown' ? 'unknown' : of === 'true' ? 'false' : 'true'
      }),
  }

  const roots = conditions.map((condition) => fold(condition, cases))
  return (findings) => {
    const truths = new Array<Truth>(steps.length)
    for (let index = 0; index < steps.length; index++) {
      truths[index] = (steps[index] as Step)(findings, truths)
    }
    return roots.map((root) => truths[root] as Truth)
  }
}
