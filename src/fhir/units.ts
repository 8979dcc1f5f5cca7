import ucum from '@lhncbc/ucum-lhc'
import type { LaboratoryRule } from '../logic/record-rules.ts'

/** How many canonical units one of this unit is; undefined where it is not a unit of the quantity. */
export type Factor = number | undefined

/** No unit that is in use is longer; what is longer is not looked up. */
const longest = 30

/** How many different units are remembered: a sender of nonsense must not fill the memory. */
const mostRemembered = 500

const remembered = (known: Map<string, Factor>, unit: string, find: () => Factor): Factor => {
  if (known.has(unit)) return known.get(unit)
  const factor = unit.length > longest ? undefined : find()
  if (known.size < mostRemembered) known.set(unit, factor)
  return factor
}

const byRule = new WeakMap<LaboratoryRule, Map<string, Factor>>()

/**
 * Annotations in braces mean nothing to UCUM: it takes `{1.73_m2}` for 1. So a rate per body
 * surface is known by its spelling alone and is never converted.
 */
const isSpelled = (rule: LaboratoryRule, unit: string): boolean =>
  unit === rule.fact.unit || rule.spellings.includes(unit)

/** Converts a laboratory unit by UCUM, with the molar mass and the charge of the substance. */
export const factorOf = (rule: LaboratoryRule, unit: string): Factor => {
  if (isSpelled(rule, unit)) return 1
  if (rule.molarMass === undefined && rule.charge === undefined) return undefined
  const known = byRule.get(rule) ?? new Map<string, Factor>()
  byRule.set(rule, known)
  return remembered(known, unit, () =>
    converted(unit.replace(/Eq\b/, 'eq').replace('/dl', '/dL'), rule.fact.unit, rule),
  )
}

/**
 * The library writes what it cannot read to the console, and what stands in a chart must not get into a log.
 */
const silently = <T>(work: () => T): T => {
  const { log } = console
  console.log = () => undefined
  try {
    return work()
  } finally {
    console.log = log
  }
}

/** By UCUM; its library throws on names that every object has, and such a name is no unit. */
const converted = (
  from: string,
  to: string,
  { molarMass, charge }: Pick<LaboratoryRule, 'molarMass' | 'charge'> = {},
): Factor => {
  try {
    const { status, toVal } = silently(() =>
      ucum.UcumLhcUtils.getInstance().convertUnitTo(from, 1, to, {
        molecularWeight: molarMass ?? null,
        charge: charge ?? null,
      }),
    )
    return status === 'succeeded' && toVal !== null && toVal > 0 ? toVal : undefined
  } catch {
    return undefined
  }
}

/** Whether a unit is of mass per volume, as against amount of substance per volume. */
export const isMass = (unit: string): boolean => /^[munk]?c?g\b/i.test(unit)

const masses = new Map<string, Factor>([
  ['mg', 1],
  ['g', 1000],
])

/** Milligrams in one of a unit of mass; undefined where it is none. */
export const milligramsIn = (unit: string): Factor =>
  remembered(masses, unit, () => converted(unit, 'mg'))
