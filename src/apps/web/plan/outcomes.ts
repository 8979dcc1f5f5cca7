import { candidates } from '../../../assess/bands.ts'
import { evaluatorOf } from '../../../assess/evaluator.ts'
import type { Picture } from '../../../assess/picture.ts'
import { guideline } from '../../../guideline/index.ts'
import { exactValue } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import type { Words } from '../messages/en.ts'
import { factOf } from '../state/facts.ts'
import { unitsOf } from '../state/units.ts'

/** What an answer to a missing fact would add to the plan: "below 0.7 mmol/L", and what it adds. */
export interface Outcome {
  readonly when: string
  readonly adds: readonly string[]
}

/** What each answer would add; neighbouring bands that add the same are told together. */
export const outcomesOf = (id: string, picture: Picture, words: Words): readonly Outcome[] => {
  const fact = factOf(id)
  if (fact === undefined) return []
  const { limits, truths, changing } = evaluatorOf(guideline)
  const tryOut = changing(picture)
  const now = truths(picture.findings)
  const tried = candidates(fact, limits, picture.ground).flatMap((finding) => {
    const then = tryOut(fact, finding)
    if (then === undefined) return []
    const adds = guideline.statements
      .filter((_one, index) => now[index] !== 'true' && then[index] === 'true')
      .map(({ title }) => title)
    return [{ finding, adds }]
  })
  if (fact.kind === 'presence') {
    return tried.map(({ finding, adds }) => ({
      when: (finding === 'true' ? words.yes : words.no).toLowerCase(),
      adds,
    }))
  }
  const unit = unitsOf(fact)[0]?.words ?? ''
  const own = limits.get(id) ?? []
  const bands: { from: number; until: number; adds: readonly string[] }[] = []
  for (const { finding, adds } of tried) {
    const value = typeof finding === 'object' ? (exactValue(finding) ?? 0) : 0
    const last = bands.at(-1)
    if (last !== undefined && last.adds.join() === adds.join()) last.until = value
    else bands.push({ from: value, until: value, adds })
  }
  const isLimit = (value: number): boolean => own.includes(value)
  const below = (value: number): number | undefined => own.filter((limit) => limit < value).at(-1)
  const above = (value: number): number | undefined => own.find((limit) => limit > value)
  return bands.map(({ from, until, adds }) => {
    const low = isLimit(from) ? from : below(from)
    const high = isLimit(until) ? until : above(until)
    const least =
      low === undefined
        ? ''
        : `${words.comparison[isLimit(from) ? '>=' : '>']} ${formatNumber(low)}`
    const most =
      high === undefined
        ? ''
        : `${words.comparison[isLimit(until) ? '<=' : '<']} ${formatNumber(high)}`
    const range =
      least !== '' && most !== ''
        ? from === until && isLimit(from)
          ? words.exactly(formatNumber(from))
          : words.both(least, most)
        : `${least}${most}`
    return { when: range === '' ? words.anyValue : `${range} ${unit}`, adds }
  })
}
