import { evaluatorOf } from '../../../assess/evaluator.ts'
import { guideline } from '../../../guideline/index.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { derive, isPlan } from '../state/derive.ts'
import type { Draft, QuantityId } from '../state/draft.ts'
import { quantityOf } from '../state/facts.ts'

/** A place on a ruler where the plan becomes another, and the nearest values on either side. */
export interface Cut {
  readonly at: number
  readonly below: number
  readonly above: number
}

/** The draft with one value tried in it. */
export const tried = (draft: Draft, id: QuantityId, value: number, unit: string): Draft => ({
  ...draft,
  quantities: { ...draft.quantities, [id]: { text: formatNumber(value), unit } },
})

/** The places where the plan becomes another, rising: at each limit of the guideline both sides are tried. */
export const cutsOf = (
  draft: Draft,
  id: QuantityId,
  on: string,
  [least, most]: readonly [number, number],
): readonly Cut[] => {
  const fact = quantityOf(id)
  const planAt = (value: number): string => {
    const { plan } = derive(tried(draft, id, value, fact.unit), on)
    return isPlan(plan) ? plan.statements.map((one) => `${one.id} ${one.holds}`).join() : ''
  }
  const limits = evaluatorOf(guideline).limits.get(id) ?? []
  return limits.flatMap((at) => {
    const values = [at - fact.resolution, at, at + fact.resolution].map((value) =>
      Number(value.toFixed(4)),
    )
    return values.slice(1).flatMap((above, index): Cut[] => {
      const below = values[index] as number
      const isInside = below >= least && above <= most
      return isInside && planAt(below) !== planAt(above) ? [{ at, below, above }] : []
    })
  })
}
