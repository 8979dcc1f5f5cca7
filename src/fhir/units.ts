import ucum from '@lhncbc/ucum-lhc'
import type { LaboratoryRule } from '../logic/record-rules.ts'

/** How many canonical units one of this unit is; undefined where it is not a unit of the quantity. */
export type Factor = number | undefined

const converted = new WeakMap<LaboratoryRule, Map<string, Factor>>()

/**
 * Annotations in braces mean nothing to UCUM: it takes `{1.73_m2}` for 1. So a rate per body
 * surface is known by its spelling alone and is never converted.
 */
const isSpelled = (rule: LaboratoryRule, unit: string): boolean =>
  unit === rule.fact.unit || rule.spellings.includes(unit)

/** Converts a laboratory unit by UCUM, with the molar mass and the charge of the substance. */
export const factorOf = (rule: LaboratoryRule, unit: string): Factor => {
  if (isSpelled(rule, unit)) return 1
  const known = converted.get(rule) ?? new Map<string, Factor>()
  converted.set(rule, known)
  if (!known.has(unit)) known.set(unit, convert(rule, unit))
  return known.get(unit)
}

const convert = (rule: LaboratoryRule, unit: string): Factor => {
  if (rule.molarMass === undefined && rule.charge === undefined) return undefined
  const { status, toVal } = ucum.UcumLhcUtils.getInstance().convertUnitTo(
    unit.replace(/Eq\b/, 'eq').replace('/dl', '/dL'),
    1,
    rule.fact.unit,
    { molecularWeight: rule.molarMass ?? null, charge: rule.charge ?? null },
  )
  return status === 'succeeded' && toVal !== null && toVal > 0 ? toVal : undefined
}

/** Whether a unit is of mass per volume, as against amount of substance per volume. */
export const isMass = (unit: string): boolean => /^[munk]?c?g\b/i.test(unit)

const masses = new Map<string, Factor>([
  ['mg', 1],
  ['g', 1000],
])

/** Milligrams in one of a unit of mass; undefined where it is none. */
export const milligramsIn = (unit: string): Factor => {
  if (!masses.has(unit)) {
    const { status, toVal } = ucum.UcumLhcUtils.getInstance().convertUnitTo(unit, 1, 'mg')
    masses.set(unit, status === 'succeeded' && toVal !== null && toVal > 0 ? toVal : undefined)
  }
  return masses.get(unit)
}
