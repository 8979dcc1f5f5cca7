import type { PresenceFact } from '../../logic/fact.ts'
import type { PresenceRule, RecordRules } from '../../logic/record-rules.ts'
import { identifier, text } from '../cql-text.ts'
import { weighed, wordName } from './weighing.ts'
import { classes, exact, textList } from './rows.ts'

const said = (entries: string, rule: PresenceRule): string => {
  const { codes, names = [], saidAs = [], is } = rule
  return [
    `"Said"(`,
    `      ${entries},`,
    `      ${textList(exact(codes))},`,
    `      ${textList(classes(codes))},`,
    `      ${textList(names)},`,
    `      ${textList(saidAs)},`,
    `      ${text(is)}`,
    `    )`,
  ].join('\n')
}

/** What else than the lists says something of a fact: the entries of the drug itself. */
const ofDrug = ({ id }: PresenceFact, { drug }: RecordRules): readonly string[] => [
  ...(id === drug.pump ? ['"pump, said"'] : []),
  ...(id === drug.withdrawal ? ['"withdrawal, said"'] : []),
]

/** What the entries of all lists say of a fact; undefined where nothing in a record is about it. */
const recorded = (fact: PresenceFact, rules: RecordRules): string | undefined => {
  const about = ({ fact: id }: PresenceRule): boolean => id === fact.id
  const parts = [
    ...ofDrug(fact, rules),
    ...rules.problems.filter(about).map((rule) => said('"Problems"', rule)),
    ...rules.problems
      .filter((rule) => about(rule) && rule.codes.length > 0)
      .map((rule) => said('"Observed states"', rule)),
    ...rules.medicines.filter(about).map((rule) => said('"Medicines"', rule)),
    ...rules.allergies.filter(about).map((rule) => said('"Allergies"', rule)),
    ...rules.procedures
      .filter(about)
      .map((rule) => said(`"Procedures"(${String(rule.countsForDays)})`, rule)),
    ...rules.procedures
      .filter((rule) => about(rule) && rule.names !== undefined)
      .map((rule) => said('"Devices"', rule)),
  ]
  return parts.length === 0
    ? undefined
    : `"Strongest"(flatten {\n    ${parts.join(',\n    ')}\n  })`
}

/** What a record says of a presence that is read from its lists. CQL text. */
export const presenceOf = (fact: PresenceFact, rules: RecordRules): string => {
  const name = identifier(`${fact.words}, recorded`)
  if (fact.id === rules.drug.takes) return weighed(fact, '"intake, recorded"', rules)
  const lists = recorded(fact, rules)
  if (lists === undefined) {
    return weighed(fact, 'null as Tuple { truth String, on Date }', rules)
  }
  return `define ${name}:\n  ${lists}\n${weighed(fact, name, rules)}`
}

/** The facts that were asked and are not known, each with its mark. CQL text. */
export const askedIn = (
  facts: readonly PresenceFact[],
  mark: (fact: PresenceFact) => string,
): string => {
  const rows = facts.map(
    (fact) => `    Tuple { word: ${identifier(wordName(fact))}, mark: ${text(mark(fact))} }`,
  )
  return rows.length === 0
    ? '  List<String>{}'
    : `  ({\n${rows.join(',\n')}\n  }) Fact where Fact.word = 'unknown' return all Fact.mark`
}
