import type { Action } from '../logic/action.ts'
import type { Definition } from '../logic/definition.ts'
import type { DoseBounds } from '../logic/promise.ts'
import { applies } from '../logic/statement.ts'
import type { Statement } from '../logic/statement.ts'
import { daysApart } from './dose.ts'
import { extendsTo } from './learning.ts'
import { anyPatient, liesWithin } from './patient.ts'
import type { AnyPatient } from './patient.ts'
import type { PlainClaim } from './restate.ts'
import { every, real, some } from './session.ts'
import type { Formula, Real, Terms } from './session.ts'

/** Any patient, and the same patient when more is known: what claims are made of. */
export interface Space {
  readonly now: AnyPatient
  readonly later: AnyPatient
  /** Both are possible, and nothing known now is taken back later. */
  readonly learning: Formula
}

/** A claim as the solver sees it. */
export interface Question {
  /** Whether the claim speaks of one patient, or of what is known of one now and later. */
  readonly states: 1 | 2
  /** Where the claim says anything. */
  readonly premise: Formula
  /** Where the claim is broken, given the premise. */
  readonly broken: Formula
  /** What must also be possible for some patient, or the claim forbids nothing. */
  readonly alsoPossible?: Formula
}

/** Makes the patients that all claims on a definition share. */
export const spaceOf = (terms: Terms, definition: Definition): Space => {
  const now = anyPatient(terms, definition)
  const later = anyPatient(terms, definition, 'later ')
  return {
    now,
    later,
    learning: every(terms, [now.possible, later.possible, extendsTo(terms, now, later)]),
  }
}

const stays = (
  terms: Terms,
  { now, later }: Space,
  { of, until }: Extract<PlainClaim, { op: 'stays' }>,
): Question => ({
  states: 2,
  premise: now.truths(of).yes,
  broken: every(terms, [
    terms.Not(later.truths(of).yes),
    ...(until === undefined ? [] : [later.truths(until).no]),
  ]),
})

/** The next dose of an action: min(present + step, ceiling), or the level to come down to. */
const nextDose = (terms: Terms, action: Action, present: Real): Real | undefined => {
  if (action.kind === 'reduce') return real(terms, action.to.value)
  if (action.kind !== 'titrate') return undefined
  const stepped = present.add(real(terms, action.step.value))
  const ceiling = real(terms, action.ceiling.value)
  return terms.If(stepped.le(ceiling), stepped, ceiling)
}

/** The dose breaks a bound, for some present dose among all that the findings leave open. */
const exceeds = (
  terms: Terms,
  patient: AnyPatient,
  { action }: Statement,
  bounds: DoseBounds,
): Formula => {
  const { nextAtMost, stepAtMost, rises, falls, apartAtLeast } = bounds
  const tooSoon = terms.Bool.val((daysApart(action) ?? Infinity) < (apartAtLeast?.value ?? 0))
  if (action.kind === 'wait') return tooSoon
  const amount = patient.amounts.find(({ fact }) => fact.id === bounds.dose.id)
  const present = terms.Real.const('present dose')
  const next = nextDose(terms, action, present)
  if (next === undefined || amount === undefined) return terms.Bool.val(true)
  const faults: Formula[] = [tooSoon]
  if (nextAtMost !== undefined) faults.push(next.gt(real(terms, nextAtMost.value)))
  if (stepAtMost !== undefined) {
    faults.push(next.sub(present).gt(real(terms, stepAtMost.value)))
  }
  if (rises === true) faults.push(next.le(present))
  if (falls === true) faults.push(next.ge(present))
  return terms.And(liesWithin(terms, amount, present), some(terms, faults))
}

/** States a claim for the solver. A claim on the data alone asks it nothing. */
export const question = (terms: Terms, space: Space, claim: PlainClaim): Question | undefined => {
  const { truths } = space.now
  switch (claim.op) {
    case 'always':
      return {
        states: 1,
        premise: truths(claim.when).yes,
        broken: terms.Not(truths(claim.then).yes),
      }
    case 'never': {
      const { yes } = truths(claim.then)
      return { states: 1, premise: truths(claim.when).yes, broken: yes, alsoPossible: yes }
    }
    case 'open':
      return { states: 1, premise: truths(claim.when).yes, broken: truths(claim.then).no }
    case 'varies':
      // Never broken by one patient: both halves of it are shown by example.
      return {
        states: 1,
        premise: truths(claim.of).yes,
        broken: terms.Bool.val(false),
        alsoPossible: truths(claim.of).no,
      }
    case 'stays':
      return stays(terms, space, claim)
    case 'next-dose':
      return {
        states: 1,
        premise: truths(applies(claim.of)).yes,
        broken: exceeds(terms, space.now, claim.of, claim.bounds),
      }
    case 'only':
    case 'unnamed':
      return undefined
  }
}
