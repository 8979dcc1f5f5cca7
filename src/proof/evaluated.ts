import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import { compile } from '../logic/program.ts'
import { applies } from '../logic/statement.ts'
import type { Truth } from '../logic/truth.ts'
import { complete, extends_ } from './concrete.ts'
import type { Stated } from './concrete.ts'
import { daysApart, nextDose } from './dose.ts'
import type { PlainClaim } from './restate.ts'

/** What a patient shows of a claim, by plain evaluation and without the solver. */
export type Shows = (patients: readonly Stated[]) => boolean

/** Whether patients meet a claim's premise, and whether they break the claim. */
export interface Evaluated {
  readonly premise: Shows
  readonly broken: Shows
}

const nothing: Condition = { op: 'any', of: [] }

/** Evaluates a condition for a stated patient; undefined where the statements contradict each other. */
const asked = (
  definition: Definition,
  conditions: readonly Condition[],
): ((stated: Stated | undefined) => readonly Truth[]) => {
  const program = compile(conditions)
  return (stated) => {
    const findings = stated === undefined ? undefined : complete(definition, stated)
    return findings === undefined ? [] : program(findings)
  }
}

const conditional = (
  definition: Definition,
  when: Condition,
  then: Condition,
  breaks: (truth: Truth) => boolean,
): Evaluated => {
  const evaluate = asked(definition, [when, then])
  return {
    premise: ([patient]) => evaluate(patient)[0] === 'true',
    broken: ([patient]) => {
      const [premise, conclusion] = evaluate(patient)
      return premise === 'true' && conclusion !== undefined && breaks(conclusion)
    },
  }
}

const staying = (
  definition: Definition,
  { of, until }: Extract<PlainClaim, { op: 'stays' }>,
): Evaluated => {
  const evaluate = asked(definition, [of, until ?? nothing])
  return {
    premise: ([now]) => evaluate(now)[0] === 'true',
    broken: ([now, later]) => {
      if (now === undefined || later === undefined) return false
      const [still, released] = evaluate(later)
      return (
        extends_(definition.facts, now, later) &&
        evaluate(now)[0] === 'true' &&
        still !== undefined &&
        still !== 'true' &&
        released === 'false'
      )
    },
  }
}

const dosing = (
  definition: Definition,
  { of, bounds }: Extract<PlainClaim, { op: 'next-dose' }>,
): Evaluated => {
  const evaluate = asked(definition, [applies(of)])
  const premise: Shows = ([patient]) => evaluate(patient)[0] === 'true'
  const exceeds = (present: number): boolean => {
    const { action } = of
    if ((daysApart(action) ?? Infinity) < (bounds.apartAtLeast?.value ?? 0)) return true
    if (action.kind === 'wait') return false
    const next = nextDose(action, present)
    return (
      next === undefined ||
      next > (bounds.nextAtMost?.value ?? Infinity) ||
      next - present > (bounds.stepAtMost?.value ?? Infinity) ||
      (bounds.rises === true && next <= present) ||
      (bounds.falls === true && next >= present)
    )
  }
  return {
    premise,
    broken: (patients) => {
      const [least, most] = bounds.dose.possible
      const finding = patients[0]?.[bounds.dose.id]
      const known = typeof finding === 'object' ? finding : { low: least, high: most }
      const { low, high, lowOpen, highOpen } = known
      const doses = [
        ...(lowOpen === true ? [] : [low]),
        ...(highOpen === true ? [] : [high]),
        // Ends that are not among the values are approached by the points between them.
        ...[0.001, 0.25, 0.5, 0.75, 0.999].map((part) => low + part * (high - low)),
      ]
      return premise(patients) && doses.some(exceeds)
    },
  }
}

/** A claim as a question to plain evaluation: the check on what the solver says. */
export const evaluated = (definition: Definition, claim: PlainClaim): Evaluated => {
  switch (claim.op) {
    case 'always':
      return conditional(definition, claim.when, claim.then, (truth) => truth !== 'true')
    case 'never':
      return conditional(definition, claim.when, claim.then, (truth) => truth === 'true')
    case 'open':
      return conditional(definition, claim.when, claim.then, (truth) => truth === 'false')
    case 'varies':
      return conditional(definition, claim.of, nothing, () => false)
    case 'stays':
      return staying(definition, claim)
    case 'next-dose':
      return dosing(definition, claim)
    case 'only':
    case 'unnamed':
      return { premise: () => false, broken: () => false }
  }
}
