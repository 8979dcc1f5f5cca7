import type { Limit } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, QuantityFact } from '../logic/fact.ts'
import type { Comparison } from '../logic/interval.ts'
import { formatNumber, units } from '../logic/quantity.ts'
import type { Statement } from '../logic/statement.ts'

/** The name of a definition's CQL library: `MuscleCrampsDespiteBaclofen`. */
export const cqlLibraryName = (definition: Definition): string =>
  definition.id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

/** The expression that is true where a statement holds, false where it does not, and null where it cannot be decided. */
export const holdsName = (statement: Statement): string => `${statement.title} holds`

/** The expression that is true exactly where a statement cannot be decided: unknown is never silence. */
export const undecidedName = (statement: Statement): string =>
  `${statement.title} cannot be decided`

/** The expression that is true where a statement holds and is urgent; only where that depends on the patient. */
export const urgentName = (statement: Statement): string => `${statement.title} is urgent`

/** The list of facts that were asked and are not known: none of them is assumed absent. */
export const askedName = 'Asked, not known'

/** How a fact stands in that list: its name and a question mark, for CQL takes the bare name for a slip. */
export const askedMark = (fact: Fact): string => `${fact.id}?`

/** The list of what was taken as absent because nothing was said of it. */
export const assumedName = 'Assumed absent'

/** True where what is stated contradicts itself: then nothing else may be relied on. */
export const contradictionName = 'The facts contradict each other'

const words: Readonly<Record<Comparison, string>> = {
  '<': 'below',
  '<=': 'at most',
  '>': 'above',
  '>=': 'at least',
}

/** A comparison as a sentence part: "eGFR at most 60 mL/min/1.73 m²". */
export const comparisonName = (fact: QuantityFact, by: Comparison, limit: Limit): string => {
  const own = limit.ownFirst === true ? 'the laboratory’s own limit, else ' : ''
  return `${fact.words} ${words[by]} ${own}${formatNumber(limit.value)} ${units[limit.unit].words}`
}

/** The function that decides a comparison. */
export const comparisonFunction = (by: Comparison): string =>
  ({ '<': 'Below', '<=': 'At most', '>': 'Above', '>=': 'At least' })[by]
