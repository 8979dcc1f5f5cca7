import type { Amount, AnyPatient, Presence } from './patient.ts'
import { every, some } from './session.ts'
import type { Formula, Terms } from './session.ts'

/** The second patient is the first of whom more is known: nothing stated is taken back. */
export const extendsTo = (terms: Terms, first: AnyPatient, second: AnyPatient): Formula => {
  const presences = first.presences.map(({ yes, no, assumed }, index) => {
    const later = second.presences[index] as Presence
    return terms.And(
      terms.Implies(yes, later.yes),
      terms.Implies(terms.And(no, terms.Not(assumed)), later.no),
    )
  })
  const amounts = first.amounts.map((amount, index) => {
    const later = second.amounts[index] as Amount
    const inside = terms.And(
      later.known,
      terms.Or(
        later.low.gt(amount.low),
        terms.And(later.low.eq(amount.low), terms.Implies(amount.lowOpen, later.lowOpen)),
      ),
      terms.Or(
        later.high.lt(amount.high),
        terms.And(later.high.eq(amount.high), terms.Implies(amount.highOpen, later.highOpen)),
      ),
      terms.Iff(amount.hasOwn, later.hasOwn),
      terms.Implies(amount.hasOwn, amount.own.eq(later.own)),
    )
    return terms.Implies(amount.known, inside)
  })
  return every(terms, [...presences, ...amounts])
}

/** At least one thing is stated of the second patient that was not stated of the first. */
export const learned = (terms: Terms, first: AnyPatient, second: AnyPatient): Formula =>
  some(terms, [
    ...first.presences.map((before, index) => {
      const after = second.presences[index] as Presence
      return terms.Or(
        terms.And(after.yes, terms.Not(before.yes)),
        terms.And(after.no, terms.Not(before.no)),
      )
    }),
    ...first.amounts.map((before, index) =>
      terms.And((second.amounts[index] as Amount).known, terms.Not(before.known)),
    ),
  ])
