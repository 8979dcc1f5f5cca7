import type { Vocabulary } from './arbitrary.test-support.ts'
import type { Limit } from './condition.ts'
import type { PresenceFact, QuantityFact } from './fact.ts'
import { mgPerDay, mlPerMinPer173m2, mmolPerL } from './quantity.ts'
import type { Quantity, Unit } from './quantity.ts'

/** A presence fact without a meaning, for tests of the logic itself. */
export const presence = (id: string): PresenceFact => ({
  kind: 'presence',
  id,
  words: id,
  negated: `no ${id}`,
  question: `${id}?`,
  absent: 'ask',
  basis: 'test',
})

/** A quantity fact without a meaning, for tests of the logic itself. */
export const quantity = <U extends Unit>(
  id: string,
  unit: U,
  high: number,
  resolution: number,
): QuantityFact<U> => ({
  kind: 'quantity',
  id,
  words: id,
  question: `${id}?`,
  unit,
  absent: 'ask',
  possible: [0, high],
  likely: [0, high],
  resolution,
  accepts: {},
  stale: false,
  basis: 'test',
})

/** A limit without a meaning, for tests of the logic itself. */
export const limit = <U extends Unit>(of: Quantity<U>): Limit<U> => ({
  ...of,
  name: `limit ${String(of.value)}`,
  basis: 'test',
})

/** Present or not. */
export const cramps = presence('cramps')
/** Present or not. */
export const dialysis = presence('dialysis')
/** Present or not. */
export const drowsy = presence('drowsy')
/** In mg/day, up to 100. */
export const dose = quantity('dose', 'mg/d', 100, 5)
/** In mL/min/1.73 m², up to 200. */
export const filtration = quantity('filtration', 'mL/min/{1.73_m2}', 200, 1)
/** In mmol/L, up to 10; its results may carry a lower limit of their own. */
export const potassium: QuantityFact<'mmol/L'> = {
  ...quantity('potassium', 'mmol/L', 10, 0.1),
  ownLimit: true,
}

/** A dose at which something changes. */
export const ceiling = limit(mgPerDay(30))
/** A filtration at which something changes. */
export const severe = limit(mlPerMinPer173m2(30))
/** Low, unless the result carries a limit of its own. */
export const low: Limit<'mmol/L'> = { ...limit(mmolPerL(3.5)), ownFirst: true }
/** Low whatever limit the result carries. */
export const veryLow = limit(mmolPerL(3))

/** Six facts and six limits: few enough that random conditions meet the same ones again. */
export const vocabulary: Vocabulary = {
  facts: [cramps, dialysis, drowsy, dose, filtration, potassium],
  limits: [ceiling, limit(mgPerDay(15)), severe, limit(mlPerMinPer173m2(60)), low, veryLow],
}
