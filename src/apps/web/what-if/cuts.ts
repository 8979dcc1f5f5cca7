import { evaluatorOf } from '../../../assess/evaluator.ts'
import { guideline } from '../../../guideline/index.ts'
import { close } from '../../../logic/implication.ts'
import { exactly } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import type { Truth } from '../../../logic/truth.ts'
import { derive } from '../state/derive.ts'
import type { Draft, QuantityId, TypedQuantity } from '../state/draft.ts'
import { quantityOf } from '../state/facts.ts'
import { convertText } from '../state/read-quantity.ts'

/** A place on a ruler where the plan becomes another, and the nearest values on either side. */
export interface Cut {
  readonly at: number
  readonly below: number
  readonly above: number
}

/** The laboratory's own lower limit, in the canonical unit: it goes where its result goes. */
const ownLimit = (draft: Draft, id: QuantityId): string | undefined => {
  const fact = quantityOf(id)
  const typed = draft.quantities[id]
  if (typed !== undefined) {
    return typed.lowerLimit === undefined
      ? undefined
      : convertText(fact, typed.lowerLimit, typed.unit, fact.unit)
  }
  const finding = draft.record?.given[id]?.finding
  return typeof finding === 'object' && finding.lowerLimit !== undefined
    ? formatNumber(finding.lowerLimit)
    : undefined
}

/** The draft with one text tried in it, in the canonical unit; a trial has no date and is current. */
export const tried = (draft: Draft, id: QuantityId, text: string): Draft => {
  const lowerLimit = ownLimit(draft, id)
  const typed: TypedQuantity = {
    text,
    unit: quantityOf(id).unit,
    ...(lowerLimit === undefined ? {} : { lowerLimit }),
  }
  return { ...draft, quantities: { ...draft.quantities, [id]: typed } }
}

/** What the plan is at a value of a quantity; undefined where the answers then contradict each other. */
export type TruthsAt = (value: number) => readonly Truth[] | undefined

/** The plan at every value of one quantity, everything else as in a draft. */
export const truthsAlong = (draft: Draft, id: QuantityId, on: string): TruthsAt => {
  const { truths } = evaluatorOf(guideline)
  // Tried as the page would read it, so that whatever a value sets aside is set aside here too.
  const { ground } = derive(tried(draft, id, formatNumber(quantityOf(id).likely[0])), on).picture
  const finding = ground[id]
  const rest = typeof finding === 'object' ? finding : {}
  return (value) => {
    const changed = { ...ground, [id]: { ...rest, ...exactly(value) } }
    const { findings, contradictions } = close(changed, guideline.implications)
    return contradictions.length === 0 ? truths(findings) : undefined
  }
}

/** The places where the plan becomes another, rising: at each limit both sides are tried. */
export const cutsOf = (
  draft: Draft,
  id: QuantityId,
  on: string,
  [least, most]: readonly [number, number],
  along: TruthsAt = truthsAlong(draft, id, on),
): readonly Cut[] => {
  const fact = quantityOf(id)
  const planAt = (value: number): string => along(value)?.join() ?? ''
  const own = Number(ownLimit(draft, id) ?? Number.NaN)
  const limits = [
    ...new Set([
      ...(evaluatorOf(guideline).limits.get(id) ?? []),
      ...(Number.isFinite(own) ? [own] : []),
    ]),
  ].sort((one, other) => one - other)
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
