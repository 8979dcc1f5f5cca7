import type { Condition } from '../../logic/condition.ts'
import type { Definition } from '../../logic/definition.ts'
import type { Statement } from '../../logic/statement.ts'
import { conditionWords, oneSentence } from '../condition-words.ts'
import { decide } from '../cql-decide.ts'
import {
  assumedName,
  contradictionName,
  cqlLibraryName,
  holdsName,
  undecidedName,
  urgentName,
} from '../cql-names.ts'
import { atom, comment, define, identifier, oneLine } from '../cql-text.ts'

/** The name of the library whose expressions decide the actions of a plan. */
export const planLibraryName = (definition: Definition): string =>
  `${cqlLibraryName(definition)}Plan`

/** True exactly where a statement holds, and false where it does not or cannot be decided. */
export const appliesName = (statement: Statement): string => `${statement.title} applies`

/** True exactly where a statement holds and is known not to be urgent. */
export const notUrgentName = (statement: Statement): string => `${statement.title} is not urgent`

/** True unless a condition that only part of a statement has is known to be false. */
export const partName = ({ title }: Statement, when: Condition): string =>
  `${title}, for some: ${oneSentence(conditionWords(when))}`

/** True where a referral goes to a specialty, or may do so. */
export const specialtyName = ({ title }: Statement, specialty: string): string =>
  `${title}: ${specialty}`

/** True where something is assumed absent. */
export const anyAssumedName = 'Something is assumed absent'

/** What is assumed absent, as one sentence. */
export const assumedWordsName = 'What is assumed absent'

/** A name and its expression, of which none is ever null. */
interface Named {
  readonly name: string
  readonly cql: string
}

const qualified = (cql: string): string =>
  cql.replace(/"(?:[^"\\]|\\.)*"/g, (name) => `Statements.${name}`)

const from = (name: string): string => qualified(identifier(name))

/** Every expression that the plan of a definition names, in the order of its actions. */
export const planExpressions = (definition: Definition): readonly Named[] => {
  const { express } = decide(definition)
  const cqlOf = (condition: Condition): string => `(${qualified(oneLine(express(condition)))})`
  const ofStatement = (statement: Statement): readonly Named[] => {
    const holds = from(holdsName(statement))
    const urgent = from(urgentName(statement))
    const { action } = statement
    const also = (action.also ?? []).map(({ when }) => ({
      name: partName(statement, when),
      cql: `${cqlOf(when)} is not false`,
    }))
    const referrals = action.kind === 'refer' ? specialties(statement, action.to, cqlOf) : []
    return [
      { name: appliesName(statement), cql: `${holds} is true` },
      { name: undecidedName(statement), cql: from(undecidedName(statement)) },
      ...(statement.urgentUnlessFalse === undefined
        ? []
        : [
            { name: urgentName(statement), cql: `${urgent} is true` },
            {
              name: notUrgentName(statement),
              cql: `(${holds} is true) and (${urgent} is not true)`,
            },
          ]),
      ...referrals,
      ...also,
    ]
  }
  return [
    { name: contradictionName, cql: `${from(contradictionName)} is true` },
    { name: anyAssumedName, cql: `exists ${from(assumedName)}` },
    { name: assumedWordsName, cql: `Combine(${from(assumedName)}, '; ')` },
    ...definition.statements.flatMap(ofStatement),
  ]
}

/** The first specialty whose condition holds: where that is not known, each that it may be. */
const specialties = (
  statement: Statement,
  to: readonly { readonly specialty: string; readonly when?: Condition }[],
  cqlOf: (condition: Condition) => string,
): readonly Named[] =>
  to.map(({ specialty, when }, at) => {
    const earlier = to.slice(0, at).flatMap((other) => (other.when === undefined ? [] : other.when))
    const parts = [
      ...(when === undefined ? [] : [`(${cqlOf(when)} is not false)`]),
      ...earlier.map((other) => `(${cqlOf(other)} is not true)`),
    ]
    return {
      name: specialtyName(statement, specialty),
      cql: parts.length === 0 ? 'true' : parts.join(' and '),
    }
  })

/**
 * The library that decides the actions of a plan. Engines differ in what they make of a condition
 * that is null, and one of them takes it for true: here nothing is null.
 */
export const planLibrary = (
  definition: Definition,
  statements: string,
  modelUsed: string,
): string => {
  const { version } = definition
  return [
    [
      comment(`${definition.title}, version ${version}: the plan. Generated: do not edit.`),
      comment(
        'Every expression here is true or false and never null: where a statement cannot be decided, an expression of its own says so.',
      ),
      `library ${planLibraryName(definition)} version '${version}'`,
    ].join('\n'),
    `using ${modelUsed}`,
    `include ${statements} version '${version}' called Statements`,
    'context Patient',
    planExpressions(definition)
      .map(({ name, cql }) => define({ name, expression: atom(cql) }))
      .join('\n\n'),
    '',
  ].join('\n\n')
}
