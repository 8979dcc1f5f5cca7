import type { Condition } from './condition.ts'
import type { Findings, PresenceFact } from './fact.ts'
import { decide } from './program.ts'

/** What one finding says about another: where `when` is true, `fact` is so too. */
export interface Implication {
  readonly when: Condition
  readonly fact: PresenceFact
  readonly is: 'true' | 'false'
}

/** Two findings that cannot both be right. */
export interface Contradiction {
  readonly implication: Implication
  readonly stated: 'true' | 'false'
}

/** Findings with all that follows from them, and where they contradict each other. */
export interface Closure {
  readonly findings: Findings
  readonly implied: readonly Implication[]
  readonly contradictions: readonly Contradiction[]
}

/** Draws the implications in the order in which they are listed. What is stated is never overwritten. */
export const close = (given: Findings, implications: readonly Implication[]): Closure => {
  const findings: Record<string, Findings[string]> = { ...given }
  const implied: Implication[] = []
  const contradictions: Contradiction[] = []
  for (const implication of implications) {
    if (decide(implication.when, findings) !== 'true') continue
    const stated = findings[implication.fact.id]
    if (stated === 'true' || stated === 'false') {
      if (stated !== implication.is) contradictions.push({ implication, stated })
    } else {
      findings[implication.fact.id] = implication.is
      implied.push(implication)
    }
  }
  return { findings, implied, contradictions }
}
