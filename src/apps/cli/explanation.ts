import type { Condition } from '../../logic/condition.ts'
import type { Fact } from '../../logic/fact.ts'
import { fold } from '../../logic/condition.ts'
import type { Limit } from '../../logic/condition.ts'
import type { Statement } from '../../logic/statement.ts'
import { formatQuantity, units } from '../../logic/quantity.ts'
import { comparisonWords } from '../../assess/words.ts'
import { facts } from '../../guideline/facts.ts'
import { statements } from '../../guideline/index.ts'
import { notComputable } from '../../guideline/ledger.ts'
import { readings } from '../../guideline/readings.ts'
import type { Reading } from '../../guideline/readings.ts'
import { citations, outsideReferences } from '../../guideline/references.ts'
import type { OutsideReference } from '../../guideline/references.ts'
import { source } from '../../guideline/source.ts'
import type { SourceStatement } from '../../guideline/source.ts'
import { style, wrap } from './text.ts'

const sourceBy: Readonly<Record<string, SourceStatement>> = source
const readingBy: Readonly<Record<string, Reading>> = readings
const outsideBy: Readonly<Record<string, OutsideReference>> = outsideReferences

/** A condition as an indented list in words. */
const conditionLines = (condition: Condition): readonly string[] => {
  const group = (title: string) => (of: readonly (readonly string[])[], name?: string) => [
    name === undefined ? title : `${name}: ${title}`,
    ...of.flatMap((part) => part.map((line) => `  ${line}`)),
  ]
  return fold<readonly string[]>(condition, {
    is: (fact) => [fact.words],
    compare: (fact, by, limit) => [
      `${fact.words} ${comparisonWords[by]} ${formatQuantity(limit)}${limit.ownFirst === true ? ", or the laboratory's own lower limit" : ''}`,
    ],
    known: (fact) => [`${fact.words} is known`],
    all: group('all of'),
    any: group('any of'),
    not: (part) => ['not', ...part.map((line) => `  ${line}`)],
  })
}

const limitsIn = (condition: Condition): readonly Limit[] => {
  const found = new Map<string, Limit>()
  const nothing = (): void => undefined
  fold<void>(condition, {
    is: nothing,
    compare: (_fact, _by, limit) => {
      found.set(limit.name, limit)
    },
    known: nothing,
    all: nothing,
    any: nothing,
    not: nothing,
  })
  return [...found.values()]
}

const citationText = (number: number): string => {
  const citation = citations.find((known) => known.number === number)
  return `source citation ${String(number)} (reference not supplied; identity inferred, confidence ${citation?.confidence ?? 'none'}): ${citation?.inferred ?? ''}${citation?.note === undefined ? '' : ` ${citation.note}`}`
}

const bullets = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0
    ? []
    : [
        [
          style('bold', title.toUpperCase()),
          ...lines.map((line) => wrap(line, '  - ', '    ')),
        ].join('\n'),
      ]

/** Everything about one statement: what it says, when it holds, its limits and its sources. */
export const explainStatement = (statement: Statement): string =>
  [
    [
      style('bold', `${statement.title} (${statement.id})`),
      `${statement.kind}; basis: ${statement.basis.join(', ')}`,
      wrap(statement.says),
    ].join('\n'),
    [
      style('bold', 'HOLDS WHEN'),
      ...conditionLines(statement.when).map((line) => `  ${line}`),
    ].join('\n'),
    ...bullets(
      'Unless',
      (statement.unless ?? []).map(({ id, title }) => `${title} (${id})`),
    ),
    ...bullets('What to do', [
      statement.action.words,
      ...(statement.action.also ?? []).map(({ words }) => `For some: ${words}`),
    ]),
    ...bullets(
      'Limits',
      limitsIn(statement.when).map(
        (limit) => `${limit.name}: ${formatQuantity(limit)} (${limit.basis})`,
      ),
    ),
    ...bullets(
      'Source',
      statement.implements.flatMap((number) => {
        const said = sourceBy[number]
        return said === undefined ? [] : [`${number}: ${said.says}`]
      }),
    ),
    ...bullets(
      'Our readings',
      statement.implements.flatMap((number) => {
        const reading = readingBy[number]
        return reading === undefined ? [] : [`${number}: ${reading.reading}`]
      }),
    ),
    ...bullets('Citations', statement.references.map(citationText)),
    ...bullets(
      'Outside evidence',
      statement.outside.map((key) => {
        const found = outsideBy[key]
        return `${found?.reference ?? key}: ${found?.shows ?? ''} (${found?.confidence ?? ''})`
      }),
    ),
  ].join('\n\n')

/** What a fact is, how it may be given, and the statements that ask for it. */
export const explainFact = (fact: Fact): string => {
  const asking = statements.filter((statement) => usesFact(statement.when, fact))
  const how =
    fact.kind === 'quantity'
      ? `A number in ${units[fact.unit].words} (possible ${fact.possible.join(' to ')}), or {"value": …, "unit": …} in ${[fact.unit, ...Object.keys(fact.accepts)].join(', ')}; with "comparator", or "low" and "high".`
      : 'true, false or "unknown".'
  return [
    style('bold', `${fact.id}: ${fact.words}`),
    wrap(fact.question),
    wrap(how),
    wrap(
      fact.absent === 'ask'
        ? 'Left out: not known, never "no".'
        : 'Left out: assumed absent, and listed as an assumption.',
    ),
    `From: ${fact.basis}`,
    wrap(`Asked by: ${asking.map(({ id }) => id).join(', ')}`),
  ].join('\n')
}

const usesFact = (condition: Condition, fact: Fact): boolean =>
  JSON.stringify(condition).includes(`"id":"${fact.id}"`)

/** What a number of the source or of a reading says, and who carries it out; undefined when unknown. */
export const explainNumber = (number: string): string | undefined => {
  const said = sourceBy[number]
  const reading = readingBy[number]
  if (said === undefined && reading === undefined) return undefined
  const carried = statements.filter((statement) =>
    statement.implements.some((one) => one === number),
  )
  const reason: Readonly<Record<string, string | undefined>> = notComputable
  const head =
    said === undefined
      ? [
          style('bold', number),
          wrap(reading?.question ?? ''),
          wrap(reading?.reading ?? ''),
          wrap(`Why: ${reading?.because ?? ''}`),
        ]
      : [
          style('bold', `${number} (${said.section})`),
          wrap(said.says),
          ...said.cites.map((cite) => wrap(citationText(cite), '  - ', '    ')),
        ]
  return [
    ...head,
    wrap(
      carried.length === 0
        ? (reason[number] ?? '')
        : `Carried out by: ${carried.map(({ id }) => id).join(', ')}`,
    ),
  ].join('\n')
}

/** Every statement with its kind and title, in the order of the pathway. */
export const list = (): string =>
  [
    style('bold', 'STATEMENTS'),
    ...statements.map(({ id, kind, title }) =>
      `  ${id.padEnd(34)} ${kind.padEnd(16)} ${title}`.slice(0, 120),
    ),
    '',
    style('bold', 'FACTS'),
    wrap(facts.map(({ id }) => id).join(', '), '  '),
    '',
    'crampwise explain ID: a statement, a fact, or a number S01 to S53, R01 to R27.',
  ].join('\n')
