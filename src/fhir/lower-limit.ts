import type { LaboratoryRule } from '../logic/record-rules.ts'
import { isThere, numberOf, objectOf, objectsOf, textOf } from './json.ts'
import type { Json } from './json.ts'
import { factorOf } from './units.ts'

/** For everybody: not of one sex, age or state, and the range of the healthy rather than of a treatment. */
const isNormalForAll = (range: Json): boolean => {
  if (isThere(range['appliesTo']) || isThere(range['age'])) return false
  const types = objectsOf(objectOf(range['type'])?.['coding'])
  return types.length === 0 || types.some(({ code }) => code === 'normal')
}

const limitIn = (
  rule: LaboratoryRule,
  range: Json,
  unit: string | undefined,
): number | undefined => {
  const low = objectOf(range['low'])
  const value = numberOf(low?.['value'])
  const itsUnit = textOf(low?.['code']) ?? textOf(low?.['unit']) ?? unit
  const factor = itsUnit === undefined ? undefined : factorOf(rule, itsUnit)
  if (value === undefined || factor === undefined) return undefined
  const limit = value * factor
  const [least, most] = rule.fact.possible
  return limit >= least && limit <= most ? limit : undefined
}

/** The laboratory's own lower limit, in the canonical unit, where the result carries one and no other. */
export const lowerLimitOf = (
  rule: LaboratoryRule,
  observation: Json,
  unit: string | undefined,
): number | undefined => {
  if (rule.fact.ownLimit !== true) return undefined
  let only: number | undefined
  for (const range of objectsOf(observation['referenceRange'])) {
    const limit = isNormalForAll(range) ? limitIn(rule, range, unit) : undefined
    if (limit === undefined) continue
    if (only !== undefined && limit !== only) return undefined
    only = limit
  }
  return only
}
