import type { Fact } from '../../../logic/fact.ts'
import { findingWords } from '../../../assess/words.ts'
import { outsideReferences } from '../../../guideline/references.ts'
import type { OutsideReference } from '../../../guideline/references.ts'
import { facts as allFacts } from '../../../guideline/facts.ts'
import { status } from '../../../assess/assess.ts'
import { chartText, table } from '../../../outputs/cards-text.ts'
import { factsOfStatement, statementBy } from '../evaluation.ts'
import type { Evaluation, Stated } from '../evaluation.ts'
import type { Line } from './line.ts'

/** What a card says below its summary. */
export interface DetailParts {
  readonly person: Evaluation
  readonly lines: readonly Line[]
  /** Statements that cannot be decided, and would speak in this card. */
  readonly undecided: readonly string[]
  /** Of them, those whose facts are shown too. */
  readonly weighed: readonly string[]
  /** Facts that are shown even when no line asks for them. */
  readonly always: readonly Fact[]
}

const outsideBy: Readonly<Record<string, OutsideReference>> = outsideReferences

/** The detail in GitHub-flavored Markdown. What stems from the chart is made harmless. */
export const detailOf = (parts: DetailParts): string => {
  const { person, lines, undecided } = parts
  const sections = [
    lines.map((line) => advice(line, person)).join('\n'),
    inputs(parts),
    undecidedText(undecided, person),
    notKnown(parts),
    assumed(parts),
    toCheck(person),
    `*${status}*`,
  ]
  return sections.filter((section) => section !== '').join('\n\n')
}

const advice = (line: Line, person: Evaluation): string => {
  const { statement: id, words, indicator, title, by = person } = line
  const stated = by.stated(id)
  const holds = stated.holds === 'true'
  const marks = [
    ...(indicator === 'info' ? [] : [indicator]),
    ...(stated.urgency === 'routine' || !holds ? [] : [stated.urgency]),
  ]
  const mark = marks.length === 0 ? '' : ` (${marks.join(', ')})`
  const own = holds ? (stated.action?.words ?? '') : ''
  const said = [words, own].filter((part) => part !== undefined && part !== '').join(' ')
  return [
    `- **${title ?? stated.statement.title}**${mark}: ${said === '' ? stated.statement.says : said}`,
    ...(holds ? [`  Why: ${stated.because}`] : []),
    `  Basis: ${basisOf(stated)}`,
  ].join('\n')
}

/** The numbers of the source and of our readings, its citations, and what comes from outside. */
const basisOf = ({ statement }: Stated): string => {
  const { implements: numbers, references, outside, id } = statement
  return [
    ...(numbers.length === 0 ? [] : [numbers.join(', ')]),
    ...(references.length === 0 ? [] : [`source citations ${references.join(', ')}`]),
    ...(outside.length === 0
      ? []
      : [`outside evidence: ${outside.map((key) => outsideBy[key]?.reference ?? key).join('; ')}`]),
    `statement ${id}`,
  ].join(' · ')
}

/** The facts that the lines and the weighed statements rest on, in the guideline's order. */
const factsBehind = ({ lines, weighed, always }: DetailParts): readonly Fact[] => {
  const behind = new Set<Fact>(always)
  for (const { statement } of lines)
    for (const fact of factsOfStatement(statement)) behind.add(fact)
  for (const id of weighed) for (const fact of factsOfStatement(id)) behind.add(fact)
  return allFacts.filter((fact) => behind.has(fact))
}

const inputs = (parts: DetailParts): string => {
  const { given, findings } = parts.person.picture
  const rows = factsBehind(parts).flatMap((fact): (readonly string[])[] => {
    const known = given[fact.id]
    if (known === undefined || known.finding === 'unknown') return []
    const note = [
      ...(known.original === undefined ? [] : [`as recorded: ${chartText(known.original)}`]),
      ...(known.note === undefined ? [] : [chartText(known.note)]),
    ]
    return [
      [
        fact.kind === 'quantity' ? fact.words : 'finding',
        findingWords(fact, findings[fact.id]),
        known.date === undefined ? '' : chartText(known.date),
        [known.from === undefined ? '' : chartText(known.from), ...note]
          .filter((part) => part !== '')
          .join('; '),
      ],
    ]
  })
  return rows.length === 0 ? '' : table(['Input', 'Value', 'Date', 'From'], rows)
}

const undecidedText = (ids: readonly string[], person: Evaluation): string =>
  ids.length === 0
    ? ''
    : [
        '**Cannot be decided:**',
        '',
        ...ids.map((id) => `- ${statementBy(id).title}. ${person.stated(id).because}`),
      ].join('\n')

const notKnown = (parts: DetailParts): string => {
  const behind = new Set(factsBehind(parts).map(({ id }) => id))
  const missing = parts.person.picture.notFound.filter(
    ({ fact, why }) => behind.has(fact) && why !== 'not given',
  )
  return missing.length === 0
    ? ''
    : [
        '**Not known:**',
        '',
        ...missing.map(({ fact, why }) => `- ${wordsOf(fact)}: ${chartText(why)}`),
      ].join('\n')
}

const wordsOf = (id: string): string => {
  const fact = allFacts.find((one) => one.id === id)
  return fact === undefined
    ? id
    : fact.kind === 'quantity'
      ? fact.words
      : `whether the person ${fact.words}`
}

const assumed = (parts: DetailParts): string => {
  const taken = new Set(parts.person.picture.assumed)
  const words = factsBehind(parts)
    .filter(({ id }) => taken.has(id))
    .map(({ words: said }) => said)
  return words.length === 0
    ? ''
    : `**Assumed absent** (nothing in the record says so; confirm): ${words.join('; ')}.`
}

const toCheck = ({ problems }: Evaluation): string =>
  problems.length === 0
    ? ''
    : [
        '**Check in the record:**',
        '',
        ...problems
          .slice(0, 8)
          .map(
            ({ where, message, remedy }) =>
              `- ${chartText(where)}: ${chartText(message)} ${chartText(remedy)}`,
          ),
      ].join('\n')
