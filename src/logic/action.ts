import type { Condition } from './condition.ts'
import type { Quantity } from './quantity.ts'

/**
 * What to do where a statement holds. Numbers that depend on the patient (the next dose, a date) are
 * not here: they are computed from these terms when a patient is assessed.
 */
export type Action = Terms & {
  /** Sentences for this person only: each is shown unless its condition is known to be false. */
  readonly also?: readonly { readonly when: Condition; readonly words: string }[]
}

/** The terms of an action, by its kind. Names in braces in the words stand for computed numbers. */
export type Terms =
  /** Assess as an emergency, now. */
  | { readonly kind: 'emergency'; readonly words: string }
  /** Step a dose up. `afterReview` lists what a clinician checks first; without it the step is advised outright. */
  | {
      readonly kind: 'titrate'
      readonly words: string
      readonly step: Quantity<'mg/d'>
      readonly everyDays: number
      readonly ceiling: Quantity<'mg/d'>
      readonly afterReview?: readonly string[]
    }
  /** Step a dose down to a level, by steps that the prescriber sets. */
  | { readonly kind: 'reduce'; readonly words: string; readonly to: Quantity<'mg/d'> }
  /** Withdraw gradually, by steps that the prescriber sets. The range is what is commonly printed elsewhere. */
  | {
      readonly kind: 'taper'
      readonly words: string
      readonly commonStep: readonly [Quantity<'mg/d'>, Quantity<'mg/d'>]
      readonly commonEveryDays: number
      /** No step down while this holds. */
      readonly notWhile: Condition
    }
  /** Nothing yet: the next step comes so many days after the last change. */
  | { readonly kind: 'wait'; readonly words: string; readonly days: number }
  /** Give a substance, in mmol; the masses are computed and each is named. */
  | {
      readonly kind: 'supplement'
      readonly words: string
      readonly substance: string
      readonly mmolPerDay: number
      readonly mmolPerDayAtMost: number
      readonly at: 'bedtime'
    }
  | { readonly kind: 'measure'; readonly words: string; readonly what: readonly string[] }
  | {
      readonly kind: 'monitor'
      readonly words: string
      readonly what: readonly string[]
      readonly schedule?: { readonly everyDays: number; readonly forDays: number }
    }
  /** Put before the prescriber or clinician, who decides. */
  | { readonly kind: 'review'; readonly words: string }
  | { readonly kind: 'correct'; readonly words: string; readonly what: string }
  /** An option for a clinician. Without an amount the source gives none, and none may be added. */
  | {
      readonly kind: 'consider'
      readonly words: string
      readonly what: string
      readonly perWeek?: { readonly low: number; readonly high: number; readonly unit: 'g' }
      readonly reviewAfterDays?: number
    }
  /** Do not use, or do not do, this. */
  | { readonly kind: 'avoid'; readonly words: string; readonly what: string }
  /** Refer; the first entry whose condition holds, or that has none, names the specialty. */
  | {
      readonly kind: 'refer'
      readonly words: string
      readonly to: readonly { readonly specialty: string; readonly when?: Condition }[]
    }
  /** Something that the person can do. */
  | { readonly kind: 'self-care'; readonly words: string }
  /** Something to know; nothing to do. */
  | { readonly kind: 'inform'; readonly words: string }
