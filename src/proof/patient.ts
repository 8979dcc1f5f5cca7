import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, PresenceFact, QuantityFact } from '../logic/fact.ts'
import { encoder } from './encode.ts'
import type { Findable, Interval, Truths } from './encode.ts'
import { every, real } from './session.ts'
import type { Formula, Real, Terms } from './session.ts'

/** What is stated of a presence: yes, no, or neither; a "no" may be an assumption. */
export interface Presence extends Truths {
  readonly fact: PresenceFact
  /** The fact was left out and is taken as absent. Only where the fact allows it. */
  readonly assumed: Formula
}

/** What is stated of a quantity: an interval, and the result's own lower limit. */
export interface Amount extends Interval {
  readonly fact: QuantityFact
}

/** Any patient at all: one unknown for everything that can be said of one. */
export interface AnyPatient {
  readonly presences: readonly Presence[]
  readonly amounts: readonly Amount[]
  /** A patient that an input can describe and that nothing contradicts. */
  readonly possible: Formula
  /** The patient can be written as facts JSON: exact, a bound, or a range with both ends included. */
  readonly writable: Formula
  /** When a condition is true, and when it is false, of this patient. */
  readonly truths: (condition: Condition) => Truths
}

const presenceOf = (terms: Terms, prefix: string, fact: PresenceFact): Presence => ({
  fact,
  yes: terms.Bool.const(`${prefix}${fact.id}`),
  no: terms.Bool.const(`${prefix}${fact.id} absent`),
  assumed:
    fact.absent === 'assumed-no'
      ? terms.Bool.const(`${prefix}${fact.id} assumed`)
      : terms.Bool.val(false),
})

const amountOf = (terms: Terms, prefix: string, fact: QuantityFact): Amount => ({
  fact,
  known: terms.Bool.const(`${prefix}${fact.id} known`),
  low: terms.Real.const(`${prefix}${fact.id} low`),
  high: terms.Real.const(`${prefix}${fact.id} high`),
  lowOpen: terms.Bool.const(`${prefix}${fact.id} low open`),
  highOpen: terms.Bool.const(`${prefix}${fact.id} high open`),
  hasOwn: terms.Bool.const(`${prefix}${fact.id} has own limit`),
  own: terms.Real.const(`${prefix}${fact.id} own limit`),
})

const presenceRules = (terms: Terms, { yes, no, assumed }: Presence): Formula =>
  terms.And(terms.Not(terms.And(yes, no)), terms.Implies(assumed, no))

/** An interval of at least one value, inside what is possible: inputs are cut to that. */
const amountRules = (terms: Terms, amount: Amount): Formula => {
  const { fact, low, high, lowOpen, highOpen, hasOwn, own } = amount
  const least = real(terms, fact.possible[0])
  const most = real(terms, fact.possible[1])
  const ownLimit =
    fact.ownLimit === true
      ? terms.Implies(hasOwn, terms.And(own.gt(0), own.ge(least), own.le(most)))
      : terms.Not(hasOwn)
  return terms.And(
    low.ge(least),
    high.le(most),
    terms.Or(low.lt(high), terms.And(low.eq(high), terms.Not(lowOpen), terms.Not(highOpen))),
    ownLimit,
  )
}

const writableAmount = (terms: Terms, { fact, low, high, lowOpen, highOpen }: Amount): Formula =>
  terms.And(
    terms.Implies(lowOpen, terms.And(high.eq(real(terms, fact.possible[1])), terms.Not(highOpen))),
    terms.Implies(highOpen, terms.And(low.eq(real(terms, fact.possible[0])), terms.Not(lowOpen))),
  )

/** The implications drawn in their order, and the absence of contradictions between them. */
const closed = (
  terms: Terms,
  definition: Definition,
  stated: Findable,
): { readonly findings: Findable; readonly consistent: Formula } => {
  let findings = stated
  const consistent: Formula[] = []
  for (const { when, fact, is } of definition.implications) {
    const before = findings
    const follows = encoder(terms, before)(when).yes
    const { yes, no } = before.presence(fact)
    const opposed = is === 'true' ? no : yes
    consistent.push(terms.Not(terms.And(follows, opposed)))
    const after: Truths =
      is === 'true' ? { yes: terms.Or(yes, follows), no } : { yes, no: terms.Or(no, follows) }
    findings = {
      ...before,
      presence: (asked) => (asked.id === fact.id ? after : before.presence(asked)),
    }
  }
  return { findings, consistent: every(terms, consistent) }
}

