import type { Basis, Number as Numbered, Statement } from '../logic/statement.ts'
import type { ReadingNumber } from './readings.ts'
import type { OutsideKey } from './references.ts'
import { source } from './source.ts'
import type { SourceNumber } from './source.ts'

/** A statement as it is written here; basis and citation numbers follow from the numbers it names. */
export interface Draft extends Omit<
  Statement,
  'basis' | 'references' | 'implements' | 'outside' | 'unless'
> {
  readonly implements: readonly (SourceNumber | ReadingNumber)[]
  readonly outside?: readonly OutsideKey[]
  readonly unless?: readonly Statement[]
}

const isSource = (number: Numbered): number is SourceNumber => number in source

const basisOf = (draft: Draft): readonly Basis[] => {
  const basis: Basis[] = []
  if (draft.implements.some(isSource)) basis.push('source')
  if (draft.implements.some((number) => !isSource(number))) basis.push('reading')
  if ((draft.outside ?? []).length > 0) basis.push('outside')
  return basis
}

/** Completes a draft: its basis and its citations are those of the numbers it implements. */
export const statement = (draft: Draft): Statement => {
  const cited = draft.implements
    .filter(isSource)
    .flatMap((number): readonly number[] => source[number].cites)
  return {
    ...draft,
    basis: basisOf(draft),
    references: [...new Set(cited)].sort((one, other) => one - other),
    outside: draft.outside ?? [],
  }
}
