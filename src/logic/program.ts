import { fold } from './condition.ts'
import type { Cases, Condition, Limit } from './condition.ts'
import type { Fact, Findings } from './fact.ts'
import { evaluateCompare, evaluateIs, evaluateKnown } from './trace.ts'
import type { Truth } from './truth.ts'

/** Many conditions, ready to be evaluated together for many patients; truths in the order given. */
export type Program = (findings: Findings) => Truth[]

/** The truths with these findings, which may differ from the patient's own in that one fact only. */
export type Trial = (findings: Findings, fact: Fact) => readonly Truth[]

type Step = (findings: Findings, truths: readonly Truth[]) => Truth

/** Conditions as one list of steps, each after those it rests on, and where each condition's truth stands. */
interface Plan {
  readonly steps: readonly Step[]
  readonly roots: readonly number[]
  /** The places of the steps that ask about a fact or rest on one that does, by fact id. */
  readonly about: ReadonlyMap<string, readonly number[]>
}

/** Lays conditions out as one list of steps in which every distinct question is asked once. */
const lay = (conditions: readonly Condition[]): Plan => {
  const steps: Step[] = []
  const places = new Map<string, number>()
  const facts: ReadonlySet<string>[] = []

  const place = (key: string, of: ReadonlySet<string>, step: Step): number => {
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, steps.length)
    facts.push(of)
    return steps.push(step) - 1
  }

  const asking = (key: string, { id }: Fact, step: Step): number => place(key, new Set([id]), step)

  const factsOf = (parts: readonly number[]): ReadonlySet<string> =>
    new Set(parts.flatMap((part) => [...(facts[part] ?? [])]))

  const joined =
    (op: string, decisive: Truth, otherwise: Truth) =>
    (parts: readonly number[]): number =>
      place(`${op} ${parts.join(' ')}`, factsOf(parts), (_findings, truths) => {
        let truth = otherwise
        for (const part of parts) {
          const of = truths[part]
          if (of === decisive) return decisive
          if (of === 'unknown') truth = 'unknown'
        }
        return truth
      })

  const cases: Cases<number> = {
    is: (fact) => asking(`is ${fact.id}`, fact, (findings) => evaluateIs(findings, fact)),
    compare: (fact, by, limit) =>
      asking(`compare ${fact.id} ${by} ${limitKey(limit)}`, fact, (findings) =>
        evaluateCompare(findings, fact, by, limit),
      ),
    known: (fact) => asking(`known ${fact.id}`, fact, (findings) => evaluateKnown(findings, fact)),
    all: joined('all', 'false', 'true'),
    any: joined('any', 'true', 'false'),
    not: (part) =>
      place(`not ${String(part)}`, factsOf([part]), (_findings, truths) => {
        const of = truths[part]
        return of === 'unknown' ? 'unknown' : of === 'true' ? 'false' : 'true'
      }),
  }

  const roots = conditions.map((condition) => fold(condition, cases))
  const about = new Map<string, number[]>()
  facts.forEach((of, index) => {
    for (const fact of of) about.set(fact, [...(about.get(fact) ?? []), index])
  })
  return { steps, roots, about }
}

const limitKey = ({ value, ownFirst }: Limit): string => `${String(value)} ${String(ownFirst)}`

const run = ({ steps }: Plan, findings: Findings): Truth[] => {
  const truths = new Array<Truth>(steps.length)
  for (let index = 0; index < steps.length; index++) {
    truths[index] = (steps[index] as Step)(findings, truths)
  }
  return truths
}

const rootsOf = ({ roots }: Plan, truths: readonly Truth[]): Truth[] =>
  roots.map((root) => truths[root] as Truth)

/** Makes conditions ready for a population: the truths that `evaluate` gives, without the explanation. */
export const compile = (conditions: readonly Condition[]): Program => {
  const plan = lay(conditions)
  return (findings) => rootsOf(plan, run(plan, findings))
}

/** The same for trying changes of one patient: of a changed fact only the steps about it run again. */
export const compileTrial = (conditions: readonly Condition[]): ((findings: Findings) => Trial) => {
  const plan = lay(conditions)
  return (known) => {
    const before = run(plan, known)
    const unchanged = rootsOf(plan, before)
    return (findings, fact) => {
      const truths = before.slice()
      let changes = false
      for (const index of plan.about.get(fact.id) ?? []) {
        const truth = (plan.steps[index] as Step)(findings, truths)
        if (truth === before[index]) continue
        truths[index] = truth
        changes = true
      }
      return changes ? rootsOf(plan, truths) : unchanged
    }
  }
}

const programs = new WeakMap<Condition, Program>()

/** The truth of one condition, as `evaluate` gives it, from a program that is made once and kept. */
export const decide = (condition: Condition, findings: Findings): Truth => {
  const known = programs.get(condition) ?? compile([condition])
  programs.set(condition, known)
  return known(findings)[0] as Truth
}
