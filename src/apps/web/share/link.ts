import { exactValue } from '../../../logic/interval.ts'
import { formatNumber } from '../../../logic/quantity.ts'
import { isCivilDate } from '../../../plan/dates.ts'
import { answerOf } from '../state/derive.ts'
import type { Answer, Draft, TypedQuantity } from '../state/draft.ts'
import { presences, quantities } from '../state/facts.ts'
import { unitsOf } from '../state/units.ts'

const mark = '#v1.'

const codes: Readonly<Record<Answer, string>> = { yes: 'y', no: 'n', unknown: 'u', unasked: '' }

/** A quantity as a link carries it: text, unit, date and limit. */
type Carried = readonly [text: string, unit: string, date: string, lowerLimit: string]

const carried = (draft: Draft, fact: (typeof quantities)[number]): Carried | undefined => {
  const typed = draft.quantities[fact.id]
  if (typed !== undefined) {
    const { text, unit, date = '', lowerLimit = '' } = typed
    return text.trim() === '' ? undefined : [text, unit, date, lowerLimit]
  }
  const recorded = draft.record?.given[fact.id]
  if (typeof recorded?.finding !== 'object') return undefined
  const value = exactValue(recorded.finding)
  const limit = recorded.finding.lowerLimit
  // A range of the record has no form in which it could be typed; without it the fact is open, not wrong.
  if (value === undefined) return undefined
  return [
    formatNumber(value),
    fact.unit,
    recorded.date ?? '',
    limit === undefined ? '' : formatNumber(limit),
  ]
}

/** The fragment of a link: clinical values, no name, and nothing of where they came from. */
export const fragmentOf = (draft: Draft): string => {
  const typed = Object.fromEntries(
    quantities.flatMap((fact) => {
      const one = carried(draft, fact)
      return one === undefined ? [] : [[fact.id, one] as const]
    }),
  )
  const answers = Object.fromEntries(
    presences.flatMap(({ id }) => {
      const answer = codes[answerOf(draft, id)]
      return answer === '' ? [] : [[id, answer] as const]
    }),
  )
  const json = JSON.stringify({ q: typed, a: answers })
  return `${mark}${btoa(json).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')}`
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const readCarried = (
  fact: (typeof quantities)[number],
  value: unknown,
): TypedQuantity | undefined => {
  if (!Array.isArray(value) || value.length !== 4) return undefined
  if (!value.every((part): part is string => typeof part === 'string' && part.length <= 40)) {
    return undefined
  }
  const [text = '', unit = '', date = '', lowerLimit = ''] = value
  if (!unitsOf(fact).some(({ code }) => code === unit)) return undefined
  if (date !== '' && !isCivilDate(date)) return undefined
  return {
    text,
    unit,
    ...(date === '' ? {} : { date }),
    ...(lowerLimit === '' ? {} : { lowerLimit }),
  }
}

/** What a link carries; undefined when the fragment is no such link, or is damaged anywhere. */
export const draftOf = (fragment: string): Draft | undefined => {
  if (!fragment.startsWith(mark) || fragment.length > 8000) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(atob(fragment.slice(mark.length).replace(/-/g, '+').replace(/_/g, '/')))
  } catch {
    return undefined
  }
  if (!isObject(parsed) || !isObject(parsed['q']) || !isObject(parsed['a'])) return undefined
  const typed: Record<string, TypedQuantity> = {}
  const answers: Record<string, Answer> = {}
  for (const [id, value] of Object.entries(parsed['q'])) {
    const fact = quantities.find((one) => one.id === id)
    const read = fact === undefined ? undefined : readCarried(fact, value)
    if (read === undefined) return undefined
    typed[id] = read
  }
  for (const [id, code] of Object.entries(parsed['a'])) {
    const answer = (['yes', 'no', 'unknown'] as const).find((one) => codes[one] === code)
    if (answer === undefined || !presences.some((one) => one.id === id)) return undefined
    answers[id] = answer
  }
  return { quantities: typed, answers }
}
