import type { Condition } from './condition.ts'
import type { Statement } from './statement.ts'

/** A part of the guideline, as its source divides it. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly statements: readonly Statement[]
}

/** One box of a drawing of the pathway; `yes`, `no` and `next` name the box or the lane that follows. */
export type Step =
  | {
      readonly kind: 'question'
      readonly id: string
      readonly asks: string
      readonly when: Condition
      readonly yes: string
      readonly no: string
      /** Goes on as with "no" while it is not known; without it the answer is awaited. */
      readonly unknownGoesOn?: true
    }
  /** Advice: at least one of the statements holds for whoever comes here. */
  | {
      readonly kind: 'advice'
      readonly id: string
      readonly title: string
      readonly statements: readonly Statement[]
      readonly next?: string
    }
  /** The way ends without advice of its own. */
  | { readonly kind: 'end'; readonly id: string; readonly title: string }

/** One way through the guideline, from its first step on. */
export interface Lane {
  readonly id: string
  readonly title: string
  readonly steps: readonly Step[]
}

/** The guideline as it is drawn: the ways that a clinician goes, and what holds on all of them. */
export interface Pathway {
  readonly lanes: readonly Lane[]
  /** What is to be looked at whichever way is gone. */
  readonly beside: readonly { readonly title: string; readonly statements: readonly Statement[] }[]
}

/** A question, and the boxes to which its two answers lead. */
export const question = (
  id: string,
  asks: string,
  when: Condition,
  to: { readonly yes: string; readonly no: string; readonly unknownGoesOn?: true },
): Step => ({ kind: 'question', id, asks, when, ...to })

/** Advice, and the box or the lane that follows if the way goes on. */
export const advice = (
  id: string,
  title: string,
  statements: readonly Statement[],
  next?: string,
): Step => ({ kind: 'advice', id, title, statements, ...(next === undefined ? {} : { next }) })

/** The end of a way. */
export const end = (id: string, title: string): Step => ({ kind: 'end', id, title })
