import type { Fact } from '../../../logic/fact.ts'
import type { Statement } from '../../../logic/statement.ts'
import { findingWords, questionWords } from '../../../assess/words.ts'
import { outsideReferences } from '../../../guideline/references.ts'
import type { OutsideReference } from '../../../guideline/references.ts'
import { facts as allFacts } from '../../../guideline/facts.ts'
import { outOfDate, status } from '../../../assess/status.ts'
import { chartText, table } from '../../../outputs/cards-text.ts'
import { factsBehind, statementBy } from '../evaluation.ts'
import type { Evaluation, Stated } from '../evaluation.ts'
import type { Line } from './line.ts'

/** What a card says below its summary. */
export interface DetailParts {
  readonly person: Evaluation
  readonly lines: readonly Line[]
  /** Statements about the dose that cannot be decided: each is explained. */
  readonly undecided: readonly string[]
  /** What may come later in the pathway, and cannot be decided yet: named together. */
  readonly later: readonly string[]
  /** Facts that are shown even when no line asks for them. */
  readonly always: readonly Fact[]
}

const outsideBy: Readonly<Record<string, OutsideReference>> = outsideReferences

/** The detail in GitHub-flavored Markdown. What stems from the chart is made harmless. */
export const detailOf = (parts: DetailParts): string => {
  const { person, lines, undecided, later } = parts
  const behind = factsBehind(
    [...lines.map(({ statement }) => statement), ...undecided],
    parts.always,
  )
  const old = outOfDate(person.on)
  const sections = [
    old === undefined ? '' : `**${old}**`,
    lines.map((line) => advice(line, person)).join('\n'),
    inputs(person, behind),
    undecidedText(undecided, person),
    laterText(later, person),
    notKnown(person, behind),
    assumed(person, behind),
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

const bases = new Map<Statement, string>()

/** The numbers of the source and of our readings, its citations, and what comes from outside. */
const basisOf = ({ statement }: Stated): string => {
  const known = bases.get(statement)
  if (known !== undefined) return known
  const basis = madeBasis(statement)
  bases.set(statement, basis)
  return basis
}

const madeBasis = (statement: Statement): string => {
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

const inputs = ({ picture }: Evaluation, behind: readonly Fact[]): string => {
  const { given, findings } = picture
  const rows = behind.flatMap((fact): (readonly string[])[] => {
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

/** The facts behind them that are not known; not each of them need matter to each. */
const laterText = (ids: readonly string[], { picture }: Evaluation): string => {
  if (ids.length === 0) return ''
  const behind = new Set<string>(factsBehind(ids).map(({ id }) => id))
  const open = picture.notFound.filter(({ fact }) => behind.has(fact))
  return [
    `**Cannot be decided yet:** ${ids.map((id) => statementBy(id).title).join('; ')}.`,
    `Not known of what they ask: ${open.map(({ fact }) => wordsOf(fact)).join('; ')}.`,
  ].join(' ')
}

const notKnown = ({ picture }: Evaluation, behind: readonly Fact[]): string => {
  const missing = picture.notFound.filter(
    ({ fact, why }) => why !== 'not given' && behind.some(({ id }) => id === fact),
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
  return fact === undefined ? id : questionWords(fact)
}

const assumed = ({ picture }: Evaluation, behind: readonly Fact[]): string => {
  const taken = new Set(picture.assumed)
  const words = behind.filter(({ id }) => taken.has(id)).map(({ words: said }) => said)
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
