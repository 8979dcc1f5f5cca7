import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, QuantityFact } from '../logic/fact.ts'
import { exactValue, exactly } from '../logic/interval.ts'
import type { Stated } from './concrete.ts'

/** Round numbers that a reader would choose: one inside each band of the quantity, then its edges. */
export const candidates = (definition: Definition, fact: QuantityFact): readonly number[] => {
  const [least, most] = fact.possible
  const limits = definition.limits
    .filter(({ unit, value }) => unit === fact.unit && value >= least && value <= most)
    .map(({ value }) => value)
  const edges = [...new Set([fact.likely[0], ...limits, fact.likely[1]])].sort((a, b) => a - b)
  const inside = edges.slice(1).map((high, index) => roundBetween(edges[index] as number, high))
  const beside = limits.flatMap((limit) => [limit - fact.resolution, limit + fact.resolution])
  return [...new Set([...inside, ...edges, ...beside.map(tidy)])].filter(
    (value) => value >= least && value <= most,
  )
}

const tidy = (value: number): number => Number(value.toFixed(6))

const roundBetween = (low: number, high: number): number => {
  // Of a band without a real end only the beginning is of interest.
  const middle = low > 0 && high > 20 * low ? 2 * low : (low + high) / 2
  for (const unit of [10, 5, 1, 0.5, 0.1, 0.01]) {
    const rounded = tidy(Math.round(middle / unit) * unit)
    if (rounded > low && rounded < high) return rounded
  }
  return middle
}

/** How much a reader has to take in. */
const weight = (finding: Finding | undefined): number => {
  if (finding === undefined) return 0
  if (typeof finding === 'string') return finding === 'unknown' ? 2 : 1
  const own = finding.lowerLimit === undefined ? 0 : 3
  return own + (exactValue(finding) === undefined ? 5 : 3)
}

const simpler = (
  definition: Definition,
  fact: Fact,
  finding: Finding | undefined,
): readonly (Finding | undefined)[] => {
  const present = weight(finding)
  const lighter = (choice: Finding | undefined): boolean => weight(choice) < present
  if (fact.kind === 'presence')
    return [undefined, 'false' as const, 'true' as const].filter(lighter)
  const numbers = candidates(definition, fact)
  const exact = typeof finding === 'object' ? exactValue(finding) : undefined
  const place = exact === undefined ? -1 : numbers.indexOf(exact)
  const rounder = place === -1 ? numbers : numbers.slice(0, place)
  const own = typeof finding === 'object' && finding.lowerLimit !== undefined
  return [undefined, ...rounder.map(exactly)].filter(
    (choice) => lighter(choice) || (choice !== undefined && exact !== undefined && !own),
  )
}

const change = (patient: Stated, fact: Fact, finding: Finding | undefined): Stated => {
  const { [fact.id]: _before, ...rest } = patient
  return finding === undefined ? rest : { ...rest, [fact.id]: finding }
}

/**
 * The simplest patients that still show the same thing: facts are left out and numbers made round
 * for as long as `shows` holds. With several patients, one fact is changed in one or in all of them.
 */
export const smaller = (
  definition: Definition,
  patients: readonly Stated[],
  shows: (patients: readonly Stated[]) => boolean,
): readonly Stated[] => {
  let best = patients
  const attempt = (trial: readonly Stated[]): boolean => {
    if (!shows(trial)) return false
    best = trial
    return true
  }
  const improve = (fact: Fact): boolean => {
    const last = best[best.length - 1]?.[fact.id]
    const together = simpler(definition, fact, last).some((choice) =>
      attempt(best.map((patient) => change(patient, fact, choice))),
    )
    if (together || best.length === 1) return together
    return best.some((patient, index) =>
      [best[0]?.[fact.id], ...simpler(definition, fact, patient[fact.id])].some(
        (choice) =>
          weight(choice) < weight(patient[fact.id]) &&
          attempt(best.map((other, at) => (at === index ? change(other, fact, choice) : other))),
      ),
    )
  }
  for (let round = 0; round < 4; round++) {
    const improved = definition.facts.filter(improve)
    if (improved.length === 0) break
  }
  return best
}
