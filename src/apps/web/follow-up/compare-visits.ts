import { formatNumber } from '../../../logic/quantity.ts'
import { daysBetween } from '../../../plan/dates.ts'
import type { followUpWords } from '../messages/follow-up.ts'
import { factOf, labelOf } from '../state/facts.ts'
import { unitsOf } from '../state/units.ts'
import { usedWords, valueAt } from './visit.ts'
import type { Visit, VisitStatement } from './visit.ts'

type Words = typeof followUpWords

/** A fact at two visits. */
export interface FactChange {
  readonly id: string
  readonly label: string
  readonly before?: string
  readonly now?: string
  readonly kind: 'same' | 'now' | 'lost' | 'changed'
  /** How much more or less a measured fact is. */
  readonly by?: string
}

const difference = (id: string, before: Visit, now: Visit, words: Words): string | undefined => {
  const fact = factOf(id)
  const [was, is] = [valueAt(before, id), valueAt(now, id)]
  if (fact?.kind !== 'quantity' || was === undefined || is === undefined) return undefined
  const by = Number((is - was).toFixed(4))
  const said = `${formatNumber(Math.abs(by))} ${unitsOf(fact)[0]?.words ?? ''}`
  return by === 0 ? undefined : by > 0 ? words.more(said) : words.less(said)
}

/** Everything known at either of two visits, in the guideline's order. */
export const factChanges = (before: Visit, now: Visit, words: Words): readonly FactChange[] => {
  const ids = [...new Set([...Object.keys(now.facts), ...Object.keys(before.facts)])]
  return ids.flatMap((id): FactChange[] => {
    if (factOf(id) === undefined) return []
    const [was, is] = [usedWords(id, before.facts[id]), usedWords(id, now.facts[id])]
    if (was === undefined && is === undefined) return []
    const by = difference(id, before, now, words)
    return [
      {
        id,
        label: labelOf(id),
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { now: is }),
        ...(by === undefined ? {} : { by }),
        kind:
          was === undefined ? 'now' : is === undefined ? 'lost' : was === is ? 'same' : 'changed',
      },
    ]
  })
}

/** Why two visits may be of two people; empty where nothing speaks for it. */
export const doubts = (before: Visit, now: Visit, words: Words): readonly string[] => {
  const [was, is] = [valueAt(before, 'age'), valueAt(now, 'age')]
  const years =
    before.on === undefined || now.on === undefined
      ? Infinity
      : daysBetween(before.on, now.on) / 365.25
  // Whole years: a birthday may lie between two days.
  const isOdd = was !== undefined && is !== undefined && (is < was || is - was > years + 1)
  const cured = before.facts['cirrhosis']?.value === true && now.facts['cirrhosis']?.value === false
  return [
    ...(isOdd ? [words.younger(formatNumber(was), formatNumber(is))] : []),
    ...(cured ? [words.cured] : []),
  ]
}

const asks = new Set(['recommendation', 'consider', 'contraindication', 'emergency', 'urgent'])

/** What somebody was to do after a visit, in its order. */
export const advisedAt = ({ statements }: Visit): readonly VisitStatement[] =>
  statements.filter(
    ({ holds, kind, action }) => holds === 'true' && action !== undefined && asks.has(kind),
  )

/** In this time since baclofen was begun tolerance is said to develop, in months (S42). */
const toleranceMonths = [12, 18] as const

/** For how many months baclofen has been taken at least, while tolerance is to be thought of (S42). */
export const monthsOnBaclofen = (visits: readonly Visit[], now: Visit): number | undefined => {
  const takes = (visit: Visit): boolean => visit.facts['takesBaclofen']?.value === true
  if (now.on === undefined || !takes(now)) return undefined
  const since = visits
    .flatMap((visit) => (takes(visit) ? [visit.on ?? ''] : []))
    .filter(Boolean)
    .sort()[0]
  if (since === undefined) return undefined
  const months = Math.floor(daysBetween(since, now.on) / 30.44)
  return months >= toleranceMonths[0] && months <= toleranceMonths[1] ? months : undefined
}
