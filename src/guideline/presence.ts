import type { PresenceFact } from '../logic/fact.ts'

const presence =
  (absent: PresenceFact['absent']) =>
  <const Id extends string>(
    id: Id,
    words: string,
    negated: string,
    question: string,
    basis: string,
  ): PresenceFact & { readonly id: Id } => ({
    kind: 'presence',
    id,
    absent,
    words,
    negated,
    question,
    basis,
  })

/** A presence that is asked for: left out, it is unknown. */
export const asked = presence('ask')

/** A presence that is taken as absent when left out, and listed as an assumption. */
export const assumedNo = presence('assumed-no')
