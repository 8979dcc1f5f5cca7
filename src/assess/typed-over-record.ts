import type { Fact } from '../logic/fact.ts'
import type { Given, Problem } from '../logic/given.ts'
import { baclofenDose, daysAtDose } from '../guideline/facts.ts'
import { findingWords } from './words.ts'

/** What is known from a record and from what was typed beside it. */
export interface Together {
  readonly given: Readonly<Record<string, Given>>
  readonly why: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/**
 * What was typed goes before the record, and never in silence: each disagreement is a problem that
 * names both. "Not known" takes nothing back that the record knows; and a dose that is not the
 * record's has not been taken for as long as the record's (R06).
 */
export const typedOverRecord = (
  facts: readonly Fact[],
  record: Readonly<Record<string, Given>>,
  typed: Readonly<Record<string, Given>>,
  reasons: ReadonlyMap<string, string>,
): Together => {
  const given: Record<string, Given> = { ...record }
  const why = new Map(reasons)
  const problems: Problem[] = []
  for (const fact of facts) {
    const said = typed[fact.id]
    const recorded = record[fact.id]
    if (said === undefined) continue
    if (recorded === undefined || recorded.finding === 'unknown') {
      given[fact.id] = said
      continue
    }
    if (said.finding === 'unknown') continue
    given[fact.id] = said
    if (same(said, recorded)) continue
    problems.push({
      kind: 'set-aside',
      where: recorded.from ?? fact.id,
      message: `The record and what was typed differ about ${fact.words}: ${findingWords(fact, recorded.finding)} in the record, ${findingWords(fact, said.finding)} typed. What was typed is used.`,
      remedy: 'See that it is right, and correct the other.',
    })
  }
  const dose = typed[baclofenDose.id]
  const ordered = record[baclofenDose.id]
  if (
    dose !== undefined &&
    (ordered === undefined || !same(dose, ordered)) &&
    typed[daysAtDose.id] === undefined &&
    given[daysAtDose.id] !== undefined
  ) {
    Reflect.deleteProperty(given, daysAtDose.id)
    why.set(daysAtDose.id, 'the dose that was typed is not that of the record')
  }
  return { given, why, problems }
}

const same = (one: Given, other: Given): boolean =>
  typeof one.finding === 'object' && typeof other.finding === 'object'
    ? one.finding.low === other.finding.low && one.finding.high === other.finding.high
    : one.finding === other.finding
