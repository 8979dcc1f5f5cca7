import { formatNumber } from '../logic/quantity.ts'
import type { MagnesiumAmount } from './calendar.ts'
import { magnesiumMasses, molarMass } from './magnesium-mass.ts'

/** A magnesium oxide tablet as its label gives it. */
export interface MagnesiumTablet {
  readonly label: string
  readonly amount: number
  /** What the amount counts. A mass without this is not usable: oxide for elemental is 65 % off (R15). */
  readonly basis: Basis
  /** Half of the last printed digit of a mass: how far the label may have been rounded. */
  readonly rounding: number
}

type Basis = 'mmol' | 'mg oxide' | 'mg elemental'

const perMmol: Readonly<Record<Basis, number>> = {
  mmol: 1,
  'mg oxide': molarMass.magnesiumOxide,
  'mg elemental': molarMass.magnesium,
}

const bases: Readonly<Record<string, Basis>> = {
  mmol: 'mmol',
  'mmol magnesium': 'mmol',
  'mg oxide': 'mg oxide',
  'mg magnesium oxide': 'mg oxide',
  'mg elemental': 'mg elemental',
  'mg elemental magnesium': 'mg elemental',
}

/** What is wrong with a label, and the remedy. */
export interface LabelProblem {
  readonly message: string
  readonly remedy: string
}

const examples = 'Write it with its basis: "4 mmol", "400 mg oxide" or "97.2 mg elemental".'

/** Reads a label such as "400 mg oxide". A mass that does not say of what is refused, never guessed. */
export const readTablet = (label: string): MagnesiumTablet | LabelProblem => {
  const [, digits = '', decimals = '', rest = ''] =
    /^(\d{1,5}(?:\.(\d{1,3}))?)\s*([a-z ]+)$/.exec(label.trim().toLowerCase()) ?? []
  const words = rest.trim().replace(/\s+/g, ' ')
  const basis = bases[words]
  if (words === 'mg' || words === 'mg magnesium') {
    return {
      message: `"${label}" does not say whether the mass is of magnesium oxide or of elemental magnesium.`,
      remedy: `The two differ by 65 % (R15). ${examples}`,
    }
  }
  if (basis === undefined) {
    return {
      message: `"${label.slice(0, 40)}" is not an amount of magnesium oxide.`,
      remedy: examples,
    }
  }
  const amount = Number(digits)
  const mmol = amount / perMmol[basis]
  if (mmol < 0.5 || mmol > 24) {
    return {
      message: `A tablet of ${digits} ${words} would hold ${formatNumber(mmol)} mmol.`,
      remedy: 'Check the label: a tablet holds 0.5 to 24 mmol.',
    }
  }
  const rounding = basis === 'mmol' ? 0 : 0.5 / 10 ** decimals.length
  return { label: `${digits} ${words}`, amount, basis, rounding }
}

/** An amount in its three figures (R15): mmol to the hundredth, masses to the milligram. */
export const magnesiumAmount = (mmol: number): MagnesiumAmount => {
  const { mgOxide, mgElemental } = magnesiumMasses(mmol)
  return {
    mmol: Math.round(mmol * 100) / 100,
    mgMagnesiumOxide: mgOxide,
    mgElementalMagnesium: mgElemental,
  }
}

/** What so many tablets hold. */
export const held = ({ amount, basis }: MagnesiumTablet, tablets = 1): MagnesiumAmount =>
  magnesiumAmount((amount * tablets) / perMmol[basis])

/** The whole and half tablets that make an amount, or the nearest numbers of tablets around it. */
export type TabletCount =
  | { readonly tablets: number; readonly rounding?: string }
  | { readonly below: number; readonly above: number }

/** No label is taken to have been rounded by more than this share of the amount. */
const mostRounding = 0.01

/**
 * How many whole and half tablets make so many mmol. A mass on a label is rounded, so tablets make
 * the amount when it lies within what the label's last digit leaves open; that is then said.
 */
export const countTablets = (tablet: MagnesiumTablet, mmol: number): TabletCount => {
  const { amount, basis, rounding, label } = tablet
  const wanted = mmol * perMmol[basis]
  const exact = wanted / amount
  const tablets = Math.round(exact * 2) / 2
  const off = Math.abs(tablets * amount - wanted)
  if (tablets > 0 && off <= 1e-9 * wanted) return { tablets }
  if (tablets > 0 && off <= Math.min(tablets * rounding, wanted * mostRounding)) {
    const sum = `${formatNumber(tablets)} x ${label} is ${formatNumber(tablets * amount)} ${basis}`
    return {
      tablets,
      rounding: `${sum}; ${formatNumber(mmol)} mmol is ${formatNumber(wanted)}. The difference is within the rounding of the label.`,
    }
  }
  const below = Math.floor(exact * 2) / 2
  return { below, above: below + 0.5 }
}
