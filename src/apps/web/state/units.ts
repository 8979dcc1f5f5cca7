import type { QuantityFact } from '../../../logic/fact.ts'
import { units } from '../../../logic/quantity.ts'

/** A unit in which a fact may be typed. */
export interface TypedUnit {
  readonly code: string
  readonly words: string
  /** Times this is the canonical unit. */
  readonly factor: number
}

const words: Readonly<Record<string, string>> = { 'mg/d': 'mg per day' }

/** The units of a fact, the canonical one first; two spellings of one unit count once. */
export const unitsOf = (fact: QuantityFact): readonly TypedUnit[] => {
  const others = Object.entries(fact.accepts).filter(([code]) => code !== 'meq/L')
  return [
    {
      code: fact.unit,
      words: words[fact.unit] ?? units[fact.unit].words,
      factor: 1,
    },
    ...others.map(([code, factor]) => ({
      code,
      words: code,
      factor,
    })),
  ]
}

/** A unit of a fact by its code; the canonical one where there is no such unit. */
export const unitOf = (fact: QuantityFact, code: string): TypedUnit => {
  const all = unitsOf(fact)
  return all.find((unit) => unit.code === code) ?? (all[0] as TypedUnit)
}
