/**
 * A truth of Kleene's three-valued logic. `unknown` means that what is known does not decide.
 *
 * Truths are strings so that `if (truth)` and `!truth` are refused by the linter: a third value
 * that is truthy or falsy by accident reads "not known" as "no".
 */
export type Truth = 'true' | 'false' | 'unknown'

/** False as soon as one part is false; true only when all are true. Of no parts: true. */
export const and = (truths: readonly Truth[]): Truth =>
  truths.includes('false') ? 'false' : truths.includes('unknown') ? 'unknown' : 'true'

/** True as soon as one part is true; false only when all are false. Of no parts: false. */
export const or = (truths: readonly Truth[]): Truth =>
  truths.includes('true') ? 'true' : truths.includes('unknown') ? 'unknown' : 'false'

/** The opposite; the opposite of unknown is unknown. */
export const negate = (truth: Truth): Truth =>
  truth === 'true' ? 'false' : truth === 'false' ? 'true' : 'unknown'

/** The truth that a decided boolean stands for. */
export const truthOf = (holds: boolean): Truth => (holds ? 'true' : 'false')
