import { guideline } from '../../../guideline/index.ts'
import type { Kind } from '../../../logic/statement.ts'
import type { Truth } from '../../../logic/truth.ts'
import type { Draft, QuantityId } from '../state/draft.ts'
import { cutsOf, truthsAlong } from './cuts.ts'
import type { Cut } from './cuts.ts'

/** What a band asks of its reader, the gravest first. */
export const tones = [
  'emergency',
  'scope',
  'avoid',
  'doNow',
  'consider',
  'watch',
  'needData',
  'none',
] as const

/** The gravest of what changes along a ruler and holds in a band. */
export type Tone = (typeof tones)[number]

/** A stretch of a ruler with one plan. */
export interface Band {
  /** The same for the same plan: A, B, C. */
  readonly letter: string
  /** The ends as they are drawn. */
  readonly from: number
  readonly until: number
  /** Where the band begins and ends; left out at the ends of the ruler. */
  readonly lower?: Cut
  readonly upper?: Cut
  readonly tone: Tone
  /** Of what changes along the ruler: what holds here, and what cannot be decided here. */
  readonly holds: readonly string[]
  readonly open: readonly string[]
}

const toneOf: Readonly<Record<Kind, Tone>> = {
  emergency: 'emergency',
  urgent: 'emergency',
  scope: 'scope',
  contraindication: 'avoid',
  precaution: 'avoid',
  recommendation: 'doNow',
  consider: 'consider',
  monitoring: 'watch',
  information: 'watch',
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A ruler cut where the plan becomes another. */
export interface Ruler {
  readonly bands: readonly Band[]
  readonly cuts: readonly Cut[]
}

/** The bands of a ruler for a draft, everything but its quantity as it is there. */
export const rulerOf = (
  draft: Draft,
  id: QuantityId,
  on: string,
  [least, most]: readonly [number, number],
): Ruler => {
  const along = truthsAlong(draft, id, on)
  const cuts = cutsOf(draft, id, on, [least, most], along)
  const stretches = Array.from({ length: cuts.length + 1 }, (_none, at) => {
    const [lower, upper] = [cuts[at - 1], cuts[at]]
    const value = lower?.above ?? upper?.below ?? least
    return { lower, upper, truths: along(value) ?? [] }
  })
  const varies = (index: number): boolean =>
    new Set(stretches.map(({ truths }) => truths[index])).size > 1
  const varying = guideline.statements.flatMap((statement, index) =>
    varies(index) ? [{ statement, index }] : [],
  )
  const plans = new Map<string, string>()
  const letterOf = (truths: readonly Truth[]): string => {
    const plan = truths.join()
    const known = plans.get(plan) ?? letters.charAt(plans.size % letters.length)
    plans.set(plan, known)
    return known
  }
  const outside = guideline.statements.findIndex(({ kind }) => kind === 'scope')
  const inside = stretches.filter(({ truths }) => truths[outside] !== 'true')
  /** What is the same wherever the guideline applies does not color a band. */
  const colors = (index: number): boolean =>
    index === outside || new Set(inside.map(({ truths }) => truths[index])).size > 1
  const bands = stretches.map(({ lower, upper, truths }): Band => {
    const where = (truth: Truth) => varying.filter(({ index }) => truths[index] === truth)
    const [holds, open] = [where('true'), where('unknown')]
    const held = new Set(
      holds.flatMap(({ statement, index }) => (colors(index) ? [toneOf[statement.kind]] : [])),
    )
    return {
      letter: letterOf(truths),
      from: lower?.at ?? least,
      until: upper?.at ?? most,
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
      tone: tones.find((tone) => held.has(tone)) ?? (open.length > 0 ? 'needData' : 'none'),
      holds: holds.map(({ statement }) => statement.id),
      open: open.map(({ statement }) => statement.id),
    }
  })
  return { bands, cuts }
}

/** The band in which a value lies. */
export const bandAt = ({ bands }: Ruler, value: number): Band | undefined =>
  bands.find(({ upper }) => upper === undefined || value <= upper.below)
