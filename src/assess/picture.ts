import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, Findings } from '../logic/fact.ts'
import type { Given, Problem } from '../logic/given.ts'
import { close } from '../logic/implication.ts'
import type { Contradiction, Implication } from '../logic/implication.ts'
import { factsOf } from '../logic/condition.ts'
import { staleAfterDays } from '../guideline/limits.ts'
import { daysBetween } from './dates.ts'
import type { Policy } from './policy.ts'
import { clip } from './quantity-input.ts'
import { findingWords } from './words.ts'

/** A fact of which nothing is known, with the reason. */
export interface NotFound {
  readonly fact: string
  readonly why: string
}

/** Everything that is known, assumed and not known of a patient on a day. */
export interface Picture {
  /** What was given and counts: a stale result is not among it. */
  readonly given: Readonly<Record<string, Given>>
  /** What was given and what is assumed, before implications: the ground for trying changes. */
  readonly ground: Findings
  /** The ground with all that follows from it. */
  readonly findings: Findings
  readonly implied: readonly Implication[]
  readonly assumed: readonly string[]
  readonly notFound: readonly NotFound[]
  readonly problems: readonly Problem[]
}

/** Puts together what is known on a day: drops stale results, makes assumptions, draws implications. */
export const picture = (
  definition: Definition,
  given: Readonly<Record<string, Given>>,
  on: string,
  options: {
    readonly policy?: Policy | undefined
    readonly why?: ReadonlyMap<string, string> | undefined
  } = {},
): Picture => {
  const limit = options.policy?.staleAfterDays ?? staleAfterDays
  const counted: Record<string, Given> = {}
  const ground: Record<string, Finding> = {}
  const assumed: string[] = []
  const why = new Map(options.why)
  for (const fact of definition.facts) {
    const found = given[fact.id]
    const stale = found === undefined ? undefined : staleness(fact, found, on, limit)
    if (found !== undefined && stale === undefined) {
      counted[fact.id] = found
      ground[fact.id] = finished(fact, found.finding, options.policy)
    } else {
      if (stale !== undefined) why.set(fact.id, stale)
      if (fact.absent === 'assumed-no') {
        assumed.push(fact.id)
        ground[fact.id] = 'false'
      }
    }
  }
  const closure = close(ground, definition.implications)
  const notFound: NotFound[] = []
  for (const { id } of definition.facts) {
    const finding = closure.findings[id]
    if (finding !== undefined && finding !== 'unknown') continue
    const otherwise = finding === undefined ? 'not given' : 'asked, not known'
    notFound.push({ fact: id, why: why.get(id) ?? otherwise })
  }
  return {
    given: counted,
    ground,
    findings: closure.findings,
    implied: closure.implied,
    assumed,
    notFound,
    problems: distinct(closure.contradictions).map((found) =>
      contradiction(found, closure.findings),
    ),
  }
}

const staleness = (fact: Fact, given: Given, on: string, limit: number): string | undefined => {
  if (fact.kind !== 'quantity' || !fact.stale || given.date === undefined) return undefined
  const old = daysBetween(given.date, on)
  return old > limit
    ? `${findingWords(fact, given.finding)} of ${given.date} is ${String(old)} days old: older than ${String(limit)} days counts as not known`
    : undefined
}

/** Cut to what the fact can be, and with the site's lower limit where the result carries none. */
const finished = (fact: Fact, finding: Finding, policy: Policy | undefined): Finding => {
  if (fact.kind === 'presence' || typeof finding === 'string') return finding
  const limits: Readonly<Record<string, number | undefined>> = policy?.lowerLimits ?? {}
  const lowerLimit = finding.lowerLimit ?? limits[fact.id]
  const cut = clip(finding, fact.possible)
  return lowerLimit === undefined ? cut : { ...cut, lowerLimit }
}

/** Each pair of facts once: what contradicts one way contradicts the other way too. */
const distinct = (found: readonly Contradiction[]): readonly Contradiction[] => {
  const seen = new Set<string>()
  return found.filter(({ implication }) => {
    const pair = [implication.fact.id, ...factsOf(implication.when).map(({ id }) => id)]
    const key = pair.sort().join(' ')
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
}

const contradiction = ({ implication, stated }: Contradiction, findings: Findings): Problem => {
  const causes = factsOf(implication.when)
    .map((fact) => `${fact.id} is ${causeWords(fact, findings)}`)
    .join(' and ')
  return {
    kind: 'contradiction',
    where: implication.fact.id,
    message: `${implication.fact.id} is ${stated}, but ${causes}.`,
    remedy: `Correct one of them: ${causes} means that ${implication.fact.id} is ${implication.is}.`,
  }
}

const causeWords = (fact: Fact, findings: Findings): string => {
  const finding = findings[fact.id]
  return typeof finding === 'object' ? findingWords(fact, finding) : (finding ?? 'unknown')
}
