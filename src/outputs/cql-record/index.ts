import type { Definition } from '../../logic/definition.ts'
import type { Fact, PresenceFact, QuantityFact } from '../../logic/fact.ts'
import type { LaboratoryRule, RecordRules } from '../../logic/record-rules.ts'
import { askedMark, askedName, cqlLibraryName } from '../cql-names.ts'
import { cqlLibrary } from '../cql.ts'
import { comment, decimal, identifier, text } from '../cql-text.ts'
import { answers } from './answers.ts'
import { common } from './common.ts'
import { drugDoseOf } from './drug-dose.ts'
import { drugOf } from './drug.ts'
import { entries } from './entries.ts'
import { instructions } from './instructions.ts'
import { medicines } from './medicines.ts'
import { askedIn, presenceOf } from './presences.ts'
import { resultsCommon } from './results-common.ts'
import { resultsOf } from './results.ts'
import { keys, recordName, textList } from './rows.ts'
import { measured, reckoned } from './weighing.ts'

/** What reading a record needs besides its rules. */
export interface CqlRecordOptions {
  /** Days between two changes of dose: fewer days at a dose leave open when it changed. */
  readonly daysBetweenSteps: number
  readonly note?: string
}

/** The name of the library that finds the facts in a record. */
export const recordLibraryName = (definition: Definition): string =>
  `${cqlLibraryName(definition)}Record`

/** The name of the library of the statements over the facts of a record. */
export const onRecordLibraryName = (definition: Definition): string =>
  `${cqlLibraryName(definition)}OnRecord`

const terminologies = ({ systems }: RecordRules): string =>
  [
    'define function "Terminology"(said String):',
    '  case said',
    ...Object.entries(systems).map(([alias, name]) => `    when ${text(alias)} then ${text(name)}`),
    '    else said',
    '  end',
  ].join('\n')

const ageOf = ({ possible, words }: QuantityFact): string => `
// Whole years on the day; of a partial birth date the years it can be.
define ${identifier(`${words}, recorded`)}:
  First(
    ({ Patient.birthDate.value }) Birth
      let
        born: ToDateTime(Birth),
        least: ToDecimal(years between "Last day"(born) and "The day"),
        most: ToDecimal(years between "First day"(born) and "The day")
      where "First day"(born) on or before "The day" and most <= ${decimal(possible[1])}
      return all Tuple {
        low: Max({ 0.0, least }), high: most, lowOpen: false, highOpen: false, lowerLimit: null as Decimal
      }
  )

define "The record says that this person has died":
  Patient.deceased is not null and Coalesce((Patient.deceased as FHIR.boolean).value, true)
`

const standInOf = (rule: LaboratoryRule): string | undefined =>
  rule.standIn === undefined ? undefined : `"Stand-in for ${rule.fact.words}"`

const standIn = ({ fact, standIn: by }: LaboratoryRule): string =>
  by === undefined
    ? ''
    : `
// A diagnosis that stands in for a result where there is no current one.
define "Stand-in for ${fact.words}":
  if exists (
    "Problems" Problem
      where Problem.stands = 'true'
        and exists (
          Problem.codings Coding
            where Coding.key in ${textList(keys(by.codes), 12)}
        )
  )
    then "Bounded"('<', ${decimal(by.below)}, null as Decimal)
  else null as Tuple { low Decimal, high Decimal, lowOpen Boolean, highOpen Boolean, lowerLimit Decimal }
`

const quantity = (fact: QuantityFact, rules: RecordRules, { facts }: Definition): string => {
  const rule = rules.laboratory.find((one) => one.fact.id === fact.id)
  if (rule !== undefined) {
    return `${resultsOf(rule, rules.laboratory)}${standIn(rule)}${measured(fact, standInOf(rule))}`
  }
  if (fact.id === rules.age.id) {
    return `${ageOf(fact)}${reckoned(fact, identifier(`${fact.words}, recorded`), rules, facts)}`
  }
  if (fact.id === rules.drug.dose.id) return reckoned(fact, '"dose, recorded".value', rules, facts)
  if (fact.id === rules.drug.days.id)
    return reckoned(fact, '"Days at the dose, recorded"', rules, facts)
  throw new Error(`Nothing says how "${fact.id}" is read from a record`)
}

const daysAsAmount = `
define "Days at the dose, recorded":
  if "days, recorded" is null then null
  else Tuple {
    low: ToDecimal("days, recorded".low),
    high: ToDecimal("days, recorded".high),
    lowOpen: false,
    highOpen: false,
    lowerLimit: null as Decimal
  }
`

/**
 * The library that finds the facts in an R4 record. It knows less than the reader of the product: what
 * it cannot tell it leaves unknown.
 */
export const cqlRecordLibrary = (
  definition: Definition,
  rules: RecordRules,
  { daysBetweenSteps, note }: CqlRecordOptions,
): string => {
  const isPresence = (fact: Fact): fact is PresenceFact => fact.kind === 'presence'
  const presences = definition.facts.filter(isPresence)
  const quantities = definition.facts.filter((fact) => !isPresence(fact))
  return [
    comment(
      `${definition.title}, version ${definition.version}: the facts of a record. Generated: do not edit.`,
    ),
    ...(note === undefined ? [] : [comment(note)]),
    `library ${recordLibraryName(definition)} version '${definition.version}'`,
    `\nusing FHIR version '4.0.1'`,
    `\n${comment('The day of the assessment; today where it is left out.')}`,
    'parameter "Assessed on" Date default null',
    `\n${comment('Whether the medication list is whole; left out, it is where the record holds any entry of one.')}`,
    'parameter "The medication list is whole" Boolean default null',
    `\n${comment('Whether a part of the record could not be fetched: then what is absent is not known. CQL itself cannot see that.')}`,
    'parameter "A part of the record is missing" Boolean default false',
    '\ncontext Patient',
    `\ndefine "Days until a result is old": ${String(rules.staleAfterDays)}`,
    `\n${terminologies(rules)}`,
    common,
    entries,
    resultsCommon,
    medicines,
    instructions,
    drugOf(rules),
    drugDoseOf(rules, daysBetweenSteps),
    answers(rules.questionnaire),
    daysAsAmount,
    ...quantities.map((fact) => quantity(fact, rules, definition)),
    `\n${comment('What is recorded and answered of each presence: true, false or null.')}\n`,
    presences.map((fact) => presenceOf(fact, rules)).join('\n\n'),
    `\ndefine ${identifier(askedName)}:\n${askedIn(presences, askedMark)}\n`,
  ].join('\n')
}

/** The statements over the facts of a record: the same text as over parameters. */
export const cqlOnRecordLibrary = (definition: Definition, note?: string): string =>
  cqlLibrary(definition, {
    name: onRecordLibraryName(definition),
    facts: {
      library: recordLibraryName(definition),
      called: 'Record',
      using: "FHIR version '4.0.1'",
      nameOf: recordName,
    },
    ...(note === undefined ? {} : { note }),
  })
