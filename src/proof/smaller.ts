import { candidates } from './candidates.ts'
import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding } from '../logic/fact.ts'
import { exactValue, exactly } from '../logic/interval.ts'
import type { Stated } from './concrete.ts'

export { candidates }

/**
 * The order in which facts are made simple: what is unusual goes first, so that a plain number says
 * what else a rare condition would have to say.
 */
export const simplifying = (facts: readonly Fact[]): readonly Fact[] =>
  [...facts].sort((one, other) => rarity(one) - rarity(other))

const rarity = (fact: Fact): number =>
  fact.kind === 'quantity' ? 2 : fact.absent === 'assumed-no' ? 0 : 1

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
    const improved = simplifying(definition.facts).filter(improve)
    if (improved.length === 0) break
  }
  return best
}
