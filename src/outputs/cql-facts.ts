import type { Definition } from '../logic/definition.ts'
import type { Fact, Finding, Findings, PresenceFact, QuantityFact } from '../logic/fact.ts'
import type { Comparison } from '../logic/interval.ts'
import { units } from '../logic/quantity.ts'
import { askedMark, askedName, assumedName, comparisonFunction } from './cql-names.ts'
import { comment, identifier, text } from './cql-text.ts'

/** Where a library finds the facts: given from outside, or read from a record by another library. */
export type CqlFacts =
  | 'parameters'
  | {
      readonly library: string
      readonly called: string
      /** The data model of that library: "FHIR version '4.0.1'". */
      readonly using: string
      /** What that library calls a fact. */
      readonly nameOf: (fact: Fact) => string
    }

/** The type of a quantity: an interval, and the lower limit that came with the result. */
export const quantityType =
  'Tuple { low Decimal, high Decimal, lowOpen Boolean, highOpen Boolean, lowerLimit Decimal }'

const typeOf = (fact: Fact): string => (fact.kind === 'presence' ? 'Boolean' : quantityType)

const factComment = (fact: Fact): string => {
  const unit = fact.kind === 'quantity' ? ` In ${units[fact.unit].words} (UCUM: ${fact.unit}).` : ''
  const absence = fact.absent === 'assumed-no' ? ' Left out: assumed absent.' : ''
  return comment(`${fact.question}${unit}${absence} Basis: ${fact.basis}.`)
}

/** Without a default one engine hands a parameter that is left out on as something that is there. */
const source = (from: CqlFacts, name: string, read: string, type: string): string =>
  from === 'parameters'
    ? `parameter ${identifier(name)} ${type} default null`
    : `define ${identifier(name)}: ${from.called}.${identifier(read)}`

/** The facts as they are stated. */
export const statedFacts = (definition: Definition, from: CqlFacts): readonly string[] => [
  comment(
    'The facts. A quantity is every value from low to high, both included unless open; an exact value has both equal, and an end that is null has no limit on that side. lowerLimit is the laboratory’s own, where the result carries one.',
  ),
  ...definition.facts.map(
    (fact) =>
      `${factComment(fact)}\n${source(from, fact.id, from === 'parameters' ? '' : from.nameOf(fact), typeOf(fact))}`,
  ),
  [
    comment(
      "The facts that were asked and are not known, each with a question mark: 'glaucoma?'. A fact that may be assumed absent is not assumed so when it stands here.",
    ),
    source(from, askedName, askedName, 'List<String>'),
  ].join('\n'),
]

const allBelow = 'known.high < limit or (known.high = limit and known.highOpen)'
const allAbove = 'known.low > limit or (known.low = limit and known.lowOpen)'

/** How the facts are read: comparisons, assumptions, and the list of what was assumed. */
export const readFacts = (facts: readonly Fact[]): readonly string[] => [
  comment('How a quantity is compared: decided where every value of it agrees, else null.'),
  comparing('<', allBelow, 'known.low >= limit'),
  comparing('<=', 'known.high <= limit', allAbove),
  comparing('>', allAbove, 'known.high <= limit'),
  comparing('>=', 'known.low >= limit', allBelow),
  [
    comment('What is not said is absent, unless it was asked.'),
    `define function "Absent unless said"(said Boolean, asked String):`,
    `  if said is not null then said else if asked in ${identifier(askedName)} then null else false`,
  ].join('\n'),
  assumed(facts.filter(isAssumed)),
]

const isAssumed = (fact: Fact): fact is PresenceFact =>
  fact.kind === 'presence' && fact.absent === 'assumed-no'

const comparing = (by: Comparison, yes: string, no: string): string =>
  [
    `define function ${identifier(comparisonFunction(by))}(`,
    `  known ${quantityType},`,
    `  limit Decimal`,
    `):`,
    `  case`,
    `    when ${yes} then true`,
    `    when ${no} then false`,
    `    else null`,
    `  end`,
  ].join('\n')

const assumed = (facts: readonly PresenceFact[]): string => {
  const rows = facts.map(
    (fact) =>
      `    Tuple { said: ${identifier(fact.id)}, asked: ${text(askedMark(fact))}, so: ${text(fact.negated)} }`,
  )
  const list =
    rows.length === 0
      ? '  List<String>{}'
      : [
          `  ({\n${rows.join(',\n')}\n  }) Fact`,
          `    where Fact.said is null and Coalesce(not (Fact.asked in ${identifier(askedName)}), true)`,
          `    return Fact.so`,
        ].join('\n')
  return [
    comment('What is assumed of this person because nothing was said: to be shown to the reader.'),
    `define ${identifier(assumedName)}:`,
    list,
  ].join('\n')
}

/** A quantity as the value of its parameter; an infinite end is null. */
export interface CqlQuantity {
  readonly low: number | null
  readonly high: number | null
  readonly lowOpen: boolean
  readonly highOpen: boolean
  readonly lowerLimit: number | null
}

/** The value of a parameter. */
export type CqlValue = boolean | CqlQuantity | readonly string[] | null

const end = (value: number): number | null => (Number.isFinite(value) ? value : null)

const valueOf = (finding: Finding | undefined): CqlValue => {
  if (finding === undefined || finding === 'unknown') return null
  if (typeof finding === 'string') return finding === 'true'
  return {
    low: end(finding.low),
    high: end(finding.high),
    lowOpen: finding.lowOpen === true,
    highOpen: finding.highOpen === true,
    lowerLimit: finding.lowerLimit ?? null,
  }
}

/** What is stated of a patient, before any assumption, as the parameters of the library. */
export const cqlParameters = (
  definition: Definition,
  stated: Findings,
): Readonly<Record<string, CqlValue>> => ({
  ...Object.fromEntries(
    definition.facts.map((fact: PresenceFact | QuantityFact) => [
      fact.id,
      valueOf(stated[fact.id]),
    ]),
  ),
  [askedName]: definition.facts.filter(({ id }) => stated[id] === 'unknown').map(askedMark),
})
