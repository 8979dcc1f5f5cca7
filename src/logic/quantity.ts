/** Every unit that a fact may have, by its UCUM code. */
export const units = {
  a: { words: 'years', suffix: 'years' },
  d: { words: 'days', suffix: 'days' },
  'mg/d': { words: 'mg/day', suffix: 'mg_per_day' },
  'mL/min/{1.73_m2}': { words: 'mL/min/1.73 m²', suffix: 'ml_per_min_per_173m2' },
  'mmol/L': { words: 'mmol/L', suffix: 'mmol_per_l' },
} as const satisfies Record<string, { readonly words: string; readonly suffix: string }>

/** A UCUM unit code. */
export type Unit = keyof typeof units

/** A number that carries its unit, in the type too: a bare number never meets a fact. */
export interface Quantity<U extends Unit = Unit> {
  readonly value: number
  readonly unit: U
}

const of =
  <U extends Unit>(unit: U) =>
  (value: number): Quantity<U> => ({ value, unit })

/** A number of years. */
export const years = of('a')

/** A number of days. */
export const days = of('d')

/** A dose per day, in milligrams. */
export const mgPerDay = of('mg/d')

/** A glomerular filtration rate normalized to body surface. */
export const mlPerMinPer173m2 = of('mL/min/{1.73_m2}')

/** A concentration of substance. */
export const mmolPerL = of('mmol/L')

/** A number as a reader wants it: at most four decimals, no trailing zeros. */
export const formatNumber = (value: number): string =>
  // Nearly every number has so few decimals as it is, and writing it twice costs.
  String(Math.round(value * 1e4) / 1e4 === value ? value : Number(value.toFixed(4)))

/** A quantity in words: "20 mg/day". */
export const formatQuantity = (quantity: Quantity): string =>
  `${formatNumber(quantity.value)} ${units[quantity.unit].words}`
