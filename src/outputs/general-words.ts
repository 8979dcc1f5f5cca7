import type { Action } from '../logic/action.ts'
import { formatNumber, formatQuantity } from '../logic/quantity.ts'
import { conditionWords, oneSentence } from './condition-words.ts'

/** The masses that stand for an amount of a substance: milligrams of the oxide, and of the element. */
export type Masses = (mmol: number) => {
  readonly mgOxide: number
  readonly mgElemental: number
}

/** What to do in words that hold for every patient: numbers that depend on one are said in general. */
export const generalWords = (action: Action, masses: Masses): string => {
  const values = valuesOf(action, masses)
  return action.words.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`No general words for {${name}} in "${action.words}"`)
    return value
  })
}

const valuesOf = (action: Action, masses: Masses): Readonly<Record<string, string>> => {
  switch (action.kind) {
    case 'titrate': {
      const step = formatQuantity(action.step)
      const ceiling = formatQuantity(action.ceiling)
      return {
        from: 'the present dose',
        to: `the next (${step} more, ${ceiling} at the most)`,
        step,
        ceiling,
        everyDays: String(action.everyDays),
      }
    }
    case 'reduce':
      return { from: 'the present dose', to: formatQuantity(action.to) }
    case 'taper':
      return { from: 'the present dose' }
    case 'wait':
      return { date: `${String(action.days)} days after the last change` }
    case 'supplement': {
      const { mgOxide, mgElemental } = masses(action.mmolPerDay)
      return {
        mmol: formatNumber(action.mmolPerDay),
        mmolAtMost: formatNumber(action.mmolPerDayAtMost),
        mgOxide: formatNumber(mgOxide),
        mgElemental: formatNumber(mgElemental),
      }
    }
    case 'monitor':
      return action.schedule === undefined ? {} : { everyDays: String(action.schedule.everyDays) }
    case 'consider':
      return action.reviewAfterDays === undefined
        ? {}
        : { reviewAfterDays: String(action.reviewAfterDays) }
    case 'refer':
      return { specialty: specialties(action.to) }
    default:
      return {}
  }
}

/** "hepatology (has cirrhosis), else neurology". */
const specialties = (to: Extract<Action, { kind: 'refer' }>['to']): string =>
  to
    .map(({ specialty, when }) =>
      when === undefined ? specialty : `${specialty} (${oneSentence(conditionWords(when))})`,
    )
    .join(', else ')
