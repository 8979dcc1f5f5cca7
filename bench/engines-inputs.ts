import type { Limit } from '../src/logic/condition.ts'
import type { Definition } from '../src/logic/definition.ts'
import type { Findings, QuantityFact } from '../src/logic/fact.ts'
import { complete } from '../src/proof/concrete.ts'
import type { Stated } from '../src/proof/concrete.ts'

/** What an engine without intervals is given of a patient: plain values by plain names. */
export type Inputs = Readonly<Record<string, boolean | number | null>>

/** The names of the parts of a quantity. */
export const partsOf = ({ id }: QuantityFact) => ({
  known: `${id}_known`,
  low: `${id}_low`,
  high: `${id}_high`,
  lowOpen: `${id}_lowOpen`,
  highOpen: `${id}_highOpen`,
  own: `${id}_own`,
  hasOwn: `${id}_hasOwn`,
})

/** Assumptions made and implications drawn, as they are for every evaluation in this process. */
export const inputsOf =
  (definition: Definition, missing: null | 0) =>
  (patient: Stated): Inputs => {
    const findings = complete(definition, patient) as Findings
    const inputs: Record<string, boolean | number | null> = {}
    for (const fact of definition.facts) {
      const finding = findings[fact.id]
      if (fact.kind === 'presence') {
        inputs[fact.id] = finding === 'true' ? true : finding === 'false' ? false : null
        inputs[`${fact.id}_yes`] = finding === 'true'
        inputs[`${fact.id}_no`] = finding === 'false'
        continue
      }
      const interval = typeof finding === 'object' ? finding : undefined
      const part = partsOf(fact)
      inputs[part.known] = interval !== undefined
      inputs[part.low] = interval?.low ?? missing
      inputs[part.high] = interval?.high ?? missing
      inputs[part.lowOpen] = interval?.lowOpen === true
      inputs[part.highOpen] = interval?.highOpen === true
      inputs[part.hasOwn] = interval?.lowerLimit !== undefined
      inputs[part.own] = interval?.lowerLimit ?? missing
    }
    return inputs
  }

/** Whether a comparison is with the laboratory's own limit first. */
export const isOwnFirst = (limit: Limit): boolean => limit.ownFirst === true
