import type { Condition } from '../logic/condition.ts'
import type { Definition } from '../logic/definition.ts'
import type { Statement } from '../logic/statement.ts'
import { decide } from './cql-decide.ts'
import { readFacts, statedFacts } from './cql-facts.ts'
import type { CqlFacts } from './cql-facts.ts'
import { cqlLibraryName, holdsName, undecidedName, urgentName } from './cql-names.ts'
import { atom, comment, defines, identifier, joined, oneLine } from './cql-text.ts'
import type { CqlDefine } from './cql-text.ts'

export { cqlParameters } from './cql-facts.ts'
export type { CqlFacts, CqlQuantity, CqlValue } from './cql-facts.ts'
export * from './cql-names.ts'

/** What may differ between two libraries of the same definition. */
export interface CqlOptions {
  /** Where the facts come from; by default they are parameters. */
  readonly facts?: CqlFacts
  /** The library's name; by default the definition's. */
  readonly name?: string
  /** What a reader must know before relying on it: stands at the top. */
  readonly note?: string
}

const bound = (definition: Definition, facts: Exclude<CqlFacts, 'parameters'>): string =>
  [
    `using ${facts.using}`,
    `include ${facts.library} version '${definition.version}' called ${facts.called}`,
    'context Patient',
  ].join('\n\n')

/** What a statement rests on: "S03, S08, R06. Cites 1, 2. Outside: beers-2023." */
const basisWords = (statement: Statement): string => {
  const { implements: numbers, references, outside } = statement
  return [
    ...(numbers.length === 0 ? [] : [`${numbers.join(', ')}.`]),
    ...(references.length === 0 ? [] : [`Cites ${references.join(', ')}.`]),
    ...(outside.length === 0 ? [] : [`Outside: ${outside.join(', ')}.`]),
  ].join(' ')
}

/** The conditions on which only a part of an action rests. */
const partsOf = (action: Statement['action']): readonly Condition[] =>
  [...(action.also ?? []), ...(action.kind === 'refer' ? action.to : [])].flatMap(({ when }) =>
    when === undefined ? [] : [when],
  )

const requireOwnTitles = (definition: Definition): void => {
  const seen = new Map<string, string>()
  for (const { id, title } of definition.statements) {
    const other = seen.get(title)
    if (other !== undefined) {
      throw new Error(`CQL names each statement by its title, and "${other}" and "${id}" share one`)
    }
    seen.set(title, id)
  }
}

/**
 * A definition as a CQL library that needs no data model. For each statement there is one
 * expression that is null where it cannot be decided, and one that says that it cannot be.
 */
export const cqlLibrary = (definition: Definition, options: CqlOptions = {}): string => {
  requireOwnTitles(definition)
  const { facts = 'parameters', name = cqlLibraryName(definition), note } = options
  const { compared, presences, ideas, holds, express } = decide(definition)

  const statement = (of: Statement): readonly CqlDefine[] => {
    const held = holds.get(of.id) as CqlDefine
    const expression = atom(`${identifier(holdsName(of))} is null`)
    const undecided = { name: undecidedName(of), expression }
    return [{ ...held, comment: `${of.says} ${basisWords(of)}` }, undecided, ...urgent(of)]
  }
  const urgent = (of: Statement): readonly CqlDefine[] => {
    if (of.urgentUnlessFalse === undefined) return []
    const unless = atom(`((${oneLine(express(of.urgentUnlessFalse))}) is not false)`)
    const holding = atom(identifier(holdsName(of)))
    return [{ name: urgentName(of), expression: joined('and', [holding, unless]) }]
  }
  const statements = definition.statements.flatMap(statement)
  // The plan's library builds on what only a part of a statement rests on: it is named here too.
  for (const { action } of definition.statements) partsOf(action).forEach(express)
  const section = (title: string, of: readonly CqlDefine[]): readonly string[] =>
    of.length === 0 ? [] : [comment(title), defines(of)]

  return [
    [
      comment(`${definition.title}, version ${definition.version}. Generated: do not edit.`),
      ...(note === undefined ? [] : [comment(note)]),
      `library ${name} version '${definition.version}'`,
    ].join('\n'),
    ...(facts === 'parameters' ? [] : [bound(definition, facts)]),
    ...statedFacts(definition, facts),
    ...readFacts(definition.facts),
    ...section('Comparisons, each with the reading or source number of its limit.', compared),
    ...section(
      'What is known, with what follows from it. What is stated is never overwritten.',
      presences,
    ),
    ...section('Ideas that statements share.', ideas),
    ...section('The statements, in the order of the pathway.', statements),
  ]
    .join('\n\n')
    .concat('\n')
}
