import { recordRules } from '../../../guideline/codes/index.ts'
import type { Interval } from '../../../logic/interval.ts'
import type { Truth } from '../../../logic/truth.ts'
import type { Evaluation } from '../evaluation.ts'
import type { Draft } from './drafts.ts'
import { intervalOf } from './line.ts'
import type { Change } from './order-lines.ts'

/** How the orders change what is taken of baclofen; undefined where none of them gives any. */
export const changeOf = (
  before: Evaluation,
  after: Evaluation,
  taking: boolean,
  drafts: readonly Draft[],
  beside: boolean,
): Change | undefined => {
  if (!drafts.some(({ baclofen, ends }) => baclofen && !ends)) return undefined
  const dose = recordRules.drug.dose.id
  const was = intervalOf(before.picture.findings, dose)
  const will = intervalOf(after.picture.findings, dose)
  return {
    starts: !taking,
    raises: raisesOf(was, will),
    beside,
    ...(was === undefined ? {} : { before: was }),
    ...(will === undefined ? {} : { after: will }),
  }
}

const raisesOf = (was: Interval | undefined, will: Interval | undefined): Truth => {
  if (was === undefined || will === undefined) return 'unknown'
  return will.low > was.high ? 'true' : will.high <= was.low ? 'false' : 'unknown'
}