/** Makes any patient of a definition; a prefix tells several patients in one proof apart. */
export const anyPatient = (terms: Terms, definition: Definition, prefix = ''): AnyPatient => {
  const presences: Presence[] = []
  const amounts: Amount[] = []
  for (const fact of definition.facts) {
    if (fact.kind === 'presence') presences.push(presenceOf(terms, prefix, fact))
    else amounts.push(amountOf(terms, prefix, fact))
  }
  const presenceById = new Map(presences.map((presence) => [presence.fact.id, presence]))
  const amountById = new Map(amounts.map((amount) => [amount.fact.id, amount]))
  const stated: Findable = {
    presence: (fact) => found(presenceById, fact.id),
    amount: (fact) => found(amountById, fact.id),
  }
  const { findings, consistent } = closed(terms, definition, stated)
  return {
    presences,
    amounts,
    possible: every(terms, [
      ...presences.map((presence) => presenceRules(terms, presence)),
      ...amounts.map((amount) => terms.Implies(amount.known, amountRules(terms, amount))),
      consistent,
    ]),
    writable: every(
      terms,
      amounts.map((amount) => terms.Implies(amount.known, writableAmount(terms, amount))),
    ),
    truths: encoder(terms, findings),
  }
}

const found = <T>(things: ReadonlyMap<string, T>, id: string): T => {
  const thing = things.get(id)
  if (thing === undefined) throw new Error(`The definition lists no fact "${id}"`)
  return thing
}

/**
 * The same patient as another guideline sees one: with its own reading of what is left out, and its
 * own implications. The guideline may know fewer facts than the patient states.
 */
export const seenBy = (terms: Terms, definition: Definition, patient: AnyPatient): AnyPatient => {
  const stated: Findable = {
    presence: (fact) => {
      const { yes, no, assumed } = foundIn(patient.presences, fact)
      return { yes, no: fact.absent === 'ask' ? terms.And(no, terms.Not(assumed)) : no }
    },
    amount: (fact) => foundIn(patient.amounts, fact),
  }
  const { findings, consistent } = closed(terms, definition, stated)
  return {
    ...patient,
    possible: terms.And(patient.possible, consistent),
    truths: encoder(terms, findings),
  }
}

/** This, and nothing else, is stated of a fact. */
export const statedAs = (
  terms: Terms,
  patient: AnyPatient,
  fact: Fact,
  finding: Finding | undefined,
): Formula => {
  if (fact.kind === 'presence') {
    const { yes, no, assumed } = foundIn(patient.presences, fact)
    if (finding === 'true') return yes
    if (finding === 'false') return terms.And(no, terms.Not(assumed))
    return finding === undefined && fact.absent === 'assumed-no'
      ? assumed
      : terms.And(terms.Not(yes), terms.Not(no))
  }
  const amount = foundIn(patient.amounts, fact)
  if (typeof finding !== 'object') return terms.Not(amount.known)
  const { low, high, lowOpen = false, highOpen = false, lowerLimit } = finding
  return terms.And(
    amount.known,
    amount.low.eq(real(terms, low)),
    amount.high.eq(real(terms, high)),
    lowOpen ? amount.lowOpen : terms.Not(amount.lowOpen),
    highOpen ? amount.highOpen : terms.Not(amount.highOpen),
    lowerLimit === undefined
      ? terms.Not(amount.hasOwn)
      : terms.And(amount.hasOwn, amount.own.eq(real(terms, lowerLimit))),
  )
}

const foundIn = <T extends { readonly fact: Fact }>(things: readonly T[], { id }: Fact): T => {
  const thing = things.find(({ fact }) => fact.id === id)
  if (thing === undefined) throw new Error(`The definition lists no fact "${id}"`)
  return thing
}

/** The value is one that the quantity may truly have, from what is known of it. */
export const liesWithin = (terms: Terms, amount: Amount, value: Real): Formula =>
  terms.And(
    value.ge(real(terms, amount.fact.possible[0])),
    value.le(real(terms, amount.fact.possible[1])),
    terms.Implies(
      amount.known,
      terms.And(
        terms.Or(value.gt(amount.low), terms.And(value.eq(amount.low), terms.Not(amount.lowOpen))),
        terms.Or(
          value.lt(amount.high),
          terms.And(value.eq(amount.high), terms.Not(amount.highOpen)),
        ),
      ),
    ),
  )
