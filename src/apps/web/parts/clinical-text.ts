const space = '\u00a0'

/**
 * A sentence of the guideline as it stands on the screen: a dose is "per day" in words, and a number
 * is never parted from its unit.
 */
export const clinicalText = (text: string): string =>
  text
    .replace(/\bmg\/day\b/g, 'mg per day')
    .replace(/(\d) (?=(mg|mmol|g|mL|%|years|days|mEq|months)\b)/g, `$1${space}`)
    .replace(/mg per day/g, `mg per${space}day`)
