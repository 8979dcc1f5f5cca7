/** Molar masses in g/mol: the oxide that is swallowed and the magnesium in it (R15). */
export const molarMass = { magnesiumOxide: 40.304, magnesium: 24.305 } as const

/** Milligrams of magnesium oxide, and of elemental magnesium, in so many mmol of magnesium. */
export const magnesiumMasses = (
  mmol: number,
): { readonly mgOxide: number; readonly mgElemental: number } => ({
  mgOxide: Math.round(mmol * molarMass.magnesiumOxide),
  mgElemental: Math.round(mmol * molarMass.magnesium),
})
